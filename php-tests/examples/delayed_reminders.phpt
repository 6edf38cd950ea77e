--TEST--
examples/delayed-reminders: a reminder comes when it is due, by a worker that slept
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
$worker = start_example('delayed-reminders/worker.php', $output, $server->address());
eventually('the worker waits', fn () => ($server->admin->queue('remind')['workers'] ?? 0) === 1);
$remind = fn (string $when, string $text) => run_php([
    dirname(__DIR__, 2) . '/examples/delayed-reminders/remind.php', $when, $text, $server->address(),
]);
$due = time() + 2;
['status' => $status, 'output' => $text] = $remind('+2 seconds', 'Call the dentist');
echo $status, ' ', preg_replace('/^H:\S+ is due at \S+$/', 'queued', $text);
eventually('the reminder comes', fn () => str_contains(file_get_contents($output), 'Call the dentist'));
var_dump(time() >= $due, end_example($worker));
['status' => $status, 'output' => $text] = $remind('1969-01-01', 'too late');
echo $status, ' ', str_contains($text, 'must be between 0 and 2147483647') ? "refused\n" : $text;
?>
--EXPECT--
0 queued
bool(true)
int(0)
255 refused
