--TEST--
The time may be a date of any class and time zone, or what PHP makes an int of
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Holiday extends DateTimeImmutable
{
}

$server = ScriptedServer::start(function ($connection, Child $test) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
            continue;
        }
        $test->send([$packet->type, ...$packet->arguments]);
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:later:1'));
    }
});
$client = new GearmanRs\Client();
$client->addServer('127.0.0.1', $server->port);
$dates = [
    2000000000,
    '2000000000',
    2e9,
    new DateTime('2033-05-18 03:33:20 UTC'),
    new DateTimeImmutable('2033-05-18 05:33:20.999 +02:00'),
    new Holiday('@2000000000'),
];
foreach ($dates as $date) {
    echo $client->doBackgroundAt('function', 'x', $date, 'key'), ' ', json_encode($server->receive()), "\n";
}
?>
--EXPECT--
H:later:1 [36,"function","key","2000000000","x"]
H:later:1 [36,"function","key","2000000000","x"]
H:later:1 [36,"function","key","2000000000","x"]
H:later:1 [36,"function","key","2000000000","x"]
H:later:1 [36,"function","key","2000000000","x"]
H:later:1 [36,"function","key","2000000000","x"]
