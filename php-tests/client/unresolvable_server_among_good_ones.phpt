--TEST--
A name that cannot be resolved costs only itself, wherever it stands in addServers()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

[$one, $two] = [Gearmand::start(), Gearmand::start()];
[$a, $b, $lost] = [$one->address(), $two->address(), 'no-such-host.invalid'];
foreach (["{$lost},{$a},{$b}", "{$a},{$lost},{$b}", "{$a},{$b},{$lost}", "{$lost},{$a},{$lost},{$b},{$lost}"] as $servers) {
    $warnings = [];
    set_error_handler(function (int $level, string $text) use (&$warnings) {
        $warnings[] = $text;
        return true;
    });
    $client = new GearmanClient();
    $worker = new GearmanWorker();
    $worker->setTimeout(1);
    $worker->addFunction('f', 'strlen');
    foreach ([$client, $worker] as $object) {
        echo json_encode($object->addServers($servers)), " {$object->returnCode()}, ";
    }
    $named = preg_grep('/no-such-host\.invalid/', $warnings);
    restore_error_handler();
    $worker->work();
    eventually('both know the worker', fn () => $one->admin->workersOf('f') && $two->admin->workersOf('f'));
    echo count($named) >= 2 ? 'named' : 'not named', ', ', json_encode($client->ping('x')), "\n";
    unset($worker, $object);
    eventually('the worker is gone', fn () => !$one->admin->workersOf('f') && !$two->admin->workersOf('f'));
}
?>
--EXPECT--
false 12, false 12, named, true
false 12, false 12, named, true
false 12, false 12, named, true
false 12, false 12, named, true
