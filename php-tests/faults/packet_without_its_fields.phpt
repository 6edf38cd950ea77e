--TEST--
A packet that lacks fields: return code 10
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

hostile_client_call(fn (Packet $request) => match ($request->type) {
    GEARMAN_COMMAND_SUBMIT_JOB => Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:bad:1')
        . Packet::response(GEARMAN_COMMAND_WORK_STATUS, 'H:bad:1'),
    default => Packet::response(GEARMAN_COMMAND_STATUS_RES, 'H:bad:1', '1'),
});
?>
--EXPECT--
doBackground: "" GEARMAN_INVALID_PACKET
doNormal: "" GEARMAN_INVALID_PACKET
jobStatus: [false,false,0,0] GEARMAN_INVALID_PACKET
ping: false GEARMAN_INVALID_PACKET
and the next call: "H:good:1"
