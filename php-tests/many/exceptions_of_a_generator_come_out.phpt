--TEST--
What a generator throws comes out of the call, and the client goes on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Disturbing
{
    public function __construct(private string $workload)
    {
    }

    public function __toString(): string
    {
        return $this->workload;
    }

    public function __destruct()
    {
        throw new DomainException("destructor of {$this->workload}");
    }
}

$client = rs_client();
$generators = [
    'in the middle' => function () {
        yield 'x';
        throw new DomainException('in the middle');
    },
    'in a destructor' => fn () => yield new Disturbing('x'),
];
foreach ($generators as $name => $generator) {
    try {
        $client->doBackgroundMany(unique_name('function'), $generator());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
    var_dump($client->ping('x'), $client->doBackgroundMany(unique_name('function'), ['x']) !== ['']);
}
?>
--EXPECT--
DomainException: in the middle
bool(true)
bool(true)
DomainException: destructor of x
bool(true)
bool(true)
