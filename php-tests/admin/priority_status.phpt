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
$show = function () use ($admin, $server) {
    echo json_encode($admin->priorityStatus()[$server->address()]), "\n";
};
$show();
worker(['resize' => $show], $server)->work();
?>
--EXPECT--
{"resize":{"high":1,"normal":2,"low":3,"workers":0}}
{"resize":{"high":0,"normal":2,"low":3,"workers":1}}
