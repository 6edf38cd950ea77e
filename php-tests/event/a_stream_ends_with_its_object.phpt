--TEST--
A stream is closed when its object is gone
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = rs_client();
$worker = looping_worker([]);
$streams = [$client->stream(), $worker->stream()];
echo is_resource($streams[0]) && is_resource($streams[1]) ? "open\n" : "closed\n";
unset($client, $worker);
foreach ($streams as $stream) {
    echo is_resource($stream) ? "open\n" : "closed\n";
}
// One that is left to the end of the script must do no harm there.
$last = rs_client();
$kept = $last->stream();
stream_filter_append($kept, 'string.rot13');
echo "end\n";
?>
--EXPECT--
open
closed
closed
end
