--TEST--
A fatal error in the destructor of anything that is let go ends the script in order
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$scripts = [
    'replaced callback' => '$client->setFailCallback(new Bomb()); $client->setFailCallback("strlen");',
    'cleared callbacks' => '$client->setFailCallback(new Bomb()); $client->clearCallbacks();',
    'replaced function' => '$worker->addFunction("f", new Bomb()); $worker->addFunction("f", "strlen");',
    'context of a function' => '$worker->addFunction("f", "strlen", new Bomb()); $worker->unregisterAll();',
    'client' => '$client->addTask("f", "x", new Bomb()); $client->setFailCallback(new Bomb()); $client = null;',
    'worker' => '$worker->addFunction("f", new Bomb(), new Bomb()); $worker = null;',
    'property of a client' => '$client = new class () extends GearmanClient { public $bomb; }; $client->bomb = new Bomb(); $client = null;',
    'answer of a callback' => '$client->setCreatedCallback(fn () => new Bomb()); $client->addTaskBackground("f", "x"); $client->runTasks();',
    'context of a task' => '$client->addTaskBackground("f", "x", new Bomb()); $client->runTasks();',
];
foreach ($scripts as $name => $code) {
    $script = <<<PHP
        final class Bomb
        {
            public function __invoke() {}
            public function __destruct() { @trigger_error("x", E_USER_ERROR); }
        }
        register_shutdown_function(fn () => print "shut down\n");
        \$client = new GearmanClient();
        \$client->addServer('{$server->host}', {$server->port});
        \$worker = new GearmanWorker();
        {$code}
        echo "not ended\n";
        PHP;
    $script = str_replace('"f"', '"' . unique_name('bomb') . '"', $script);
    ['status' => $status, 'output' => $output] = run_php(['-d', 'display_errors=0', '-r', $script]);
    echo "{$name}: ", trim($output), ", {$status}\n";
}
?>
--EXPECT--
replaced callback: shut down, 255
cleared callbacks: shut down, 255
replaced function: shut down, 255
context of a function: shut down, 255
client: shut down, 255
worker: shut down, 255
property of a client: shut down, 255
answer of a callback: shut down, 255
context of a task: shut down, 255
