<?php

// Everything a phpt file needs, in one require.

declare(strict_types=1);

require_once __DIR__ . '/eventually.php';
require_once __DIR__ . '/at_the_end.php';
require_once __DIR__ . '/Admin.php';
require_once __DIR__ . '/Gearmand.php';
require_once __DIR__ . '/Child.php';
require_once __DIR__ . '/Packet.php';
require_once __DIR__ . '/ScriptedServer.php';
require_once __DIR__ . '/Wire.php';
require_once __DIR__ . '/php.php';
require_once __DIR__ . '/peers.php';
require_once __DIR__ . '/resources.php';
require_once __DIR__ . '/Numbered.php';
require_once __DIR__ . '/streams.php';
require_once __DIR__ . '/Scheduler.php';

// A test that hangs must end, and not only the shell around it: the default action of SIGALRM is death.
pcntl_alarm(580);
