--TEST--
The handler gets the object's stream, and for how long it may take
--FILE--
<?php
require __DIR__ . '/../support/all.php';

echo GearmanRs\on_wait(null) === null ? "none before\n" : "one before\n";
$server = Gearmand::start();
$given = null;
$handler = function ($stream, ?float $seconds) use ($server, &$given) {
    if ($given === null) {
        $limit = $seconds === null ? 'as long as it takes' : ceil($seconds) . ' s at most';
        echo get_resource_type($stream), ", {$limit}\n";
    }
    $server->goOn();
    $given = $stream;
    $read = [$stream];
    $write = $except = null;
    stream_select($read, $write, $except, (int) DEADLINE_SECONDS);
};
$client = rs_client($server);
// Without that the answer might be there before anybody waits.
$server->hang();
GearmanRs\on_wait($handler);
echo json_encode($client->ping('x')), "\n";
echo 'the same as stream(): ', json_encode($given === $client->stream()), "\n";
$given = null;
$client->setTimeout(-1);
$server->hang();
$client->ping('x');
echo 'the one before: ', json_encode(GearmanRs\on_wait(null) === $handler), "\n";
echo GearmanRs\on_wait(null) === null ? "none\n" : "one\n";
?>
--EXPECT--
none before
stream, 100 s at most
true
the same as stream(): true
stream, as long as it takes
the one before: true
none
