--TEST--
A fatal error in a task callback ends the process as PHP ends it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fatal');
start_worker([$function => fn () => 'result']);
$child = Child::run(function () use ($function) {
    $client = client();
    $client->setCompleteCallback(function () {
        eval('class Twice {} class Twice {}');
    });
    $client->addTask($function, 'x');
    $client->runTasks();
});
echo $child->wait(), "\n";
?>
--EXPECTF--
Fatal error: Cannot %Sdeclare class Twice%S in %s on line %d
exit 255
