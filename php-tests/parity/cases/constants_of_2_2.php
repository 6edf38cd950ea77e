<?php
require __DIR__ . '/../support.php';

foreach (['GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL', 'GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL'] as $name) {
    show($name, defined($name) ? constant($name) : 'undefined');
}
