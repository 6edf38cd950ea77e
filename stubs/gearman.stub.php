<?php

/**
 * Everything that the extension `gearman` (file gearman_rs.so) offers: constants, classes and functions.
 *
 * This file is the contract. The build reads it through PHP's Reflection and registers exactly what stands here, and
 * IDEs and static analysers read it as documentation. PHP itself never runs it.
 */

/*
 * Where a server is expected when none is named.
 */

const GEARMAN_DEFAULT_TCP_HOST = 'localhost';
const GEARMAN_DEFAULT_TCP_PORT = 4730;

/*
 * Sizes and limits of libgearman, kept for programs that read them. Of these the extension itself observes
 * GEARMAN_JOB_HANDLE_SIZE (bytes, with the closing NUL) and GEARMAN_UNIQUE_SIZE (bytes).
 */

/** Seconds. */
const GEARMAN_DEFAULT_SOCKET_TIMEOUT = 10;
const GEARMAN_DEFAULT_SOCKET_SEND_SIZE = 32768;
const GEARMAN_DEFAULT_SOCKET_RECV_SIZE = 32768;
const GEARMAN_MAX_ERROR_SIZE = 2048;
const GEARMAN_PACKET_HEADER_SIZE = 12;
const GEARMAN_JOB_HANDLE_SIZE = 64;
const GEARMAN_OPTION_SIZE = 64;
const GEARMAN_UNIQUE_SIZE = 64;
const GEARMAN_MAX_COMMAND_ARGS = 8;
const GEARMAN_ARGS_BUFFER_SIZE = 128;
const GEARMAN_SEND_BUFFER_SIZE = 8192;
const GEARMAN_RECV_BUFFER_SIZE = 8192;
/** Milliseconds. */
const GEARMAN_WORKER_WAIT_TIMEOUT = 10000;

/*
 * Return codes: what returnCode() gives, what GearmanJob::setReturn() takes, and what a task callback may return.
 */

/** All went well. */
const GEARMAN_SUCCESS = 0;
/** A non-blocking call has to wait; call wait(), then the same call again. */
const GEARMAN_IO_WAIT = 1;
/** The server, or the job through GearmanJob::setReturn(), asks the worker to stop. */
const GEARMAN_SHUTDOWN = 2;
const GEARMAN_SHUTDOWN_GRACEFUL = 3;
/** The operating system refused something; getErrno() tells what. */
const GEARMAN_ERRNO = 4;
const GEARMAN_EVENT = 5;
const GEARMAN_TOO_MANY_ARGS = 6;
/** There is no connection to wait for. */
const GEARMAN_NO_ACTIVE_FDS = 7;
/** The other side does not speak the Gearman protocol. */
const GEARMAN_INVALID_MAGIC = 8;
/** The server sent a packet type that does not exist. */
const GEARMAN_INVALID_COMMAND = 9;
/** The server sent a packet that is not well formed. */
const GEARMAN_INVALID_PACKET = 10;
/** The server sent a packet that has no place here. */
const GEARMAN_UNEXPECTED_PACKET = 11;
/** The host name cannot be resolved. */
const GEARMAN_GETADDRINFO = 12;
/** No server has been added. */
const GEARMAN_NO_SERVERS = 13;
/** The connection broke. In GearmanJob::setReturn(): give the job back to the queue. */
const GEARMAN_LOST_CONNECTION = 14;
const GEARMAN_MEMORY_ALLOCATION_FAILURE = 15;
const GEARMAN_JOB_EXISTS = 16;
/** The server's queue for this function is full. */
const GEARMAN_JOB_QUEUE_FULL = 17;
/** The server answered with an error. */
const GEARMAN_SERVER_ERROR = 18;
const GEARMAN_WORK_ERROR = 19;
const GEARMAN_WORK_DATA = 20;
const GEARMAN_WORK_WARNING = 21;
const GEARMAN_WORK_STATUS = 22;
/** The job ended with an exception. */
const GEARMAN_WORK_EXCEPTION = 23;
/** The job failed. */
const GEARMAN_WORK_FAIL = 24;
const GEARMAN_NOT_CONNECTED = 25;
/** No server of the list could be reached. */
const GEARMAN_COULD_NOT_CONNECT = 26;
const GEARMAN_SEND_IN_PROGRESS = 27;
const GEARMAN_RECV_IN_PROGRESS = 28;
const GEARMAN_NOT_FLUSHING = 29;
const GEARMAN_DATA_TOO_LARGE = 30;
const GEARMAN_INVALID_FUNCTION_NAME = 31;
const GEARMAN_INVALID_WORKER_FUNCTION = 32;
/** The worker has no function to work for. */
const GEARMAN_NO_REGISTERED_FUNCTIONS = 34;
/** Nothing is queued for this worker. */
const GEARMAN_NO_JOBS = 35;
/** ping() got back something else than it had sent. */
const GEARMAN_ECHO_DATA_CORRUPTION = 36;
/** A task without workload needs a workload callback. */
const GEARMAN_NEED_WORKLOAD_FN = 37;
/** Returned by a task callback: leave runTasks() now, the next one goes on. */
const GEARMAN_PAUSE = 38;
const GEARMAN_UNKNOWN_STATE = 39;
const GEARMAN_PTHREAD = 40;
const GEARMAN_PIPE_EOF = 41;
const GEARMAN_QUEUE_ERROR = 42;
const GEARMAN_FLUSH_DATA = 43;
const GEARMAN_SEND_BUFFER_TOO_SMALL = 44;
const GEARMAN_IGNORE_PACKET = 45;
/** The server does not know the option. */
const GEARMAN_UNKNOWN_OPTION = 46;
/** setTimeout() was reached. */
const GEARMAN_TIMEOUT = 47;
/** One more than the highest return code. */
const GEARMAN_MAX_RETURN = 53;

/*
 * Log levels, for gearman_verbose_name().
 */

const GEARMAN_VERBOSE_FATAL = 1;
const GEARMAN_VERBOSE_ERROR = 2;
const GEARMAN_VERBOSE_INFO = 3;
const GEARMAN_VERBOSE_DEBUG = 4;
const GEARMAN_VERBOSE_CRAZY = 5;
const GEARMAN_VERBOSE_MAX = 6;

/*
 * Bits and states of libgearman's connections. Nothing takes or returns them; kept so that no name is missing.
 */

const GEARMAN_NON_BLOCKING = 0;
const GEARMAN_DONT_TRACK_PACKETS = 1;
const GEARMAN_CON_READY = 0;
const GEARMAN_CON_PACKET_IN_USE = 1;
const GEARMAN_CON_EXTERNAL_FD = 2;
const GEARMAN_CON_IGNORE_LOST_CONNECTION = 3;
const GEARMAN_CON_CLOSE_AFTER_FLUSH = 4;
const GEARMAN_CON_SEND_STATE_NONE = 0;
const GEARMAN_CON_RECV_STATE_READ_DATA = 2;

/*
 * Packet types of the binary protocol.
 */

const GEARMAN_COMMAND_TEXT = 0;
const GEARMAN_COMMAND_CAN_DO = 1;
const GEARMAN_COMMAND_CANT_DO = 2;
const GEARMAN_COMMAND_RESET_ABILITIES = 3;
const GEARMAN_COMMAND_PRE_SLEEP = 4;
const GEARMAN_COMMAND_UNUSED = 5;
const GEARMAN_COMMAND_NOOP = 6;
const GEARMAN_COMMAND_SUBMIT_JOB = 7;
const GEARMAN_COMMAND_JOB_CREATED = 8;
const GEARMAN_COMMAND_GRAB_JOB = 9;
const GEARMAN_COMMAND_NO_JOB = 10;
const GEARMAN_COMMAND_JOB_ASSIGN = 11;
const GEARMAN_COMMAND_WORK_STATUS = 12;
const GEARMAN_COMMAND_WORK_COMPLETE = 13;
const GEARMAN_COMMAND_WORK_FAIL = 14;
const GEARMAN_COMMAND_GET_STATUS = 15;
const GEARMAN_COMMAND_ECHO_REQ = 16;
const GEARMAN_COMMAND_ECHO_RES = 17;
const GEARMAN_COMMAND_SUBMIT_JOB_BG = 18;
const GEARMAN_COMMAND_ERROR = 19;
const GEARMAN_COMMAND_STATUS_RES = 20;
const GEARMAN_COMMAND_SUBMIT_JOB_HIGH = 21;
const GEARMAN_COMMAND_SET_CLIENT_ID = 22;
const GEARMAN_COMMAND_CAN_DO_TIMEOUT = 23;
const GEARMAN_COMMAND_ALL_YOURS = 24;
const GEARMAN_COMMAND_WORK_EXCEPTION = 25;
const GEARMAN_COMMAND_OPTION_REQ = 26;
const GEARMAN_COMMAND_OPTION_RES = 27;
const GEARMAN_COMMAND_WORK_DATA = 28;
const GEARMAN_COMMAND_WORK_WARNING = 29;
const GEARMAN_COMMAND_GRAB_JOB_UNIQ = 30;
const GEARMAN_COMMAND_JOB_ASSIGN_UNIQ = 31;
const GEARMAN_COMMAND_SUBMIT_JOB_HIGH_BG = 32;
const GEARMAN_COMMAND_SUBMIT_JOB_LOW = 33;
const GEARMAN_COMMAND_SUBMIT_JOB_LOW_BG = 34;
const GEARMAN_COMMAND_SUBMIT_JOB_SCHED = 35;
const GEARMAN_COMMAND_SUBMIT_JOB_EPOCH = 36;
const GEARMAN_COMMAND_MAX = 43;

/*
 * States of libgearman's tasks. Nothing takes or returns them.
 */

const GEARMAN_TASK_STATE_NEW = 0;
const GEARMAN_TASK_STATE_SUBMIT = 1;
const GEARMAN_TASK_STATE_WORKLOAD = 2;
const GEARMAN_TASK_STATE_WORK = 3;
const GEARMAN_TASK_STATE_CREATED = 4;
const GEARMAN_TASK_STATE_DATA = 5;
const GEARMAN_TASK_STATE_WARNING = 6;
const GEARMAN_TASK_STATE_STATUS = 7;
const GEARMAN_TASK_STATE_COMPLETE = 8;
const GEARMAN_TASK_STATE_EXCEPTION = 9;
const GEARMAN_TASK_STATE_FAIL = 10;
const GEARMAN_TASK_STATE_FINISHED = 11;

/*
 * Priorities of a job.
 */

const GEARMAN_JOB_PRIORITY_HIGH = 0;
const GEARMAN_JOB_PRIORITY_NORMAL = 1;
const GEARMAN_JOB_PRIORITY_LOW = 2;
const GEARMAN_JOB_PRIORITY_MAX = 3;

/*
 * Options of GearmanClient::setOptions(): see the constants with a text of their own; the others are libgearman's inner state.
 */

const GEARMAN_CLIENT_ALLOCATED = 1;
/** runTasks() returns with GEARMAN_IO_WAIT instead of waiting. */
const GEARMAN_CLIENT_NON_BLOCKING = 2;
const GEARMAN_CLIENT_TASK_IN_USE = 4;
/** Data is not gathered: callbacks read it with GearmanTask::recvData(). */
const GEARMAN_CLIENT_UNBUFFERED_RESULT = 8;
const GEARMAN_CLIENT_NO_NEW = 16;
/** Finished tasks are freed by runTasks(). Set on a fresh client. */
const GEARMAN_CLIENT_FREE_TASKS = 32;

/*
 * States of libgearman's client. Nothing takes or returns them.
 */

const GEARMAN_CLIENT_STATE_IDLE = 0;
const GEARMAN_CLIENT_STATE_NEW = 1;
const GEARMAN_CLIENT_STATE_SUBMIT = 2;
const GEARMAN_CLIENT_STATE_PACKET = 3;

/*
 * Options of GearmanWorker::setOptions(): see the constants with a text of their own; the others are libgearman's inner state.
 */

const GEARMAN_WORKER_ALLOCATED = 1;
/** work() and grabJob() return with GEARMAN_IO_WAIT or GEARMAN_NO_JOBS instead of waiting. */
const GEARMAN_WORKER_NON_BLOCKING = 2;
const GEARMAN_WORKER_PACKET_INIT = 4;
const GEARMAN_WORKER_GRAB_JOB_IN_USE = 8;
const GEARMAN_WORKER_PRE_SLEEP_IN_USE = 16;
const GEARMAN_WORKER_WORK_JOB_IN_USE = 32;
const GEARMAN_WORKER_CHANGE = 64;
/** Jobs arrive with their unique key. Set on a fresh worker. */
const GEARMAN_WORKER_GRAB_UNIQ = 128;
/** The timeout bounds work() as a whole. */
const GEARMAN_WORKER_TIMEOUT_RETURN = 256;

/*
 * States of libgearman's worker. Nothing takes or returns them.
 */

const GEARMAN_WORKER_STATE_START = 0;
const GEARMAN_WORKER_STATE_FUNCTION_SEND = 1;
const GEARMAN_WORKER_STATE_CONNECT = 2;
const GEARMAN_WORKER_STATE_GRAB_JOB_SEND = 3;
const GEARMAN_WORKER_STATE_GRAB_JOB_RECV = 4;
const GEARMAN_WORKER_STATE_PRE_SLEEP = 5;

/*
 * Options that came with php-gearman 2.2.
 */

/** A signal ends the call that waits. */
const GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL = 1024;
/** A signal ends the call that waits. */
const GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL = 8192;

/*
 * Return codes that libgearman has and php-gearman forgot. These are the only names here that php-gearman 2.2.1 does not have.
 */

/** unregister() was given a name that is not registered. */
const GEARMAN_NO_REGISTERED_FUNCTION = 33;
/** An argument is longer than the protocol allows. */
const GEARMAN_ARGUMENT_TOO_LARGE = 48;
/** An argument is empty, too long, or holds a NUL byte. */
const GEARMAN_INVALID_ARGUMENT = 49;
/** The call has not ended yet. */
const GEARMAN_IN_PROGRESS = 50;
/** The server refused the option. */
const GEARMAN_INVALID_SERVER_OPTION = 51;
/** The server does not know the job. */
const GEARMAN_JOB_NOT_FOUND = 52;

/**
 * Submits jobs: waits for their results (doNormal() and its siblings), hands them to the queue
 * (doBackground() and its siblings), or runs many at once with callbacks (addTask() and runTasks()).
 *
 * A client is made without servers, except those named by the environment variable GEARMAN_SERVERS.
 * Connections are opened at the first use and reopened when they are lost; the servers of a list are tried in its order.
 *
 * Failures of the network and of the server are an E_WARNING, a result that says so (false, or an empty string),
 * and a code in returnCode(). Arguments of a wrong type are a TypeError, as everywhere in PHP.
 */
class GearmanClient
{
    /**
     * Makes a client without servers, apart from those in the environment variable GEARMAN_SERVERS ("host:port,host").
     */
    public function __construct() {}

    /**
     * Closes the connections. Background jobs stay with the server.
     */
    public function __destruct() {}

    /**
     * The code of the last call that spoke to a server.
     *
     * @return int one of GEARMAN_SUCCESS, GEARMAN_IO_WAIT, ... ; GEARMAN_SUCCESS on a fresh client
     */
    public function returnCode(): int {}

    /**
     * The text of the last error, such as `doNormal(GEARMAN_TIMEOUT) 10.0.0.1:4730: no answer within 1000 ms`.
     *
     * @return string|false false when the last call went well
     */
    public function error(): string|false {}

    /**
     * The operating system's error number (errno) behind the last error.
     *
     * @return int 0 when there was none
     */
    public function getErrno(): int {}

    /**
     * The options that are set.
     *
     * @return int bits of GEARMAN_CLIENT_*; GEARMAN_CLIENT_FREE_TASKS on a fresh client
     */
    public function options(): int {}

    /**
     * Replaces the options.
     *
     * @param int $option bits of GEARMAN_CLIENT_NON_BLOCKING, GEARMAN_CLIENT_UNBUFFERED_RESULT, GEARMAN_CLIENT_FREE_TASKS,
     *                    GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL; other bits are ignored
     *
     * @return bool true
     */
    public function setOptions(int $option): bool {}

    /**
     * Sets options beside those already set.
     *
     * @param int $option bits, see setOptions()
     *
     * @return bool true
     */
    public function addOptions(int $option): bool {}

    /**
     * Clears options.
     *
     * @param int $option bits, see setOptions()
     *
     * @return bool true
     */
    public function removeOptions(int $option): bool {}

    /**
     * How long a call may wait for a server.
     *
     * @return int milliseconds; -1, the default, waits without end
     */
    public function timeout(): int {}

    /**
     * Limits how long a call may wait for a server. The limit is a deadline: neither signals nor other traffic extend it.
     * A call that reaches it fails with GEARMAN_TIMEOUT; the client can be used again at once and never sees the late answer.
     *
     * @param int $timeout milliseconds; negative waits without end
     *
     * @return bool true
     */
    public function setTimeout(int $timeout): bool {}

    /**
     * Adds one server to the list.
     *
     * @param string|null $host                  name or address; null or an empty string is GEARMAN_DEFAULT_TCP_HOST.
     *                                           Every address a name resolves to is tried
     * @param int         $port                  0 is GEARMAN_DEFAULT_TCP_PORT
     * @param bool        $setupExceptionHandler ask the servers, as enableExceptionHandler() does, to pass on the exceptions
     *                                           that workers send. Needs a server that can be reached now
     *
     * @return bool false, with a warning and GEARMAN_GETADDRINFO, when the name cannot be resolved
     *
     * @throws GearmanException when $setupExceptionHandler is true and no server of the list can be reached (with the setting
     *                          gearman.require_all_servers: when this one cannot). The server stays in the list
     */
    public function addServer(?string $host = null, int $port = 0, bool $setupExceptionHandler = true): bool {}

    /**
     * Adds several servers to the list, in the order in which they are to be tried.
     *
     * @param string|null $servers               "host", "host:port" or "[::1]:port", separated by commas;
     *                                           null or an empty string is the default host and port
     * @param bool        $setupExceptionHandler as in addServer()
     *
     * @return bool false, with a warning that quotes it, when the list cannot be read or a name cannot be resolved
     *
     * @throws GearmanException as addServer() does
     */
    public function addServers(?string $servers = null, bool $setupExceptionHandler = true): bool {}

    /**
     * Waits until there is something for runTasks() to tell a callback, at most timeout() milliseconds.
     * Meant for the loop around a non-blocking runTasks().
     *
     * @return bool false when nothing happened: GEARMAN_TIMEOUT, or GEARMAN_NO_ACTIVE_FDS (with a warning) when no server owes
     *              an answer
     */
    public function wait(): bool {}

    /**
     * Runs a job and waits for its result.
     *
     * @param string      $function name of the function, 1 to 512 bytes without NUL
     * @param string      $workload any bytes
     * @param string|null $unique   key under which the server merges equal jobs, up to 64 bytes without NUL. "#" stands for a hash of
     *                              the workload. None, or an empty one, is replaced by a generated one for each submission
     *
     * @return string everything the worker sent as data, then its result. Empty when the job failed (GEARMAN_WORK_FAIL) or
     *                raised an exception (GEARMAN_WORK_EXCEPTION); empty with a warning on GEARMAN_NO_SERVERS,
     *                GEARMAN_COULD_NOT_CONNECT, GEARMAN_LOST_CONNECTION, GEARMAN_TIMEOUT and GEARMAN_INVALID_ARGUMENT
     */
    public function doNormal(string $function, string $workload, ?string $unique = null): string {}

    /**
     * Runs a job before those of normal and low priority and waits for its result.
     *
     * @param string      $function see doNormal()
     * @param string      $workload any bytes
     * @param string|null $unique   see doNormal()
     *
     * @return string see doNormal()
     */
    public function doHigh(string $function, string $workload, ?string $unique = null): string {}

    /**
     * Runs a job after those of high and normal priority and waits for its result.
     *
     * @param string      $function see doNormal()
     * @param string      $workload any bytes
     * @param string|null $unique   see doNormal()
     *
     * @return string see doNormal()
     */
    public function doLow(string $function, string $workload, ?string $unique = null): string {}

    /**
     * Queues a job and returns when the server has taken it.
     *
     * A submission whose acknowledgement was lost is sent again, so a job may run twice; with a $unique the server merges the two.
     *
     * @param string      $function name of the function, 1 to 512 bytes without NUL
     * @param string      $workload any bytes
     * @param string|null $unique   see doNormal(); while such a job is queued or running, its handle is returned again
     *
     * @return string the job's handle, for jobStatus(). Empty with a warning on failure: GEARMAN_NO_SERVERS,
     *                GEARMAN_COULD_NOT_CONNECT, GEARMAN_TIMEOUT, GEARMAN_INVALID_ARGUMENT
     */
    public function doBackground(string $function, string $workload, ?string $unique = null): string {}

    /**
     * Queues a job before those of normal and low priority.
     *
     * @param string      $function see doBackground()
     * @param string      $workload any bytes
     * @param string|null $unique   see doBackground()
     *
     * @return string see doBackground()
     */
    public function doHighBackground(string $function, string $workload, ?string $unique = null): string {}

    /**
     * Queues a job after those of high and normal priority.
     *
     * @param string      $function see doBackground()
     * @param string      $workload any bytes
     * @param string|null $unique   see doBackground()
     *
     * @return string see doBackground()
     */
    public function doLowBackground(string $function, string $workload, ?string $unique = null): string {}

    /**
     * The handle of the job that doNormal(), doHigh() or doLow() is running, for a call from a signal handler;
     * otherwise that of the last background job.
     *
     * @return string empty when there is neither
     */
    public function doJobHandle(): string {}

    /**
     * The progress of the job that doNormal(), doHigh() or doLow() is running.
     *
     * @return array{int, int} numerator and denominator as the worker sent them; [0, 0] when no such call is under way
     */
    public function doStatus(): array {}

    /**
     * Asks the servers about a job, one after the other until one knows it.
     *
     * @param string $job_handle what doBackground() returned
     *
     * @return array{bool, bool, int, int} known, running, numerator, denominator. A finished or unknown job is
     *                                     [false, false, 0, 0] with GEARMAN_SUCCESS; a failure is the same with a warning and its code
     */
    public function jobStatus(string $job_handle): array {}

    /**
     * Asks the servers about a job by its unique key, one after the other until one knows it.
     *
     * @param string $unique_key the $unique the job was submitted with
     *
     * @return array{bool, bool, int, int} see jobStatus()
     */
    public function jobStatusByUniqueKey(string $unique_key): array {}

    /**
     * Sends bytes to the first server that can be reached, and checks that they come back.
     *
     * @param string $workload any bytes
     *
     * @return bool false, with a warning, when no server answers: GEARMAN_NO_SERVERS, GEARMAN_COULD_NOT_CONNECT, GEARMAN_TIMEOUT
     */
    public function ping(string $workload): bool {}

    /**
     * Adds a task for runTasks(). Nothing is sent yet.
     *
     * @param string           $function_name name of the function, 1 to 512 bytes without NUL
     * @param string|int|float $workload      any bytes; another type is converted as PHP converts it to a string
     * @param mixed            $context       passed to the callbacks as their second argument; a callback that takes it by reference
     *                                        changes it for the callbacks of this task that follow, and never the variable
     *                                        that was passed. Without it they get the task alone
     * @param string|null      $unique_key    see doNormal()
     *
     * @return GearmanTask|false false, with a warning, when an argument is refused (GEARMAN_INVALID_ARGUMENT)
     */
    public function addTask(string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

    /**
     * Adds a task of high priority for runTasks().
     *
     * @param string           $function_name see addTask()
     * @param string|int|float $workload      see addTask()
     * @param mixed            $context       see addTask()
     * @param string|null      $unique_key    see doNormal()
     *
     * @return GearmanTask|false see addTask()
     */
    public function addTaskHigh(string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

    /**
     * Adds a task of low priority for runTasks().
     *
     * @param string           $function_name see addTask()
     * @param string|int|float $workload      see addTask()
     * @param mixed            $context       see addTask()
     * @param string|null      $unique_key    see doNormal()
     *
     * @return GearmanTask|false see addTask()
     */
    public function addTaskLow(string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

    /**
     * Adds a task that runTasks() only queues: of the callbacks, only the created one is called for it.
     *
     * @param string           $function_name see addTask()
     * @param string|int|float $workload      see addTask()
     * @param mixed            $context       see addTask()
     * @param string|null      $unique_key    see doBackground()
     *
     * @return GearmanTask|false see addTask()
     */
    public function addTaskBackground(string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

    /**
     * Adds a task of high priority that runTasks() only queues.
     *
     * @param string           $function_name see addTask()
     * @param string|int|float $workload      see addTask()
     * @param mixed            $context       see addTask()
     * @param string|null      $unique_key    see doBackground()
     *
     * @return GearmanTask|false see addTask()
     */
    public function addTaskHighBackground(string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

    /**
     * Adds a task of low priority that runTasks() only queues.
     *
     * @param string           $function_name see addTask()
     * @param string|int|float $workload      see addTask()
     * @param mixed            $context       see addTask()
     * @param string|null      $unique_key    see doBackground()
     *
     * @return GearmanTask|false see addTask()
     */
    public function addTaskLowBackground(string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

    /**
     * Submits the tasks in the order in which they were added and calls the callbacks until every task has ended.
     * Callbacks may add tasks; they belong to the same run. An exception that leaves a callback leaves runTasks().
     *
     * @return bool true when all tasks have ended (a task that failed is no failure of the run), or when there are none.
     *              True as well, with the code in returnCode(), when a callback returned GEARMAN_PAUSE or GEARMAN_WORK_FAIL, or when
     *              a non-blocking client has to wait (GEARMAN_IO_WAIT): the next call goes on with the rest.
     *              False with a warning on GEARMAN_NO_SERVERS, GEARMAN_COULD_NOT_CONNECT, GEARMAN_LOST_CONNECTION, GEARMAN_TIMEOUT,
     *              or the other return code that a callback returned
     */
    public function runTasks(): bool {}

    /**
     * Adds a task that asks for the state of a job; the status callback gets the answer. The task's functionName() is the handle,
     * and its unique() is empty.
     *
     * @param string $job_handle what doBackground() returned
     * @param mixed  $context    see addTask()
     *
     * @return GearmanTask|false false, with a warning, when an argument is refused (GEARMAN_INVALID_ARGUMENT)
     */
    public function addTaskStatus(string $job_handle, mixed $context = null): GearmanTask|false {}

    /**
     * Sets what is called when a task's workload is to be sent piece by piece, with GearmanTask::sendWorkload().
     *
     * A callback that returns nothing, true, or GEARMAN_SUCCESS goes on; what other returns do is told at runTasks().
     *
     * @param callable(GearmanTask, mixed=): mixed $function gets the task and, where addTask() was given one, the context
     *
     * @return bool false, with a warning, when $function cannot be called
     */
    public function setWorkloadCallback(callable $function): bool {}

    /**
     * Sets what is called when the server has taken a task and given it a handle.
     *
     * @param callable(GearmanTask, mixed=): mixed $function see setWorkloadCallback()
     *
     * @return bool false, with a warning, when $function cannot be called
     */
    public function setCreatedCallback(callable $function): bool {}

    /**
     * Sets what is called for each piece of data that a worker sends before its result; GearmanTask::data() is that piece.
     *
     * @param callable(GearmanTask, mixed=): mixed $function see setWorkloadCallback()
     *
     * @return bool false, with a warning, when $function cannot be called
     */
    public function setDataCallback(callable $function): bool {}

    /**
     * Sets what is called for each warning that a worker sends; GearmanTask::data() is its text.
     *
     * @param callable(GearmanTask, mixed=): mixed $function see setWorkloadCallback()
     *
     * @return bool false, with a warning, when $function cannot be called
     */
    public function setWarningCallback(callable $function): bool {}

    /**
     * Sets what is called when a worker reports progress, and for the answer to addTaskStatus():
     * see GearmanTask::taskNumerator() and taskDenominator().
     *
     * @param callable(GearmanTask, mixed=): mixed $function see setWorkloadCallback()
     *
     * @return bool false, with a warning, when $function cannot be called
     */
    public function setStatusCallback(callable $function): bool {}

    /**
     * Sets what is called when a task has succeeded; GearmanTask::data() is the result.
     *
     * @param callable(GearmanTask, mixed=): mixed $function see setWorkloadCallback()
     *
     * @return bool false, with a warning, when $function cannot be called
     */
    public function setCompleteCallback(callable $function): bool {}

    /**
     * Sets what is called when a task has ended with an exception; GearmanTask::data() is what the worker sent of it.
     * The servers are asked to pass exceptions on, as enableExceptionHandler() does.
     *
     * @param callable(GearmanTask, mixed=): mixed $function see setWorkloadCallback()
     *
     * @return bool false, with a warning, when $function cannot be called
     *
     * @throws GearmanException as enableExceptionHandler() does
     */
    public function setExceptionCallback(callable $function): bool {}

    /**
     * Sets what is called when a task has failed. It is not called for a task that ended with an exception.
     *
     * @param callable(GearmanTask, mixed=): mixed $function see setWorkloadCallback()
     *
     * @return bool false, with a warning, when $function cannot be called
     */
    public function setFailCallback(callable $function): bool {}

    /**
     * Takes back every callback.
     *
     * @return bool true
     */
    public function clearCallbacks(): bool {}

    /**
     * What setContext() stored.
     *
     * @return string empty on a fresh client
     */
    public function context(): string {}

    /**
     * Stores a string with the client, for the program's own use.
     *
     * @param string $data any bytes
     *
     * @return bool true
     */
    public function setContext(string $data): bool {}

    /**
     * Asks the servers to pass on the exceptions that workers send; without it they arrive as a plain failure.
     * The wish is kept and repeated on every new connection.
     *
     * @return bool true
     *
     * @throws GearmanException when there is no server that can be reached (with the setting gearman.require_all_servers: when one
     *                          cannot)
     */
    public function enableExceptionHandler(): bool {}

    /**
     * Encrypts the connections; those that are open are closed and made anew. The server's certificate and name are verified
     * (the name check can be turned off with the setting gearman.ssl_verify_peer_name).
     *
     * @param bool        $ssl         false goes back to plain connections
     * @param string|null $ca_file     certificates to trust, PEM; null takes the environment variable GEARMAND_CA_CERTIFICATE, and
     *                                 without that the certificates that the system trusts
     * @param string|null $certificate the client's own certificate, PEM; null takes GEARMAN_CLIENT_PEM. May be left out
     * @param string|null $key_file    its key, PEM; null takes GEARMAN_CLIENT_KEY
     *
     * @return bool false, with a warning, when a file cannot be read or used (GEARMAN_INVALID_ARGUMENT); no connection is made
     *              then until setSSL() succeeds, so that nothing goes out in the clear
     */
    public function setSSL(bool $ssl = true, ?string $ca_file = null, ?string $certificate = null, ?string $key_file = null): bool {}
}

/**
 * One task of a GearmanClient: what addTask() returns and what the callbacks of runTasks() get.
 *
 * The accessors tell the state at the time of the event. After runTasks() a finished task answers false to all of them, unless the
 * client's option GEARMAN_CLIENT_FREE_TASKS was cleared.
 */
class GearmanTask
{
    /**
     * A task made by hand belongs to no client; its accessors answer false.
     */
    public function __construct() {}

    /**
     * The code of the last call on this task.
     *
     * @return int GEARMAN_SUCCESS, or the code of what failed
     */
    public function returnCode(): int {}

    /**
     * The name of the function.
     *
     * @return string|false false when the task is finished or was made by hand
     */
    public function functionName(): string|false {}

    /**
     * The unique key: the one given to addTask(), or the generated one.
     *
     * @return string|false false when the task is finished or was made by hand
     */
    public function unique(): string|false {}

    /**
     * The handle that the server gave to the job.
     *
     * @return string|false empty before the server answered; false when the task is finished or was made by hand
     */
    public function jobHandle(): string|false {}

    /**
     * Whether the server knows the job.
     *
     * @return bool true in the created, data, warning and status callbacks (for addTaskStatus() as the server answered), otherwise false
     */
    public function isKnown(): bool {}

    /**
     * Whether a worker runs the job.
     *
     * @return bool true in the data, warning and status callbacks (for addTaskStatus() as the server answered), otherwise false
     */
    public function isRunning(): bool {}

    /**
     * The upper number of the progress that the worker sent last.
     *
     * @return int|false 0 before any; false when the task is finished or was made by hand
     */
    public function taskNumerator(): int|false {}

    /**
     * The lower number of the progress that the worker sent last.
     *
     * @return int|false 0 before any; false when the task is finished or was made by hand
     */
    public function taskDenominator(): int|false {}

    /**
     * The bytes that came with the event: a piece of data, a warning, a result, or an exception.
     *
     * @return string|false empty when none came; false when they are to be read with recvData(), and when the task is finished or was
     *                      made by hand
     */
    public function data(): string|false {}

    /**
     * The length of data().
     *
     * @return int|false bytes; false when the task is finished or was made by hand
     */
    public function dataSize(): int|false {}

    /**
     * Sends a piece of the workload from within the workload callback.
     *
     * @param string $data any bytes
     *
     * @return int|false bytes sent; false, with a warning, when no workload is wanted now
     */
    public function sendWorkload(string $data): int|false {}

    /**
     * Reads bytes of an event that is not buffered (GEARMAN_CLIENT_UNBUFFERED_RESULT).
     *
     * @param int $data_len how many bytes at most
     *
     * @return array{int, string}|false how many bytes were read, and the bytes; [0, ''] when there are no more. False for a number below
     *                                  0 and when the task is finished or was made by hand
     */
    public function recvData(int $data_len): array|false {}
}

/**
 * Takes jobs from the servers and runs a PHP callable for each: addFunction(), then work() in a loop.
 *
 * A worker that has once been connected keeps reconnecting inside work() when its servers go away, and registers its functions
 * again on each that comes back. Failures are an E_WARNING, false, and a code in returnCode().
 */
class GearmanWorker
{
    /**
     * Makes a worker without servers, apart from those in the environment variable GEARMAN_SERVERS ("host:port,host").
     */
    public function __construct() {}

    /**
     * Closes the connections. A job that is not finished goes back to the queue.
     */
    public function __destruct() {}

    /**
     * The code of the last call that spoke to a server, or of the last job.
     *
     * @return int one of GEARMAN_SUCCESS, GEARMAN_IO_WAIT, ... ; GEARMAN_SUCCESS on a fresh worker
     */
    public function returnCode(): int {}

    /**
     * The text of the last error, such as `work(GEARMAN_COULD_NOT_CONNECT) 10.0.0.1:4730: connection refused`.
     *
     * @return string|false false when the last call went well
     */
    public function error(): string|false {}

    /**
     * The operating system's error number (errno) behind the last error.
     *
     * @return int 0 when there was none
     */
    public function getErrno(): int {}

    /**
     * The options that are set.
     *
     * @return int bits of GEARMAN_WORKER_*
     */
    public function options(): int {}

    /**
     * Replaces the options.
     *
     * @param int $option bits of GEARMAN_WORKER_NON_BLOCKING, GEARMAN_WORKER_GRAB_UNIQ, GEARMAN_WORKER_TIMEOUT_RETURN,
     *                    GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL; other bits are ignored
     */
    public function setOptions(int $option): true {}

    /**
     * Sets options beside those already set.
     *
     * @param int $option bits, see setOptions()
     */
    public function addOptions(int $option): true {}

    /**
     * Clears options.
     *
     * @param int $option bits, see setOptions()
     */
    public function removeOptions(int $option): true {}

    /**
     * How long work(), grabJob() and wait() sleep for a job to appear.
     *
     * @return int milliseconds; -1, the default, waits without end
     */
    public function timeout(): int {}

    /**
     * Limits how long work(), grabJob() and wait() sleep for a job to appear. It does not limit the exchange with a live server:
     * a job that is already queued is taken and run even with 0.
     *
     * @param int $timeout milliseconds; 0 does not sleep, negative waits without end
     */
    public function setTimeout(int $timeout): true {}

    /**
     * Gives the worker a name, shown by the administrative command `workers`.
     *
     * @param string $id 1 to 512 bytes without NUL and white space
     *
     * @return bool false when the name is refused: an empty one without a word, any other with a warning and
     *              GEARMAN_INVALID_ARGUMENT
     */
    public function setId(string $id): bool {}

    /**
     * Adds one server to the list.
     *
     * @param string|null $host                  name or address; null or an empty string is GEARMAN_DEFAULT_TCP_HOST.
     *                                           Every address a name resolves to is tried
     * @param int         $port                  0 is GEARMAN_DEFAULT_TCP_PORT
     * @param bool        $setupExceptionHandler as enableExceptionHandler(). Needs a server that can be reached now
     *
     * @return bool false, with a warning and GEARMAN_GETADDRINFO, when the name cannot be resolved
     *
     * @throws GearmanException when $setupExceptionHandler is true and no server of the list can be reached (with the setting
     *                          gearman.require_all_servers: when this one cannot). The server stays in the list
     */
    public function addServer(?string $host = null, int $port = 0, bool $setupExceptionHandler = true): bool {}

    /**
     * Adds several servers to the list. The worker takes jobs from all of them.
     *
     * @param string|null $servers               "host", "host:port" or "[::1]:port", separated by commas;
     *                                           null or an empty string is the default host and port
     * @param bool        $setupExceptionHandler as in addServer()
     *
     * @return bool false, with a warning that quotes it, when the list cannot be read or a name cannot be resolved
     *
     * @throws GearmanException as addServer() does
     */
    public function addServers(?string $servers = null, bool $setupExceptionHandler = true): bool {}

    /**
     * Waits until one of the connections has something to read, at most timeout() milliseconds.
     * Meant for the loop around a non-blocking work().
     *
     * @return bool false on GEARMAN_TIMEOUT, and with a warning on GEARMAN_NO_ACTIVE_FDS, when no connection is alive
     */
    public function wait(): bool {}

    /**
     * Tells the servers that this worker can do a function, for use with grabJob().
     *
     * @param string $function_name 1 to 512 bytes without NUL
     * @param int    $timeout       after which the server gives a job to another worker; 0 is never.
     *                              Passed on as it is: gearmand 1.1.19 and newer take milliseconds, older ones seconds
     *
     * @return bool false, with a warning, when the name is refused (GEARMAN_INVALID_ARGUMENT)
     */
    public function register(string $function_name, int $timeout = 0): bool {}

    /**
     * Takes a function back from the servers.
     *
     * @param string $function_name a name given to register() or addFunction()
     *
     * @return bool false, with a warning and GEARMAN_NO_REGISTERED_FUNCTION, for an unknown name
     */
    public function unregister(string $function_name): bool {}

    /**
     * Takes all functions back from the servers.
     *
     * @return bool false, with a warning and GEARMAN_NO_REGISTERED_FUNCTIONS, when there were none
     */
    public function unregisterAll(): bool {}

    /**
     * Takes one job from the servers without running a callback. The caller ends it with GearmanJob::sendComplete() or sendFail().
     *
     * @return GearmanJob|false false with a warning: GEARMAN_NO_JOBS when nothing is queued, GEARMAN_TIMEOUT,
     *                          GEARMAN_NO_REGISTERED_FUNCTIONS, GEARMAN_COULD_NOT_CONNECT
     */
    public function grabJob(): GearmanJob|false {}

    /**
     * Tells the servers that this worker can do a function, and sets what work() calls for its jobs.
     * A second call with the same name replaces the first.
     *
     * What the callable returns is sent as the result, converted to a string. When it has already ended the job itself,
     * its return is not used. When it throws, the job ends with an exception and work() throws.
     *
     * @param string                            $function_name 1 to 512 bytes without NUL
     * @param callable(GearmanJob, mixed): mixed $function      gets the job and the context
     * @param mixed                             $context       the callable's second argument; one that takes it by reference keeps its
     *                                                         changes from job to job
     * @param int                               $timeout       see register()
     *
     * @return bool false, with a warning, when $function cannot be called or the name is refused (GEARMAN_INVALID_ARGUMENT)
     */
    public function addFunction(string $function_name, callable $function, mixed $context = null, int $timeout = 0): bool {}

    /**
     * Waits for one job, runs its callable and sends the result.
     *
     * An exception that leaves the callable ends the job with an exception and leaves work(); returnCode() is then GEARMAN_WORK_EXCEPTION.
     *
     * @return bool true after a job, whatever it returned. False without a warning on GEARMAN_TIMEOUT, on GEARMAN_IO_WAIT and
     *              GEARMAN_NO_JOBS (non-blocking), and with the code that GearmanJob::setReturn() set; false with a warning on
     *              GEARMAN_NO_REGISTERED_FUNCTIONS, GEARMAN_NO_SERVERS, GEARMAN_COULD_NOT_CONNECT
     */
    public function work(): bool {}

    /**
     * Sends bytes to the first server that can be reached, and checks that they come back.
     *
     * @param string $data any bytes
     *
     * @return bool false, with a warning, when no server answers: GEARMAN_NO_SERVERS, GEARMAN_COULD_NOT_CONNECT, GEARMAN_TIMEOUT
     */
    public function ping(string $data): bool {}

    /**
     * Asks the servers for the option `exceptions`. The wish is kept and repeated on every new connection.
     *
     * @return bool true
     *
     * @throws GearmanException when there is no server that can be reached (with the setting gearman.require_all_servers: when one
     *                          cannot)
     */
    public function enableExceptionHandler(): bool {}

    /**
     * Encrypts the connections that are made from now on: see GearmanClient::setSSL().
     *
     * @param bool        $ssl         false goes back to plain connections
     * @param string|null $ca_file     certificates to trust, PEM; null takes the environment variable GEARMAND_CA_CERTIFICATE, and
     *                                 without that the certificates that the system trusts
     * @param string|null $certificate the worker's own certificate, PEM; null takes GEARMAN_CLIENT_PEM. May be left out
     * @param string|null $key_file    its key, PEM; null takes GEARMAN_CLIENT_KEY
     *
     * @return bool false, with a warning, when a file cannot be read or used (GEARMAN_INVALID_ARGUMENT); no connection is made
     *              then until setSSL() succeeds, so that nothing goes out in the clear
     */
    public function setSSL(bool $ssl = true, ?string $ca_file = null, ?string $certificate = null, ?string $key_file = null): bool {}
}

/**
 * One job that a GearmanWorker got: the first argument of its callable, and what grabJob() returns.
 *
 * A job that is kept after it has ended still answers from its own data; what is sent on it then does nothing and is true.
 * Nothing can be sent on a job made by hand.
 */
class GearmanJob
{
    /**
     * Lets go of the job. One from grabJob() that was not ended goes back to the queue when its worker's connection closes.
     */
    public function __destruct() {}

    /**
     * The code of the last call on this job.
     *
     * @return int GEARMAN_SUCCESS, or the code of what failed
     */
    public function returnCode(): int {}

    /**
     * Decides how the job ends when the callable returns.
     *
     * @param int $gearman_return_t GEARMAN_SUCCESS completes the job; GEARMAN_LOST_CONNECTION gives it back to the queue;
     *                              GEARMAN_SHUTDOWN completes it and makes work() return false; any other fails it. The number
     *                              is work()'s return code
     *
     * @return bool false, with a warning, for a number that is not in 0 to GEARMAN_MAX_RETURN
     */
    public function setReturn(int $gearman_return_t): bool {}

    /**
     * Sends a piece of the result to the client ahead of the rest.
     *
     * @param string $data any bytes
     *
     * @return bool false, with a warning, when it cannot be sent (GEARMAN_LOST_CONNECTION)
     */
    public function sendData(string $data): bool {}

    /**
     * Sends a warning to the client. The job goes on.
     *
     * @param string $warning any bytes
     *
     * @return bool false, with a warning, when it cannot be sent (GEARMAN_LOST_CONNECTION)
     */
    public function sendWarning(string $warning): bool {}

    /**
     * Sends the progress to the server, which passes it to the clients that wait and to those that ask.
     *
     * @param int $numerator   upper number
     * @param int $denominator lower number, such as 100 for per cent
     *
     * @return bool false, with a warning, when it cannot be sent (GEARMAN_LOST_CONNECTION)
     */
    public function sendStatus(int $numerator, int $denominator): bool {}

    /**
     * Ends the job with a result.
     *
     * @param string $result any bytes
     *
     * @return bool false, with a warning, when it cannot be sent (GEARMAN_LOST_CONNECTION)
     */
    public function sendComplete(string $result): bool {}

    /**
     * Ends the job with an exception.
     *
     * @param string $exception any bytes; what clients that asked for exceptions get as data
     *
     * @return bool false, with a warning, when it cannot be sent (GEARMAN_LOST_CONNECTION)
     */
    public function sendException(string $exception): bool {}

    /**
     * Ends the job as failed.
     *
     * @return bool false, with a warning, when it cannot be sent (GEARMAN_LOST_CONNECTION)
     */
    public function sendFail(): bool {}

    /**
     * The job's handle, as the client knows it.
     *
     * @return string|false false when the object was made by hand
     */
    public function handle(): string|false {}

    /**
     * The name of the function.
     *
     * @return string|false false when the object was made by hand
     */
    public function functionName(): string|false {}

    /**
     * The unique key: the one the client gave, or the generated one.
     *
     * @return string|false false when the object was made by hand
     */
    public function unique(): string|false {}

    /**
     * What the client sent.
     *
     * @return string any bytes; empty when the object was made by hand
     */
    public function workload(): string {}

    /**
     * The length of workload().
     *
     * @return int bytes; 0 when the object was made by hand
     */
    public function workloadSize(): int {}
}

/**
 * Thrown when the servers cannot be asked to pass on exceptions: see GearmanClient::addServer().
 */
final class GearmanException extends Exception
{
    /** @var int */
    public $code = 0;
}


/**
 * The version of libgearman that this extension stands for.
 */
function gearman_version(): string {}

/**
 * Where to report a bug.
 *
 * @return string a URL
 */
function gearman_bugreport(): string {}

/**
 * The name of a log level.
 *
 * @param int $verbose one of GEARMAN_VERBOSE_*
 *
 * @return string|null such as "FATAL"; "UNKNOWN" for a number above the levels, null with a warning for one below 0
 */
function gearman_verbose_name(int $verbose): ?string {}

/**
 * Makes a client, as `new GearmanClient()` does.
 */
function gearman_client_create(): GearmanClient|false {}

/**
 * Makes a worker, as `new GearmanWorker()` does.
 */
function gearman_worker_create(): GearmanWorker|false {}

/** @see GearmanClient::returnCode() */
function gearman_client_return_code(GearmanClient $obj): int {}

/** @see GearmanClient::error() */
function gearman_client_error(GearmanClient $obj): string|false {}

/** @see GearmanClient::getErrno() */
function gearman_client_get_errno(GearmanClient $obj): int {}

/** @see GearmanClient::options() */
function gearman_client_options(GearmanClient $obj): int {}

/** @see GearmanClient::setOptions() */
function gearman_client_set_options(GearmanClient $obj, int $option): bool {}

/** @see GearmanClient::addOptions() */
function gearman_client_add_options(GearmanClient $obj, int $option): bool {}

/** @see GearmanClient::removeOptions() */
function gearman_client_remove_options(GearmanClient $obj, int $option): bool {}

/** @see GearmanClient::timeout() */
function gearman_client_timeout(GearmanClient $obj): ?int {}

/** @see GearmanClient::setTimeout() */
function gearman_client_set_timeout(GearmanClient $obj, int $timeout): bool {}

/** @see GearmanClient::addServer() */
function gearman_client_add_server(GearmanClient $obj, ?string $host = null, int $port = 0, bool $setupExceptionHandler = true): bool {}

/** @see GearmanClient::addServers() */
function gearman_client_add_servers(GearmanClient $obj, ?string $servers = null, bool $setupExceptionHandler = true): bool {}

/** @see GearmanClient::wait() */
function gearman_client_wait(GearmanClient $obj): bool {}

/** @see GearmanClient::doNormal() */
function gearman_client_do_normal(GearmanClient $obj, string $function, string $workload, ?string $unique = null): string {}

/** @see GearmanClient::doHigh() */
function gearman_client_do_high(GearmanClient $obj, string $function, string $workload, ?string $unique = null): string {}

/** @see GearmanClient::doLow() */
function gearman_client_do_low(GearmanClient $obj, string $function, string $workload, ?string $unique = null): string {}

/** @see GearmanClient::doBackground() */
function gearman_client_do_background(GearmanClient $obj, string $function, string $workload, ?string $unique = null): string {}

/** @see GearmanClient::doHighBackground() */
function gearman_client_do_high_background(GearmanClient $obj, string $function, string $workload, ?string $unique = null): string {}

/** @see GearmanClient::doLowBackground() */
function gearman_client_do_low_background(GearmanClient $obj, string $function, string $workload, ?string $unique = null): string {}

/** @see GearmanClient::doJobHandle() */
function gearman_client_do_job_handle(GearmanClient $obj): string {}

/** @see GearmanClient::doStatus() */
function gearman_client_do_status(GearmanClient $obj): array {}

/** @see GearmanClient::jobStatus() */
function gearman_client_job_status(GearmanClient $obj, string $job_handle): array {}

/** @see GearmanClient::jobStatusByUniqueKey() */
function gearman_client_job_status_by_unique_key(GearmanClient $obj, string $unique_key): array {}

/** @see GearmanClient::ping() */
function gearman_client_ping(GearmanClient $obj, string $workload): bool {}

/** @see GearmanClient::addTask() */
function gearman_client_add_task(GearmanClient $obj, string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

/** @see GearmanClient::addTaskHigh() */
function gearman_client_add_task_high(GearmanClient $obj, string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

/** @see GearmanClient::addTaskLow() */
function gearman_client_add_task_low(GearmanClient $obj, string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

/** @see GearmanClient::addTaskBackground() */
function gearman_client_add_task_background(GearmanClient $obj, string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

/** @see GearmanClient::addTaskHighBackground() */
function gearman_client_add_task_high_background(GearmanClient $obj, string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

/** @see GearmanClient::addTaskLowBackground() */
function gearman_client_add_task_low_background(GearmanClient $obj, string $function_name, string|int|float $workload, mixed $context = null, ?string $unique_key = null): GearmanTask|false {}

/** @see GearmanClient::runTasks() */
function gearman_client_run_tasks(GearmanClient $obj): bool {}

/** @see GearmanClient::addTaskStatus() */
function gearman_client_add_task_status(GearmanClient $obj, string $job_handle, mixed $context = null): GearmanTask|false {}

/** @see GearmanClient::setWorkloadCallback() */
function gearman_client_set_workload_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::setCreatedCallback() */
function gearman_client_set_created_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::setDataCallback() */
function gearman_client_set_data_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::setWarningCallback() */
function gearman_client_set_warning_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::setStatusCallback() */
function gearman_client_set_status_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::setCompleteCallback() */
function gearman_client_set_complete_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::setExceptionCallback() */
function gearman_client_set_exception_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::setFailCallback() */
function gearman_client_set_fail_callback(GearmanClient $obj, callable $function): bool {}

/** @see GearmanClient::clearCallbacks() */
function gearman_client_clear_callbacks(GearmanClient $obj): bool {}

/** @see GearmanClient::context() */
function gearman_client_context(GearmanClient $obj): string {}

/** @see GearmanClient::setContext() */
function gearman_client_set_context(GearmanClient $obj, string $data): bool {}

/** @see GearmanClient::enableExceptionHandler() */
function gearman_client_enable_exception_handler(GearmanClient $obj): bool {}

/** @see GearmanJob::returnCode() */
function gearman_job_return_code(GearmanJob $obj): int {}

/** @see GearmanJob::setReturn() */
function gearman_job_set_return(GearmanJob $obj, int $gearman_return_t): bool {}

/** @see GearmanJob::sendData() */
function gearman_job_send_data(GearmanJob $obj, string $data): bool {}

/** @see GearmanJob::sendWarning() */
function gearman_job_send_warning(GearmanJob $obj, string $warning): bool {}

/** @see GearmanJob::sendStatus() */
function gearman_job_send_status(GearmanJob $obj, int $numerator, int $denominator): bool {}

/** @see GearmanJob::sendComplete() */
function gearman_job_send_complete(GearmanJob $obj, string $result): bool {}

/** @see GearmanJob::sendException() */
function gearman_job_send_exception(GearmanJob $obj, string $exception): bool {}

/** @see GearmanJob::sendFail() */
function gearman_job_send_fail(GearmanJob $obj): bool {}

/** @see GearmanJob::handle() */
function gearman_job_handle(GearmanJob $obj): string|false {}

/** @see GearmanJob::functionName() */
function gearman_job_function_name(GearmanJob $obj): string|false {}

/** @see GearmanJob::unique() */
function gearman_job_unique(GearmanJob $obj): string|false {}

/** @see GearmanJob::workload() */
function gearman_job_workload(GearmanJob $obj): string {}

/** @see GearmanJob::workloadSize() */
function gearman_job_workload_size(GearmanJob $obj): int {}

/** @see GearmanTask::returnCode() */
function gearman_task_return_code(GearmanTask $obj): int {}

/** @see GearmanTask::functionName() */
function gearman_task_function_name(GearmanTask $obj): string|false {}

/** @see GearmanTask::unique() */
function gearman_task_unique(GearmanTask $obj): string|false {}

/** @see GearmanTask::jobHandle() */
function gearman_task_job_handle(GearmanTask $obj): string|false {}

/** @see GearmanTask::isKnown() */
function gearman_task_is_known(GearmanTask $obj): bool {}

/** @see GearmanTask::isRunning() */
function gearman_task_is_running(GearmanTask $obj): bool {}

/**
 * @see GearmanTask::taskNumerator()
 *
 * @alias GearmanTask::taskNumerator
 */
function gearman_task_numerator(GearmanTask $obj): int|false {}

/**
 * @see GearmanTask::taskDenominator()
 *
 * @alias GearmanTask::taskDenominator
 */
function gearman_task_denominator(GearmanTask $obj): int|false {}

/** @see GearmanTask::data() */
function gearman_task_data(GearmanTask $obj): string|false {}

/** @see GearmanTask::dataSize() */
function gearman_task_data_size(GearmanTask $obj): int|false {}

/** @see GearmanTask::sendWorkload() */
function gearman_task_send_workload(GearmanTask $obj, string $data): int|false {}

/** @see GearmanTask::recvData() */
function gearman_task_recv_data(GearmanTask $obj, int $data_len): array|false {}

/** @see GearmanWorker::returnCode() */
function gearman_worker_return_code(GearmanWorker $obj): int {}

/** @see GearmanWorker::error() */
function gearman_worker_error(GearmanWorker $obj): string|false {}

/**
 * @see GearmanWorker::getErrno()
 *
 * @alias GearmanWorker::getErrno
 */
function gearman_worker_errno(GearmanWorker $obj): int {}

/** @see GearmanWorker::options() */
function gearman_worker_options(GearmanWorker $obj): int {}

/** @see GearmanWorker::setOptions() */
function gearman_worker_set_options(GearmanWorker $obj, int $option): true {}

/** @see GearmanWorker::addOptions() */
function gearman_worker_add_options(GearmanWorker $obj, int $option): true {}

/** @see GearmanWorker::removeOptions() */
function gearman_worker_remove_options(GearmanWorker $obj, int $option): true {}

/** @see GearmanWorker::timeout() */
function gearman_worker_timeout(GearmanWorker $obj): int {}

/** @see GearmanWorker::setTimeout() */
function gearman_worker_set_timeout(GearmanWorker $obj, int $timeout): true {}

/** @see GearmanWorker::setId() */
function gearman_worker_set_id(GearmanWorker $obj, string $id): bool {}

/** @see GearmanWorker::addServer() */
function gearman_worker_add_server(GearmanWorker $obj, ?string $host = null, int $port = 0, bool $setupExceptionHandler = true): bool {}

/** @see GearmanWorker::addServers() */
function gearman_worker_add_servers(GearmanWorker $obj, ?string $servers = null, bool $setupExceptionHandler = true): bool {}

/** @see GearmanWorker::wait() */
function gearman_worker_wait(GearmanWorker $obj): bool {}

/** @see GearmanWorker::register() */
function gearman_worker_register(GearmanWorker $obj, string $function_name, int $timeout = 0): bool {}

/** @see GearmanWorker::unregister() */
function gearman_worker_unregister(GearmanWorker $obj, string $function_name): bool {}

/** @see GearmanWorker::unregisterAll() */
function gearman_worker_unregister_all(GearmanWorker $obj): bool {}

/** @see GearmanWorker::grabJob() */
function gearman_worker_grab_job(GearmanWorker $obj): GearmanJob|false {}

/** @see GearmanWorker::addFunction() */
function gearman_worker_add_function(GearmanWorker $obj, string $function_name, callable $function, mixed $context = null, int $timeout = 0): bool {}

/** @see GearmanWorker::work() */
function gearman_worker_work(GearmanWorker $obj): bool {}

/** @see GearmanWorker::ping() */
function gearman_worker_ping(GearmanWorker $obj, string $data): bool {}

/** @see GearmanWorker::enableExceptionHandler() */
function gearman_worker_enable_exception_handler(GearmanWorker $obj): bool {}

/**
 * @see GearmanClient::setSSL()
 *
 * @alias GearmanClient::setSSL
 */
function gearman_client_set_ssl(GearmanClient $obj, bool $ssl = true, ?string $ca_file = null, ?string $certificate = null, ?string $key_file = null): bool {}

/**
 * @see GearmanWorker::setSSL()
 *
 * @alias GearmanWorker::setSSL
 */
function gearman_worker_set_ssl(GearmanWorker $obj, bool $ssl = true, ?string $ca_file = null, ?string $certificate = null, ?string $key_file = null): bool {}
