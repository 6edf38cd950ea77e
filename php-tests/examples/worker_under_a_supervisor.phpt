--TEST--
examples/worker: it works, ends its running job when it is told to end, and says why it ended
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** @return resource an example's script as a process, with a file for what it prints */
function start_example(string $script, string $output, string ...$arguments)
{
    $out = ['file', $output, 'a'];
    $process = proc_open(php_command(dirname(__DIR__, 2) . "/examples/{$script}", ...$arguments), [['file', '/dev/null', 'r'], $out, $out], $pipes);
    at_the_end(function () use ($process) {
        proc_terminate($process, SIGKILL);
    });
    return $process;
}

function end_example($process): int
{
    proc_terminate($process, SIGTERM);
    return eventually('the example ends', function () use ($process) {
        $status = proc_get_status($process);
        return $status['running'] ? null : $status;
    })['exitcode'];
}

$output = tempnam(sys_get_temp_dir(), 'example');
at_the_end(fn () => unlink($output));

$server = Gearmand::start();
$worker = start_example('worker/worker.php', $output, $server->address());
$client = client($server);
var_dump($client->doNormal('reverse', 'olleh'), $client->doNormal('sum', '[1, 2, 39]'), end_example($worker));
echo file_get_contents($output);
?>
--EXPECT--
string(5) "hello"
string(2) "42"
int(0)
ended: signal
