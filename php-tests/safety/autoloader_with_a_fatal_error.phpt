--TEST--
A fatal error of an autoloader while a callable is looked at ends the script in order
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$calls = [
    'new GearmanClient()' => 'setCompleteCallback("Missing::method")',
    'new GearmanWorker()' => 'addFunction("f", "Missing::method")',
];
foreach ($calls as $object => $call) {
    $script = <<<PHP
        spl_autoload_register(fn () => @trigger_error("x", E_USER_ERROR));
        register_shutdown_function(fn () => print "shut down\n");
        (new ArrayObject([{$object}]))[0]->{$call};
        echo "not ended\n";
        PHP;
    ['status' => $status, 'output' => $output] = run_php(['-d', 'display_errors=0', '-r', $script]);
    echo $output, $status, "\n";
}
?>
--EXPECT--
shut down
255
shut down
255
