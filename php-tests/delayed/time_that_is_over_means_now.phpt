--TEST--
A time that is over means now: the job is queued like any other
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('now');
$client = rs_client();
foreach ([0, 1, time(), new DateTime('2000-01-01')] as $when) {
    var_dump($client->doBackgroundAt($function, 'x', $when) !== '');
}
$worker = worker([$function => function () {
    echo "done\n";
}]);
for ($jobs = 0; $jobs < 4; $jobs++) {
    $worker->work();
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
done
done
done
done
