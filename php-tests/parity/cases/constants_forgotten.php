<?php
require __DIR__ . '/../support.php';

$names = [
    'GEARMAN_INVALID_ARGUMENT', 'GEARMAN_ARGUMENT_TOO_LARGE', 'GEARMAN_IN_PROGRESS',
    'GEARMAN_INVALID_SERVER_OPTION', 'GEARMAN_JOB_NOT_FOUND', 'GEARMAN_NO_REGISTERED_FUNCTION',
];
foreach ($names as $name) {
    show($name, defined($name) ? constant($name) : 'undefined');
}
