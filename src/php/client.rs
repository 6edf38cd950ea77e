//! GearmanClient: servers, single jobs and questions.  Tasks are in `run.rs`.

use std::cell::{Cell, RefCell, RefMut};
use std::rc::Rc;
use std::task::{Context, Poll};

use bytes::Bytes;

use super::arguments::OrFalse;
use super::endpoint::{self, Endpoint, Options};
use super::halt::Php;
use super::object::{Class, Held, State, This};
use super::run::Run;
use super::status::Status;
use super::waiting::{self, OnSignal, Waited};
use crate::client::{Call, Client, Outcome, Ping, StatusInquiry, unique_key};
use crate::error::{Error, ReturnCode};
use crate::net::{Pool, Server};
use crate::protocol::{Priority, Progress, Submission};
use crate::runtime::Deadline;

/// `GEARMAN_CLIENT_NON_BLOCKING`
pub const NON_BLOCKING: i64 = 2;
/// `GEARMAN_CLIENT_UNBUFFERED_RESULT`
pub const UNBUFFERED_RESULT: i64 = 8;
/// `GEARMAN_CLIENT_FREE_TASKS`
pub const FREE_TASKS: i64 = 32;
/// libgearman's GENERATE_UNIQUE, which PHP has no name for.
const GENERATE_UNIQUE: i64 = 64;
/// libgearman's EXCEPTION, which PHP has no name for; once set, it stays (measured).
const EXCEPTION: i64 = 256;
/// `GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL`
const STOP_WAIT_ON_SIGNAL: i64 = 1024;

static CLASS: Class = Class::new();

/// The state of a GearmanClient.
pub struct GearmanClient {
    pub(super) core: RefCell<Client>,
    pub(super) status: Status,
    pub(super) options: Options,
    timeout: Cell<i64>,
    context: RefCell<Vec<u8>>,
    /// The `do*` calls in progress, the innermost last: signal handlers may nest them.
    calls: RefCell<Vec<Rc<RefCell<Call>>>>,
    /// The handle of the last background job.
    last_queued: RefCell<Bytes>,
    pub(super) run: Run,
}

impl Default for GearmanClient {
    fn default() -> Self {
        let known = NON_BLOCKING | UNBUFFERED_RESULT | FREE_TASKS | GENERATE_UNIQUE | EXCEPTION | STOP_WAIT_ON_SIGNAL;
        Self {
            core: RefCell::default(),
            status: Status::default(),
            options: Options::new(FREE_TASKS, known, EXCEPTION, 0),
            timeout: Cell::new(-1),
            context: RefCell::default(),
            calls: RefCell::default(),
            last_queued: RefCell::default(),
            run: Run::default(),
        }
    }
}

impl State for GearmanClient {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, held: &mut Held<'_>) {
        self.run.hold(held);
    }
}

impl Endpoint for GearmanClient {
    fn status(&self) -> &Status {
        &self.status
    }

    fn pool(&self) -> RefMut<'_, Pool> {
        RefMut::map(self.core.borrow_mut(), |core| &mut core.pool)
    }

    fn add(&self, server: Server) {
        self.core.borrow_mut().pool.add(server);
    }

    fn reconnect(&self) {
        self.core.borrow_mut().reconnect();
    }

    fn request_exceptions(&self) {
        self.core.borrow_mut().enable_exceptions();
    }
}

impl GearmanClient {
    pub(super) fn deadline(&self) -> Deadline {
        Deadline::after_ms(self.timeout.get())
    }

    /// Waits on the core; the error of a wait that ended without an answer.
    pub(super) fn wait<T>(
        &self,
        deadline: Deadline,
        mut poll: impl FnMut(&mut Client, &mut Context<'_>) -> Poll<T>,
    ) -> Php<Result<T, Error>> {
        let sockets = || self.core.borrow().pool.poll_fds();
        let on_signal = if self.options.has(STOP_WAIT_ON_SIGNAL) { OnSignal::Stop(&sockets) } else { OnSignal::GoOn };
        let waited = waiting::wait(deadline, on_signal, |cx| poll(&mut self.core.borrow_mut(), cx))?;
        Ok(match waited {
            Waited::Ready(value) => Ok(value),
            Waited::TimedOut => Err(self.timed_out()),
            Waited::Signalled => Err(waiting::signalled()),
            Waited::Failed(error) => Err(error),
        })
    }

    fn timed_out(&self) -> Error {
        let text = format!("{}: no answer within {} ms", self.servers_in_use(), self.timeout.get());
        Error::new(ReturnCode::Timeout, text)
    }

    /// The servers that a connection is open to, or being opened.
    fn servers_in_use(&self) -> String {
        let core = self.core.borrow();
        let names: Vec<String> =
            core.pool.iter().filter(|it| !it.is_down()).map(|it| it.server().to_string()).collect();
        if names.is_empty() { "no server".to_owned() } else { names.join(", ") }
    }

    /// Closes the connections and forgets everything but what the running calls hold.
    fn reset(&self) {
        let fresh = Self::default();
        self.core.borrow_mut().close();
        self.options.set(fresh.options.bits());
        self.timeout.set(fresh.timeout.get());
        self.context.take();
        self.last_queued.take();
        self.status.succeed();
        self.run.clear();
    }

    pub(super) fn fail<T>(&self, operation: &str, error: &Error, result: T) -> Php<T> {
        self.status.fail(operation, error, result)
    }
}

type ThisClient = This<GearmanClient>;

/// Called again, it begins anew.
pub fn construct(client: ThisClient) -> Php<()> {
    client.reset();
    endpoint::construct(&*client, "GearmanClient")
}

pub fn destruct(client: ThisClient) -> Php<()> {
    client.reset();
    Ok(())
}

pub fn return_code(client: ThisClient) -> Php<i64> {
    Ok(client.status.code().number())
}

pub fn error(client: ThisClient) -> Php<OrFalse<String>> {
    Ok(OrFalse(client.status.text()))
}

pub fn get_errno(client: ThisClient) -> Php<i64> {
    Ok(client.status.errno())
}

pub fn options(client: ThisClient) -> Php<i64> {
    Ok(client.options.bits())
}

pub fn set_options(client: ThisClient, bits: i64) -> Php<bool> {
    client.options.set(bits);
    Ok(true)
}

pub fn add_options(client: ThisClient, bits: i64) -> Php<bool> {
    client.options.add(bits);
    Ok(true)
}

pub fn remove_options(client: ThisClient, bits: i64) -> Php<bool> {
    client.options.remove(bits);
    Ok(true)
}

pub fn timeout(client: ThisClient) -> Php<i64> {
    Ok(client.timeout.get())
}

pub fn set_timeout(client: ThisClient, milliseconds: i64) -> Php<bool> {
    client.timeout.set(milliseconds);
    Ok(true)
}

pub fn add_server(client: ThisClient, host: Option<&[u8]>, port: i64, exceptions: bool) -> Php<bool> {
    endpoint::add_server(&*client, host, port, exceptions)
}

pub fn add_servers(client: ThisClient, servers: Option<&[u8]>, exceptions: bool) -> Php<bool> {
    endpoint::add_servers(&*client, servers, exceptions)
}

pub fn enable_exception_handler(client: ThisClient) -> Php<bool> {
    endpoint::enable_exceptions(&*client, "enableExceptionHandler")
}

pub fn set_ssl(
    client: ThisClient,
    on: bool,
    ca: Option<&[u8]>,
    certificate: Option<&[u8]>,
    key: Option<&[u8]>,
) -> Php<bool> {
    endpoint::set_ssl(&*client, on, ca, certificate, key)
}

pub fn wait(client: ThisClient) -> Php<bool> {
    if client.core.borrow().is_idle() {
        let error = Error::new(ReturnCode::NoActiveFds, "no server owes an answer");
        return client.fail("wait", &error, false);
    }
    match client.wait(client.deadline(), Client::poll_activity)? {
        Ok(()) => {
            client.status.succeed();
            Ok(true)
        }
        Err(error) if error.code() == ReturnCode::Timeout => {
            client.status.fail_quietly("wait", &error);
            Ok(false)
        }
        Err(error) => client.fail("wait", &error, false),
    }
}

pub fn do_normal(client: ThisClient, function: &[u8], workload: &[u8], unique: Option<&[u8]>) -> Php<Bytes> {
    submit(
        client,
        "doNormal",
        unique,
        Submission { function, workload, unique: b"", priority: Priority::Normal, background: false },
    )
}

pub fn do_high(client: ThisClient, function: &[u8], workload: &[u8], unique: Option<&[u8]>) -> Php<Bytes> {
    submit(
        client,
        "doHigh",
        unique,
        Submission { function, workload, unique: b"", priority: Priority::High, background: false },
    )
}

pub fn do_low(client: ThisClient, function: &[u8], workload: &[u8], unique: Option<&[u8]>) -> Php<Bytes> {
    submit(
        client,
        "doLow",
        unique,
        Submission { function, workload, unique: b"", priority: Priority::Low, background: false },
    )
}

pub fn do_background(client: ThisClient, function: &[u8], workload: &[u8], unique: Option<&[u8]>) -> Php<Bytes> {
    submit(
        client,
        "doBackground",
        unique,
        Submission { function, workload, unique: b"", priority: Priority::Normal, background: true },
    )
}

pub fn do_high_background(client: ThisClient, function: &[u8], workload: &[u8], unique: Option<&[u8]>) -> Php<Bytes> {
    submit(
        client,
        "doHighBackground",
        unique,
        Submission { function, workload, unique: b"", priority: Priority::High, background: true },
    )
}

pub fn do_low_background(client: ThisClient, function: &[u8], workload: &[u8], unique: Option<&[u8]>) -> Php<Bytes> {
    submit(
        client,
        "doLowBackground",
        unique,
        Submission { function, workload, unique: b"", priority: Priority::Low, background: true },
    )
}

/// Submits one job and waits for its end; a background job's end is that the server has it.
fn submit(client: ThisClient, operation: &str, unique: Option<&[u8]>, job: Submission<'_>) -> Php<Bytes> {
    let unique = unique_key(unique, job.workload);
    let job = Submission { unique: &unique, ..job };
    let begun = Call::begin(&mut client.core.borrow_mut(), &job);
    let call = match begun {
        Ok(call) => Rc::new(RefCell::new(call)),
        Err(error) => return client.fail(operation, &error, Bytes::new()),
    };
    client.calls.borrow_mut().push(Rc::clone(&call));
    let outcome = client.wait(client.deadline(), |core, cx| call.borrow_mut().poll(core, cx));
    client.calls.borrow_mut().retain(|other| !Rc::ptr_eq(other, &call));
    if !matches!(outcome, Ok(Ok(_))) {
        call.borrow().abandon(&mut client.core.borrow_mut());
    }
    match outcome? {
        Ok(Outcome::Queued(handle)) => {
            client.status.succeed();
            client.last_queued.replace(handle.clone());
            Ok(handle)
        }
        Ok(Outcome::Complete(result)) => {
            client.status.succeed();
            Ok(result)
        }
        Ok(Outcome::Fail) => {
            client.status.set(ReturnCode::WorkFail);
            Ok(Bytes::new())
        }
        Ok(Outcome::Exception(_)) => {
            client.status.set(ReturnCode::WorkException);
            Ok(Bytes::new())
        }
        Ok(Outcome::Failed(error)) | Err(error) => client.fail(operation, &error, Bytes::new()),
    }
}

/// The handle of the call in progress, or else of the last background job.
pub fn do_job_handle(client: ThisClient) -> Php<Bytes> {
    let call = client.calls.borrow().last().cloned();
    Ok(call.map_or_else(|| client.last_queued.borrow().clone(), |call| call.borrow().handle()))
}

pub fn do_status(client: ThisClient) -> Php<(i64, i64)> {
    let call = client.calls.borrow().last().cloned();
    let progress = call.map_or_else(Progress::default, |call| call.borrow().progress());
    Ok((i64::from(progress.numerator), i64::from(progress.denominator)))
}

pub fn job_status(client: ThisClient, handle: &[u8]) -> Php<(bool, bool, i64, i64)> {
    inquire(client, "jobStatus", |core| StatusInquiry::by_handle(core, handle))
}

pub fn job_status_by_unique_key(client: ThisClient, unique: &[u8]) -> Php<(bool, bool, i64, i64)> {
    inquire(client, "jobStatusByUniqueKey", |core| StatusInquiry::by_unique(core, unique))
}

fn inquire(
    client: ThisClient,
    operation: &str,
    begin: impl FnOnce(&Client) -> Result<StatusInquiry, Error>,
) -> Php<(bool, bool, i64, i64)> {
    let begun = begin(&client.core.borrow());
    let mut inquiry = match begun {
        Ok(inquiry) => inquiry,
        Err(error) => return client.fail(operation, &error, (false, false, 0, 0)),
    };
    let answer = client.wait(client.deadline(), |core, cx| inquiry.poll(core, cx));
    inquiry.abandon(&mut client.core.borrow_mut());
    match answer?.and_then(|answer| answer) {
        Ok(Progress { known, running, numerator, denominator }) => {
            client.status.succeed();
            Ok((known, running, i64::from(numerator), i64::from(denominator)))
        }
        Err(error) => client.fail(operation, &error, (false, false, 0, 0)),
    }
}

pub fn ping(client: ThisClient, workload: &[u8]) -> Php<bool> {
    let begun = Ping::begin(&mut client.core.borrow_mut(), workload);
    let mut ping = match begun {
        Ok(ping) => ping,
        Err(error) => return client.fail("ping", &error, false),
    };
    let answer = client.wait(client.deadline(), |core, cx| ping.poll(core, cx));
    ping.abandon(&mut client.core.borrow_mut());
    match answer?.and_then(|answer| answer) {
        Ok(()) => {
            client.status.succeed();
            Ok(true)
        }
        Err(error) => client.fail("ping", &error, false),
    }
}

pub fn context(client: ThisClient) -> Php<Vec<u8>> {
    Ok(client.context.borrow().clone())
}

pub fn set_context(client: ThisClient, data: &[u8]) -> Php<bool> {
    client.context.replace(data.to_vec());
    Ok(true)
}

pub use super::run::{
    add_task, add_task_background, add_task_high, add_task_high_background, add_task_low, add_task_low_background,
    add_task_status, clear_callbacks, run_tasks, set_complete_callback, set_created_callback, set_data_callback,
    set_exception_callback, set_fail_callback, set_status_callback, set_warning_callback, set_workload_callback,
};
