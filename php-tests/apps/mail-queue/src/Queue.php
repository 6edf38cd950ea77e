<?php

declare(strict_types=1);

namespace MailQueue;

use GearmanClient;
use RuntimeException;

final class Queue
{
    private readonly GearmanClient $client;

    /** @param string $name the function that workers offer */
    public function __construct(string $servers, private readonly string $name)
    {
        $this->client = new GearmanClient();
        $this->client->addServers($servers);
    }

    public function put(Mail $mail, Priority $priority = Priority::Normal): string
    {
        $workload = $mail->toJson();
        $handle = match ($priority) {
            Priority::Urgent => $this->client->doHighBackground($this->name, $workload),
            Priority::Normal => $this->client->doBackground($this->name, $workload),
            Priority::Bulk => $this->client->doLowBackground($this->name, $workload),
        };
        if ($this->client->returnCode() !== GEARMAN_SUCCESS) {
            throw new RuntimeException("the mail to {$mail->to} was not queued: {$this->client->error()}");
        }
        return $handle;
    }
}
