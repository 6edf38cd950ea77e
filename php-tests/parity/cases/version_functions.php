<?php
require __DIR__ . '/../support.php';

show('gearman_version', is_string(gearman_version()));
show('gearman_bugreport', str_starts_with(gearman_bugreport(), 'http'));
