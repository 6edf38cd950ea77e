<?php

// One request of a thread that is a client: PORT and FUNCTION in the environment.

[$port, $function] = [(int) getenv('PORT'), getenv('FUNCTION')];
$client = new GearmanClient();
$client->setTimeout(100_000);
$client->addServer('127.0.0.1', $port);
$wrong = 0;
$name = bin2hex(random_bytes(8));
$client->setCompleteCallback(function (GearmanTask $task, string $expected) use (&$wrong) {
    $wrong -= (int) ($task->data() === $expected);
});
for ($number = 0; $number < 20; $number++) {
    $wrong += (int) ($client->doNormal($function, "{$name}-{$number}") !== strrev("{$name}-{$number}"));
    $client->addTask($function, "{$name}-task-{$number}", strrev("{$name}-task-{$number}"));
    $wrong++;
}
$wrong += (int) !$client->runTasks();
$wrong += (int) ($client->doBackground($function, $name) === '');

// A child of one thread has none of the others. It speaks on links of its own. It ends by a signal, as PHP's own end of a
// request waits for locks that another thread of its parent may have held; and ThreadSanitizer holds back all but SIGKILL.
$pid = pcntl_fork();
if ($pid === 0) {
    posix_kill(posix_getpid(), $client->doNormal($function, "{$name}-child") === strrev("{$name}-child") ? SIGKILL : SIGTERM);
}
pcntl_waitpid($pid, $status);
$wrong += (int) (!pcntl_wifsignaled($status) || pcntl_wtermsig($status) !== SIGKILL);
$wrong += (int) ($client->doNormal($function, "{$name}-after") !== strrev("{$name}-after"));
echo "client 43 {$wrong}\n";
