--TEST--
The constructor reads lists as addServers() does, and refuses what it cannot read
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
foreach ([$server->address(), " {$server->address()} , {$server->address()},", '127.0.0.1:1,[::1]:2,nowhere.invalid'] as $list) {
    echo implode(' ', array_keys(@(new GearmanRs\Admin($list, DEADLINE_MILLISECONDS))->versions())), "\n";
}
foreach (['', null] as $default) {
    $admin = $default === null ? new GearmanRs\Admin(timeout: 1) : new GearmanRs\Admin($default, 1);
    echo implode(' ', array_keys(@$admin->versions())), "\n";
}
foreach (['a:b:c', 'a:70000', '[::1', "nul\0", 'a b'] as $list) {
    try {
        new GearmanRs\Admin($list);
        echo "accepted\n";
    } catch (GearmanException $exception) {
        echo $exception->getMessage(), "\n";
    }
}
foreach ([0, -1, PHP_INT_MIN] as $timeout) {
    try {
        new GearmanRs\Admin('localhost', $timeout);
        echo "accepted\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
new GearmanRs\Admin('localhost', PHP_INT_MAX);
?>
--EXPECTF--
127.0.0.1:%d
127.0.0.1:%d
127.0.0.1:1 [::1]:2 nowhere.invalid:4730
localhost:4730
localhost:4730
GearmanRs\Admin(GEARMAN_GETADDRINFO) "a:b:c" is not a server: host, host:port or [ipv6]:port was expected
GearmanRs\Admin(GEARMAN_GETADDRINFO) "a:70000" is not a server: host, host:port or [ipv6]:port was expected
GearmanRs\Admin(GEARMAN_GETADDRINFO) "[::1" is not a server: host, host:port or [ipv6]:port was expected
GearmanRs\Admin(GEARMAN_GETADDRINFO) "nul\0" is not a server: host, host:port or [ipv6]:port was expected
GearmanRs\Admin(GEARMAN_GETADDRINFO) "a b" is not a server: host, host:port or [ipv6]:port was expected
GearmanRs\Admin::__construct(): Argument #2 ($timeout) must be greater than 0
GearmanRs\Admin::__construct(): Argument #2 ($timeout) must be greater than 0
GearmanRs\Admin::__construct(): Argument #2 ($timeout) must be greater than 0
