--TEST--
A subclass may override methods with the signatures of the documentation
--FILE--
<?php
require __DIR__ . '/../support/all.php';

class Loud extends GearmanClient
{
    public function addServer(?string $host = null, int $port = 0, bool $setupExceptionHandler = true): bool
    {
        echo "adding a server\n";
        return parent::addServer($host, $port, $setupExceptionHandler);
    }

    public function doBackground(string $function, string $workload, ?string $unique = null): string
    {
        echo "submitting {$workload}\n";
        return parent::doBackground($function, $workload, $unique);
    }
}

class Patient extends GearmanWorker
{
    public function work(): bool
    {
        echo "working\n";
        return parent::work();
    }
}

$server = Gearmand::shared();
$function = unique_name('override');
$client = new Loud();
$client->addServer($server->host, $server->port);
$client->doBackground($function, 'x');

$worker = new Patient();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$worker->addServer($server->host, $server->port);
$worker->addFunction($function, fn () => null);
var_dump($worker->work());
?>
--EXPECT--
adding a server
submitting x
working
bool(true)
