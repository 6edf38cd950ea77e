<?php

declare(strict_types=1);

/** One link through a Proxy: two directions, each a line of pieces that become due one after the other. */
final class Carried
{
    private const READ = 65536;

    /** Of so many pieces, one is the last of its link; one is swallowed, with all that follows it. */
    private const CUT = 400;

    private const SWALLOW = 600;

    /** @var array<int, list<array{float, string}>> what waits to be written to each end */
    private array $pieces = [[], []];

    /** @var array{resource, ?resource} */
    private array $ends;

    private bool $isSwallowed;

    private bool $isLast = false;

    /**
     * @param resource $near
     * @param resource|null $far
     */
    public function __construct($near, $far)
    {
        $this->ends = [$near, $far];
        $this->isSwallowed = $far === null;
        foreach (array_filter($this->ends) as $end) {
            stream_set_blocking($end, false);
            stream_set_write_buffer($end, 0);
            stream_set_read_buffer($end, 0);
        }
    }

    /** @return list<resource> */
    public function wantsToRead(): array
    {
        return $this->isLast ? [] : array_values(array_filter($this->ends));
    }

    /** @return list<resource> */
    public function wantsToWrite(): array
    {
        $now = microtime(true);
        $isDue = fn (int $end) => $this->ends[$end] !== null && $this->pieces[$end] !== [] && $this->pieces[$end][0][0] <= $now;
        return array_map(fn (int $end) => $this->ends[$end], array_values(array_filter([0, 1], $isDue)));
    }

    public function isBad(): bool
    {
        return $this->isSwallowed || $this->isLast;
    }

    /** Takes what has come and writes what is due; false when the link is over. */
    public function carry(string $weather): bool
    {
        foreach ([0, 1] as $from) {
            if (!$this->isLast && $this->ends[$from] !== null && !$this->take($from, $weather)) {
                return false;
            }
        }
        $this->write(0, $weather === 'calm');
        $this->write(1, $weather === 'calm');
        return !$this->isLast || $this->pieces !== [[], []];
    }

    public function close(): void
    {
        foreach (array_filter($this->ends) as $end) {
            fclose($end);
        }
    }

    private function take(int $from, string $weather): bool
    {
        $bytes = @fread($this->ends[$from], self::READ);
        if ($bytes === false || ($bytes === '' && feof($this->ends[$from]))) {
            return false;
        }
        if ($bytes === '' || $this->isSwallowed) {
            return true;
        }
        match ($weather) {
            'calm' => $this->pieces[1 - $from][] = [0.0, $bytes],
            'mute' => $this->isSwallowed = true,
            default => $this->tear($from, $bytes),
        };
        return true;
    }

    private function tear(int $from, string $bytes): void
    {
        $due = $this->pieces[1 - $from] === [] ? microtime(true) : end($this->pieces[1 - $from])[0];
        while ($bytes !== '' && !$this->isBad()) {
            $size = mt_rand(0, 2) === 0 ? mt_rand(1, 20) : mt_rand(1, 4000);
            $due += mt_rand(0, 9) === 0 ? mt_rand(0, 30) / 1000 : 0.0;
            $piece = substr($bytes, 0, $size);
            $bytes = substr($bytes, $size);
            if (mt_rand(1, self::SWALLOW) === 1) {
                $this->isSwallowed = true;
            } elseif (mt_rand(1, self::CUT) === 1) {
                $this->isLast = true;
                $piece = substr($piece, 0, mt_rand(0, strlen($piece)));
            }
            $this->pieces[1 - $from][] = [$due, $piece];
        }
    }

    private function write(int $to, bool $isAtOnce): void
    {
        $now = microtime(true);
        while ($this->ends[$to] !== null && $this->pieces[$to] !== [] && ($isAtOnce || $this->pieces[$to][0][0] <= $now)) {
            $piece = $this->pieces[$to][0][1];
            $written = $piece === '' ? 0 : @fwrite($this->ends[$to], $piece);
            if ($written === false) {
                $this->isLast = true;
                $this->pieces = [[], []];
                return;
            }
            if ($written < strlen($piece)) {
                $this->pieces[$to][0][1] = substr($piece, $written);
                return;
            }
            array_shift($this->pieces[$to]);
        }
    }
}
