<?php

declare(strict_types=1);

/**
 * A network of one server that can go bad: in a storm it cuts what passes into pieces of other sizes, holds them back,
 * swallows them, and breaks links in the middle of packets. In a process of its own.
 */
final class Proxy
{
    public readonly int $port;

    /** @var resource */
    private $control;

    public function __construct(int $upstream)
    {
        $this->port = Gearmand::freePort();
        [$this->control, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $ours = $this->control;
        soak_child(function () use ($theirs, $ours, $upstream) {
            fclose($ours);
            (new Traffic($theirs, $this->port, $upstream))->carry();
        });
        fclose($theirs);
        $this->tell('calm');
    }

    /**
     * Returns when it is so: `calm` carries everything as it comes, `storm` does not; `down` refuses connections,
     * `mute` takes them and answers nothing. Links that are in a bad way end with the calm.
     */
    public function tell(string $weather): void
    {
        fwrite($this->control, "{$weather}\n");
        stream_set_timeout($this->control, (int) DEADLINE_SECONDS);
        if (fgets($this->control) !== "{$weather}\n") {
            throw new RuntimeException("the proxy does not turn to '{$weather}'");
        }
    }
}
