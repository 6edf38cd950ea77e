--TEST--
What a callback does to a context that it takes by reference reaches neither the variable that was passed nor another task
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function count_up(GearmanTask $task, int &$count): void
{
    $count++;
    echo "{$count}\n";
}

$function = unique_name('count');
start_worker([$function => fn () => 'result']);
$client = client();
$client->setCompleteCallback('count_up');
$count = 0;
for ($i = 0; $i < 3; $i++) {
    $client->addTask($function, 'x', $count);
}
$alias = &$count;
$client->addTask($function, 'x', $alias);
call_user_func_array([$client, 'addTask'], [$function, 'x', &$count]);
var_dump($client->runTasks(), $count);

$holder = new class () {
    public function __construct(public readonly int $number = 5)
    {
    }
};
$client->addTask($function, 'x', $holder->number);
var_dump($client->runTasks(), $holder->number);
?>
--EXPECT--
1
1
1
1
1
bool(true)
int(0)
6
bool(true)
int(5)
