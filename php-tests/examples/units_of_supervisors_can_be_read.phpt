--TEST--
examples/worker: what is written for systemd and supervisord can be read, and names the script
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$folder = dirname(__DIR__, 2) . '/examples/worker';
foreach (['gearman-worker@.service' => 'ExecStart', 'supervisord.conf' => 'command'] as $file => $key) {
    // systemd's comments begin with #, which this parser does not know.
    $text = preg_replace('/^#.*$/m', '', file_get_contents("{$folder}/{$file}"));
    $settings = array_merge(...array_values(parse_ini_string($text, true, INI_SCANNER_RAW)));
    [, $script] = explode(' ', $settings[$key]);
    var_dump(is_file("{$folder}/{$script}"));
}
?>
--EXPECT--
bool(true)
bool(true)
