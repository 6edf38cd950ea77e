<?php

// Promise 8: the module is replaced by `make install` while workers run. They finish with the file they began with, and
// whoever starts later has the new one.

declare(strict_types=1);

require __DIR__ . '/support.php';

const WORKERS_AT_A_TIME = 3;

/** A worker that runs what was installed when it was started. */
final class Installed
{
    /** @var resource */
    private $process;

    public readonly int $pid;

    public function __construct(public readonly string $module, string ...$arguments)
    {
        $command = [PHP_BINARY, '-n', '-d', "extension={$module}", __DIR__ . '/upgrade/worker.php', ...$arguments];
        $this->process = proc_open($command, [['file', '/dev/null', 'r']], $pipes);
        $this->pid = proc_get_status($this->process)['pid'];
        at_the_end(fn () => proc_terminate($this->process, SIGKILL));
    }

    public function runs(): bool
    {
        return proc_get_status($this->process)['running'];
    }

    /** Which file it has loaded, as a number that no other file has. */
    public function loaded(): int
    {
        preg_match('~ (\d+) +' . preg_quote($this->module) . '~', (string) file_get_contents("/proc/{$this->pid}/maps"), $match);
        return (int) ($match[1] ?? 0);
    }

    /** Asks it to end after its job, and tells how it ended. */
    public function end(): int
    {
        proc_terminate($this->process, SIGTERM);
        $status = eventually('the worker ends', function () {
            $status = proc_get_status($this->process);
            return $status['running'] ? null : $status;
        });
        return $status['signaled'] ? 128 + $status['termsig'] : $status['exitcode'];
    }
}

/** Installs the module once more, as another file of other bytes. */
function install(string $module, string $folder): int
{
    static $number = 0;
    copy($module, "{$folder}/built.so");
    file_put_contents("{$folder}/built.so", 'another build ' . ++$number, FILE_APPEND);
    $done = run_command([dirname(__DIR__, 2) . '/scripts/install'], ['DESTDIR' => $folder, 'MODULE' => "{$folder}/built.so"]);
    if ($done['status'] !== 0) {
        throw new RuntimeException("scripts/install: {$done['output']}");
    }
    clearstatcache();
    return fileinode($folder . PHP_EXTENSION_DIR . '/gearman_rs.so');
}

$folder = soak_folder();
$log = "{$folder}/done";
touch($log);
$module = (string) getenv('MODULE');
$server = Gearmand::start();
$function = unique_name('upgrade');
$client = client($server);
$installed = $folder . PHP_EXTENSION_DIR . '/gearman_rs.so';
$times = share_of(100, 5);
$submitted = 0;
$workers = $files = $wrong = $ends = [];
for ($time = 0; $time < $times; $time++) {
    $file = install($module, $folder);
    $new = new Installed($installed, (string) $server->port, $function, $log);
    $workers[$new->pid] = $new;
    $files[$new->pid] = $file;
    // Until each has done a job since the module was replaced.
    $offset = filesize($log);
    eventually('every worker does a job', function () use ($client, $function, $workers, $log, $offset, &$submitted) {
        $client->doBackground($function, (string) ++$submitted);
        $since = file_get_contents($log, offset: $offset);
        return array_filter($workers, fn (Installed $worker) => !preg_match("/^{$worker->pid}\t/m", $since)) === [];
    });
    foreach ($workers as $pid => $worker) {
        if (!$worker->runs() || $worker->loaded() !== $files[$pid]) {
            $wrong[] = "worker {$pid} has file {$worker->loaded()}, and began with {$files[$pid]}";
        }
    }
    if (count($workers) > WORKERS_AT_A_TIME) {
        $ends[] = oldest_of($workers)->end();
    }
}
eventually('every job is done', fn () => $server->admin->queue($function)['jobs'] === 0);
array_push($ends, ...array_map(fn (Installed $worker) => $worker->end(), array_values($workers)));
$done = array_map(fn (string $line) => (int) explode("\t", $line)[1], file($log, FILE_IGNORE_NEW_LINES));
sort($done);

/** @param array<int, Installed> $workers */
function oldest_of(array &$workers): Installed
{
    $first = array_key_first($workers);
    $worker = $workers[$first];
    unset($workers[$first]);
    return $worker;
}

$verdicts = new Verdicts();
$verdicts->check('each worker kept the file it began with, and each new one had the new file', [], $wrong);
$verdicts->check('every worker ended well', array_fill(0, $times, 0), $ends);
$verdicts->check('every job was done once', range(1, $submitted), $done);
$verdicts->end(sprintf('%d installs under %d workers at a time; %d jobs, each done once; every worker ended well', $times, WORKERS_AT_A_TIME + 1, $submitted));
