<?php
require __DIR__ . '/../support.php';

$worker = gearman_worker_create();
attempt('options', fn () => gearman_worker_options($worker), $worker);
attempt('add_options', fn () => gearman_worker_add_options($worker, GEARMAN_WORKER_TIMEOUT_RETURN), $worker);
attempt('options', fn () => gearman_worker_options($worker), $worker);
attempt('remove_options', fn () => gearman_worker_remove_options($worker, GEARMAN_WORKER_TIMEOUT_RETURN), $worker);
attempt('set_options', fn () => gearman_worker_set_options($worker, GEARMAN_WORKER_NON_BLOCKING), $worker);
attempt('options', fn () => gearman_worker_options($worker), $worker);
attempt('return_code', fn () => gearman_worker_return_code($worker), $worker);
attempt('error', fn () => gearman_worker_error($worker), $worker);
attempt('add_servers', fn () => gearman_worker_add_servers($worker, Gearmand::shared()->address()), $worker);
