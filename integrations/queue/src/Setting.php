<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

/** Checks what comes from a configuration. */
final class Setting
{
    /** What libgearman and gearmand take. */
    private const LONGEST_FUNCTION = 512;

    private const A_DAY = 86_400.0;

    /**
     * The name of a queue, which is a function of Gearman's. White space would be cut by gearmand's text protocol, which
     * tells the size of a queue.
     */
    public static function queue(mixed $name): string
    {
        if (!is_string($name)) {
            throw new InvalidSetting('The name of a queue is a string, not ' . get_debug_type($name) . '.');
        }
        if (strlen($name) > self::LONGEST_FUNCTION) {
            throw new InvalidSetting(sprintf('The name of the queue "%s" has %d bytes; Gearman takes up to %d.', $name, strlen($name), self::LONGEST_FUNCTION));
        }
        if (preg_match('/^[^\s\0]+$/D', $name) !== 1) {
            throw new InvalidSetting(sprintf('The name of the queue "%s" is empty or has white space in it.', addcslashes($name, "\0..\37")));
        }
        return $name;
    }

    public static function seconds(string $name, mixed $value): float
    {
        $seconds = is_bool($value) ? false : filter_var($value, FILTER_VALIDATE_FLOAT);
        if ($seconds === false || $seconds < 0 || $seconds > self::A_DAY) {
            throw new InvalidSetting(sprintf('The option "%s" takes seconds, from 0 to a day, and not %s.', $name, self::quote($value)));
        }
        return $seconds;
    }

    /**
     * @param array<string, mixed> $given
     * @param list<string>         $known
     */
    public static function refuseUnknown(array $given, array $known): void
    {
        foreach (array_diff(array_keys($given), $known) as $name) {
            throw new InvalidSetting(sprintf('There is no option "%s" for Gearman; there are: %s.', $name, implode(', ', $known)));
        }
    }

    private static function quote(mixed $value): string
    {
        return is_scalar($value) ? json_encode($value, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES) : get_debug_type($value);
    }
}
