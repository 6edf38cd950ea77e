<?php
require __DIR__ . '/../support.php';

const LATER = [
    'GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL', 'GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL',
    'GEARMAN_INVALID_ARGUMENT', 'GEARMAN_ARGUMENT_TOO_LARGE', 'GEARMAN_IN_PROGRESS',
    'GEARMAN_INVALID_SERVER_OPTION', 'GEARMAN_JOB_NOT_FOUND', 'GEARMAN_NO_REGISTERED_FUNCTION',
];
$constants = array_diff_key(get_defined_constants(true)['gearman'], array_flip(LATER));
ksort($constants);
foreach ($constants as $name => $value) {
    show($name, $value);
}
