--TEST--
A job whose result ends the script when it is let go is given back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Result
{
    public function __construct(private string $end)
    {
    }

    public function __toString(): string
    {
        return 'first run';
    }

    public function __destruct()
    {
        $this->end === 'exit' ? exit(3) : @trigger_error('x', E_USER_ERROR);
    }
}

foreach (['fatal error', 'exit'] as $end) {
    $function = unique_name('fatal');
    $client = new Wire(Gearmand::shared());
    $client->submit($function, 'x', $function);
    $child = Child::run(function () use ($function, $end) {
        ini_set('display_errors', '0');
        worker([$function => fn () => new Result($end)])->work();
    });
    echo $child->wait(), "\n";
    worker([$function => fn () => 'second run'])->work();
    echo json_encode($client->history()), "\n";
}
?>
--EXPECT--
exit 255
["13 second run"]
exit 3
["13 second run"]
