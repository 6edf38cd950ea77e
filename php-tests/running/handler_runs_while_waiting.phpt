--TEST--
A handler of the script runs before run() returns, also when the signal comes while it waits
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('handler');
$child = Child::run(function (Child $test) use ($function) {
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, fn () => $test->send('handler'));
    $test->send(runner([$function => fn () => null])->run());
});
eventually('it waits', fn () => Gearmand::shared()->admin->workersOf($function));
$child->kill(SIGTERM);
echo $child->receive(), ' ', $child->receive(), ' ', $child->wait(), "\n";
?>
--EXPECT--
handler signal exit 0
