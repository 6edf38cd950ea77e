--TEST--
A context of any type comes back as it is
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('context');
start_worker([$function => fn () => 'result']);
$object = new ArrayObject();
$client = client();
$client->setCompleteCallback(function (GearmanTask $task, mixed $context) use ($object) {
    echo get_debug_type($context), $context === $object ? ' the same' : '', "\n";
});
foreach ([null, true, 42, 1.5, 'text', ['list'], $object, fn () => null, STDIN] as $context) {
    $client->addTask($function, 'x', $context);
    $client->runTasks();
}
?>
--EXPECT--
null
bool
int
float
string
array
ArrayObject the same
Closure
resource (stream)
