<?php

// Calls everything that one kind of object offers, with every odd argument, while the object is in one state: once as
// PHP is, and once with an error handler that throws.
// Run in a process of its own. It prints each result that nobody documented, and at the end the number of calls.
// No strict_types here: what PHP can coerce must get past the types and into the module.

require __DIR__ . '/all.php';

/** What the hostile values throw. */
final class Spite extends Exception
{
}

final class ThrowsAsString
{
    public function __toString(): string
    {
        throw new Spite('from __toString');
    }
}

/** It can be taken for a string, a host name and a callback, and throws when it is let go while a call is made. */
final class ThrowsWhenLetGo
{
    public static bool $armed = false;

    public function __toString(): string
    {
        return '127.0.0.1';
    }

    public function __invoke(): void
    {
    }

    public function __destruct()
    {
        if (self::$armed) {
            throw new Spite('from __destruct');
        }
    }
}

/** The function as a method. After each call, another one waits in the handler that there is then. */
final class OnWait
{
    public function on_wait(mixed $handler): ?callable
    {
        $before = GearmanRs\on_wait($handler);
        $client = with_servers(new GearmanClient());
        $client->setTimeout(2);
        try {
            @$client->doNormal(unique_name('nobody'), 'x');
        } finally {
            GearmanRs\on_wait(null);
        }
        return $before;
    }
}

spl_autoload_register(function (string $class) {
    if ($class === 'ThrowsWhenLoaded') {
        throw new Spite('from an autoloader');
    }
});

/** What a callback does in it may call the callback again. Once is enough. */
function once(callable $use): callable
{
    $used = false;
    return function (object $object) use ($use, &$used) {
        if (!$used) {
            $used = true;
            $use($object);
        }
    };
}

/**
 * Makes a call that waits in the handler of on_wait(), and uses the object there.
 *
 * @param callable(): mixed $call
 */
function while_waiting(callable $call, callable $use): void
{
    GearmanRs\on_wait(fn () => Fiber::suspend());
    $fiber = new Fiber($call);
    $fiber->start();
    GearmanRs\on_wait(null);
    $use();
    if ($fiber->isSuspended()) {
        $fiber->resume();
    }
}

/** @param class-string<GearmanClient> $class */
function with_client(string $class, string $state, callable $use): void
{
    $use = once($use);
    $client = $state === 'fresh' ? new $class() : with_servers(new $class());
    switch ($state) {
        case 'connected':
            $client->ping('x');
            break;
        case 'destructed':
            $client->__destruct();
            break;
        case 'unserialized':
            $client = unserialize(serialize($client));
            break;
        case 'timed out':
            $client->setTimeout(5);
            @$client->doNormal(unique_name('nobody'), 'x');
            break;
        case 'while it waits':
            $client->setTimeout(1);
            while_waiting(fn () => @$client->doNormal(unique_name('nobody'), 'x'), fn () => $use($client));
            return;
        case 'inside its callback':
            // The calls leave tasks behind that nobody works on. The outer runTasks() must not wait for them.
            $client->setTimeout(1000);
            $client->setCreatedCallback(fn () => $use($client));
            $client->addTaskBackground(unique_name('nobody'), 'x');
            @$client->runTasks();
            return;
    }
    $use($client);
}

function with_admin(string $state, callable $use): void
{
    $server = Gearmand::shared();
    $servers = match ($state) {
        'beside a dead server' => "127.0.0.1:1,{$server->address()}",
        'in front of a server that speaks something else' => stranger(),
        default => $server->address(),
    };
    $admin = new GearmanRs\Admin($servers, 500);
    switch ($state) {
        case 'connected':
            $admin->versions();
            break;
        case 'unserialized':
            $admin = unserialize(serialize($admin));
            break;
        case 'inside an error handler':
            $admin = new GearmanRs\Admin('127.0.0.1:1', 500);
            $use = once($use);
            set_error_handler(fn () => $use($admin) ?? true);
            $admin->status();
            restore_error_handler();
            return;
    }
    $use($admin);
}

/** The address of a server that answers everything with the same garbage. */
function stranger(): string
{
    static $server;
    $server ??= ScriptedServer::start(function ($connection) {
        while (fgets($connection) !== false && @fwrite($connection, "HTTP/1.1 400 Bad Request\r\n\r\n") > 0);
    });
    return "127.0.0.1:{$server->port}";
}

/** @param callable(): GearmanWorker $make */
function with_worker(string $state, callable $use, callable $make): void
{
    $use = once($use);
    $worker = $make();
    if ($state === 'fresh') {
        $use(new $worker());
        return;
    }
    $function = unique_name('generated');
    $worker->addFunction($function, function () use ($state, $use, $worker) {
        if ($state === 'inside its callback') {
            $use($worker);
        }
    });
    switch ($state) {
        case 'connected':
            $worker->ping('x');
            break;
        case 'destructed':
            $worker->__destruct();
            break;
        case 'unserialized':
            $worker = unserialize(serialize($worker));
            break;
        case 'timed out':
            $worker->setTimeout(5);
            $worker->work();
            break;
        case 'while it waits':
            $worker->setTimeout(1);
            while_waiting(fn () => @$worker->work(), fn () => $use($worker));
            return;
        case 'inside its callback':
            client()->doBackground($function, 'x');
            @$worker->work();
            return;
    }
    $use($worker);
}

function with_job(string $state, callable $use): void
{
    if ($state === 'fresh') {
        $use(new GearmanJob());
        return;
    }
    $function = unique_name('generated');
    client()->doBackground($function, 'load');
    $kept = null;
    $worker = worker([$function => function (GearmanJob $job) use ($state, $use, &$kept) {
        $kept = $job;
        if ($state === 'inside its callback') {
            $use($job);
        }
    }]);
    if ($state === 'grabbed' || $state === 'without its worker') {
        $kept = $worker->grabJob();
    } else {
        @$worker->work();
    }
    if ($state === 'without its worker') {
        unset($worker);
    }
    if ($state !== 'inside its callback') {
        $use($state === 'unserialized' ? unserialize(serialize($kept)) : $kept);
    }
}

function with_task(string $state, callable $use): void
{
    if ($state === 'fresh') {
        $use(new GearmanTask());
        return;
    }
    $client = client();
    if ($state === 'inside its callback') {
        $client->setCreatedCallback($use);
    }
    $task = $client->addTaskBackground(unique_name('nobody'), 'x');
    if ($state === 'inside its callback' || $state === 'finished') {
        @$client->runTasks();
    }
    if ($state === 'without its client') {
        unset($client);
    }
    if ($state !== 'inside its callback') {
        $use($state === 'unserialized' ? unserialize(serialize($task)) : $task);
    }
}

/** @return list<mixed> */
function odd_values(object $object): array
{
    return [
        null, true, false, 0, 1, -1, 4730, PHP_INT_MAX, PHP_INT_MIN, 1.5, -0.0, NAN, INF,
        '', '0', '127.0.0.1', "nul\0in it", "\xFF\xFE", str_repeat('x', 70), str_repeat('x', 10_000),
        [], ['key' => 'value'], [$object, 'returnCode'], new stdClass(), new ArrayObject([1]), $object,
        fn () => null, 'strlen', 'GearmanClient::nothing', STDERR, new GearmanJob(), new GearmanTask(),
        new ThrowsAsString(), 'ThrowsWhenLoaded::method', ['ThrowsWhenLoaded', 'method'],
        new DateTimeImmutable('2033-05-18'), [new ThrowsAsString()], (fn () => yield new ThrowsAsString())(),
        (function () {
            yield 'x';
            throw new Spite('from a generator');
        })(),
    ];
}

/**
 * Values of which nobody but the call may have another reference.
 *
 * @return list<callable(): mixed>
 */
function values_to_let_go(): array
{
    return [
        fn () => new ThrowsWhenLetGo(),
        fn () => [new ThrowsWhenLetGo()],
        fn () => [new ThrowsWhenLetGo(), '__invoke'],
        function () {
            $let_go = new ThrowsWhenLetGo();
            return function () use ($let_go) {
            };
        },
    ];
}

function ordinary_value(ReflectionParameter $parameter): mixed
{
    return match ((string) $parameter->getType()) {
        'int', '?int' => 1,
        '?float' => 0.0,
        'array' => [],
        'bool' => true,
        'callable' => fn () => null,
        'mixed' => 'context',
        'DateTimeInterface|int' => 2_000_000_000,
        'iterable' => ['one', 'another'],
        // It is a host name too: one that needs no resolver.
        default => '127.0.0.1',
    };
}

/**
 * Too few arguments, too many, and each argument once with each odd value. A value that is to be let go is followed by
 * an ordinary one, in case that one takes its place.
 *
 * @param list<ReflectionParameter> $parameters
 * @return iterable<callable(): list<mixed>>
 */
function argument_lists(array $parameters, object $object): iterable
{
    $ordinary = array_map(ordinary_value(...), $parameters);
    for ($count = 0; $count <= count($parameters); $count++) {
        yield fn () => array_slice($ordinary, 0, $count);
    }
    yield fn () => [...$ordinary, 'one', 'more'];
    foreach ($parameters as $position => $parameter) {
        foreach (odd_values($object) as $value) {
            yield fn () => array_replace($ordinary, [$position => $value]);
        }
        foreach (values_to_let_go() as $make) {
            yield fn () => array_replace($ordinary, [$position => $make()]);
            yield fn () => $ordinary;
        }
    }
}

function is_documented(mixed $result, ?ReflectionType $type): bool
{
    if ($type === null) {
        // No type says void of a constructor, or resource of a stream.
        return $result === null || is_resource($result);
    }
    $types = $type instanceof ReflectionUnionType ? $type->getTypes() : [$type];
    foreach ($types as $one) {
        $name = $one === null ? 'null' : $one->getName();
        $is = match ($name) {
            'true' => $result === true,
            'false' => $result === false,
            'void' => $result === null,
            default => get_debug_type($result) === $name || $result instanceof $name,
        };
        if ($is || $result === null && $one?->allowsNull()) {
            return true;
        }
    }
    return false;
}

function is_expected(Throwable $throwable): bool
{
    return $throwable instanceof TypeError
        || $throwable instanceof ValueError
        || $throwable instanceof GearmanException
        || $throwable instanceof Spite
        || $throwable instanceof Error && str_ends_with($throwable->getMessage(), 'could not be converted to string');
}

/** Every method that the object's class declares itself and every function that takes it, as [name, callable, parameters, return type]. */
function callables(object $object): iterable
{
    foreach ((new ReflectionClass($object))->getMethods() as $method) {
        if ($method->class !== get_class($object)) {
            continue;
        }
        yield [$method->name, [$object, $method->name], $method->getParameters(), $method->getReturnType()];
    }
    foreach ((new ReflectionExtension('gearman'))->getFunctions() as $function) {
        $parameters = $function->getParameters();
        if ($parameters !== [] && (string) $parameters[0]->getType() === get_class($object)) {
            $call = fn (mixed ...$arguments) => ($function->name)($object, ...$arguments);
            yield [$function->name, $call, array_slice($parameters, 1), $function->getReturnType()];
        }
    }
}

/** Makes one call and says what of its outcome nobody documented. */
function outcome(string $name, callable $call, callable $arguments, ?ReflectionType $type): ?string
{
    try {
        ThrowsWhenLetGo::$armed = true;
        $result = @$call(...$arguments());
        return is_documented($result, $type) ? null : "{$name} returned " . get_debug_type($result);
    } catch (Throwable $throwable) {
        return is_expected($throwable) ? null : "{$name} threw " . get_class($throwable) . ": {$throwable->getMessage()}";
    } finally {
        ThrowsWhenLetGo::$armed = false;
    }
}

/** Makes every call of one name and prints each outcome that nobody documented. */
function every_call(object $object, string $wanted, ?callable $handler): int
{
    $calls = 0;
    foreach (callables($object) as [$name, $call, $parameters, $type]) {
        if ($name !== $wanted) {
            continue;
        }
        foreach (argument_lists($parameters, $object) as $arguments) {
            $calls++;
            if (method_exists($object, 'setTimeout')) {
                $object->setTimeout(5);
            }
            if ($name === 'run') {
                // It would wait for a job for ever.
                $object->stop();
            }
            set_error_handler($handler);
            $outcome = outcome($name, $call, $arguments, $type);
            restore_error_handler();
            echo $outcome === null ? '' : "{$outcome}\n";
        }
    }
    return $calls;
}

[, $class, $state] = $argv;
$provide = match ($class) {
    'GearmanClient', 'GearmanRs\Client' => fn (string $state, callable $use) => with_client($class, $state, $use),
    'GearmanWorker' => fn (string $state, callable $use) => with_worker($state, $use, worker(...)),
    'GearmanRs\Worker' => fn (string $state, callable $use) => with_worker($state, $use, runner(...)),
    'GearmanRs\Admin' => with_admin(...),
    OnWait::class => fn (string $state, callable $use) => $use(new OnWait()),
    'GearmanJob' => with_job(...),
    'GearmanTask' => with_task(...),
};
$calls = 0;
$names = [];
$provide($state, function (object $object) use (&$names) {
    foreach (callables($object) as [$name]) {
        $names[] = $name;
    }
});
$handlers = [null, fn (int $level, string $message) => throw new Spite("from an error handler: {$message}")];
foreach ($handlers as $handler) {
    foreach ($names as $name) {
        // A new object for each name, or servers and functions would pile up from call to call.
        $provide($state, function (object $object) use ($name, $handler, &$calls) {
            $calls += every_call($object, $name, $handler);
        });
    }
}
echo $calls;
