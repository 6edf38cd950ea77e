//! The state of a GearmanWorker, and how it waits.

use std::cell::{Cell, RefCell, RefMut};
use std::rc::Rc;
use std::task::Poll;

use ext_php_rs::types::Zval;
use rustc_hash::FxHashMap;

use super::running::Running;
use crate::error::{Error, Result, ReturnCode};
use crate::net::Pool;
use crate::php::endpoint::Endpoint;
use crate::php::options::Options;
use crate::php::settings;
use crate::php::shared::SharedWorker;
use crate::php::status::Status;
use crate::php::waits::{Waiting, Waits};
use crate::runtime::{Deadline, Signals, Watch};
use crate::worker::{Reached, Standing, Worker};
use crate::zend::callback::Callback;
use crate::zend::halt::{Php, release};
use crate::zend::held::Held;
use crate::zend::object::{Class, State, This};
use crate::zend::value::clone_of;
use crate::zend::waiting::Waited;

/// The object that a handler was called on.
pub type ThisWorker = This<GearmanWorker>;

/// What timeout() says when there is none.
const NO_TIMEOUT: i64 = -1;
/// `GEARMAN_WORKER_NON_BLOCKING`
const NON_BLOCKING: i64 = 2;
/// `GEARMAN_WORKER_PACKET_INIT`: always set, as in libgearman.
const PACKET_INIT: i64 = 4;
/// `GEARMAN_WORKER_GRAB_UNIQ`
pub const GRAB_UNIQ: i64 = 128;
/// `GEARMAN_WORKER_TIMEOUT_RETURN`
pub const TIMEOUT_RETURN: i64 = 256;
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
pub(super) struct Function {
    /// What is called.
    pub(super) callback: Callback,
    /// Its second argument.  A reference, so that a callback that takes it by reference keeps its changes
    /// from job to job.
    pub(super) context: Zval,
}

/// The state of a GearmanWorker.
pub struct GearmanWorker {
    pub(super) core: Rc<SharedWorker>,
    pub(super) status: Status,
    pub(super) options: Options,
    pub(super) timeout: Cell<i64>,
    pub(super) functions: RefCell<FxHashMap<Box<[u8]>, Function>>,
    pub(super) running: Running,
}

impl Default for GearmanWorker {
    fn default() -> Self {
        let known = NON_BLOCKING | GRAB_UNIQ | TIMEOUT_RETURN | GRAB_ALL | STICKY | IDLE | STOP_WAIT_ON_SIGNAL;
        Self {
            core: Rc::new(SharedWorker::new(new_core())),
            status: Status::default(),
            options: Options::new(PACKET_INIT | GRAB_UNIQ | GRAB_ALL, known, STICKY, PACKET_INIT),
            timeout: Cell::new(NO_TIMEOUT),
            functions: RefCell::default(),
            running: Running::default(),
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

    fn settle(&self) {
        Waits::settle(&*self.core);
    }
}

impl Endpoint for GearmanWorker {
    type Known = Standing;

    fn status(&self) -> &Status {
        &self.status
    }

    fn waiting(&self) -> &impl Waiting {
        &*self.core
    }

    fn pool(&self) -> RefMut<'_, Pool<Standing>> {
        RefMut::map(self.core.borrow_mut(), |core| &mut core.pool)
    }

    fn reconnect(&self) {
        self.core.borrow_mut().reconnect();
    }

    fn request_exceptions(&self) {
        // Only clients are told of exceptions; for a worker the option proves that the server is there.
        self.core.borrow_mut().greet();
    }
}

/// A worker as the settings want it.
fn new_core() -> Worker {
    let mut core = Worker::default();
    core.set_prefetch(settings::prefetch());
    core.set_regrab(settings::regrab_interval());
    core
}

impl GearmanWorker {
    /// When a call that begins now has waited long enough.
    pub(super) fn deadline(&self) -> Deadline {
        if self.options.has(NON_BLOCKING) { Deadline::NOW } else { Deadline::after_ms(self.timeout.get()) }
    }

    /// Waits on the core.
    pub(super) fn wait<T>(
        &self,
        deadline: Deadline,
        mut poll: impl FnMut(&mut Worker, &mut Watch) -> Poll<T>,
    ) -> Php<Waited<T>> {
        let signals = if self.options.has(STOP_WAIT_ON_SIGNAL) { Signals::Any } else { Signals::Handled };
        Waits::wait(&*self.core, deadline, signals, |watch| poll(&mut self.core.borrow_mut(), watch))
    }

    /// Waits until `deadline`, and past it for as long as a live server owes an answer.
    pub(super) fn wait_out<T>(
        &self,
        deadline: Deadline,
        mut poll: impl FnMut(&mut Worker, &mut Watch) -> Poll<T>,
    ) -> Php<Waited<T>> {
        let waited = self.wait(deadline, &mut poll)?;
        if !matches!(waited, Waited::TimedOut) || self.options.has(NON_BLOCKING) {
            return Ok(waited);
        }
        let patience = self.pool().patience() * 2;
        let answered = self.wait(Deadline::after(patience), |core, watch| match poll(core, watch) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending if core.is_in_exchange(watch) => Poll::Pending,
            Poll::Pending => Poll::Ready(None),
        })?;
        Ok(match answered {
            Waited::Ready(Some(value)) => Waited::Ready(value),
            Waited::Ready(None) | Waited::TimedOut => Waited::TimedOut,
            Waited::Signalled => Waited::Signalled,
        })
    }

    /// What a call returns that has waited in vain.  Non-blocking, it tells how far it got; otherwise a lost server is told
    /// from an empty queue.
    pub(super) fn in_vain<T>(&self, operation: &str, result: T) -> Php<T> {
        let reached = self.core.borrow().reached();
        let error = match (self.options.has(NON_BLOCKING), reached) {
            (true, Reached::Asleep) => Error::new(ReturnCode::NoJobs, "nothing is queued"),
            (true, _) => Error::new(ReturnCode::IoWait, "a server has not answered yet"),
            (false, Reached::Nobody(error)) => return self.fail(operation, &error, result),
            (false, _) => Error::new(ReturnCode::Timeout, format!("nothing came within {} ms", self.timeout.get())),
        };
        self.status.fail_quietly(operation, &error);
        Ok(result)
    }

    /// The end of a call that failed, with a warning; `result` is what it returns.
    pub(super) fn fail<T>(&self, operation: &str, error: &Error, result: T) -> Php<T> {
        self.status.fail(operation, error, result)
    }

    /// The result of something that needed no waiting.
    pub(super) fn report(&self, operation: &str, result: Result<()>) -> Php<bool> {
        match result {
            Ok(()) => {
                self.status.succeed();
                Ok(true)
            }
            Err(error) => self.fail(operation, &error, false),
        }
    }

    /// Closes the connections and forgets everything.
    pub(super) fn reset(&self) -> Php<()> {
        *self.core.borrow_mut() = new_core();
        self.options.reset();
        self.timeout.set(NO_TIMEOUT);
        self.status.succeed();
        release(self.functions.take())
    }

    /// What addFunction was given for a name.
    pub(super) fn function(&self, name: &[u8]) -> Option<(Callback, Zval)> {
        let functions = self.functions.borrow();
        functions.get(name).map(|function| (function.callback.share(), clone_of(&function.context)))
    }
}
