--TEST--
Unique keys that are generated in a parent and in its children are all different
--FILE--
<?php
require __DIR__ . '/../support/all.php';

const COUNT = 100_000;

/** @return list<string> unique keys as the tasks of a client get them; nothing is sent */
function uniques(int $count): array
{
    $client = new GearmanClient();
    $uniques = [];
    for ($i = 0; $i < $count; $i++) {
        $uniques[] = $client->addTask('f', 'x')->unique();
    }
    return $uniques;
}

// The parent has made some before.
$all = uniques(10);
$files = [];
$children = [];
for ($i = 0; $i < 4; $i++) {
    $files[$i] = tempnam(sys_get_temp_dir(), 'uniques');
    $pid = pcntl_fork();
    if ($pid === 0) {
        file_put_contents($files[$i], implode("\n", uniques(COUNT)));
        posix_kill(getmypid(), SIGKILL);
    }
    $children[] = $pid;
}
array_push($all, ...uniques(10));
foreach ($children as $i => $pid) {
    pcntl_waitpid($pid, $status);
    array_push($all, ...file($files[$i], FILE_IGNORE_NEW_LINES));
    unlink($files[$i]);
}
var_dump(count($all) === 20 + 4 * COUNT, count(array_flip($all)) === count($all));
?>
--EXPECT--
bool(true)
bool(true)
