--TEST--
A fatal error, or the time limit, in the handler ends the script as anywhere
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach (["trigger_error('too bad', E_USER_ERROR);", 'set_time_limit(1); while (true);'] as $body) {
    $script = tempnam(sys_get_temp_dir(), 'event-');
    at_the_end(fn () => unlink($script));
    file_put_contents($script, '<?php require ' . var_export(__DIR__ . '/../support/all.php', true) . ';
        $client = client();
        register_shutdown_function(function () use ($client) {
            GearmanRs\on_wait(null);
            // PHP 8.6 shows no fatal error of a Fiber, but knows it.
            echo "fatal error: ", error_get_last()["message"], "\n";
            echo "shutdown: ", json_encode($client->ping("x")), "\n";
        });
        GearmanRs\on_wait(function () { ' . $body . ' });
        $fiber = new Fiber(fn () => $client->doNormal(unique_name("nobody"), "x"));
        $fiber->start();
    ');
    preg_match_all('/^(?:fatal error|shutdown): .*/m', run_php([$script])['output'], $lines);
    echo implode("\n", $lines[0]), "\n";
}
?>
--EXPECT--
fatal error: too bad
shutdown: true
fatal error: Maximum execution time of 1 second exceeded
shutdown: true
