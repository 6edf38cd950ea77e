--TEST--
A list that does not fit into memory_limit ends the script as any such array does
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = TextServer::start(function (string $command) {
    $keys = '';
    for ($i = 0; $i < 200_000; $i++) {
        $keys .= "a key of some length {$i}\n";
    }
    return $keys . ".\n" . TextServer::FENCE;
});
ini_set('memory_limit', '10M');
register_shutdown_function(fn () => print "shut down\n");
administrator($server)->uniqueJobs();
echo "not reached\n";
?>
--EXPECTF--
%AAllowed memory size of 10485760 bytes exhausted%s in %s on line %d
shut down
