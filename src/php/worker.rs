//! GearmanWorker: servers, functions and waiting for jobs.  What is done with a job is in `perform.rs`.

use std::cell::{Cell, RefCell, RefMut};
use std::collections::HashMap;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Instant;

use ext_php_rs::types::Zval;

use super::arguments::OrFalse;
use super::callback::Callback;
use super::endpoint::{self, Endpoint, Options};
use super::halt::Php;
use super::job::Assigned;
use super::object::{Class, Held, State, This};
use super::perform;
use super::status::{Status, warn};
use super::value::{clone_of, null, reference_to};
use super::waiting::{self, OnSignal, Waited};
use crate::error::{Error, Result, ReturnCode};
use crate::net::{Pool, Reach, Server};
use crate::protocol::Request;
use crate::runtime::Deadline;
use crate::worker::{Activity, Grab, Worker};

/// `GEARMAN_WORKER_NON_BLOCKING`
const NON_BLOCKING: i64 = 2;
/// `GEARMAN_WORKER_PACKET_INIT`: always set, as in libgearman.
const PACKET_INIT: i64 = 4;
/// `GEARMAN_WORKER_GRAB_UNIQ`
const GRAB_UNIQ: i64 = 128;
/// `GEARMAN_WORKER_TIMEOUT_RETURN`
const TIMEOUT_RETURN: i64 = 256;
/// libgearman's GRAB_ALL, which PHP has no name for: set from the start.
const GRAB_ALL: i64 = 512;
/// A bit of libgearman's that, once set, stays (measured).
const STICKY: i64 = 1024;
/// A bit of libgearman's that can be set, and does nothing here.
const IDLE: i64 = 2048;
/// `GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL`
const STOP_WAIT_ON_SIGNAL: i64 = 8192;

static CLASS: Class = Class::new();

/// What addFunction was given.
struct Function {
    callback: Callback,
    /// A reference, so that a callback that takes it by reference keeps its changes from job to job.
    context: Zval,
}

/// The state of a GearmanWorker.
pub struct GearmanWorker {
    pub(super) core: Rc<RefCell<Worker>>,
    pub(super) status: Status,
    options: Options,
    timeout: Cell<i64>,
    functions: RefCell<HashMap<Box<[u8]>, Function>>,
}

impl Default for GearmanWorker {
    fn default() -> Self {
        let known = NON_BLOCKING | GRAB_UNIQ | TIMEOUT_RETURN | GRAB_ALL | STICKY | IDLE | STOP_WAIT_ON_SIGNAL;
        Self {
            core: Rc::default(),
            status: Status::default(),
            options: Options::new(PACKET_INIT | GRAB_UNIQ | GRAB_ALL, known, STICKY, PACKET_INIT),
            timeout: Cell::new(-1),
            functions: RefCell::default(),
        }
    }
}

impl State for GearmanWorker {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, held: &mut Held<'_>) {
        let Ok(functions) = self.functions.try_borrow() else { return };
        for function in functions.values() {
            held.add(function.callback.value());
            held.add(&function.context);
        }
    }
}

impl Endpoint for GearmanWorker {
    fn status(&self) -> &Status {
        &self.status
    }

    fn pool(&self) -> RefMut<'_, Pool> {
        RefMut::map(self.core.borrow_mut(), |core| &mut core.pool)
    }

    fn add(&self, server: Server) {
        self.core.borrow_mut().add_server(server);
    }

    fn reconnect(&self) {
        self.core.borrow_mut().reconnect();
    }

    fn request_exceptions(&self) {
        // Only clients are told of exceptions; for a worker the option proves that the server is there.
        self.core.borrow_mut().leave_to_parent();
        self.pool().dialing.greeting = Some(Request::option_exceptions());
    }
}

impl GearmanWorker {
    fn deadline(&self) -> Deadline {
        if self.options.has(NON_BLOCKING) { Deadline::Now } else { Deadline::after_ms(self.timeout.get()) }
    }

    fn wait<T>(
        &self,
        deadline: Deadline,
        mut poll: impl FnMut(&mut Worker, &mut Context<'_>) -> Poll<T>,
    ) -> Php<Waited<T>> {
        let sockets = || self.core.borrow().pool.poll_fds();
        let on_signal = if self.options.has(STOP_WAIT_ON_SIGNAL) { OnSignal::Stop(&sockets) } else { OnSignal::GoOn };
        waiting::wait(deadline, on_signal, |cx| poll(&mut self.core.borrow_mut(), cx))
    }

    /// Waits until `deadline`, and past it for as long as a live server owes an answer.
    fn wait_out<T>(
        &self,
        deadline: Deadline,
        mut poll: impl FnMut(&mut Worker, &mut Context<'_>) -> Poll<T>,
    ) -> Php<Waited<T>> {
        let waited = self.wait(deadline, &mut poll)?;
        if !matches!(waited, Waited::TimedOut) || self.options.has(NON_BLOCKING) {
            return Ok(waited);
        }
        let patience = self.pool().dialing.connect_timeout * 2;
        let answered = self.wait(Deadline::At(Instant::now() + patience), |core, cx| match poll(core, cx) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending if core.is_in_exchange() => Poll::Pending,
            Poll::Pending => Poll::Ready(None),
        })?;
        Ok(match answered {
            Waited::Ready(Some(value)) => Waited::Ready(value),
            Waited::Ready(None) | Waited::TimedOut => Waited::TimedOut,
            Waited::Signalled => Waited::Signalled,
            Waited::Failed(error) => Waited::Failed(error),
        })
    }

    /// What a call returns that has waited in vain.  Non-blocking, it tells how far it got.
    fn in_vain(&self, operation: &str) {
        let asleep = self.core.borrow().is_asleep();
        let error = match (self.options.has(NON_BLOCKING), asleep) {
            (false, _) => Error::new(ReturnCode::Timeout, format!("nothing came within {} ms", self.timeout.get())),
            (true, true) => Error::new(ReturnCode::NoJobs, "nothing is queued"),
            (true, false) => Error::new(ReturnCode::IoWait, "a server has not answered yet"),
        };
        self.status.fail_quietly(operation, &error);
    }

    pub(super) fn fail<T>(&self, operation: &str, error: &Error, result: T) -> Php<T> {
        self.status.fail(operation, error, result)
    }

    /// The result of something that needed no waiting.
    fn report(&self, operation: &str, result: Result<()>) -> Php<bool> {
        match result {
            Ok(()) => {
                self.status.succeed();
                Ok(true)
            }
            Err(error) => self.fail(operation, &error, false),
        }
    }

    /// Closes the connections and forgets everything.
    fn reset(&self) {
        let fresh = Self::default();
        *self.core.borrow_mut() = Worker::default();
        self.options.set(fresh.options.bits());
        self.timeout.set(fresh.timeout.get());
        self.status.succeed();
        let functions = self.functions.take();
        drop(functions);
    }

    /// What addFunction was given for a name.
    pub(super) fn function(&self, name: &[u8]) -> Option<(Callback, Zval)> {
        let functions = self.functions.borrow();
        functions.get(name).map(|function| (function.callback.share(), clone_of(&function.context)))
    }
}

type ThisWorker = This<GearmanWorker>;

/// Called again, it begins anew.
pub fn construct(worker: ThisWorker) -> Php<()> {
    worker.reset();
    endpoint::construct(&*worker, "GearmanWorker")
}

pub fn destruct(worker: ThisWorker) -> Php<()> {
    worker.reset();
    Ok(())
}

pub fn return_code(worker: ThisWorker) -> Php<i64> {
    Ok(worker.status.code().number())
}

pub fn error(worker: ThisWorker) -> Php<OrFalse<String>> {
    Ok(OrFalse(worker.status.text()))
}

pub fn get_errno(worker: ThisWorker) -> Php<i64> {
    Ok(worker.status.errno())
}

pub fn options(worker: ThisWorker) -> Php<i64> {
    Ok(worker.options.bits())
}

pub fn set_options(worker: ThisWorker, bits: i64) -> Php<bool> {
    worker.options.set(bits);
    apply_options(worker)
}

pub fn add_options(worker: ThisWorker, bits: i64) -> Php<bool> {
    worker.options.add(bits);
    apply_options(worker)
}

pub fn remove_options(worker: ThisWorker, bits: i64) -> Php<bool> {
    worker.options.remove(bits);
    apply_options(worker)
}

fn apply_options(worker: ThisWorker) -> Php<bool> {
    worker.core.borrow_mut().grab_unique(worker.options.has(GRAB_UNIQ | GRAB_ALL));
    Ok(true)
}

pub fn timeout(worker: ThisWorker) -> Php<i64> {
    Ok(worker.timeout.get())
}

pub fn set_timeout(worker: ThisWorker, milliseconds: i64) -> Php<bool> {
    worker.timeout.set(milliseconds);
    // As libgearman does (measured).
    worker.options.add(TIMEOUT_RETURN);
    Ok(true)
}

pub fn set_id(worker: ThisWorker, id: &[u8]) -> Php<bool> {
    // Refused without a word, as by php-gearman (measured).
    if id.is_empty() {
        return Ok(false);
    }
    let set = worker.core.borrow_mut().set_id(id);
    match set {
        Ok(()) => Ok(true),
        Err(error) => worker.fail("setId", &error, false),
    }
}

pub fn add_server(worker: ThisWorker, host: Option<&[u8]>, port: i64, exceptions: bool) -> Php<bool> {
    endpoint::add_server(&*worker, host, port, exceptions)
}

pub fn add_servers(worker: ThisWorker, servers: Option<&[u8]>, exceptions: bool) -> Php<bool> {
    endpoint::add_servers(&*worker, servers, exceptions)
}

pub fn enable_exception_handler(worker: ThisWorker) -> Php<bool> {
    endpoint::enable_exceptions(&*worker, "enableExceptionHandler")
}

pub fn set_ssl(
    worker: ThisWorker,
    on: bool,
    ca: Option<&[u8]>,
    certificate: Option<&[u8]>,
    key: Option<&[u8]>,
) -> Php<bool> {
    endpoint::set_ssl(&*worker, on, ca, certificate, key)
}

pub fn register(worker: ThisWorker, name: &[u8], timeout: i64) -> Php<bool> {
    let registered = register_name(worker, name, timeout);
    if registered.is_ok() {
        let old = worker.functions.borrow_mut().remove(name);
        drop(old);
    }
    worker.report("register", registered)
}

pub fn unregister(worker: ThisWorker, name: &[u8]) -> Php<bool> {
    let removed = worker.core.borrow_mut().unregister(name);
    let old = worker.functions.borrow_mut().remove(name);
    drop(old);
    announce(worker);
    worker.report("unregister", removed)
}

pub fn unregister_all(worker: ThisWorker) -> Php<bool> {
    let removed = worker.core.borrow_mut().unregister_all();
    let old = worker.functions.take();
    drop(old);
    announce(worker);
    worker.report("unregisterAll", removed)
}

fn announce(worker: ThisWorker) {
    waiting::wait_undisturbed(Deadline::Now, |cx| {
        worker.core.borrow_mut().announce(cx);
        Poll::Ready(())
    });
}

pub fn add_function(
    worker: ThisWorker,
    name: &[u8],
    callable: &Zval,
    context: Option<&Zval>,
    timeout: i64,
) -> Php<bool> {
    let callback = match Callback::new(callable) {
        Ok(callback) => callback,
        Err(name) => return warn(&format!("Function '{name}' is not a valid callback")).map(|()| false),
    };
    if let Err(error) = register_name(worker, name, timeout) {
        return worker.fail("addFunction", &error, false);
    }
    let context = reference_to(context.map_or_else(null, clone_of));
    let old = worker.functions.borrow_mut().insert(Box::from(name), Function { callback, context });
    drop(old);
    worker.status.succeed();
    Ok(true)
}

fn register_name(worker: ThisWorker, name: &[u8], timeout: i64) -> Result<()> {
    // The protocol's number has 32 bits, and what PHP gives is cut to them, as php-gearman does.
    worker.core.borrow_mut().register(name, timeout as u32)
}

pub fn wait(worker: ThisWorker) -> Php<bool> {
    let deadline = Deadline::after_ms(worker.timeout.get());
    match worker.wait(deadline, Worker::poll_activity)? {
        Waited::Ready(Activity::Seen) => {
            worker.status.succeed();
            Ok(true)
        }
        Waited::Ready(Activity::NoConnection) => {
            let error = Error::new(ReturnCode::NoActiveFds, "there is no connection to wait for");
            worker.fail("wait", &error, false)
        }
        Waited::TimedOut => {
            let text = format!("nothing came within {} ms", worker.timeout.get());
            worker.status.fail_quietly("wait", &Error::new(ReturnCode::Timeout, text));
            Ok(false)
        }
        Waited::Signalled => worker.fail("wait", &waiting::signalled(), false),
        Waited::Failed(error) => worker.fail("wait", &error, false),
    }
}

pub fn ping(worker: ThisWorker, data: &[u8]) -> Php<bool> {
    // Not in the `if let`: the borrow would last through its body, where an error handler may run.
    let checked = worker.core.borrow().check();
    if let Some(error) = checked.err().filter(|it| it.code() == ReturnCode::NoServers) {
        return worker.fail("ping", &error, false);
    }
    worker.core.borrow_mut().notice_all_lost();
    let mut reach = Reach::any();
    let deadline = Deadline::after_ms(worker.timeout.get());
    let answer = worker.wait(deadline, |core, cx| {
        core.leave_to_parent();
        std::task::ready!(reach.poll(&mut core.pool, cx))?;
        core.poll_echo(data, cx)
    })?;
    let error = match answer {
        Waited::Ready(Ok(echo)) if echo == data => {
            worker.status.succeed();
            return Ok(true);
        }
        Waited::Ready(Ok(_)) => Error::new(ReturnCode::EchoDataCorruption, "the echo is not what was sent"),
        Waited::Ready(Err(error)) | Waited::Failed(error) => error,
        Waited::TimedOut => Error::new(ReturnCode::Timeout, format!("no answer within {} ms", worker.timeout.get())),
        Waited::Signalled => waiting::signalled(),
    };
    worker.core.borrow_mut().forget_echo();
    worker.fail("ping", &error, false)
}

/// `grabJob`: a job if there is one now.
pub fn grab_job(worker: ThisWorker) -> Php<OrFalse<Zval>> {
    let checked = begin(worker);
    if let Err(error) = checked {
        return worker.fail("grabJob", &error, OrFalse(None));
    }
    let mut grab = Grab::default();
    let waited = worker.wait_out(worker.deadline(), |core, cx| core.poll_grab(&mut grab, cx))?;
    let error = match waited {
        Waited::Ready(Ok(Some(job))) => {
            worker.status.succeed();
            return Ok(OrFalse(Some(Assigned::new(Rc::clone(&worker.core), job).to_object())));
        }
        Waited::Ready(Ok(None)) => Error::new(ReturnCode::NoJobs, "nothing is queued"),
        Waited::Ready(Err(error)) | Waited::Failed(error) => error,
        Waited::Signalled => waiting::signalled(),
        Waited::TimedOut => {
            worker.in_vain("grabJob");
            return Ok(OrFalse(None));
        }
    };
    worker.fail("grabJob", &error, OrFalse(None))
}

/// `work`: waits for one job and does it.
pub fn work(worker: ThisWorker) -> Php<bool> {
    if let Err(error) = begin(worker) {
        return worker.fail("work", &error, false);
    }
    match worker.wait_out(worker.deadline(), Worker::poll_job)? {
        Waited::Ready(Ok(job)) => perform::perform(worker, job),
        Waited::Ready(Err(error)) | Waited::Failed(error) => worker.fail("work", &error, false),
        Waited::Signalled => worker.fail("work", &waiting::signalled(), false),
        Waited::TimedOut => {
            worker.in_vain("work");
            Ok(false)
        }
    }
}

fn begin(worker: ThisWorker) -> Result<()> {
    let mut core = worker.core.borrow_mut();
    core.check()?;
    core.begin();
    Ok(())
}
