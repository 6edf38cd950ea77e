<?php
require __DIR__ . '/../support.php';

$unique = unique_name('unique');
start_worker([$unique => fn (GearmanJob $job) => $job->unique()]);
$client = client();
show('given', $client->doNormal($unique, 'x', 'mine'));
show('generated', $client->doNormal($unique, 'x'));
show('another one', $client->doNormal($unique, 'x'));
show('empty', $client->doNormal($unique, 'x', ''));
show('longest', $client->doNormal($unique, 'x', str_repeat('u', 63)));
