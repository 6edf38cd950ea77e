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
            [$victim, $well] = [$this->sites[$turn % 2], $this->sites[1 - $turn % 2]];
            // It is silent while the memory of the other one's silence is fresh.
            $this->inject($this->hang(...), $victim, $well);
            for ($goal = min($kills, $victim->kills + 4); $victim->kills < $goal;) {
                $faults = [$this->refuse(...), $this->crash(...), $this->storm(...), $this->hang(...), $this->mute(...)];
                shuffle($faults);
                foreach ($faults as $fault) {
                    $this->inject($fault, $victim, $well);
                }
            }
            $this->inject($this->mute(...), $victim, $well);
            $victim->proxy->tell('calm');
            $this->await(0, 2);
        }
        return $this->measured;
    }

    /** @param callable(Site): void $fault */
    private function inject(callable $fault, Site $victim, Site $well): void
    {
        $this->measured++;
        $this->slowest = max($this->slowest, $well->measure($this->function, "yard-{$this->measured}"));
        $this->fleet->disturb();
        $fault($victim);
    }

    /** It is dead, and nothing listens in its place. */
    private function refuse(Site $victim): void
    {
        $this->replace($victim, 'down', 'calm');
    }

    /** It is dead, and something takes the connections that are meant for it. */
    private function mute(Site $victim): void
    {
        $this->replace($victim, 'mute', 'storm');
    }

    /** It is dead, with its proxy in one mood, and then there again, with the proxy in another. */
    private function replace(Site $victim, string $meanwhile, string $afterwards): void
    {
        $victim->proxy->tell($meanwhile);
        $victim->kill();
        $this->await();
        $victim->server->restart();
        $victim->proxy->tell($afterwards);
        $this->await();
    }

    private function crash(Site $victim): void
    {
        $victim->kill();
        $victim->server->restart();
        $this->await();
    }

    private function storm(Site $victim): void
    {
        $victim->proxy->tell('storm');
        $this->await();
    }

    /** It takes the connections and answers nothing; then it goes on, or dies with those who have waited all the time. */
    private function hang(Site $victim): void
    {
        $victim->proxy->tell('calm');
        $victim->server->hang();
        $this->await();
        if (mt_rand(0, 1) === 0) {
            $victim->server->goOn();
        } else {
            $victim->kill();
            $victim->server->restart();
        }
        $this->await();
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
