--TEST--
A client connected over TLS before a fork works in the parent and in three children at once, and every job is counted
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$client = tls_client($server);
$client->ping('connected');
$submit = function (string $who) use ($client) {
    for ($i = 0; $i < 50; $i++) {
        if ($client->doBackground('counted', "{$who} {$i}") === '') {
            echo "{$who} {$i} failed\n";
        }
    }
};
$children = array_map(fn (string $who) => Child::run(fn () => $submit($who)), ['a', 'b', 'c']);
$submit('parent');
foreach ($children as $child) {
    echo $child->wait(), "\n";
}
// A child that leaves the client alone closes nothing of the parent's.
echo Child::run(function () {
})->wait(), "\n";
var_dump($client->ping('still mine'));

$seen = [];
$worker = tls_worker(['counted' => function (GearmanJob $job) use (&$seen) {
    $seen[] = $job->workload();
}], $server);
for ($i = 0; $i < 200; $i++) {
    $worker->work();
}
var_dump(count(array_unique($seen)));
?>
--EXPECT--
exit 0
exit 0
exit 0
exit 0
bool(true)
int(200)
