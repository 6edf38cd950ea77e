<?php
require __DIR__ . '/../support.php';

final class Text
{
    public function __toString(): string
    {
        return 'as text';
    }
}
$values = ['null' => null, 'true' => true, 'false' => false, 'int' => 42, 'float' => 1.5, 'string' => 'text', 'object' => new Text()];
$names = [];
foreach ($values as $kind => $value) {
    $names[$kind] = unique_name($kind);
}
start_worker(array_map(fn ($value) => fn () => $value, array_combine($names, $values)));
$client = client();
foreach ($names as $kind => $name) {
    attempt($kind, fn () => $client->doNormal($name, 'x'), $client);
}
