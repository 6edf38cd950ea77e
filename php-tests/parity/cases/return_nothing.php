<?php
require __DIR__ . '/../support.php';

$nothing = unique_name('nothing');
start_worker([$nothing => function () {
}]);
$client = client();
attempt('no return', fn () => $client->doNormal($nothing, 'x'), $client);
