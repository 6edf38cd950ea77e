--TEST--
examples/monitor: one table of all queues of all servers, dead ones included
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

$servers = [Gearmand::start(), Gearmand::start()];
$dead = '127.0.0.1:' . Gearmand::freePort();
client($servers[0])->doHighBackground('mail', 'x');
client($servers[0])->doBackground('mail', 'y');
client($servers[1])->doLowBackground('images', 'z');
start_worker(['idle' => 'strlen'], $servers[1]);
eventually('the worker is there', fn () => ($servers[1]->admin->queue('idle')['workers'] ?? 0) === 1);
['status' => $status, 'output' => $text] = run_php([
    dirname(__DIR__, 2) . '/examples/monitor/monitor.php', "{$servers[0]->address()},{$servers[1]->address()},{$dead}", '--once',
]);
echo $status, "\n", preg_replace(['/127\.0\.0\.1:\d+/', '/gearmand \S+\)/'], ['HOST', 'gearmand VERSION)'], $text);
?>
--EXPECT--
0
server / function                            high   normal      low  running  workers
HOST (gearmand VERSION)
  mail                                          1        1        0        0        0
HOST (gearmand VERSION)
  idle                                          0        0        0        0        1
  images                                        0        0        1        0        0
HOST: no answer
