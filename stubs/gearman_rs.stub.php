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
     * nothing else to do gets the job when it asks by itself: see the setting `gearman.regrab_interval`. A delayed job
     * survives the end of the server when the server's queue does; the redis queue of gearmand refuses it.
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
