--TEST--
A handler may let go of the object, close its stream, and set another handler
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function select($stream): void
{
    $read = [$stream];
    $write = $except = null;
    stream_select($read, $write, $except, 1);
}

class Noisy extends GearmanClient
{
    public function __destruct()
    {
        echo "pong\n";
    }
}

$server = Gearmand::start();
$client = with_servers(new Noisy(), $server);
// Without that the answer might be there before anybody waits.
$server->hang();
GearmanRs\on_wait(function ($stream) use ($server, &$client) {
    $server->goOn();
    echo $client ? "the last hold is gone\n" : '';
    $client = null;
    select($stream);
});
$client->ping('x');

$say = fn (string $what, bool $answer) => print "{$what}: " . ($answer ? "pong\n" : "nothing\n");
$client = client();
GearmanRs\on_wait(function ($stream) {
    select($stream);
    fclose($stream);
});
$say('closed', $client->ping('x') && $client->ping('y'));
GearmanRs\on_wait(function ($stream) {
    GearmanRs\on_wait(select(...));
    gc_collect_cycles();
    select($stream);
});
$say('replaced', $client->ping('x') && $client->ping('y'));
GearmanRs\on_wait(fn () => GearmanRs\on_wait(null));
$say('off', $client->ping('x'));
?>
--EXPECT--
the last hold is gone
pong
closed: pong
replaced: pong
off: pong
