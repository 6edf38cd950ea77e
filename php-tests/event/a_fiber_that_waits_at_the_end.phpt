--TEST--
A script may end while Fibers wait
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$child = Child::run(function () {
    $client = new class extends GearmanClient {
        public function __destruct()
        {
            echo "end of the client\n";
        }
    };
    with_servers($client);
    GearmanRs\on_wait(fn () => Fiber::suspend());
    $GLOBALS['fiber'] = new Fiber(function () use ($client) {
        try {
            $client->doNormal(unique_name('nobody'), 'x');
        } finally {
            echo "finally\n";
        }
    });
    $GLOBALS['fiber']->start();
    unset($client);
});
$child->wait();
echo "done\n";
?>
--EXPECT--
finally
end of the client
done
