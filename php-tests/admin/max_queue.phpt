--TEST--
setMaxQueue() limits the jobs of a function, for each priority by itself
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
$client = client($server);
$submit = function (string $function) use ($client) {
    $taken = [];
    foreach (['doBackground', 'doHighBackground', 'doLowBackground'] as $submit) {
        for ($taken[$submit] = 0; $taken[$submit] < 5 && @$client->$submit($function, 'x', uniqid()) !== '';) {
            $taken[$submit]++;
        }
    }
    return $taken;
};
foreach (['a' => [2], 'b' => [2, 4, 3], 'c' => [null, 6], 'd' => [0, 0, 0], 'e' => [1, null, null]] as $function => $limits) {
    var_dump($admin->createFunction($function), $admin->setMaxQueue($function, ...$limits));
    echo "{$function}: ", json_encode($submit($function)), "\n";
}
var_dump($admin->setMaxQueue('a', null, low: 100));
echo 'a: ', json_encode($submit('a')), "\n";
?>
--EXPECT--
bool(true)
bool(true)
a: {"doBackground":2,"doHighBackground":5,"doLowBackground":5}
bool(true)
bool(true)
b: {"doBackground":2,"doHighBackground":2,"doLowBackground":0}
bool(true)
bool(true)
c: {"doBackground":5,"doHighBackground":1,"doLowBackground":5}
bool(true)
bool(true)
d: {"doBackground":5,"doHighBackground":5,"doLowBackground":5}
bool(true)
bool(true)
e: {"doBackground":1,"doHighBackground":5,"doLowBackground":5}
bool(true)
a: {"doBackground":5,"doHighBackground":5,"doLowBackground":5}
