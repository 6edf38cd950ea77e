<?php

declare(strict_types=1);

require_once __DIR__ . '/Carried.php';

/** What a Proxy does. */
final class Traffic
{
    private string $weather = 'calm';

    /** @var resource|null */
    private $listener = null;

    /** @var array<int, Carried> */
    private array $links = [];

    /** @param resource $control */
    public function __construct(private $control, private readonly int $port, private readonly int $upstream)
    {
    }

    public function carry(): never
    {
        while (true) {
            $read = array_filter([$this->control, $this->listener]);
            $write = [];
            foreach ($this->links as $link) {
                array_push($read, ...$link->wantsToRead());
                array_push($write, ...$link->wantsToWrite());
            }
            $except = null;
            // Pieces that are held back are looked after every few milliseconds.
            if (stream_select($read, $write, $except, 0, $this->links === [] ? 200_000 : 3000) === false) {
                exit(1);
            }
            if (in_array($this->control, $read, true)) {
                $this->turn();
            }
            if ($this->listener !== null && in_array($this->listener, $read, true)) {
                $this->accept();
            }
            foreach ($this->links as $number => $link) {
                if (!$link->carry($this->weather)) {
                    $link->close();
                    unset($this->links[$number]);
                }
            }
        }
    }

    private function turn(): void
    {
        $order = fgets($this->control);
        if ($order === false) {
            exit(0);
        }
        $this->weather = trim($order);
        if ($this->weather === 'down') {
            $this->listener = null;
        } else {
            $this->listener ??= $this->listen();
        }
        foreach ($this->links as $number => $link) {
            if ($this->weather === 'down' || ($this->weather === 'calm' && $link->isBad())) {
                $link->close();
                unset($this->links[$number]);
            }
        }
        fwrite($this->control, $order);
    }

    /** @return resource */
    private function listen()
    {
        return stream_socket_server("tcp://127.0.0.1:{$this->port}") ?: exit(1);
    }

    private function accept(): void
    {
        $near = @stream_socket_accept($this->listener, 0);
        if ($near === false) {
            return;
        }
        $far = @stream_socket_client("tcp://127.0.0.1:{$this->upstream}", $errno, $error, 1.0);
        if ($far === false && $this->weather !== 'mute') {
            fclose($near);
            return;
        }
        $this->links[] = new Carried($near, $far === false ? null : $far);
    }
}
