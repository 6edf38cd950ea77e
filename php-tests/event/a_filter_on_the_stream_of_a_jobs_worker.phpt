--TEST--
The stream of a worker that only its job still holds ends with the job, whatever a filter on it does then
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$begin = <<<PHP
    class Filter extends php_user_filter
    {
        public function onClose(): void
        {
            echo "closed\\n";
            (\$GLOBALS['end'])();
        }
    }
    stream_filter_register('script', 'Filter');
    \$client = new GearmanClient();
    \$client->addServer('127.0.0.1', {$server->port});
    \$client->doBackground('f', str_repeat('x', 100_000));
    \$worker = new GearmanRs\\Worker();
    \$worker->addServer('127.0.0.1', {$server->port});
    \$worker->register('f');
    stream_filter_append(\$worker->stream(), 'script', STREAM_FILTER_READ);
    \$job = \$worker->grabJob();
    unset(\$worker);
    echo "the worker is gone\\n";
    PHP;
$ends = [
    'it throws' => 'throw new Exception();',
    'it exits' => 'exit(3);',
    'it ends in a fatal error' => 'ini_set("display_errors", 0); trigger_error("end", E_USER_ERROR);',
];
foreach ($ends as $how => $end) {
    $code = "{$begin} \$end = function () { {$end} }; try { unset(\$job); } catch (Exception) { echo \"caught\\n\"; }";
    ['status' => $status, 'output' => $output] = run_php(['-r', $code]);
    printf("%s: %s(%d)\n", $how, strtr($output, "\n", ' '), $status);
}
?>
--EXPECT--
it throws: the worker is gone closed caught (0)
it exits: the worker is gone closed (3)
it ends in a fatal error: the worker is gone closed (255)
