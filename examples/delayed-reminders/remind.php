<?php

// Queues a reminder for later and ends.
//
//   php remind.php '+2 hours' 'Call the dentist'
//   php remind.php '2027-01-01 09:00 Europe/Berlin' 'Happy new year' gearman1:4730,gearman2:4730

declare(strict_types=1);

[, $when, $text, $servers] = $argv + [3 => 'localhost:4730'];

$client = new GearmanRs\Client();
$client->addServers($servers);

$time = new DateTimeImmutable($when);
$handle = $client->doBackgroundAt('remind', $text, $time);
if ($handle === '') {
    fwrite(STDERR, "The reminder is not queued: {$client->error()}\n");
    exit(1);
}
echo "{$handle} is due at {$time->format(DATE_ATOM)}\n";
