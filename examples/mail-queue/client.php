<?php

// Puts six mails into the queue, the least urgent first.
//
//   php client.php                               the server of this machine
//   php client.php 10.0.0.1:4730,10.0.0.2:4730   several servers, tried in this order

$client = new GearmanClient();
if (isset($argv[1])) {
    $client->addServers($argv[1]);
} else {
    $client->addServer('127.0.0.1', '4730');
}

$mails = [
    ['low', 'anna@example.org', 'Newsletter', "The news of this week.\n"],
    ['low', 'juri@example.org', 'Рассылка', "Новости этой недели.\n"],
    ['normal', 'anna@example.org', 'Your order', "We have packed your order.\n"],
    ['normal', 'juri@example.org', 'Ваш заказ', "Ваш заказ собран.\n"],
    ['high', 'anna@example.org', 'New password', "Follow this link to set it.\n"],
    ['high', 'juri@example.org', 'Новый пароль', "Задайте его по этой ссылке.\n"],
];

foreach ($mails as [$priority, $to, $subject, $body]) {
    // A workload is a string of bytes, so anything richer travels as JSON.
    $workload = json_encode(['to' => $to, 'subject' => $subject, 'body' => $body]);
    match ($priority) {
        'low' => $client->doLowBackground('sendmail', $workload),
        'normal' => $client->doBackground('sendmail', $workload),
        'high' => $client->doHighBackground('sendmail', $workload),
    };
    if ($client->returnCode() !== GEARMAN_SUCCESS) {
        fwrite(STDERR, "not queued: {$client->error()}\n");
        exit(1);
    }
    echo "{$priority}\t{$to}\t{$subject}\n";
}
