<?php
require __DIR__ . '/../support.php';

$exception = new GearmanException('text', 7, new LogicException('before'));
show('message', $exception->getMessage());
show('code', [$exception->getCode(), $exception->code]);
show('line', $exception->getLine());
show('file', basename($exception->getFile()));
show('previous', $exception->getPrevious()::class);
show('trace', $exception->getTrace());
show('default code', (new GearmanException())->code);
$exception->code = 12;
show('the code is public', $exception->getCode());
show('parents', class_parents($exception));
show('final', (new ReflectionClass($exception))->isFinal());
