<?php

declare(strict_types=1);

/**
 * Disturbs one server and its network at a time. The other is well, and the turn passes only when both are and every
 * client has made a call since: so one server answers all the time.
 */
final class Chaos
{
    /** How many calls the clients make under each fault before it ends. */
    private const CALLS = 25;

    public float $slowest = 0.0;

    private int $measured = 0;

    /** @param array{Site, Site} $sites */
    public function __construct(private readonly array $sites, private readonly Fleet $fleet, private readonly string $function)
    {
    }

    /** @return int how many jobs it has submitted itself: `yard-1` and so on */
    public function rage(int $kills): int
    {
        for ($turn = 0; min(array_map(static fn (Site $site) => $site->kills, $this->sites)) < $kills; $turn++) {
            $victim = $this->sites[$turn % 2];
            $goal = min($kills, $victim->kills + 5);
            while ($victim->kills < $goal) {
                foreach ($this->faults($victim) as $fault) {
                    $this->measure($this->sites[1 - $turn % 2]);
                    $this->fleet->disturb();
                    $fault();
                }
            }
            $this->rest($victim);
        }
        return $this->measured;
    }

    /** @return list<callable> in another order each time */
    private function faults(Site $victim): array
    {
        $faults = [
            function () use ($victim) {
                $victim->proxy->tell('down');
                $victim->kill();
                $this->await();
                $victim->server->restart();
                $victim->proxy->tell('calm');
                $this->await();
            },
            function () use ($victim) {
                $victim->proxy->tell('mute');
                $victim->kill();
                $this->await();
                $victim->server->restart();
                $victim->proxy->tell('storm');
                $this->await();
            },
            function () use ($victim) {
                $victim->kill();
                $victim->server->restart();
                $this->await();
            },
            function () use ($victim) {
                $victim->proxy->tell('storm');
                $this->await();
            },
            function () use ($victim) {
                $victim->server->hang();
                $this->await();
                // Some die while they hang: whoever waits has waited, and now the link is gone.
                mt_rand(0, 1) === 0 ? $victim->kill() : $victim->server->goOn();
                $victim->server->restart();
                $this->await();
            },
        ];
        shuffle($faults);
        return $faults;
    }

    private function rest(Site $victim): void
    {
        $victim->proxy->tell('calm');
        $this->await(0, 2);
    }

    private function measure(Site $well): void
    {
        $this->measured++;
        $this->slowest = max($this->slowest, $well->measure($this->function, "yard-{$this->measured}"));
    }

    /** Until the clients have made some calls together, and each of them so many. */
    private function await(int $together = self::CALLS, int $each = 0): void
    {
        $begin = array_map('filesize', $this->fleet->ledgers());
        eventually('the clients make calls', function () use ($begin, $together, $each) {
            $this->fleet->look();
            $calls = array_map(self::callsSince(...), $this->fleet->ledgers(), $begin);
            return array_sum($calls) >= $together && min($calls) >= $each;
        });
    }

    private static function callsSince(string $ledger, int $offset): int
    {
        return substr_count((string) file_get_contents($ledger, offset: $offset), "call\t");
    }
}
