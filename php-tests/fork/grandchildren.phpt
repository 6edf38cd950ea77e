--TEST--
A client works in a child of a child as well
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$client->ping('connected');
$child = Child::run(function (Child $parent) use ($client) {
    $grandchild = Child::run(fn (Child $child) => $child->send($client->ping('grandchild')));
    $parent->send([$grandchild->receive(), $client->ping('child')]);
});
echo json_encode($child->receive()), "\n";
var_dump($client->ping('parent'));
?>
--EXPECT--
[true,true]
bool(true)
