--TEST--
A handler is forgotten with its request
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$port = Gearmand::freePort();
$router = tempnam(sys_get_temp_dir(), 'router-');
at_the_end(fn () => unlink($router));
file_put_contents($router, '<?php
    echo GearmanRs\on_wait(null) === null ? "none" : "one before";
    $kept = new stdClass();
    GearmanRs\on_wait(function () use ($kept) {
    });
');
$server = proc_open(php_command('-S', "127.0.0.1:{$port}", $router), [1 => ['file', '/dev/null', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
at_the_end(fn () => proc_terminate($server, SIGKILL));
foreach ([1, 2] as $request) {
    echo eventually('the server answers', fn () => @file_get_contents("http://127.0.0.1:{$port}/")), "\n";
}
?>
--EXPECT--
none
none
