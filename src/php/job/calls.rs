//! GearmanJob: what a callback can ask of its job and send about it.

use std::cell::RefCell;
use std::rc::Rc;

use ext_php_rs::types::Zval;

use super::assigned::Assigned;
use crate::error::{Error, Result, ReturnCode};
use crate::php::payload::Outgoing;
use crate::php::status::Status;
use crate::protocol::Request;
use crate::worker::Job;
use crate::zend::halt::Php;
use crate::zend::held::Held;
use crate::zend::object::{Class, State, This};
use crate::zend::returning::OrFalse;
use crate::zend::text::Str;
use crate::zend::value::string;
use crate::zend::warning::warn;

static CLASS: Class = Class::new();

/// The state of a GearmanJob; empty when it was made by hand.
#[derive(Default)]
pub struct GearmanJob {
    assigned: RefCell<Option<Rc<Assigned>>>,
    status: Status,
}

impl State for GearmanJob {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, _: &mut Held<'_>) {}

    fn is_inert(&self) -> bool {
        self.assigned.try_borrow().is_ok_and(|it| it.as_ref().is_none_or(|assigned| !assigned.has_stream()))
    }
}

type ThisJob = This<GearmanJob>;

impl GearmanJob {
    /// The GearmanJob of a job, for a callback.
    pub fn create(assigned: &Rc<Assigned>) -> Zval {
        let (value, state) = This::<Self>::create();
        state.assigned.replace(Some(Rc::clone(assigned)));
        value
    }

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

pub fn send_data(job: ThisJob, data: Str<'_>) -> Php<bool> {
    let data = Outgoing::new(data);
    send(job, "sendData", |assigned| part(assigned, |handle| Request::work_data(handle, data.payload())))
}

pub fn send_warning(job: ThisJob, warning: Str<'_>) -> Php<bool> {
    let warning = Outgoing::new(warning);
    send(job, "sendWarning", |assigned| part(assigned, |handle| Request::work_warning(handle, warning.payload())))
}

/// The protocol's numbers have 32 bits, and what PHP gives is cut to them, as php-gearman does.
pub fn send_status(job: ThisJob, numerator: i64, denominator: i64) -> Php<bool> {
    send(job, "sendStatus", |assigned| {
        part(assigned, |handle| Request::work_status(handle, numerator as u32, denominator as u32))
    })
}

pub fn send_complete(job: ThisJob, result: Str<'_>) -> Php<bool> {
    send(job, "sendComplete", |assigned| assigned.complete(Outgoing::new(result).payload()))
}

/// Not the end of the job by itself: php-gearman's callbacks go on to return something after it.
pub fn send_exception(job: ThisJob, exception: Str<'_>) -> Php<bool> {
    let exception = Outgoing::new(exception);
    send(job, "sendException", |assigned| part(assigned, |handle| Request::work_exception(handle, exception.payload())))
}

pub fn send_fail(job: ThisJob) -> Php<bool> {
    send(job, "sendFail", Assigned::fail)
}

pub fn handle(job: ThisJob) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(job.look(|job| string(job.assignment.handle()))))
}

pub fn function_name(job: ThisJob) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(job.look(|job| string(job.assignment.function()))))
}

pub fn unique(job: ThisJob) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(job.look(|job| string(job.assignment.unique()))))
}

pub fn workload(job: ThisJob) -> Php<Zval> {
    Ok(job.look(|job| string(job.assignment.workload())).unwrap_or_else(|| string(b"")))
}

pub fn workload_size(job: ThisJob) -> Php<i64> {
    Ok(job.look(|job| job.assignment.workload().len() as i64).unwrap_or(0))
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
