//! GearmanJob: a job, and the answers to it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use bytes::Bytes;
use ext_php_rs::types::Zval;

use super::arguments::OrFalse;
use super::halt::Php;
use super::object::{Class, Held, State, This};
use super::status::{Status, warn};
use super::waiting::{self, OnSignal, Waited};
use crate::error::{Error, Result, ReturnCode};
use crate::process::Origin;
use crate::protocol::Request;
use crate::runtime::Deadline;
use crate::worker::{Job, Worker};

static CLASS: Class = Class::new();

/// The state of a GearmanJob; empty when it was made by hand.
#[derive(Default)]
pub struct GearmanJob {
    assigned: RefCell<Option<Rc<Assigned>>>,
    status: Status,
}

/// A job that a worker was given.  It outlives its GearmanJob and its GearmanWorker, whichever goes first.
pub struct Assigned {
    worker: Rc<RefCell<Worker>>,
    job: Job,
    origin: Origin,
    /// Whether the server has been told its end.
    ended: Cell<bool>,
    /// What setReturn() was given.
    wanted: Cell<ReturnCode>,
}

impl Assigned {
    /// A job that has just come in.
    pub fn new(worker: Rc<RefCell<Worker>>, job: Job) -> Rc<Self> {
        Rc::new(Self {
            worker,
            job,
            origin: Origin::here(),
            ended: Cell::new(false),
            wanted: Cell::new(ReturnCode::Success),
        })
    }

    /// The GearmanJob for a callback.
    pub fn to_object(self: &Rc<Self>) -> Zval {
        let (value, state) = This::<GearmanJob>::create();
        state.assigned.replace(Some(Rc::clone(self)));
        value
    }

    /// The name of its function.
    pub fn function(&self) -> &Bytes {
        &self.job.assignment.function
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

    /// Closes its connection: the server queues it again.
    pub fn give_back(&self) {
        if !self.has_ended() && !self.is_parents() {
            self.worker.borrow_mut().give_back(&self.job);
            self.ended.set(true);
        }
    }

    /// Tells the server its end: the result.
    pub fn complete(&self, result: &[u8]) -> Php<Result<()>> {
        self.end(|handle| Request::work_complete(handle, result))
    }

    /// Tells the server its end: it failed.
    pub fn fail(&self) -> Php<Result<()>> {
        self.end(Request::work_fail)
    }

    /// Tells the server its end while an exception is pending, when nothing of PHP may run.
    pub fn raise_undisturbed(&self, exception: &[u8], limit: Deadline) {
        if self.has_ended() {
            return;
        }
        let handle = self.job.handle();
        let packets = [Request::work_exception(handle, exception), Request::work_fail(handle)];
        let queued = packets.into_iter().try_for_each(|request| self.queue(&request?));
        self.ended.set(true);
        if queued.is_ok() {
            waiting::wait_undisturbed(limit, |cx| self.worker.borrow_mut().poll_sent(&self.job, cx));
        }
    }

    fn end(&self, request: impl FnOnce(&[u8]) -> Result<Request>) -> Php<Result<()>> {
        if self.has_ended() {
            return Ok(Ok(()));
        }
        let sent = self.send(request)?;
        // A result that cannot be sent at all (too large) leaves the job open, so that it can still be failed.
        if !matches!(&sent, Err(error) if error.code() == ReturnCode::ArgumentTooLarge) {
            self.ended.set(true);
        }
        Ok(sent)
    }

    fn send(&self, request: impl FnOnce(&[u8]) -> Result<Request>) -> Php<Result<()>> {
        if let Err(error) = request(self.job.handle()).and_then(|request| self.queue(&request)) {
            return Ok(Err(error));
        }
        let written =
            waiting::wait(Deadline::Never, OnSignal::GoOn, |cx| self.worker.borrow_mut().poll_sent(&self.job, cx))?;
        Ok(match written {
            Waited::Ready(result) => result,
            Waited::Failed(error) => Err(error),
            Waited::TimedOut | Waited::Signalled => Ok(()),
        })
    }

    fn queue(&self, request: &Request) -> Result<()> {
        if self.is_parents() {
            return Err(Error::new(ReturnCode::LostConnection, "the job belongs to the parent process"));
        }
        self.worker.borrow_mut().send(&self.job, request)
    }
}

impl State for GearmanJob {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, _: &mut Held<'_>) {}
}

type ThisJob = This<GearmanJob>;

impl GearmanJob {
    fn assigned(&self) -> Option<Rc<Assigned>> {
        self.assigned.borrow().clone()
    }

    fn look<T>(&self, at: impl FnOnce(&Job) -> T) -> Option<T> {
        self.assigned.borrow().as_ref().map(|assigned| at(&assigned.job))
    }
}

pub fn destruct(_: ThisJob) -> Php<()> {
    Ok(())
}

pub fn return_code(job: ThisJob) -> Php<i64> {
    Ok(job.status.code().number())
}

pub fn set_return(job: ThisJob, code: i64) -> Php<bool> {
    let Some(code) = ReturnCode::from_number(code) else {
        return warn(&format!("Invalid gearman_return_t: {code}")).map(|()| false);
    };
    if let Some(assigned) = job.assigned() {
        assigned.wanted.set(code);
    }
    job.status.set(code);
    Ok(true)
}

pub fn send_data(job: ThisJob, data: &[u8]) -> Php<bool> {
    send(job, "sendData", |assigned| part(assigned, |handle| Request::work_data(handle, data)))
}

pub fn send_warning(job: ThisJob, warning: &[u8]) -> Php<bool> {
    send(job, "sendWarning", |assigned| part(assigned, |handle| Request::work_warning(handle, warning)))
}

/// The protocol's numbers have 32 bits, and what PHP gives is cut to them, as php-gearman does.
pub fn send_status(job: ThisJob, numerator: i64, denominator: i64) -> Php<bool> {
    send(job, "sendStatus", |assigned| {
        part(assigned, |handle| Request::work_status(handle, numerator as u32, denominator as u32))
    })
}

pub fn send_complete(job: ThisJob, result: &[u8]) -> Php<bool> {
    send(job, "sendComplete", |assigned| assigned.complete(result))
}

/// Not the end of the job by itself: php-gearman's callbacks go on to return something after it.
pub fn send_exception(job: ThisJob, exception: &[u8]) -> Php<bool> {
    send(job, "sendException", |assigned| part(assigned, |handle| Request::work_exception(handle, exception)))
}

pub fn send_fail(job: ThisJob) -> Php<bool> {
    send(job, "sendFail", Assigned::fail)
}

pub fn handle(job: ThisJob) -> Php<OrFalse<Bytes>> {
    Ok(OrFalse(job.look(|job| job.assignment.handle.clone())))
}

pub fn function_name(job: ThisJob) -> Php<OrFalse<Bytes>> {
    Ok(OrFalse(job.look(|job| job.assignment.function.clone())))
}

pub fn unique(job: ThisJob) -> Php<OrFalse<Bytes>> {
    Ok(OrFalse(job.look(|job| job.assignment.unique.clone())))
}

pub fn workload(job: ThisJob) -> Php<Bytes> {
    Ok(job.look(|job| job.assignment.workload.clone()).unwrap_or_default())
}

pub fn workload_size(job: ThisJob) -> Php<i64> {
    Ok(job.look(|job| job.assignment.workload.len() as i64).unwrap_or(0))
}

/// A packet that is not the end.  After the end there is nobody to send it to.
fn part(assigned: &Assigned, request: impl FnOnce(&[u8]) -> Result<Request>) -> Php<Result<()>> {
    if assigned.has_ended() { Ok(Ok(())) } else { assigned.send(request) }
}

fn send(job: ThisJob, operation: &str, how: impl FnOnce(&Assigned) -> Php<Result<()>>) -> Php<bool> {
    let Some(assigned) = job.assigned() else {
        let error = Error::new(ReturnCode::InvalidArgument, "this job did not come from a worker");
        return job.status.fail(operation, &error, false);
    };
    match how(&assigned)? {
        Ok(()) => {
            job.status.succeed();
            Ok(true)
        }
        Err(error) => job.status.fail(operation, &error, false),
    }
}
