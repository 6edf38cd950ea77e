//! A job that a worker was given, and how its server is told of it.

use std::cell::Cell;
use std::rc::Rc;

use crate::error::{Error, Result, ReturnCode};
use crate::php::shared::SharedWorker;
use crate::php::waits::{Waiting, Waits};
use crate::process::Origin;
use crate::protocol::{Payload, Request};
use crate::runtime::{Deadline, Signals};
use crate::worker::Job;
use crate::zend::halt::Php;
use crate::zend::waiting::{self, Waited};

/// It outlives its GearmanJob and its GearmanWorker, whichever goes first.
pub struct Assigned {
    worker: Rc<SharedWorker>,
    pub(super) job: Job,
    origin: Origin,
    /// Whether the server has been told its end.
    ended: Cell<bool>,
    /// Whether the worker's callback for it has returned.
    done: Cell<bool>,
    /// What setReturn() was given.
    pub(super) wanted: Cell<ReturnCode>,
}

impl Assigned {
    /// A job that has just come in.
    pub fn new(worker: Rc<SharedWorker>, job: Job) -> Rc<Self> {
        Rc::new(Self {
            worker,
            job,
            origin: Origin::here(),
            ended: Cell::new(false),
            done: Cell::new(false),
            wanted: Cell::new(ReturnCode::Success),
        })
    }

    /// The name of its function.
    pub fn function(&self) -> &[u8] {
        self.job.assignment.function()
    }

    /// What setReturn() asked for.
    pub fn wanted(&self) -> ReturnCode {
        self.wanted.get()
    }

    /// Whether the server has been told its end.
    pub fn has_ended(&self) -> bool {
        self.ended.get()
    }

    /// Whether it belongs to a parent of this process, who will answer it.
    pub fn is_parents(&self) -> bool {
        self.origin.is_foreign()
    }

    /// Whether a stream stands for its worker, which ends with the last that holds it.
    pub fn has_stream(&self) -> bool {
        self.worker.waits().has_stream()
    }

    /// The worker's callback for it has returned: it may ask for others together with the answer, or at once if the
    /// callback has sent that.
    pub fn note_done(&self) {
        self.done.set(true);
        self.worker.borrow_mut().note_done(&self.job);
        if self.has_ended() {
            self.ask_ahead();
        }
    }

    /// Closes its connection: the server queues it again.
    pub fn give_back(&self) {
        if !self.has_ended() && !self.is_parents() {
            self.worker.borrow_mut().give_back(&self.job);
            self.ended.set(true);
        }
    }

    /// Tells the server its end: the result.
    pub fn complete(&self, result: Payload<'_>) -> Php<Result<()>> {
        self.end(|handle| Request::work_complete(handle, result))
    }

    /// Tells the server its end: it failed.
    pub fn fail(&self) -> Php<Result<()>> {
        self.end(Request::work_fail)
    }

    /// Tells the server its end while an exception is pending, when nothing of PHP may run: the result.
    pub fn complete_undisturbed(&self, result: Payload<'_>, limit: Deadline) {
        let handle = self.job.handle();
        let complete = Request::work_complete(handle, result).or_else(|_| Request::work_fail(handle));
        self.end_undisturbed([complete], limit);
    }

    /// Likewise: it failed.
    pub fn fail_undisturbed(&self, limit: Deadline) {
        self.end_undisturbed([Request::work_fail(self.job.handle())], limit);
    }

    /// Likewise: the exception, and that it failed.
    pub fn raise_undisturbed(&self, exception: &[u8], limit: Deadline) {
        let handle = self.job.handle();
        self.end_undisturbed([Request::work_exception(handle, exception), Request::work_fail(handle)], limit);
    }

    fn end_undisturbed<const N: usize>(&self, packets: [Result<Request>; N], limit: Deadline) {
        if self.has_ended() {
            return;
        }
        let queued = packets.into_iter().try_for_each(|request| self.queue(|_| request));
        self.ended.set(true);
        if queued.is_ok() {
            self.worker.borrow_mut().ended(&self.job);
            waiting::wait_undisturbed(limit, |watch| self.worker.borrow_mut().poll_sent(&self.job, watch));
        }
    }

    fn end(&self, request: impl FnOnce(&[u8]) -> Result<Request>) -> Php<Result<()>> {
        if self.has_ended() {
            return Ok(Ok(()));
        }
        let sent = match self.queue(request) {
            Ok(()) => {
                self.worker.borrow_mut().ended(&self.job);
                self.ask_ahead();
                self.written()?
            }
            Err(error) => Err(error),
        };
        // A result that cannot be sent at all (too large) leaves the job open, so that it can still be failed.
        if !matches!(&sent, Err(error) if error.code() == ReturnCode::ArgumentTooLarge) {
            self.ended.set(true);
        }
        Ok(sent)
    }

    /// Sends a packet about it.
    pub(super) fn send(&self, request: impl FnOnce(&[u8]) -> Result<Request>) -> Php<Result<()>> {
        match self.queue(request) {
            Ok(()) => self.written(),
            Err(error) => Ok(Err(error)),
        }
    }

    fn written(&self) -> Php<Result<()>> {
        if self.worker.waits().is_away() {
            return Ok(self.written_by_and_by());
        }
        let written = Waits::wait(&*self.worker, Deadline::NEVER, Signals::Handled, |watch| {
            self.worker.borrow_mut().poll_sent(&self.job, watch)
        })?;
        Ok(match written {
            Waited::Ready(result) => result,
            Waited::TimedOut | Waited::Signalled => Ok(()),
        })
    }

    /// Its worker waits in another Fiber: that writes what cannot be written now.
    fn written_by_and_by(&self) -> Result<()> {
        let written =
            waiting::wait_undisturbed(Deadline::NOW, |watch| self.worker.borrow_mut().poll_sent(&self.job, watch));
        Waits::settle(&*self.worker);
        written.unwrap_or(Ok(()))
    }

    /// Not before the callback is done: until then nobody knows how long it takes.
    fn ask_ahead(&self) {
        if self.done.get() {
            self.worker.borrow_mut().ask_ahead(&self.job);
        }
    }

    fn queue(&self, request: impl FnOnce(&[u8]) -> Result<Request>) -> Result<()> {
        let request = request(self.job.handle())?;
        if self.is_parents() {
            return Err(Error::new(ReturnCode::LostConnection, "the job belongs to the parent process"));
        }
        self.worker.borrow_mut().send(&self.job, &request)
    }
}
