--TEST--
A large result that just fits into the memory limit comes, and one that does not ends the script with PHP's own words
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$function = unique_name('large');
start_worker([$function => fn (GearmanJob $job) => str_repeat('r', (int) $job->workload())]);
$script = <<<PHP
    \$client = new GearmanClient();
    \$client->addServer('{$server->host}', {$server->port});
    \$client->setTimeout(100000);
    echo strlen(\$client->doNormal('{$function}', (string) (20 << 20))), "\n";
    PHP;
foreach (['24M', '32M', '16M', '-1'] as $limit) {
    ['status' => $status, 'output' => $output] =
        run_php(['-d', 'display_errors=1', '-d', 'html_errors=0', '-d', "memory_limit={$limit}", '-r', $script]);
    echo "{$limit}: ", trim($output), " ({$status})\n";
}
?>
--EXPECTF--
24M: 20971520 (0)
32M: 20971520 (0)
16M: %AFatal error: Allowed memory size of %d bytes exhausted%s(tried to allocate %d bytes) in Command line code on line %d (255)
-1: 20971520 (0)
