<?php

// Promise 7: a panic anywhere in the module is an Error of PHP, and the object and the process go on.

declare(strict_types=1);

require __DIR__ . '/support.php';

/** Where the module panics when it is asked to, and which calls get there. */
const PLACES = [
    'protocol', 'net', 'net, dialing', 'client', 'worker', 'admin', 'runtime', 'zend', 'zend, calling back', 'php', 'php, job done',
];

if (getenv('SOAK_PANICS_LOADED') === false) {
    $module = trim((string) shell_exec(escapeshellarg(__DIR__ . '/panics/build')));
    if (!is_file($module)) {
        fwrite(STDERR, "the module with panics could not be built\n");
        exit(1);
    }
    $extensions = array_slice(explode(':', (string) getenv('GEARMAN_TEST_EXTENSIONS')), 0, -1);
    putenv('GEARMAN_TEST_EXTENSIONS=' . implode(':', [...$extensions, $module]));
    ['status' => $status, 'output' => $output] = run_php([__FILE__], ['SOAK_PANICS_LOADED' => '1', 'RUST_BACKTRACE' => '0']);
    // What Rust says of each panic is for a person to read.
    echo preg_replace('/^(?:\n|thread .*|a panic in .*|note: .*)\n/m', '', $output);
    exit($status);
}

/**
 * Each kind of call, as often as it is asked for on the same objects; true when it did what it is for.
 *
 * @return array<string, Closure(): bool>
 */
function calls_that_panic(Gearmand $server, string $function): array
{
    $client = rs_client($server);
    $client->setCompleteCallback(function (GearmanTask $task) use (&$completed) {
        $completed = $task->data();
    });
    $done = [];
    $worker = runner(["{$function}-own" => function (GearmanJob $job) use (&$done) {
        $done[] = $job->workload();
    }], $server);
    $admin = new GearmanRs\Admin($server->address(), DEADLINE_MILLISECONDS);
    $number = 0;
    $work = function (callable $call) use ($server, $function, &$done, &$number) {
        // Another client queues it: this one's panics are its own.
        $queue = stream_socket_client("tcp://{$server->address()}");
        fwrite($queue, Packet::request(GEARMAN_COMMAND_SUBMIT_JOB_BG, "{$function}-own", '', 'job ' . ++$number));
        Packet::read($queue);
        // One that a panic has interrupted may come first.
        for ($calls = 0; $calls < 3 && !in_array("job {$number}", $done, true); $calls++) {
            $call();
        }
        return in_array("job {$number}", $done, true);
    };
    return [
        'doNormal()' => fn () => $client->doNormal($function, 'abc') === 'cba',
        'doBackground()' => fn () => $client->doBackground($function, 'abc') !== '',
        'doBackgroundMany()' => fn () => count(array_filter($client->doBackgroundMany($function, ['a', 'b', 'c']))) === 3,
        'runTasks()' => function () use ($client, $function, &$completed) {
            $completed = null;
            $client->addTask($function, 'abc');
            return $client->runTasks() && $completed === 'cba';
        },
        'ping()' => fn () => $client->ping('x'),
        'jobStatus()' => fn () => $client->jobStatus("H:{$function}:1") === [false, false, 0, 0],
        'a new client' => fn () => client($server)->ping('x'),
        'work()' => fn () => $work(fn () => $worker->work()),
        'run()' => fn () => $work(fn () => $worker->run(jobs: 1)),
        'Admin::status()' => fn () => $admin->status()[$server->address()] !== null,
    ];
}

$server = Gearmand::start();
$function = unique_name('panics');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())], $server);
$verdicts = new Verdicts();
$verdicts->check('the module for use has no such panics', false, str_contains((string) file_get_contents((string) getenv('MODULE')), 'GEARMAN_PANIC_IN'));
$panics = 0;
foreach (PLACES as $place) {
    $met = [];
    $broken = [];
    foreach (calls_that_panic($server, $function) as $what => $call) {
        $call() || $broken[] = "{$what} before the panic";
        putenv("GEARMAN_PANIC_IN={$place}");
        try {
            @$call();
        } catch (Error $error) {
            str_contains($error->getMessage(), "a panic in {$place}") || $broken[] = "{$what}: {$error->getMessage()}";
            $met[] = $what;
        } finally {
            putenv('GEARMAN_PANIC_IN');
        }
        $call() || $broken[] = "{$what} after the panic";
    }
    $panics += count($met);
    $verdicts->check("{$place}: a panic is an Error, after which the same objects work (" . implode(', ', $met) . ')', [], $broken);
    $verdicts->check("{$place}: some call gets there", true, $met !== []);
}
eventually('what was interrupted is done', fn () => $server->admin->queue($function)['jobs'] === 0);
$verdicts->end(sprintf('%d places, %d panics, each an Error; no process ended, and each object went on', count(PLACES), $panics));
