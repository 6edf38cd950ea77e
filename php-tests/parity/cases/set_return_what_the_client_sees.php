<?php
require __DIR__ . '/../support.php';

foreach ([GEARMAN_SUCCESS, GEARMAN_WORK_FAIL, GEARMAN_WORK_EXCEPTION, GEARMAN_ERRNO, GEARMAN_SHUTDOWN] as $code) {
    $name = unique_name('f');
    start_worker([$name => function (GearmanJob $job) use ($code) {
        ini_set('display_errors', '0');
        $job->setReturn($code);
        return 'result';
    }]);
    $client = client();
    attempt("setReturn {$code}", fn () => $client->doNormal($name, 'x'), $client);
}
