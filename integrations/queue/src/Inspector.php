<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

use GearmanRs\Admin;

/** Asks all servers how many jobs they have. */
final class Inspector
{
    private ?Admin $admin = null;

    /** @param float $timeout seconds that the servers may take for their answer */
    public function __construct(private readonly Servers $servers, private readonly float $timeout)
    {
    }

    /**
     * @param string $what what wants to know it, for the exception when that cannot be
     *
     * @return array{waiting: int, running: int} those that wait for a worker, delayed ones included, and those that one has
     */
    public function count(string $function, string $what): array
    {
        $size = ['waiting' => 0, 'running' => 0];
        foreach ($this->status($this->admin($what)) as $functions) {
            $counted = $functions[$function] ?? ['total' => 0, 'running' => 0];
            $size['waiting'] += $counted['total'] - $counted['running'];
            $size['running'] += $counted['running'];
        }
        return $size;
    }

    /** @return array<string, array<string, array{total: int, running: int, workers: int}>> */
    private function status(Admin $admin): array
    {
        $warnings = [];
        set_error_handler(static function (int $level, string $warning) use (&$warnings): bool {
            $warnings[] = $warning;
            return true;
        });
        try {
            $status = $admin->status();
        } finally {
            restore_error_handler();
        }
        if (in_array(null, $status, true)) {
            throw new ServerFailed('Not every job server says how many jobs it has: ' . implode('; ', $warnings));
        }
        return $status;
    }

    private function admin(string $what): Admin
    {
        if (!class_exists(Admin::class, false)) {
            throw NeedsGearmanRs::for($what);
        }
        return $this->admin ??= new Admin($this->servers->list, max(1, (int) ($this->timeout * 1000)));
    }
}
