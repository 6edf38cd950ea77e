--TEST--
Wrong types and wrong numbers of arguments get the errors that PHP gives for its own classes
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
$calls = [
    fn () => $worker->addFunction([], 'strlen'),
    fn () => $worker->addFunction('function'),
    fn () => $worker->setTimeout('soon'),
    fn () => $worker->work(1),
    fn () => $worker->addServer('127.0.0.1', 'abc'),
    fn () => gearman_worker_work(new GearmanClient()),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (TypeError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
TypeError: GearmanWorker::addFunction(): Argument #1 ($function_name) must be of type string, array given
ArgumentCountError: GearmanWorker::addFunction() expects at least 2 arguments, 1 given
TypeError: GearmanWorker::setTimeout(): Argument #1 ($timeout) must be of type int, string given
ArgumentCountError: GearmanWorker::work() expects exactly 0 arguments, 1 given
TypeError: GearmanWorker::addServer(): Argument #2 ($port) must be of type int, string given
TypeError: gearman_worker_work(): Argument #1 ($obj) must be of type GearmanWorker, GearmanClient given
