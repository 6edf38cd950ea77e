--TEST--
A child, its child and the child of that have no more descriptors than the first process, when each uses the client and a worker
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function descriptors(GearmanClient $client, GearmanWorker $worker): int
{
    if (!$client->ping('x') || !$worker->ping('x')) {
        throw new RuntimeException("{$client->error()} {$worker->error()}");
    }
    return count(scandir('/proc/self/fd'));
}

$client = client();
$worker = worker([unique_name('idle') => fn () => '']);
$counts = [descriptors($client, $worker)];
for ($generation = 1; $generation <= 3; $generation++) {
    if (pcntl_fork() !== 0) {
        pcntl_wait($status);
        exit;
    }
    pcntl_alarm(550);
    $counts[] = descriptors($client, $worker);
}
var_dump(count($counts), max($counts) <= $counts[0] ?: $counts);
?>
--EXPECT--
int(4)
bool(true)
