--TEST--
doBackground(), doHighBackground() and doLowBackground() return the handle that the server gave
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('queued');
$client = client();
foreach (['doBackground', 'doHighBackground', 'doLowBackground'] as $method) {
    echo $client->$method($function, 'x'), ' ', $client->returnCode(), "\n";
}
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECTF--
H:%s:%d 0
H:%s:%d 0
H:%s:%d 0
int(3)
