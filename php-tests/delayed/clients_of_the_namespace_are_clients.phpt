--TEST--
GearmanRs\Client is a GearmanClient in everything else
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Mailer extends GearmanRs\Client
{
    public function __construct(Gearmand $server)
    {
        parent::__construct();
        $this->addServer($server->host, $server->port);
    }
}

$client = new Mailer(Gearmand::shared());
var_dump($client instanceof GearmanRs\Client, $client instanceof GearmanClient, $client->ping('x'));
var_dump(gearman_client_ping($client, 'x'), gearman_client_return_code($client));
foreach ([fn () => clone $client, fn () => clone new GearmanRs\Client()] as $use) {
    try {
        $use();
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}
$plain = new GearmanRs\Client();
var_dump($plain, serialize($plain));
?>
--EXPECTF--
bool(true)
bool(true)
bool(true)
bool(true)
int(0)
Trying to clone an uncloneable object of class Mailer
Trying to clone an uncloneable object of class GearmanRs\Client
object(GearmanRs\Client)#%d (0) {
}
string(28) "O:16:"GearmanRs\Client":0:{}"
