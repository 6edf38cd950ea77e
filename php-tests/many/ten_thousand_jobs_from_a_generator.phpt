--TEST--
Ten thousand jobs from a generator: all are queued, each under a handle of its own
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('many');
$client = rs_client();
$handles = $client->doBackgroundMany($function, (function () {
    for ($number = 0; $number < 10_000; $number++) {
        yield "workload {$number}";
    }
})());
var_dump(count(array_unique($handles)), Gearmand::shared()->admin->queue($function)['jobs']);
var_dump($client->returnCode(), $client->error(), $client->doJobHandle() === end($handles));
?>
--EXPECT--
int(10000)
int(10000)
int(0)
bool(false)
bool(true)
