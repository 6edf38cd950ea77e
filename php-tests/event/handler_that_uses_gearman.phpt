--TEST--
A handler may use another object, and is refused its own
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$client = client($server);
$other = client();
// Without that the answer might be there before anybody waits.
$server->hang();
$is_inside = false;
GearmanRs\on_wait(function ($stream) use ($server, $client, $other, &$is_inside) {
    if (!$is_inside) {
        $is_inside = true;
        try {
            $client->ping('x');
        } catch (GearmanException) {
            echo "refused\n";
        }
        $server->goOn();
        $answer = $other->ping('y');
        echo 'inner: ', json_encode($answer), "\n";
    }
    $read = [$stream];
    $write = $except = null;
    stream_select($read, $write, $except, 1);
});
$answer = $client->ping('x');
echo 'outer: ', json_encode($answer), "\n";
?>
--EXPECT--
refused
inner: true
outer: true
