<?php

declare(strict_types=1);

const MAIL = ['to' => 'test@gmail.com', 'subject' => 'Привет', 'body' => 'Это тестовое сообщение'];

function module(): string
{
    $module = getenv('MODULE') ?: dirname(__DIR__, 2) . '/modules/gearman_rs.so';
    return realpath($module) ?: throw new RuntimeException("the module (make build makes it) is missing: {$module}");
}

function run_the_scripts(string $document): void
{
    $scripts = Snippets::cut($document, [
        'client' => 'Note that you need',
        'worker' => 'Next, we just run',
        'high' => '<?',
        'low' => 'Scalability and Fault Tolerance',
        'servers' => 'The most important',
    ]);

    test('the client queues a mail and the worker sends it', function () use ($scripts) {
        $server = Gearmand::startAt('127.0.0.1', PORT);
        $queue = new MailQueue(module());
        expect('', $queue->run($scripts['client']));
        expect(1, $server->admin->queue('sendmail')['jobs']);

        $queue->startWorker($scripts['worker']);
        expect([MAIL], $queue->mails(1));
        expect('', $queue->output());
        eventually('the queue is empty', fn () => $server->admin->queue('sendmail')['jobs'] === 0);
    });

    test('the worker that runs already sends what comes', function () use ($scripts) {
        $server = Gearmand::startAt('127.0.0.1', PORT);
        $queue = new MailQueue(module());
        $queue->startWorker($scripts['worker']);
        eventually('the worker is there', fn () => $server->admin->workersOf('sendmail'));
        expect('', $queue->run($scripts['client']));
        expect('', $queue->run($scripts['client']));
        expect([MAIL, MAIL], $queue->mails(2));
    });

    test('high priority comes first and low priority last', function () use ($scripts) {
        Gearmand::startAt('127.0.0.1', PORT);
        $queue = new MailQueue(module());
        foreach (['low', 'high'] as $priority) {
            // The script shows only the call. The client's script goes before it, and queues a mail of its own; the
            // line between tells the two mails apart.
            $tellApart = "?><?php \$mail['subject'] = '{$priority}'; ?>";
            expect('', $queue->run($scripts['client'] . $tellApart . $scripts[$priority]));
        }
        $queue->startWorker($scripts['worker']);
        expect(['high', MAIL['subject'], MAIL['subject'], 'low'], array_column($queue->mails(4), 'subject'));
        expect('', $queue->output());
    });

    $refused = getenv('NETWORK_REFUSED');
    if (getenv('PRIVATE_NETWORK') === false && $refused === false) {
        echo "LEFT OUT: addServers(\"10.0.0.1:4730,10.0.0.2:4730\"), for this machine allows no network of our own.\n";
        return;
    }
    $need_network = fn () => $refused === false || throw new RuntimeException("this machine allows networks, but not here: {$refused}");
    // The script shows only the call. A client goes before it and a submission after it.
    $servers = '<?php $client = new GearmanClient(); ?>' . $scripts['servers']
        . '?><?php echo $client->doBackground("sendmail", "x") === "" ? "lost" : "";';

    test('of several servers the first one gets the mail', function () use ($servers, $need_network) {
        $need_network();
        $first = Gearmand::startAt('10.0.0.1', PORT);
        $second = Gearmand::startAt('10.0.0.2', PORT);
        expect('', (new MailQueue(module()))->run($servers));
        expect([1, 0], [$first->admin->queue('sendmail')['jobs'], $second->admin->queue('sendmail')['jobs']]);
    });

    test('when the first server is dead the second one gets the mail', function () use ($servers, $need_network) {
        $need_network();
        $second = Gearmand::startAt('10.0.0.2', PORT);
        expect('', (new MailQueue(module()))->run($servers));
        expect(1, $second->admin->queue('sendmail')['jobs']);
    });
}
