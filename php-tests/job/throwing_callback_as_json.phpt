--TEST--
With gearman.exception_format=json the client gets everything about an exception as JSON
--INI--
gearman.exception_format=json
--FILE--
<?php
namespace Shop;

use GearmanJob;
use Gearmand;
use LogicException;
use Wire;

require __DIR__ . '/../support/all.php';

class OutOfStock extends LogicException
{
}

$function = unique_name('throws');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    throw new OutOfStock("no \"tea\" left: \u{2615}", 42);
}]);
try {
    $worker->work();
} catch (OutOfStock $exception) {
    $sent = json_decode(substr($client->history()[0], 3), true, flags: JSON_THROW_ON_ERROR);
    var_dump($sent['class'], $sent['message'] === $exception->getMessage(), $sent['code']);
    var_dump($sent['file'] === $exception->getFile(), $sent['line'] === $exception->getLine());
    ksort($sent);
    echo implode(' ', array_keys($sent)), "\n";
    var_dump(str_contains(is_string($sent['trace']) ? $sent['trace'] : json_encode($sent['trace']), 'work'));
}
?>
--EXPECT--
string(15) "Shop\OutOfStock"
bool(true)
int(42)
bool(true)
bool(true)
class code file line message trace
bool(true)
