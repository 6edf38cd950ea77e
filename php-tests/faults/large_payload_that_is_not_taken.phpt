--TEST--
A large workload of which a rest is not written when the call times out, the script ends or a child ends, is let go of in order
--FILE--
<?php
require __DIR__ . '/../support/all.php';

const SIZE = 40 << 20;

// Takes nothing of its first connection, and answers jobs on the next ones.
$server = ScriptedServer::start(function ($connection, Child $test, int $number) {
    if ($number === 1) {
        $test->receive();
        return;
    }
    for ($jobs = 1; ($packet = Packet::read($connection)) !== null; $jobs++) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
            continue;
        }
        $workload = implode("\0", array_slice($packet->arguments, 2));
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, "H:{$jobs}"));
        fwrite($connection, Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, "H:{$jobs}", md5($workload)));
    }
});
$workload = random_bytes(SIZE);
$client = new GearmanClient();
$client->addServer('127.0.0.1', $server->port);
$client->setTimeout(300);
var_dump(@$client->doNormal('f', $workload), $client->returnCode() === GEARMAN_TIMEOUT);
$workload[0] = $workload[0] === 'a' ? 'b' : 'a';
$server->send('go on');
$client->setTimeout(DEADLINE_MILLISECONDS);
var_dump($client->doNormal('f', $workload) === md5($workload));
unset($client);

$silent = ScriptedServer::start(fn ($connection, Child $test) => $test->receive());
$port = $silent->port;
$begin = <<<PHP
    \$client = new GearmanClient();
    \$client->addServer('127.0.0.1', {$port});
    \$client->setTimeout(200);
    \$client->addTask('f', str_repeat('x', 40 << 20));
    @\$client->runTasks();
    echo "timed out\n";
    PHP;
$end = [
    'it ends' => '',
    'it exits' => 'exit(3);',
    'its client is let go of' => 'unset($client);',
    'a function that runs at the end uses it' =>
        'register_shutdown_function(function () use ($client) { $client->clearCallbacks(); echo "end\n"; });',
    'a child ends, and lets go of it' => <<<'PHP'
        $child = pcntl_fork();
        if ($child === 0) {
            unset($client);
            exit(4);
        }
        pcntl_waitpid($child, $status);
        echo pcntl_wexitstatus($status), "\n";
        PHP,
    'a fatal error ends it' => 'ini_set("display_errors", 0); ini_set("memory_limit", 1); str_repeat("x", 1 << 30);',
];
foreach ($end as $how => $code) {
    foreach ([0, 1] as $persistent) {
        ['status' => $status, 'output' => $output] =
            run_php(['-d', "gearman.persistent={$persistent}", '-r', "{$begin} {$code}"]);
        printf("%s: %s(%d)\n", $how, strtr($output, "\n", ' '), $status);
        $silent->send('next');
    }
}
?>
--EXPECT--
string(0) ""
bool(true)
bool(true)
it ends: timed out (0)
it ends: timed out (0)
it exits: timed out (3)
it exits: timed out (3)
its client is let go of: timed out (0)
its client is let go of: timed out (0)
a function that runs at the end uses it: timed out end (0)
a function that runs at the end uses it: timed out end (0)
a child ends, and lets go of it: timed out 4 (0)
a child ends, and lets go of it: timed out 4 (0)
a fatal error ends it: timed out (255)
a fatal error ends it: timed out (255)
