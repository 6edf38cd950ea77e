--TEST--
A fatal error in a callback, of whatever kind, gives the job back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$fatal = [
    'user error' => '@trigger_error("x", E_USER_ERROR);',
    'compile error' => 'eval("class Twice {} class Twice {}");',
    'out of memory' => 'str_repeat("x", 1_000_000_000);',
    'uncaught' => 'throw new LogicException("x");',
];
foreach ($fatal as $kind => $code) {
    $function = unique_name('fatal');
    $client = new Wire(Gearmand::shared());
    $client->submit($function, 'x', $function);
    $child = Child::run(function () use ($function, $code, $kind) {
        ini_set('display_errors', '0');
        $worker = worker([$function => fn () => eval($code)]);
        if ($kind === 'uncaught') {
            // The exception is sent and ends the job; the process ends only afterwards.
            $worker->work();
        }
        $worker->work();
    });
    echo $kind, ': ', $child->wait(), "\n";
    if ($kind === 'uncaught') {
        echo json_encode($client->history()), "\n";
        continue;
    }
    worker([$function => fn () => 'second run'])->work();
    echo json_encode($client->history()), "\n";
}
?>
--EXPECT--
user error: exit 255
["13 second run"]
compile error: exit 255
["13 second run"]
out of memory: exit 255
["13 second run"]
uncaught: exit 255
["25 LogicException: x"]
