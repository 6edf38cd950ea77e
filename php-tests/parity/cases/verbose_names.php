<?php
require __DIR__ . '/../support.php';

foreach ([0, 1, 2, 3, 4, 5, 6, 7, 100] as $level) {
    show("level {$level}", gearman_verbose_name($level));
}
attempt('a negative level', fn () => gearman_verbose_name(-1));
