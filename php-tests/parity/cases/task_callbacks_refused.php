<?php
require __DIR__ . '/../support.php';

$client = client();
foreach (['Workload', 'Created', 'Data', 'Warning', 'Status', 'Complete', 'Exception', 'Fail'] as $event) {
    attempt("{$event}: unknown", fn () => $client->{"set{$event}Callback"}('no_such_function'), $client);
    attempt("{$event}: number", fn () => $client->{"set{$event}Callback"}(12), $client);
    attempt("{$event}: known", fn () => $client->{"set{$event}Callback"}('strlen'), $client);
}
