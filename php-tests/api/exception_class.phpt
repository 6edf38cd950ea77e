--TEST--
GearmanException is final and is made, thrown and printed as any exception
--FILE--
<?php
require __DIR__ . '/../support/all.php';

var_dump((new ReflectionClass('GearmanException'))->isFinal(), (new GearmanException())->getCode());
$previous = new LogicException('before');
function raise(Exception $previous): never
{
    throw new GearmanException('message', 7, $previous);
}
try {
    raise($previous);
} catch (GearmanException $exception) {
    var_dump($exception->getMessage(), $exception->getCode(), $exception->code);
    var_dump(basename($exception->getFile()), $exception->getLine(), $exception->getPrevious() === $previous);
    echo preg_replace('~/.*/~', '', $exception->getTraceAsString()), "\n";
}
?>
--EXPECTF--
bool(true)
int(0)
string(7) "message"
int(7)
int(7)
string(%d) "exception_class.php"
int(%d)
bool(true)
#0 exception_class.php(%d): raise(Object(LogicException))
#1 {main}
