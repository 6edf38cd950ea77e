<?php

declare(strict_types=1);

namespace MailQueue\Tests;

use MailQueue\Mail;
use MailQueue\Mailer;
use MailQueue\Priority;
use MailQueue\Queue;
use MailQueue\SpoolMailer;
use MailQueue\Worker;

final class WorkerTest extends QueueTestCase
{
    public function testUrgentMailGoesFirst(): void
    {
        $this->put('newsletter', Priority::Bulk);
        $this->put('invoice');
        $this->put('password', Priority::Urgent);
        $this->drain($this->worker(new SpoolMailer($this->folder)), 3);
        self::assertSame(['password', 'invoice', 'newsletter'], $this->sent());
    }

    public function testAMailThatCannotBeSentIsTriedAgain(): void
    {
        $mailer = new FlakyMailer(2, new SpoolMailer($this->folder));
        $this->put('anna');
        $this->drain($this->worker($mailer), 3);
        self::assertSame([1, 2, 3], $mailer->attempts);
        self::assertSame(['anna'], $this->sent());
        self::await('the queue is empty', fn (): bool => $this->jobs($this->queue) === [0, 0]);
    }

    public function testOthersGoFirstMeanwhile(): void
    {
        $this->put('anna');
        $this->put('bert');
        $this->drain($this->worker(new FlakyMailer(1, new SpoolMailer($this->folder))), 3);
        self::assertSame(['bert', 'anna'], $this->sent());
    }

    public function testAMailThatCannotBeSentAtAllIsPutAside(): void
    {
        $mailer = new FlakyMailer(PHP_INT_MAX, new SpoolMailer($this->folder));
        $this->put('anna');
        $this->drain($this->worker($mailer), 3);
        self::assertSame([1, 2, 3], $mailer->attempts);
        self::await('the queue is empty', fn (): bool => $this->jobs($this->queue) === [0, 0]);
        self::assertSame([1, 0], $this->jobs("{$this->queue}.undeliverable"));
    }

    public function testTheWholeMailArrives(): void
    {
        $mail = new Mail('anna@example.org', "Grüße \u{1F30D}", str_repeat("line\r\n", 100_000));
        (new Queue($this->servers, $this->queue))->put($mail);
        $this->drain($this->worker(new SpoolMailer($this->folder)), 1);
        self::assertEquals($mail, Mail::fromJson(file_get_contents("{$this->folder}/spool")));
    }

    public function testAnIdleWorkerHasNothingToDo(): void
    {
        self::assertFalse($this->worker(new SpoolMailer($this->folder))->next());
    }

    private function worker(Mailer $mailer): Worker
    {
        return new Worker($this->servers, $this->queue, $mailer, new Queue($this->servers, $this->queue), new Queue($this->servers, "{$this->queue}.undeliverable"));
    }

    private function drain(Worker $worker, int $mails): void
    {
        for ($i = 0; $i < $mails; $i++) {
            self::await('a mail comes', $worker->next(...));
        }
    }
}
