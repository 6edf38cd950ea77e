<?php

declare(strict_types=1);

/** Scripts that queue and send mails, and the mails they have sent. */
final class MailQueue
{
    private readonly string $directory;

    /** @var list<resource> */
    private array $workers = [];

    public function __construct(private readonly string $module)
    {
        $this->directory = sys_get_temp_dir() . '/mail-queue-' . bin2hex(random_bytes(8));
        mkdir($this->directory, 0700);
        touch("{$this->directory}/mails");
    }

    public function __destruct()
    {
        foreach ($this->workers as $worker) {
            proc_terminate($worker, 9);
            proc_close($worker);
        }
        array_map('unlink', glob("{$this->directory}/*"));
        rmdir($this->directory);
    }

    /** Runs a script to its end and returns what it printed. */
    public function run(string $script): string
    {
        proc_close($this->start($script));
        return $this->output();
    }

    /** Starts a script that runs until the queue is destroyed: `php worker.php &`. */
    public function startWorker(string $script): void
    {
        $this->workers[] = $this->start($script);
    }

    /** What the scripts have printed so far. */
    public function output(): string
    {
        return file_get_contents("{$this->directory}/output");
    }

    /**
     * The mails that were sent, once there are as many as expected.
     *
     * @return list<array{to: string, subject: string, body: string}>
     */
    public function mails(int $expected): array
    {
        $sent = eventually("{$expected} mails are sent, output: {$this->output()}", function () use ($expected) {
            $mails = explode("\0", file_get_contents("{$this->directory}/mails"), -1);
            return count($mails) >= $expected ? $mails : null;
        });
        return array_map(self::read(...), $sent);
    }

    /** @return array{to: string, subject: string, body: string} */
    private static function read(string $mail): array
    {
        [$headers, $body] = preg_split('/\r?\n\r?\n/', $mail, 2);
        preg_match('/^To: (.*?)\r?$/m', $headers, $to);
        preg_match('/^Subject: (.*?)\r?$/m', $headers, $subject);
        return ['to' => $to[1], 'subject' => $subject[1], 'body' => rtrim($body, "\r\n")];
    }

    /** @return resource */
    private function start(string $script)
    {
        $file = "{$this->directory}/" . md5($script) . '.php';
        file_put_contents($file, $script);
        $output = ['file', "{$this->directory}/output", 'a'];
        $process = proc_open(
            [
                PHP_BINARY, '-n', '-d', "extension={$this->module}", '-d', 'short_open_tag=1', '-d', 'display_errors=1',
                '-d', 'error_reporting=-1', '-d', 'sendmail_path=' . escapeshellarg(__DIR__ . '/sendmail'), $file,
            ],
            [['file', '/dev/null', 'r'], $output, $output],
            $pipes,
            $this->directory,
            ['MAILS' => "{$this->directory}/mails"] + getenv(),
        );
        return $process;
    }
}
