--TEST--
A subclass that does not call the parent's constructor works like the class itself
--FILE--
<?php
require __DIR__ . '/../support/all.php';

class Shop extends GearmanClient
{
    public function __construct(private string $name)
    {
    }

    public function name(): string
    {
        return $this->name;
    }
}

class Clerk extends GearmanWorker
{
    public array $seen = [];

    public function __construct()
    {
    }
}

$server = Gearmand::shared();
$function = unique_name('subclass');
$shop = new Shop('corner shop');
var_dump($shop->options(), $shop->timeout(), $shop->addServer($server->host, $server->port));
var_dump($shop->doBackground($function, 'tea') !== '', $shop->name());

$clerk = new Clerk();
var_dump($clerk->options(), $clerk->addServer($server->host, $server->port));
$clerk->addFunction($function, function (GearmanJob $job) use ($clerk) {
    $clerk->seen[] = $job->workload();
});
$clerk->setTimeout(DEADLINE_MILLISECONDS);
var_dump($clerk->work(), $clerk->seen);
?>
--EXPECT--
int(32)
int(-1)
bool(true)
bool(true)
string(11) "corner shop"
int(644)
bool(true)
bool(true)
array(1) {
  [0]=>
  string(3) "tea"
}
