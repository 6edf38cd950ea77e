<?php

declare(strict_types=1);

/** A forked child, and the line of talk between it and the test. */
final class Child
{
    /** A child that its test has lost ends by SIGALRM after this time. */
    private const LIFETIME_SECONDS = 550;

    /** @var list<self> */
    private static array $running = [];

    /** @param resource $stream */
    private function __construct(public readonly int $pid, private $stream)
    {
    }

    /**
     * Runs a body in a child. The body receives its end of the line, and the child exits when the body returns.
     *
     * @param callable(self): void $body
     */
    public static function run(callable $body): self
    {
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $pid = pcntl_fork();
        if ($pid === -1) {
            throw new RuntimeException('fork failed');
        }
        if ($pid === 0) {
            pcntl_alarm(self::LIFETIME_SECONDS);
            self::$running = [];
            fclose($ours);
            $body(new self(posix_getppid(), $theirs));
            exit(0);
        }
        fclose($theirs);
        return self::$running[] = new self($pid, $ours);
    }

    public function send(mixed $message): void
    {
        fwrite($this->stream, base64_encode(serialize($message)) . "\n");
    }

    public function receive(): mixed
    {
        stream_set_timeout($this->stream, (int) DEADLINE_SECONDS);
        $line = fgets($this->stream);
        if ($line === false) {
            throw new RuntimeException('the other process said nothing');
        }
        return unserialize(base64_decode($line));
    }

    /** Waits until the child has ended, and tells how: "exit 0", "signal 9". */
    public function wait(float $seconds = DEADLINE_SECONDS): string
    {
        eventually("child {$this->pid} ends", function () use (&$status) {
            return pcntl_waitpid($this->pid, $status, WNOHANG) === $this->pid;
        }, $seconds);
        self::$running = array_filter(self::$running, fn (self $child) => $child !== $this);
        return pcntl_wifsignaled($status) ? 'signal ' . pcntl_wtermsig($status) : 'exit ' . pcntl_wexitstatus($status);
    }

    public function kill(int $signal = SIGKILL): void
    {
        posix_kill($this->pid, $signal);
    }

    public static function killAll(): void
    {
        foreach (self::$running as $child) {
            $child->kill();
        }
        foreach (self::$running as $child) {
            pcntl_waitpid($child->pid, $status);
        }
        self::$running = [];
    }
}

at_the_end(Child::killAll(...));
