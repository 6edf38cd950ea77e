--TEST--
Clients, workers and jobs cannot be cloned: an Error, not a crash
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([new GearmanClient(), new GearmanWorker(), new GearmanJob()] as $object) {
    try {
        clone $object;
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
Error: Trying to clone an uncloneable object of class GearmanClient
Error: Trying to clone an uncloneable object of class GearmanWorker
Error: Trying to clone an uncloneable object of class GearmanJob
