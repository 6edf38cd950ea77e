<?php

/**
 * What the extension `gearman` (file gearman_rs.so) offers beyond php-gearman. A script that never names this namespace
 * notices nothing of it.
 *
 * This file is a contract as gearman.stub.php is, and read in the same way.
 */

namespace GearmanRs;

/**
 * A GearmanClient that can do more: everything a GearmanClient does, it does the same.
 */
class Client extends \GearmanClient
{
    /**
     * Queues a job that no worker gets before its time, and returns when the server has taken it.
     *
     * It is a background job of normal priority: the protocol has no other delayed ones. The server looks at its own
     * clock, in whole seconds. gearmand 1.1 wakes no sleeping worker when the time has come, so a worker that has
     * nothing else to do gets the job when it asks by itself: Worker::run() does, and with the setting
     * `gearman.regrab_interval` every worker. While a delayed job is pending, gearmand 1.1 gives no job of low priority of
     * the same function away. A delayed job survives the end of the server when the server's queue does; the redis queue
     * of gearmand refuses it.
     *
     * @param string                 $function name of the function, 1 to 512 bytes without NUL
     * @param string                 $workload any bytes
     * @param int|\DateTimeInterface $when     seconds since 1970, to 2147483647, or a date, whose fraction of a second
     *                                         does not count. A time that is over means now
     * @param string|null            $unique   see \GearmanClient::doNormal(); while such a job is queued or running, its
     *                                         handle is returned again and its time stays
     *
     * @return string the job's handle, for jobStatus(). Empty with a warning on failure: see \GearmanClient::doBackground()
     *
     * @throws \ValueError when $when is negative or too late
     */
    public function doBackgroundAt(string $function, string $workload, int|\DateTimeInterface $when, ?string $unique = null): string {}

    /**
     * Adds a task that runTasks() only queues, as a job that no worker gets before its time: of the callbacks, only the
     * created one is called for it.
     *
     * @param string                 $function see doBackgroundAt()
     * @param string|int|float       $workload see \GearmanClient::addTask()
     * @param int|\DateTimeInterface $when     see doBackgroundAt()
     * @param mixed                  $context  see \GearmanClient::addTask()
     * @param string|null            $unique   see doBackgroundAt()
     *
     * @return \GearmanTask|false see \GearmanClient::addTask()
     *
     * @throws \ValueError when $when is negative or too late
     */
    public function addTaskBackgroundAt(string $function, string|int|float $workload, int|\DateTimeInterface $when, mixed $context = null, ?string $unique = null): \GearmanTask|false {}

    /**
     * Queues a background job of normal priority for each workload, without waiting for the answer to one before the
     * next is sent. Returns when all are answered.
     *
     * The workloads are read as they can be sent: of a generator's, no more than some two thousand, or one MiB, are in
     * memory at a time. What was not acknowledged when a server went away is sent again, so a job may run twice. When a
     * job cannot be submitted because no server is left, or no answer comes within setTimeout(), those that follow are
     * read and not submitted.
     *
     * @param string           $function  see \GearmanClient::doBackground()
     * @param iterable<string> $workloads any bytes each; what is no string is made one, as PHP does it
     *
     * @return list<string> the handle of each workload, in order; "" for one that no server took, with one warning for
     *                      all of them, and the return code of the first
     *
     * @throws \TypeError when a workload is an array or null; those before it may have been queued
     */
    public function doBackgroundMany(string $function, iterable $workloads): array {}

    /**
     * A stream for event loops: stream_select() and whatever is built on it.
     *
     * It can be read from, as the loop sees it, when runTasks() would get further: on a client with
     * GEARMAN_CLIENT_NON_BLOCKING, the loop calls runTasks() then, and until the next time there is nothing to do. While the
     * client has no tasks, it is silent. It stays the same whatever connections come and go, until the client is gone.
     *
     * It carries nothing: reading gives nothing, writing and closing do nothing to the client. When it was closed, the
     * next call gives another one.
     *
     * @return resource
     *
     * @throws \GearmanException when the process has no descriptor left
     */
    public function stream() {}
}

/**
 * A GearmanWorker that can do more: everything a GearmanWorker does, it does the same.
 */
class Worker extends \GearmanWorker
{
    /**
     * Takes jobs and does them until there is a reason to end: the loop that every worker needs.
     *
     * It ends when a limit is reached, when stop() was called, or when one of $signals has arrived. The running job ends
     * first and its result is sent; no other is taken after that. Jobs that were asked for ahead by then are done when
     * they take less than a second altogether, and otherwise given back to their servers. A server that does not answer
     * holds the end up for no more than some three seconds.
     *
     * A callback that throws ends its job as in \GearmanWorker::work(); the exception becomes a warning with its class
     * and its message, and the next job is taken. exit() and fatal errors end the script and give the job back, as in
     * work(). Servers that cannot be reached, from the start or later, are tried for ever, with growing pauses of up to 3
     * seconds; a warning tells of each server once for each time that it is away. setTimeout() and
     * GEARMAN_WORKER_NON_BLOCKING do not count here.
     *
     * The signals are listened to for the time of the call, in the main thread of a process only, and what was there
     * before is put back. One that the process ignores stays ignored. A handler that the script has set before, by
     * pcntl_signal(), runs as ever, and run() ends after it, or with what it throws; one that is set in a callback takes the
     * place of run()'s own. pcntl is not needed. While run() waits, handlers of other
     * signals run with pcntl_async_signals() only.
     *
     * gearmand 1.1 tells no sleeping worker that a delayed job is due. So while nothing is queued, each server that is
     * not known to be of version 2 or later is asked again every second; or, when the setting `gearman.regrab_interval`
     * is not 0, every server after that time.
     *
     * In a child that a callback has forked, and that returns from it, it ends at once as if by stop().
     *
     * @param int|null   $jobs     how many jobs to do at most, from 1
     * @param float|null $seconds  after how many seconds to take no other job
     * @param int|null   $memory   from how many bytes on, as memory_get_usage(true) says after a job, that is the last; from 1
     * @param float|null $idle     after how many seconds without a job to end; 0 is when nothing is queued
     * @param list<int>  $signals  which signals end it: at first SIGTERM, SIGINT and SIGQUIT
     * @param int        $prefetch how many jobs to ask for ahead at most while jobs are short, 0 to 64, in place of the
     *                             setting `gearman.prefetch`; never more than $jobs still allows
     *
     * @return string why it ended: "jobs", "seconds", "memory", "idle", "signal" or "stopped"
     *
     * @throws \GearmanException when the worker has no server or no function, from the start or later, or when its run()
     *                           is running already
     * @throws \ValueError       when an argument is out of its range, or a signal cannot be handled
     * @throws \TypeError        when a signal is no int
     */
    public function run(?int $jobs = null, ?float $seconds = null, ?int $memory = null, ?float $idle = null, array $signals = [15, 2, 3], int $prefetch = 16): string {}

    /**
     * Ends run() after the running job. It may be called in a callback, in a signal handler, or wherever else PHP code
     * runs meanwhile. Called before run(), it ends the next one before that takes a job.
     */
    public function stop(): void {}

    /**
     * A stream for event loops: see Client::stream().
     *
     * It can be read from when work() would get further: on a worker with GEARMAN_WORKER_NON_BLOCKING, the loop calls
     * work() then. A worker with nothing to do is silent, and so is one without functions or servers. While no server can
     * be reached, it can be read from after a pause, for work() to try again.
     *
     * @return resource
     *
     * @throws \GearmanException when the process has no descriptor left
     */
    public function stream() {}
}

/**
 * Asks job servers what they have, and tells them what to do about it: queue sizes, workers, limits.
 *
 * Every call asks all servers at the same time and ends when each has answered, or when the time is over. A server that
 * does not answer, or not as a job server does, costs only its own entry: that is null, and a warning
 * `operation(GEARMAN_CODE) host:port: what happened` names it. Connections stay open from call to call.
 *
 * gearmand answers all this in text, so names that contain a line break come out wrong or, as that may mean anything,
 * not at all.
 */
final class Admin
{
    /**
     * Connects to nothing yet. Where the environment variable GEARMAND_CA_CERTIFICATE is set, TLS is turned on as by
     * setSSL().
     *
     * @param string $servers see \GearmanClient::addServers(). Names are looked up when they are needed, which the timeout
     *                        does not end
     * @param int    $timeout milliseconds that any one call may take, over 0
     *
     * @throws \GearmanException when $servers cannot be read
     * @throws \ValueError       when $timeout is 0 or less
     */
    public function __construct(string $servers = 'localhost:4730', int $timeout = 2000) {}

    /**
     * Turns TLS on or off, for all connections to come; those that there are are closed.
     *
     * @param bool        $ssl       see \GearmanClient::setSSL()
     * @param string|null $ca_file   see \GearmanClient::setSSL()
     * @param string|null $cert_file see \GearmanClient::setSSL()
     * @param string|null $key_file  see \GearmanClient::setSSL()
     *
     * @return bool false with a warning when a file cannot be used; then no connection is made
     */
    public function setSSL(bool $ssl = true, ?string $ca_file = null, ?string $cert_file = null, ?string $key_file = null): bool {}

    /**
     * The version of each server, such as "1.1.20+ds". It may be empty: some builds do not know theirs.
     *
     * @return array<string, string|null> by `host:port`; null with a warning for a server that has failed
     */
    public function versions(): array {}

    /**
     * The functions that each server knows.
     *
     * `total` counts all jobs that the server has for it, running and delayed ones included; `running` those that a
     * worker has; `workers` the connections that offer it. A function that nobody offers or has queued stays until it is
     * dropped or the server ends.
     *
     * @return array<string, array<string, array{total: int, running: int, workers: int}>|null> by `host:port` and function;
     *                                                       null with a warning for a server that has failed
     */
    public function status(): array {}

    /**
     * How many jobs of each priority wait for a worker. Running jobs are not counted, delayed ones are.
     *
     * @return array<string, array<string, array{high: int, normal: int, low: int, workers: int}>|null> by `host:port` and
     *                                                       function; null with a warning for a server that has failed
     */
    public function priorityStatus(): array {}

    /**
     * The connections that each server has. Those without functions are clients, and this object itself: a server does not
     * tell them apart.
     *
     * @return array<string, list<array{address: string, id: string, functions: list<string>}>|null> by `host:port`; the id
     *     is "-" where none was set. A function whose name contains a space comes as two. Null with a warning for a server
     *     that has failed
     */
    public function workers(): array {}

    /**
     * The jobs that each server has, in no order. For a long queue that takes much memory and keeps the server busy; one
     * that takes over 128 MiB is refused.
     *
     * `retries` counts the workers that were lost with the job; `ignored` says that it was cancelled; `queued` that the
     * server keeps it in its queue for good, as it does with background jobs.
     *
     * @return array<string, list<array{handle: string, retries: int, ignored: bool, queued: bool}>|null> by `host:port`;
     *                                                       null with a warning for a server that has failed
     */
    public function jobs(): array {}

    /**
     * The unique keys of the jobs that each server has, in no order, the same key once for each function. See jobs().
     *
     * @return array<string, list<string>|null> by `host:port`; null with a warning for a server that has failed
     */
    public function uniqueJobs(): array {}

    /**
     * Cancels a job: no worker gets it any more. A client that waits for it sees it fail.
     *
     * When a worker has it already, the worker goes on and is told nothing; only when that worker is lost is the job not
     * given to another.
     *
     * Beware of what gearmand does with a cancelled job that has a unique key. It stays in the queue, under its key, until a
     * worker asks for a job of its function. A job that is submitted meanwhile for the same function and with the same key
     * joins it, is answered with its handle, and is never done: a background job is lost without a word, and a
     * foreground one waits until its timeout. So cancel only jobs without a key, or whose key is not used again before a
     * worker came by.
     *
     * A handle is unique only on one server. Servers on machines of one name, such as containers, give the same ones: then
     * the job of this handle is cancelled on each.
     *
     * @param string $handle the job's handle, 1 to 63 bytes without white space
     *
     * @return bool whether any server had the job. A warning names each server that has failed and, when none had it,
     *              each that did not have it
     */
    public function cancelJob(string $handle): bool {}

    /**
     * Limits how many jobs of a function a server holds: while it has that many, a submission is refused, with the
     * warning GEARMAN_QUEUE_ERROR. What is counted are its jobs of all priorities together, waiting, delayed and running;
     * each priority has a limit of its own, so that urgent jobs can be let in longer. The servers forget it when they end,
     * or when the function is dropped.
     *
     * A function that the server does not know takes no limit: see createFunction().
     *
     * @param string   $function name of the function, 1 to 512 bytes without white space
     * @param int|null $normal   for jobs of normal priority, 1 to 2147483647; null or 0 is no limit
     * @param int|null $high     the same for high priority
     * @param int|null $low      the same for low priority
     *
     * @return bool whether every server has done it; a warning names each that has not, and why
     *
     * @throws \ValueError when a limit is out of range
     */
    public function setMaxQueue(string $function, ?int $normal, ?int $high = null, ?int $low = null): bool {}

    /**
     * Makes each server know a function before any worker or job comes: then it can be limited and shows in status(). It
     * is no error when the server knows it already.
     *
     * @param string $function see setMaxQueue()
     *
     * @return bool see setMaxQueue()
     */
    public function createFunction(string $function): bool {}

    /**
     * Makes each server forget a function. It refuses while a connection offers the function or a job of it runs.
     *
     * Jobs that wait for it are not done any more, even when a worker offers the function again; and those with a unique
     * key go on to swallow jobs that are submitted with the same key: see cancelJob(). So drop only a function whose
     * queue is empty.
     *
     * @param string $function see setMaxQueue()
     *
     * @return bool see setMaxQueue(); a server that does not know the function says so
     */
    public function dropFunction(string $function): bool {}

    /**
     * The process id of each server, on its own machine.
     *
     * @return array<string, int|null> by `host:port`; null with a warning for a server that has failed
     */
    public function pids(): array {}
}

/**
 * What this process has done since it began, all its clients and workers together; phpinfo() shows it, too. In php-fpm
 * that is one child process, over all its requests. A forked child begins with none.
 *
 * @return array<string, int> connections_opened; connections_reused: left by an earlier client (`gearman.persistent`);
 *                            connections_lost: ended by a server or the network; failovers: requests sent again because
 *                            their server went away or was silent; jobs_submitted: taken by a server; jobs_completed:
 *                            whose result came; jobs_failed: that failed, raised an exception or were lost with their
 *                            server; timeouts: calls of a client that ended at setTimeout(); jobs_worked: completed by a
 *                            worker; jobs_worked_in_vain: that a worker told to have failed; jobs_given_back: that a
 *                            worker gave back to the queue; bytes_in and bytes_out: without those of TLS
 */
function stats(): array {}

/**
 * Makes the calls that wait cooperative: while a handler is set, whatever would wait in the kernel calls it instead, and
 * goes on when it returns.
 *
 * The handler is called as `$handler(resource $stream, ?float $seconds): void`. It should return when the stream can be
 * read from, or when the seconds are over (null: they never are), which an event loop does by suspending the Fiber that it
 * runs in. It may return sooner: then it is called again, until the call's own timeout is over. What it throws comes out of
 * the call, which is given up as if its time were over. The stream is that of the object, see Client::stream(), and all
 * objects have one here; a handler must not keep it for longer than it runs.
 *
 * While a call waits in the handler, another call on the same object that would have to wait throws a GearmanException:
 * each Fiber needs a client, or a worker, of its own. What a job sends is sent all the same. Calls that do not wait never
 * call the handler. Without a handler, and from the next request on, calls wait in the kernel.
 *
 * GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL and GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL do nothing while the handler waits.
 *
 * @param callable|null $handler null to wait in the kernel again
 *
 * @return callable|null the handler before, null when there was none
 */
function on_wait(?callable $handler): ?callable {}
