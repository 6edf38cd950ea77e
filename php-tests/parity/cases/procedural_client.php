<?php
require __DIR__ . '/../support.php';

$client = gearman_client_create();
show('create', $client);
show('error', gearman_client_error($client));
$server = Gearmand::shared();
attempt('add_server', fn () => gearman_client_add_server($client, LOOPBACK, $server->port), $client);
attempt('return_code', fn () => gearman_client_return_code($client), $client);
attempt('get_errno', fn () => gearman_client_get_errno($client), $client);
attempt('set_timeout', fn () => gearman_client_set_timeout($client, 5000), $client);
attempt('timeout', fn () => gearman_client_timeout($client), $client);
attempt('options', fn () => gearman_client_options($client), $client);
attempt('add_options', fn () => gearman_client_add_options($client, GEARMAN_CLIENT_UNBUFFERED_RESULT), $client);
attempt('remove_options', fn () => gearman_client_remove_options($client, GEARMAN_CLIENT_UNBUFFERED_RESULT), $client);
attempt('set_options', fn () => gearman_client_set_options($client, GEARMAN_CLIENT_FREE_TASKS), $client);
attempt('set_context', fn () => gearman_client_set_context($client, 'c'), $client);
attempt('context', fn () => gearman_client_context($client), $client);
attempt('ping', fn () => gearman_client_ping($client, 'x'), $client);
$echo = unique_name('echo');
foreach (['do_background', 'do_high_background', 'do_low_background'] as $name) {
    attempt($name, fn () => ("gearman_client_{$name}")($client, $echo, 'x'), $client);
}
attempt('job_status', fn () => gearman_client_job_status($client, 'H:a:1'), $client);
attempt('job_status_by_unique_key', fn () => gearman_client_job_status_by_unique_key($client, 'u'), $client);
attempt('clear_callbacks', fn () => gearman_client_clear_callbacks($client), $client);
attempt('enable_exception_handler', fn () => gearman_client_enable_exception_handler($client), $client);
$another = gearman_client_create();
attempt('add_servers', fn () => gearman_client_add_servers($another, $server->address()), $another);
attempt('wait without servers', fn () => gearman_client_wait(gearman_client_create()));
