<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('an unknown name', fn () => $worker->addFunction('f', 'no_such_function'), $worker);
attempt('an unknown method', fn () => $worker->addFunction('f', [new ArrayObject(), 'nope']), $worker);
attempt('a private method', fn () => $worker->addFunction('f', [new class {
    private function hidden(): void
    {
    }
}, 'hidden']), $worker);
attempt('a number', fn () => $worker->addFunction('f', 12), $worker);
attempt('null', fn () => $worker->addFunction('f', null), $worker);
attempt('an empty name', fn () => $worker->addFunction('', fn () => ''), $worker);
attempt('too long a name', fn () => $worker->addFunction(str_repeat('f', 513), fn () => ''), $worker);
attempt('work', fn () => $worker->work(), $worker);
