<?php
require __DIR__ . '/../support.php';

require __DIR__ . '/../api.php';

$api = api();
foreach (CHANGED_SINCE_2_1_0 as $name) {
    echo $name, $api[$name] ?? ': not there', "\n";
}
