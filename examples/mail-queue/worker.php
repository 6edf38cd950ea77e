<?php

// Sends the queued mails, one after the other, until it is stopped.
//
//   php worker.php               the server of this machine
//   php worker.php 10.0.0.1 4730

$worker = new GearmanWorker();
$worker->addServer($argv[1] ?? '127.0.0.1', $argv[2] ?? '4730');
$worker->addFunction('sendmail', 'send_mail');

while (true) {
    $worker->work();
    if ($worker->returnCode() !== GEARMAN_SUCCESS) {
        fwrite(STDERR, "stopped: {$worker->error()}\n");
        exit(1);
    }
}

function send_mail(GearmanJob $job): void
{
    $mail = json_decode($job->workload(), true);
    mail($mail['to'], $mail['subject'], $mail['body']);
}
