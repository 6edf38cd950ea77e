//! The state of a GearmanClient, and how it waits.

use std::cell::{Cell, RefCell, RefMut};
use std::task::Poll;

use bytes::Bytes;

use super::hooks::Callbacks;
use super::tasks::Tasks;
use crate::client::{Calls, Client, Owed};
use crate::error::{Error, ReturnCode};
use crate::net::Pool;
use crate::php::endpoint::Endpoint;
use crate::php::options::Options;
use crate::php::status::Status;
use crate::php::waits::{Waiting, Waits};
use crate::runtime::{Deadline, Signals, Watch};
use crate::stats::{self, Counter};
use crate::zend::halt::{Php, release};
use crate::zend::held::Held;
use crate::zend::object::{Class, State, This};
use crate::zend::waiting::{self, Waited};

/// What to look at when servers say nothing of a job, or nothing at all.
const JOB_IS_SLOW: &str = "a job was taken and is not finished: is there a worker for it?";
const SERVER_IS_SLOW: &str = "is it a gearmand, and is it well?";

/// The object that a handler was called on.
pub type ThisClient = This<GearmanClient>;

/// What timeout() says when there is none.
const NO_TIMEOUT: i64 = -1;
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
    pub(super) timeout: Cell<i64>,
    pub(super) context: RefCell<Vec<u8>>,
    pub(super) calls: RefCell<Calls>,
    /// The handle of the last background job.
    pub(super) last_queued: RefCell<Bytes>,
    pub(super) tasks: Tasks,
    pub(super) callbacks: Callbacks,
    pub(super) waits: Waits,
}

impl Default for GearmanClient {
    fn default() -> Self {
        let known = NON_BLOCKING | UNBUFFERED_RESULT | FREE_TASKS | GENERATE_UNIQUE | EXCEPTION | STOP_WAIT_ON_SIGNAL;
        Self {
            core: RefCell::default(),
            status: Status::default(),
            options: Options::new(FREE_TASKS, known, EXCEPTION, 0),
            timeout: Cell::new(NO_TIMEOUT),
            context: RefCell::default(),
            calls: RefCell::default(),
            last_queued: RefCell::default(),
            tasks: Tasks::default(),
            callbacks: Callbacks::default(),
            waits: Waits::default(),
        }
    }
}

impl State for GearmanClient {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, held: &mut Held<'_>) {
        self.tasks.hold(held);
        self.callbacks.hold(held);
    }

    fn is_inert(&self) -> bool {
        self.holds_no_values() && !self.waits.has_stream()
    }

    fn settle(&self) {
        Waits::settle(self);
    }
}

impl Waiting for GearmanClient {
    fn waits(&self) -> &Waits {
        &self.waits
    }

    fn foresee(&self, watch: &mut Watch) {
        self.core.borrow_mut().foresee(watch);
    }

    /// A client that only waits for what nobody asks for any more has nothing to do.
    fn foresee_next(&self, watch: &mut Watch) {
        let mut core = self.core.borrow_mut();
        if !core.has_nothing_to_run() {
            core.foresee(watch);
        }
    }
}

impl Endpoint for GearmanClient {
    type Known = Owed;

    fn status(&self) -> &Status {
        &self.status
    }

    fn waiting(&self) -> &impl Waiting {
        self
    }

    fn pool(&self) -> RefMut<'_, Pool<Owed>> {
        RefMut::map(self.core.borrow_mut(), |core| &mut core.pool)
    }

    fn reconnect(&self) {
        self.core.borrow_mut().reconnect();
    }

    fn request_exceptions(&self) {
        self.core.borrow_mut().enable_exceptions();
    }
}

impl GearmanClient {
    /// When a call that begins now is late.  What is bounded is the silence about its jobs, as in libgearman.
    pub(super) fn deadline(&self) -> Deadline {
        Deadline::after_ms(self.timeout.get()).of_silence()
    }

    /// Waits on the core; the error of a wait that ended without an answer.
    pub(super) fn wait<T>(
        &self,
        deadline: Deadline,
        mut poll: impl FnMut(&mut Client, &mut Watch) -> Poll<T>,
    ) -> Php<Result<T, Error>> {
        let signals = if self.options.has(STOP_WAIT_ON_SIGNAL) { Signals::Any } else { Signals::Handled };
        let waited = Waits::wait(self, deadline, signals, |watch| poll(&mut self.core.borrow_mut(), watch))?;
        Ok(match waited {
            Waited::Ready(value) => Ok(value),
            Waited::TimedOut => Err(self.timed_out(deadline)),
            Waited::Signalled => Err(waiting::signalled()),
        })
    }

    fn timed_out(&self, deadline: Deadline) -> Error {
        let mut core = self.core.borrow_mut();
        if !deadline.is_now() {
            stats::count(Counter::Timeouts);
            core.note_silence();
        }
        let text = format!("{}: no answer within {} ms", core.pool.linked_names(), self.timeout.get());
        let advice = if core.has_jobs() { JOB_IS_SLOW } else { SERVER_IS_SLOW };
        Error::new(ReturnCode::Timeout, text).advising(advice)
    }

    /// Closes the connections and forgets everything but what the running calls hold.
    pub(super) fn reset(&self) -> Php<()> {
        self.core.borrow_mut().close();
        self.options.reset();
        self.timeout.set(NO_TIMEOUT);
        self.context.take();
        self.last_queued.take();
        self.status.succeed();
        if self.holds_no_values() {
            return Ok(());
        }
        release((self.tasks.take(), self.callbacks.take()))
    }

    fn holds_no_values(&self) -> bool {
        self.tasks.is_empty() && self.callbacks.is_empty()
    }

    /// In a child process: lets go of the tasks that stay with the parent.
    pub(super) fn leave_to_parent(&self) -> Php<()> {
        if !self.tasks.were_inherited() {
            return Ok(());
        }
        let parents = {
            let mut core = self.core.borrow_mut();
            core.leave_to_parent();
            self.tasks.retain(|id| core.has(id))
        };
        release(parents)
    }

    /// The end of a call that failed, with a warning; `result` is what it returns.
    pub(super) fn fail<T>(&self, operation: &str, error: &Error, result: T) -> Php<T> {
        self.status.fail(operation, error, result)
    }
}
