<?php

// What `make demo` runs: the mail queue, with a gearmand, a sendmail and a check of its own.
//
//   php -n examples/mail-queue/demo.php    MODULE names the module, modules/gearman_rs.so unless given

declare(strict_types=1);

$root = dirname(__DIR__, 2);
require "{$root}/php-tests/support/all.php";

function fail(string $why): never
{
    fwrite(STDERR, "\nThe demo failed: {$why}\n");
    exit(1);
}

/** @return list<string> the priority, the recipient and the subject of each mail, as the client printed them */
function queue_mails(string $servers): array
{
    $command = [...PHP_WITH_MODULE, __DIR__ . '/client.php', $servers];
    $client = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
    $output = stream_get_contents($pipes[1]);
    $errors = stream_get_contents($pipes[2]);
    if (proc_close($client) !== 0 || $errors !== '') {
        fail("client.php ended badly:\n{$output}{$errors}");
    }
    return explode("\n", rtrim($output));
}

/** @return resource */
function start_mail_worker(Gearmand $gearmand, string $folder)
{
    $log = ['file', "{$folder}/worker.log", 'w'];
    $worker = proc_open(
        [
            ...PHP_WITH_MODULE,
            '-d', 'sendmail_path=' . __DIR__ . '/sendmail',
            __DIR__ . '/worker.php', $gearmand->host, (string) $gearmand->port,
        ],
        [['file', '/dev/null', 'r'], $log, $log],
        $pipes,
        null,
        ['MAIL_FOLDER' => "{$folder}/mails"] + getenv(),
    );
    register_shutdown_function(static fn () => proc_terminate($worker));
    return $worker;
}

/** @param resource $worker */
function wait_for_mail(int $number, $worker, string $folder): string
{
    $file = sprintf('%s/mails/%03d.mail', $folder, $number);
    try {
        eventually("mail {$number} arrives", fn () => is_file($file) || !proc_get_status($worker)['running']);
    } catch (RuntimeException) {
        // The file is missing, and that is what counts.
    }
    if (!is_file($file)) {
        fail('only ' . ($number - 1) . " of six mails arrived; the worker said:\n" . file_get_contents("{$folder}/worker.log"));
    }
    return $file;
}

/** @return array{to: string, subject: string, body: string} */
function read_mail(string $file): array
{
    [$head, $body] = preg_split('/\r?\n\r?\n/', file_get_contents($file), 2);
    preg_match('/^To: (.*?)\r?$/m', $head, $to);
    preg_match('/^Subject: (.*?)\r?$/m', $head, $subject);
    return ['to' => $to[1] ?? '', 'subject' => $subject[1] ?? '', 'body' => $body];
}

function show(int $number, string $priority, string $to, string $subject): void
{
    printf("  %d. %-7s %s  %s\n", $number, $priority, $to, $subject);
}

$module = getenv('MODULE') ?: "{$root}/modules/gearman_rs.so";
if (!is_file($module)) {
    fail("{$module} is not there; run `make build` first.");
}
define('PHP_WITH_MODULE', [PHP_BINARY, '-n', '-d', 'extension=' . realpath($module)]);

$folder = sys_get_temp_dir() . '/mail-queue-' . bin2hex(random_bytes(8));
mkdir("{$folder}/mails", 0700, true);
register_shutdown_function(static function () use ($folder) {
    array_map('unlink', [...glob("{$folder}/mails/*"), ...glob("{$folder}/worker.log")]);
    rmdir("{$folder}/mails");
    rmdir($folder);
});

try {
    $gearmand = Gearmand::start();
} catch (RuntimeException $failure) {
    fail($failure->getMessage());
}
$dead = '127.0.0.1:' . Gearmand::freePort();

echo "The client puts six mails into the queue. No worker runs yet, and the first of its\n";
echo "two servers is down: {$dead},{$gearmand->address()}\n\n";
$queued = array_map(fn (string $line) => explode("\t", $line), queue_mails("{$dead},{$gearmand->address()}"));
foreach ($queued as $index => [$priority, $to, $subject]) {
    show($index + 1, $priority, $to, $subject);
}
$waiting = $gearmand->admin->queue('sendmail')['jobs'];
if ($waiting !== 6 || count($queued) !== 6) {
    fail("gearmand holds {$waiting} mails instead of six.");
}

echo "\nThe worker starts. What sendmail gets from it, in this order:\n\n";
$worker = start_mail_worker($gearmand, $folder);
$delivered = [];
for ($number = 1; $number <= 6; $number++) {
    $mail = read_mail(wait_for_mail($number, $worker, $folder));
    foreach ($queued as [$priority, $to, $subject]) {
        if ($mail['to'] === $to && $mail['subject'] === $subject) {
            show($number, $priority, $to, $subject);
            $delivered[] = [$priority, $to, $subject];
        }
    }
    if (trim($mail['body']) === '') {
        fail("mail {$number} has no body.");
    }
}
eventually('the queue is empty', fn () => $gearmand->admin->queue('sendmail')['jobs'] === 0);

$expected = [...array_slice($queued, 4, 2), ...array_slice($queued, 2, 2), ...array_slice($queued, 0, 2)];
if ($delivered !== $expected) {
    fail('the mails came in another order than high, normal, low, or one came twice or changed.');
}

echo "\nAll six mails arrived, each once: the high priority first, the low one last.\n\n";
echo "Next: `sudo make install` gives the extension to your PHP, and\n";
echo "      `sudo service gearman-job-server start` starts a gearmand on port 4730; then\n";
echo "      `php examples/mail-queue/worker.php` and `php examples/mail-queue/client.php`\n";
echo "      do the same with real mail. README.md and docs/ have the rest.\n";
