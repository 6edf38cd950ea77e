--TEST--
A worker whose callback is its own method is collected, after work too
--FILE--
<?php
require __DIR__ . '/../support/all.php';

class Clerk extends GearmanWorker
{
    public function serve(string $function): void
    {
        $this->addFunction($function, [$this, 'handle']);
        $this->addFunction("{$function}-closure", fn () => $this);
    }

    public function handle(GearmanJob $job): void
    {
        echo $job->workload(), "\n";
    }
}

$server = Gearmand::shared();
$function = unique_name('cycle');
client()->doBackground($function, 'ran');
$clerk = new Clerk();
$clerk->setTimeout(DEADLINE_MILLISECONDS);
$clerk->addServer($server->host, $server->port);
$clerk->serve($function);
$clerk->work();
$reference = WeakReference::create($clerk);
unset($clerk);
gc_collect_cycles();
var_dump($reference->get());
eventually('its connection is closed', fn () => !$server->admin->workersOf($function));
?>
--EXPECT--
ran
NULL
