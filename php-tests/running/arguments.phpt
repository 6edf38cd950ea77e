--TEST--
Impossible arguments are refused in the words of PHP
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = runner(['f' => fn () => null]);
$impossible = [
    ['jobs' => 0], ['jobs' => -1], ['jobs' => 'many'], ['seconds' => -0.1], ['seconds' => NAN], ['memory' => 0],
    ['idle' => -1], ['idle' => NAN], ['prefetch' => -1], ['prefetch' => 65],
    ['signals' => ['SIGTERM']], ['signals' => [15, null]], ['signals' => [0]], ['signals' => [-1]], ['signals' => [65]],
    ['signals' => [SIGKILL]], ['signals' => [SIGSTOP]], ['signals' => [SIGSEGV]], ['signals' => [32]], ['signals' => 15],
];
foreach ($impossible as $arguments) {
    try {
        echo $worker->run(...$arguments), "\n";
    } catch (TypeError | ValueError $error) {
        echo get_class($error), ': ', strstr($error->getMessage(), '#'), "\n";
    }
}
// What can be counted no more is no limit.
$worker->stop();
echo $worker->run(PHP_INT_MAX, INF, PHP_INT_MAX, 1e300, [SIGTERM, SIGTERM], 64), "\n";
?>
--EXPECT--
ValueError: #1 ($jobs) must be greater than 0
ValueError: #1 ($jobs) must be greater than 0
TypeError: #1 ($jobs) must be of type ?int, string given
ValueError: #2 ($seconds) must be greater than or equal to 0
ValueError: #2 ($seconds) must be greater than or equal to 0
ValueError: #3 ($memory) must be greater than 0
ValueError: #4 ($idle) must be greater than or equal to 0
ValueError: #4 ($idle) must be greater than or equal to 0
ValueError: #6 ($prefetch) must be between 0 and 64
ValueError: #6 ($prefetch) must be between 0 and 64
TypeError: #5 ($signals) must contain only values of type int, string given
TypeError: #5 ($signals) must contain only values of type int, null given
ValueError: #5 ($signals) must contain only signals that can be handled, 0 given
ValueError: #5 ($signals) must contain only signals that can be handled, -1 given
ValueError: #5 ($signals) must contain only signals that can be handled, 65 given
ValueError: #5 ($signals) must contain only signals that can be handled, 9 given
ValueError: #5 ($signals) must contain only signals that can be handled, 19 given
ValueError: #5 ($signals) must contain only signals that can be handled, 11 given
ValueError: #5 ($signals) must contain only signals that can be handled, 32 given
TypeError: #5 ($signals) must be of type array, int given
stopped
