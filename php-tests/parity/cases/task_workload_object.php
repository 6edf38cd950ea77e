<?php
require __DIR__ . '/../support.php';

$client = client();
try {
    @$client->addTask('f', new ArrayObject());
} catch (Error $error) {
    show('error', $error->getMessage());
}
attempt('runTasks', fn () => $client->runTasks(), $client);
