<?php

declare(strict_types=1);

namespace GearmanRs\Integrations;

/** A project that takes a package as its README says. The framework itself stands in as a package without files. */
final class ComposerProject
{
    private const FOLDER = __DIR__ . '/..';

    private readonly string $folder;

    /** @param string $debian the package of the distribution that tells the framework's version */
    public function __construct(string $framework, string $debian)
    {
        $this->folder = sys_get_temp_dir() . '/composer-' . bin2hex(random_bytes(8));
        mkdir($this->folder, 0700);
        $version = shell_exec('dpkg-query -W -f \'${Version}\' ' . escapeshellarg($debian));
        file_put_contents("{$this->folder}/composer.json", json_encode(['repositories' => [
            ['packagist.org' => false],
            ['type' => 'path', 'url' => realpath(self::FOLDER) . '/*'],
            ['type' => 'package', 'package' => ['name' => $framework, 'type' => 'metapackage', 'version' => strtok($version, '+~-')]],
        ]]));
    }

    /** @return string what composer complains of */
    public function install(string $package): string
    {
        $composer = escapeshellarg(trim((string) shell_exec('command -v composer')));
        exec('COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_DISABLE_NETWORK=1 COMPOSER_HOME=' . escapeshellarg($this->folder) . ' ' . PHP_BINARY
            . " -d error_reporting=8191 {$composer} require --no-interaction --no-progress -d " . escapeshellarg($this->folder) . ' ' . escapeshellarg($package) . ' 2>&1', $output, $status);
        return $status === 0 ? '' : implode("\n", $output);
    }

    /** The file that composer's autoloader has for a class. */
    public function fileOf(string $class): string
    {
        $code = sprintf('echo (require %s)->findFile(%s);', var_export("{$this->folder}/vendor/autoload.php", true), var_export($class, true));
        return (string) shell_exec(PHP_BINARY . ' -r ' . escapeshellarg($code));
    }

    /** The version that this project is on its way to. */
    public static function version(): string
    {
        preg_match('/^version = "(.*)"$/m', file_get_contents(self::FOLDER . '/../Cargo.toml'), $found);
        return $found[1];
    }

    /** @return array<string, string> by package: what its composer.json says */
    public static function versions(): array
    {
        $versions = [];
        foreach (['queue', 'messenger', 'laravel'] as $package) {
            $versions[$package] = json_decode(file_get_contents(self::FOLDER . "/{$package}/composer.json"), true)['version'];
        }
        return $versions;
    }

    public function __destruct()
    {
        exec('rm -rf ' . escapeshellarg($this->folder));
    }
}
