--TEST--
addFunction() takes every kind of callable
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function plain(GearmanJob $job)
{
    echo __FUNCTION__, "\n";
}

class Handler
{
    public static function fixed(GearmanJob $job)
    {
        echo __METHOD__, "\n";
    }

    public function method(GearmanJob $job)
    {
        echo __METHOD__, "\n";
    }

    public function __invoke(GearmanJob $job)
    {
        echo __METHOD__, "\n";
    }

    public function __call(string $name, array $arguments)
    {
        echo "{$name} through __call\n";
    }

    public static function __callStatic(string $name, array $arguments)
    {
        echo "{$name} through __callStatic\n";
    }

    public function hidden(): Closure
    {
        return $this->secret(...);
    }

    private function secret(GearmanJob $job)
    {
        echo __METHOD__, "\n";
    }
}

$callables = [
    'plain',
    'Handler::fixed',
    ['Handler', 'fixed'],
    [new Handler(), 'method'],
    new Handler(),
    function (GearmanJob $job) {
        echo "closure\n";
    },
    fn (GearmanJob $job) => print "arrow\n",
    static fn (GearmanJob $job) => print "static arrow\n",
    plain(...),
    (new Handler())->method(...),
    [new Handler(), 'magic'],
    'Handler::magic',
    (new Handler())->hidden(),
];
foreach ($callables as $callable) {
    $function = unique_name('callable');
    client()->doBackground($function, 'x');
    worker([$function => $callable])->work();
}
?>
--EXPECT--
plain
Handler::fixed
Handler::fixed
Handler::method
Handler::__invoke
closure
arrow
static arrow
plain
Handler::method
magic through __call
magic through __callStatic
Handler::secret
