--TEST--
workers() lists the connections, what they call themselves and what they offer
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$worker = worker(['resize' => 'strlen', 'App\Job:send' => 'strlen'], $server);
$worker->setId('host-7');
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$admin = administrator($server);
$rows = eventually('both are listed', function () use ($admin, $worker, $server) {
    @$worker->work();
    $rows = $admin->workers()[$server->address()];
    return array_sum(array_map(fn (array $row) => count($row['functions']), $rows)) === 2 ? $rows : null;
});
usort($rows, fn (array $one, array $other) => count($other['functions']) <=> count($one['functions']));
sort($rows[0]['functions']);
// A connection that was just closed may still be there.
print_r(array_slice($rows, 0, 2));
?>
--EXPECT--
Array
(
    [0] => Array
        (
            [address] => 127.0.0.1
            [id] => host-7
            [functions] => Array
                (
                    [0] => App\Job:send
                    [1] => resize
                )

        )

    [1] => Array
        (
            [address] => 127.0.0.1
            [id] => -
            [functions] => Array
                (
                )

        )

)
