<?php

declare(strict_types=1);

/** A folder in which the listings of one page run, one after the other, with a gearmand on each of three addresses. */
final class Workshop
{
    private const HOSTS = ['127.0.0.1', '10.0.0.1', '10.0.0.2'];
    private const PORT = 4730;
    private const PATIENCE = 100;

    private const BEFORE = [
        'client' => '$client = new GearmanRs\Client(); $client->addServer("127.0.0.1", 4730);',
        'admin' => '$admin = new GearmanRs\Admin("127.0.0.1:4730");',
        'worker' => '$worker = new GearmanRs\Worker(); $worker->addServer("127.0.0.1", 4730);'
            . '$worker->addFunction("reverse", fn (GearmanJob $job) => strrev($job->workload()));',
    ];

    private readonly string $folder;

    /** @var list<resource> */
    private array $workers = [];

    public function __construct(private readonly string $module)
    {
        $this->folder = sys_get_temp_dir() . '/docs-' . bin2hex(random_bytes(8));
        mkdir("{$this->folder}/bin", 0700, true);
        // A file name of a listing is one of the repository, too.
        foreach (['examples', 'php-tests', 'packaging'] as $name) {
            symlink(Page::root() . "/{$name}", "{$this->folder}/{$name}");
        }
        file_put_contents("{$this->folder}/bin/php", "#!/bin/sh\nexec {$this->php()} \"\$@\"\n");
        chmod("{$this->folder}/bin/php", 0755);
        $servers = array_map(fn (string $host) => Gearmand::startAt($host, self::PORT), self::HOSTS);
        file_put_contents("{$this->folder}/reverse.php", '<?php ' . <<<'PHP'
            $worker = new GearmanRs\Worker();
            $worker->addServers('127.0.0.1,10.0.0.1,10.0.0.2');
            $worker->addFunction('reverse', fn (GearmanJob $job) => strrev($job->workload()));
            $worker->run();
            PHP);
        $this->background('reverse.php');
        foreach ($servers as $server) {
            eventually("the worker is at {$server->address()}", fn () => $server->admin->queue('reverse')['workers'] === 1);
        }
    }

    public function end(): void
    {
        foreach ($this->workers as $worker) {
            proc_terminate($worker, 9);
            proc_close($worker);
        }
        Gearmand::killAll();
        proc_close(proc_open(['rm', '-rf', $this->folder], [], $pipes));
    }

    public function keep(string $name, string $text): void
    {
        file_put_contents("{$this->folder}/{$name}", str_ends_with($name, '.php') ? self::script($text) : $text);
    }

    /** Runs a listing to its end and returns what it printed; throws when it ends badly. */
    public function run(Listing $listing): string
    {
        [$with, $as] = $listing->values;
        return match ($listing->language) {
            'php' => $this->runPhp($as ?? 'listing.php', $with === null ? '' : '<?php ' . self::BEFORE[$with] . '?>', $listing->text),
            'sh' => $this->execute(['sh', '-euc', $listing->text]),
            'ini' => $this->runIni($listing->text),
            default => throw new RuntimeException("nobody knows how to run '{$listing->language}'"),
        };
    }

    /** Looks whether a listing that is not run here is PHP at all. */
    public function parse(Listing $listing): string
    {
        $this->keep('parsed.php', $listing->text);
        return $this->execute(['php', '-l', 'parsed.php']);
    }

    /** Starts a listing that goes on, gives it a job, and returns the result. */
    public function answer(Listing $listing): string
    {
        [$as, $function, $workload] = $listing->values;
        $this->keep($as ?? 'worker.php', $listing->text);
        $worker = $this->background($as ?? 'worker.php');
        $client = new GearmanClient();
        $client->addServer('127.0.0.1', self::PORT);
        $client->setTimeout(self::PATIENCE * 1000);
        $result = $client->doNormal($function, $workload);
        $error = $client->returnCode() === GEARMAN_SUCCESS ? '' : $client->error();
        proc_terminate($worker, SIGTERM);
        eventually('the worker ends', fn () => !proc_get_status($worker)['running']);
        $said = file_get_contents("{$this->folder}/said") . $error;
        return self::isComplaint($said) || $error !== '' ? throw new RuntimeException($said) : $result;
    }

    private function runPhp(string $name, string $before, string $text): string
    {
        file_put_contents("{$this->folder}/{$name}", $before . self::script($text));
        return $this->execute(['php', $name]);
    }

    /** Each setting of ours has to be taken; which file is loaded is not tried. */
    private function runIni(string $text): string
    {
        $arguments = [];
        foreach (parse_ini_string($text, false, INI_SCANNER_RAW) as $name => $value) {
            if (str_starts_with($name, 'gearman.')) {
                array_push($arguments, '-d', "{$name}={$value}");
            }
        }
        return $this->execute(['php', ...$arguments, '-r', '']);
    }

    /** @param list<string> $command */
    private function execute(array $command): string
    {
        $process = $this->start(['timeout', (string) self::PATIENCE, ...$command], "{$this->folder}/output");
        $status = eventually('the listing ends', function () use ($process) {
            $status = proc_get_status($process);
            return $status['running'] ? null : $status;
        }, 2 * self::PATIENCE);
        $output = file_get_contents("{$this->folder}/output");
        if ($status['exitcode'] !== 0) {
            throw new RuntimeException("it ended with {$status['exitcode']}: {$output}");
        }
        return $output;
    }

    public static function isComplaint(string $output): bool
    {
        return preg_match('/^(PHP )?(Warning|Notice|Deprecated|Fatal error|Parse error):/m', $output) === 1;
    }

    /** @return resource */
    private function background(string $name)
    {
        return $this->workers[] = $this->start(['php', $name], "{$this->folder}/said");
    }

    /**
     * @param list<string> $command
     * @return resource
     */
    private function start(array $command, string $output)
    {
        file_put_contents($output, '');
        $file = ['file', $output, 'a'];
        $environment = ['PATH' => "{$this->folder}/bin:" . getenv('PATH') . ':/usr/sbin', 'MAILS' => "{$this->folder}/mails"];
        $command = ['setpriv', '--pdeathsig', 'KILL', ...$command];
        return proc_open($command, [['file', '/dev/null', 'r'], $file, $file], $pipes, $this->folder, $environment + getenv());
    }

    private function php(): string
    {
        $command = [PHP_BINARY, '-n', '-d', "extension={$this->module}", '-d', 'error_reporting=-1', '-d', 'display_errors=1', '-d', 'html_errors=0'];
        array_push($command, '-d', 'sendmail_path=' . escapeshellarg(Page::root() . '/php-tests/document/sendmail'));
        foreach (['pcntl', 'posix'] as $extension) {
            if (is_file(PHP_EXTENSION_DIR . "/{$extension}.so")) {
                array_push($command, '-d', "extension={$extension}");
            }
        }
        return implode(' ', array_map(escapeshellarg(...), $command));
    }

    private static function script(string $text): string
    {
        return str_starts_with($text, '<?php') ? $text : "<?php\n{$text}";
    }
}
