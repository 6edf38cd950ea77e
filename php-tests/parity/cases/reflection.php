<?php
require __DIR__ . '/../support.php';

require __DIR__ . '/../api.php';

foreach (array_diff_key(api(), array_flip(CHANGED_SINCE_2_1_0)) as $name => $signature) {
    echo "{$name}{$signature}\n";
}
