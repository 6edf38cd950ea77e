--TEST--
jobs() lists handles, how many workers were lost with each job, and whether it is kept for good
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
$jobs = function () use ($admin, $server) {
    $rows = $admin->jobs()[$server->address()];
    return array_combine(array_column($rows, 'handle'), $rows);
};
$background = client($server)->doBackground('fatal', 'x');
var_dump($jobs()[$background] === ['handle' => $background, 'retries' => 0, 'ignored' => false, 'queued' => true]);

$child = Child::run(fn () => worker(['fatal' => fn () => posix_kill(getmypid(), SIGKILL)], $server)->work());
echo $child->wait(), "\n";
eventually('the job is queued again', fn () => $jobs()[$background]['retries'] === 1);

$waiting = Child::run(fn () => @client($server)->doNormal('nobody', 'x'));
$rows = eventually('the job is there', fn () => count($jobs()) === 2 ? $jobs() : null);
unset($rows[$background]);
var_dump(current($rows)['queued'], current($rows)['ignored']);
?>
--EXPECT--
bool(true)
signal 9
bool(false)
bool(false)
