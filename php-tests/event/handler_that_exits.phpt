--TEST--
A handler may end the process
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$child = Child::run(function () {
    $client = client();
    register_shutdown_function(function () use ($client) {
        GearmanRs\on_wait(null);
        echo 'shutdown function: ', json_encode($client->ping('x')), "\n";
    });
    GearmanRs\on_wait(function () {
        echo "bye\n";
        exit(3);
    });
    $client->doNormal(unique_name('nobody'), 'x');
    echo "NOT REACHED\n";
});
echo $child->wait(), "\n";
?>
--EXPECT--
bye
shutdown function: true
exit 3
