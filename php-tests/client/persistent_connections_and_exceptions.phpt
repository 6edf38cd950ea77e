--TEST--
A client that did not ask for exceptions gets none on a connection that another has left behind, and one that did gets them
--INI--
gearman.persistent=1
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('throws');
$worker = start_worker([$function => fn () => throw new LogicException('Oops'), "{$function}-not" => fn () => '']);

function result(bool $asks, string $function): string
{
    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->addServer(Gearmand::shared()->host, Gearmand::shared()->port, $asks);
    // Leaves the connection clean.
    $client->doNormal("{$function}-not", '');
    unset($client);

    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->addServer(Gearmand::shared()->host, Gearmand::shared()->port, $asks);
    @$client->doNormal($function, '');
    return match ($client->returnCode()) {
        GEARMAN_WORK_EXCEPTION => 'exception',
        GEARMAN_WORK_FAIL => 'fail',
        default => $client->error(),
    };
}

foreach ([true, false, false, true, true, false] as $asks) {
    echo json_encode($asks), ' ', result($asks, $function), "\n";
}
?>
--EXPECT--
true exception
false fail
false fail
true exception
true exception
false fail
