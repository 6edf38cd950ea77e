--TEST--
priorityStatus() counts what waits, by priority
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$client = client($server);
foreach (['doHighBackground' => 1, 'doBackground' => 2, 'doLowBackground' => 3] as $submit => $jobs) {
    for ($i = 0; $i < $jobs; $i++) {
        $client->$submit('resize', 'x', "{$submit} {$i}");
    }
}
$admin = administrator($server);
// gearmand 1.1.19 tells only whether there are any.
$most = preg_match('/^1\.1\.1\d/', $admin->versions()[$server->address()]) ? 1 : PHP_INT_MAX;
$check = function (int $high, int $workers) use ($admin, $server, $most) {
    $expected = ['high' => $high, 'normal' => min(2, $most), 'low' => min(3, $most), 'workers' => $workers];
    $seen = $admin->priorityStatus()[$server->address()];
    echo $seen === ['resize' => $expected] ? 'right' : json_encode($seen), "\n";
};
$check(1, 0);
worker(['resize' => fn () => $check(0, 1)], $server)->work();
?>
--EXPECT--
right
right
