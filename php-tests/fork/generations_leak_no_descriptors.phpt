--TEST--
A child, its child and the child of that have no more descriptors than the first process, when each uses the client
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function descriptors(GearmanClient $client): int
{
    $client->ping('x') || throw new RuntimeException($client->error());
    return count(scandir('/proc/self/fd'));
}

$client = client();
$counts = [descriptors($client)];
for ($generation = 0; $generation < 3; $generation++) {
    if (pcntl_fork() !== 0) {
        pcntl_wait($status);
        exit;
    }
    $counts[] = descriptors($client);
}
var_dump(count($counts), count(array_unique($counts)) === 1 ?: $counts);
?>
--EXPECT--
int(4)
bool(true)
