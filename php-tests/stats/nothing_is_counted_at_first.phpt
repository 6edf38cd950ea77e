--TEST--
Every counter is there, and 0, before anything was done
--FILE--
<?php
require __DIR__ . '/../support/all.php';

echo json_encode(GearmanRs\stats(), JSON_PRETTY_PRINT), "\n";
?>
--EXPECT--
{
    "connections_opened": 0,
    "connections_reused": 0,
    "connections_lost": 0,
    "failovers": 0,
    "jobs_submitted": 0,
    "jobs_completed": 0,
    "jobs_failed": 0,
    "timeouts": 0,
    "jobs_worked": 0,
    "jobs_worked_in_vain": 0,
    "jobs_given_back": 0,
    "bytes_in": 0,
    "bytes_out": 0
}
