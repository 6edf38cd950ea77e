<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
$calls = [
    'a port of words' => ['addServer', '127.0.0.1', 'abc'],
    'a timeout of text' => ['setTimeout', '100'],
    'a timeout of words' => ['setTimeout', 'abc'],
    'an option of words' => ['addOptions', 'abc'],
    'an option of text' => ['addOptions', '2'],
    'an id of int' => ['setId', 5],
    'an id of array' => ['setId', []],
    'too few' => ['addFunction', 'f'],
    'a function name of array' => ['register', []],
    'a function timeout of words' => ['register', 'f', 'x'],
    'a function timeout of text' => ['register', 'f', '5'],
];
foreach ($calls as $kind => $arguments) {
    $method = array_shift($arguments);
    attempt($kind, fn () => call_user_func_array([$worker, $method], $arguments));
}
