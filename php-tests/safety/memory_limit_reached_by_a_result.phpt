--TEST--
A result for which there is no memory ends the script in order, and leaves the object usable
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$function = unique_name('large');
$script = <<<PHP
    \$client = new GearmanClient();
    \$client->addServer('{$server->host}', {$server->port});
    \$client->setContext(str_repeat('x', 3_000_000));
    \$client->doBackground('{$function}', 'x');
    \$worker = new GearmanWorker();
    \$worker->setTimeout(20000);
    \$worker->addServer('{$server->host}', {$server->port});
    \$worker->addFunction('{$function}', fn () => large(\$client));
    function large(GearmanClient \$client)
    {
        ini_set('memory_limit', 3 << 20);
        \$client->context();
    }
    register_shutdown_function(function () use (\$client) {
        ini_set('memory_limit', -1);
        echo strlen(\$client->context()), " bytes\n";
        var_dump(\$client->setContext(''), \$client->context(), \$client->ping('x'));
    });
    PHP;
foreach (['large($client);', '$worker->work();'] as $call) {
    ['status' => $status, 'output' => $output] =
        run_php(['-d', 'display_errors=1', '-d', 'html_errors=0', '-r', "{$script} {$call} echo 'not ended';"]);
    echo $output, $status, "\n";
}

// The job of the second one was given back.
worker([$function => fn (GearmanJob $job) => print "again: {$job->workload()}\n"])->work();
?>
--EXPECTF--
%AFatal error: Allowed memory size of %d bytes exhausted%s(tried to allocate %d bytes) in Command line code on line %d
3000000 bytes
bool(true)
string(0) ""
bool(true)
255
%AFatal error: Allowed memory size of %d bytes exhausted%s(tried to allocate %d bytes) in Command line code on line %d
3000000 bytes
bool(true)
string(0) ""
bool(true)
255
again: x
