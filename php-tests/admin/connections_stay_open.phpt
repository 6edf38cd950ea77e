--TEST--
One connection to each server serves all calls, and ends with the object
--FILE--
<?php
require __DIR__ . '/admin.inc';

$servers = [Gearmand::start(), Gearmand::start()];
$before = count(own_sockets());
$admin = administrator(...$servers);
$admin->versions();
$opened = own_sockets();
for ($i = 0; $i < 20; $i++) {
    $admin->status();
    $admin->createFunction("f{$i}");
    @$admin->dropFunction('unknown');
}
var_dump(count($opened) - $before, own_sockets() === $opened);
unset($admin);
var_dump(count(own_sockets()) - $before);
?>
--EXPECT--
int(2)
bool(true)
int(0)
