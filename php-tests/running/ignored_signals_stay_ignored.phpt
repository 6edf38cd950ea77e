--TEST--
A signal that the process ignores is not listened to
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_signal(SIGTERM, SIG_IGN);
$function = unique_name('ignored');
$worker = runner([$function => fn () => posix_kill(getmypid(), SIGTERM)]);
client()->doBackground($function, 'x');
client()->doBackground($function, 'y');
echo $worker->run(idle: 0), "\n";
posix_kill(getmypid(), SIGTERM);
echo "still here\n";
?>
--EXPECT--
idle
still here
