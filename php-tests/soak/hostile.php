<?php

// Promise 5: whatever a server sends, at whatever moment: no crash, no call beyond its timeout, no memory but for what
// has come, and the next call works.

declare(strict_types=1);

require __DIR__ . '/support.php';
foreach (['HostileServer', 'packets', 'states'] as $part) {
    require __DIR__ . "/hostile/{$part}.php";
}

const STATES_AT_A_TIME = 5;

/** What one state met: how many cases, what went wrong, the slowest call, and the memory it took. */
function meet(string $state, bool $isWorker, HostileServer $server, int $every): array
{
    [$trigger, $prefix, $call] = $parts = $isWorker ? worker_states()[$state] : client_states()[$state];
    $report = ['cases' => 0, 'wrong' => [], 'slowest' => 0.0, 'slowest case' => '', 'peak' => 0];
    $number = crc32($state);
    foreach (hostile_packets() as $name => $packet) {
        foreach (hostile_cases($trigger, $prefix, $packet, $parts[3] ?? false) as $way => $case) {
            // A part of them in a short run: each time the same ones.
            if ($number++ % $every !== 0) {
                continue;
            }
            $report['cases']++;
            $server->play($case);
            $peer = $isWorker ? new HostileWorker($server->port) : new HostileClient($server->port);
            $began = microtime(true);
            $peer->meet($call);
            $took = microtime(true) - $began;
            if ($took > $report['slowest']) {
                $report = ['slowest' => $took, 'slowest case' => "{$state}, {$name} {$way}"] + $report;
            }
            // Whatever it has left open ends here: then the server is well.
            $case->isInstead ? $server->play(null) : null;
            $peer->works() || $report['wrong'][] = "{$state}, {$name} {$way}";
            unset($peer);
            gc_collect_cycles();
            if ($report['cases'] === 20) {
                $first = peak_kibibytes();
            }
        }
    }
    $report['peak'] = peak_kibibytes() - ($first ?? peak_kibibytes());
    return $report;
}

final class HostileClient
{
    private GearmanRs\Client $client;

    public function __construct(int $port)
    {
        $this->client = new GearmanRs\Client();
        $this->client->addServer('127.0.0.1', $port, false);
        $this->client->setTimeout(HOSTILE_TIMEOUT_MILLISECONDS);
    }

    public function meet(callable $call): void
    {
        try {
            @$call($this->client);
        } catch (GearmanException) {
            // enableExceptionHandler() throws it.
        }
    }

    public function works(): bool
    {
        $this->client->setTimeout(DEADLINE_MILLISECONDS);
        $submit = fn () => str_starts_with((string) @$this->client->doBackground('function', 'good'), 'H:good:');
        // What came when nobody was listening any more is met by the next call; the one after that works.
        return $submit() || $submit();
    }
}

final class HostileWorker
{
    private GearmanRs\Worker $worker;

    private bool $hasWorked = false;

    public function __construct(int $port)
    {
        $this->worker = new GearmanRs\Worker();
        $this->worker->addServer('127.0.0.1', $port, false);
        $this->worker->setTimeout(HOSTILE_TIMEOUT_MILLISECONDS);
        $this->worker->addFunction('function', function (GearmanJob $job) {
            $this->hasWorked = $job->workload() === 'good';
        });
    }

    public function meet(callable $call): void
    {
        try {
            @$call($this->worker);
        } catch (GearmanException) {
            // run() throws it when its server is gone.
        }
    }

    public function works(): bool
    {
        $this->hasWorked = false;
        $this->worker->setTimeout(1000);
        return eventually('a job is done', fn () => @$this->worker->work() && $this->hasWorked);
    }
}

// At its end run() waits for the answer to what it has asked for, up to a second and half of another.
ini_set('gearman.connect_timeout', '500');
$every = max(1, (int) round(1 / (float) (getenv('SOAK_SHARE') ?: '1')));
$states = [
    ...array_map(fn (string $state) => [$state, false], array_keys(client_states())),
    ...array_map(fn (string $state) => [$state, true], array_keys(worker_states())),
];
$verdicts = new Verdicts();
$cases = 0;
$slowest = $peak = 0.0;
$slowestCase = $greediest = '';
// They wait more than they work: several at a time, each with a server of its own.
foreach (array_chunk($states, STATES_AT_A_TIME) as $some) {
    $met = [];
    foreach ($some as [$state, $isWorker]) {
        $met[] = [$state, $isWorker, soak_child(fn (Child $test) => $test->send(meet($state, $isWorker, new HostileServer(), $every)))];
    }
    foreach ($met as [$state, $isWorker, $child]) {
        $what = ($isWorker ? 'worker, ' : 'client, ') . $state;
        $end = $child->wait(SOAK_SECONDS);
        $verdicts->check("{$what}: the process ended well", 'exit 0', $end);
        if ($end !== 'exit 0') {
            continue;
        }
        $report = $child->receive();
        $verdicts->check("{$what}: after each of {$report['cases']} cases the next call works", [], $report['wrong']);
        $cases += $report['cases'];
        if ($report['peak'] > $peak) {
            [$peak, $greediest] = [$report['peak'], $what];
        }
        if ($report['slowest'] > $slowest) {
            [$slowest, $slowestCase] = [$report['slowest'], $report['slowest case']];
        }
    }
}
$verdicts->check_at_most("seconds of the slowest call, {$slowestCase}", 2.5 + HOSTILE_TIMEOUT_MILLISECONDS / 1000, $slowest);
$verdicts->check_at_most("KiB that the greediest state took, {$greediest}", 8192, $peak);
$verdicts->end(sprintf(
    '%d states, %s cases; slowest call %.2f s with a timeout of %.2f s; memory at its most %d KiB more',
    count($states), number_format($cases), $slowest, HOSTILE_TIMEOUT_MILLISECONDS / 1000, $peak,
));
