--TEST--
An error handler that throws ends the call; its links serve the next one
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$server, $dead] = [Gearmand::start(), dead_address()];
$admin = administrator($dead, $server);
set_error_handler(fn (int $level, string $message) => throw new ErrorException($message));
foreach ([fn () => $admin->status(), fn () => $admin->createFunction('f'), fn () => $admin->cancelJob('H:a:1')] as $call) {
    try {
        $call();
    } catch (ErrorException $exception) {
        echo strtr($exception->getMessage(), [$dead => 'DEAD']), "\n";
    }
}
restore_error_handler();
echo json_encode(@$admin->status()[$server->address()]), "\n";
?>
--EXPECT--
GearmanRs\Admin::status(): status(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
GearmanRs\Admin::createFunction(): createFunction(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
{"f":{"total":0,"running":0,"workers":0}}
