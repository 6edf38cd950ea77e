--TEST--
A signal handler runs while a call waits in the handler
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$client = client();
$client->setTimeout(300);
pcntl_signal(SIGUSR1, fn () => print "signal\n");
$is_sent = false;
GearmanRs\on_wait(function ($stream, ?float $seconds) use (&$is_sent) {
    if (!$is_sent) {
        $is_sent = true;
        posix_kill(getmypid(), SIGUSR1);
    }
    $read = [$stream];
    $write = $except = null;
    @stream_select($read, $write, $except, 0, (int) ($seconds * 1e6));
});
echo json_encode(@$client->doNormal(unique_name('nobody'), 'x')), "\n";
?>
--EXPECT--
signal
""
