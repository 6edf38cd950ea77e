<?php

declare(strict_types=1);

/** One of the two extensions, and the command that runs a script with it alone. */
final class Side
{
    private const SETTINGS = ['display_errors=1', 'html_errors=0', 'log_errors=0', 'error_reporting=-1', 'memory_limit=256M'];

    /** @param list<string> $extensions */
    private function __construct(public readonly string $name, private readonly array $extensions, public readonly string $version)
    {
    }

    /** @param list<string> $helpers shared extensions of PHP that the scripts need */
    public static function of(string $name, string $module, array $helpers): self
    {
        $extensions = [...$helpers, $module];
        $side = new self($name, $extensions, '');
        $probe = 'echo phpversion("gearman"), "|", implode(",", array_filter(["pcntl", "posix"], fn($e) => !extension_loaded($e)));';
        ['status' => $status, 'output' => $output] = run_command([...$side->php(), '-r', $probe]);
        [$version, $missing] = explode('|', $output, 2) + [1 => ''];
        if ($status !== 0 || !preg_match('/^2\.\d+\.\d+$/', $version) || $missing !== '') {
            throw new RuntimeException("{$module} cannot be loaded as {$name}: {$output}");
        }
        return new self($name, $extensions, $version);
    }

    /** @return list<string> */
    public function command(LedgerCase $case): array
    {
        return [...$this->php(), $case->script];
    }

    /** @return array<string, string> for php_command() in a script that starts another PHP */
    public function environment(): array
    {
        return ['GEARMAN_TEST_EXTENSIONS' => implode(':', $this->extensions)];
    }

    /** @return list<string> */
    private function php(): array
    {
        $command = [PHP_BINARY, '-n'];
        foreach ([...self::SETTINGS, ...array_map(fn (string $file) => "extension={$file}", $this->extensions)] as $setting) {
            array_push($command, '-d', $setting);
        }
        return $command;
    }
}
