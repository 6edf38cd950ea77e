<?php

declare(strict_types=1);

/**
 * The promises in their order: the program that proves each, what it says in docs/promises.md, and the share of the full
 * numbers that a short run takes; null when it is no part of that.
 */
const PROMISES = [
    'jobs' => [
        'Every acknowledged job is done, every result reaches the call that asked for it, no process dies, and while one '
        . 'server answers no submission fails or takes longer than `gearman.connect_timeout` and half a second.',
        0.02,
    ],
    'memory' => ['Memory and descriptors are at the end what they were at a tenth, within a MiB and none.', 0.01],
    'pages' => ['Pages in php-fpm lose no job and leave no connection, through a reload and a restart of gearmand.', 0.02],
    'threads' => ['Threads of one process, and what they fork, work beside each other.', 0.05],
    'hostile' => ['Whatever a server sends at whatever moment: no crash, no hang, no memory but for what has come.', 0.003],
    'fuzzing' => ['What reads the network keeps its rules under whatever inputs a minute of fuzzing each generates.', null],
    'panics' => ['A panic in any layer is an `Error` of PHP; the object and the process go on.', 1],
    'upgrade' => ['The module can be replaced while workers run.', 0.02],
    'servers' => ['The same under each gearmand that can be had.', null],
];
