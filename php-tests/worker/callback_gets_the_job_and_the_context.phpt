--TEST--
A callback gets two arguments always: the job and the context, which is null if none was given
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
foreach ([[], [null], ['text'], [['list']], [new ArrayObject(['object'])]] as $context) {
    $function = unique_name('context');
    $client->doBackground($function, 'x');
    $worker = worker();
    $worker->addFunction($function, function () {
        echo get_class(func_get_arg(0)), ' ', func_num_args(), ' ', json_encode(func_get_arg(1)), "\n";
    }, ...$context);
    $worker->work();
}
?>
--EXPECT--
GearmanJob 2 null
GearmanJob 2 null
GearmanJob 2 "text"
GearmanJob 2 ["list"]
GearmanJob 2 {"0":"object"}
