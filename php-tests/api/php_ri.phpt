--TEST--
php --ri gearman keeps php-gearman's rows, says what implements it, and shows the settings
--FILE--
<?php
require __DIR__ . '/../support/all.php';

echo run_php(['--ri', 'gearman'])['output'];
?>
--EXPECTF--
gearman

gearman support => enabled
extension version => 2.2.1
libgearman version => %s
Default TCP Host => localhost
Default TCP Port => 4730
%A
Directive => Local Value => Master Value
gearman.connect_timeout => 2000 => 2000
gearman.require_all_servers => %s => %s
gearman.exception_format => text => text
%A
