//! Doing a job: the callback, and how the server is told its end.

use std::rc::Rc;
use std::time::Instant;

use bytes::Bytes;

use super::endpoint::Endpoint;
use super::exception;
use super::halt::{Halt, Php};
use super::job::Assigned;
use super::object::This;
use super::value::to_bytes;
use super::worker::GearmanWorker;
use super::zend::is_exiting;
use crate::error::{Error, ReturnCode};
use crate::runtime::Deadline;
use crate::worker::Job;

type ThisWorker = This<GearmanWorker>;

/// Runs the callback and tells the server how it ended.
pub fn perform(worker: ThisWorker, job: Job) -> Php<bool> {
    let assigned = Assigned::new(Rc::clone(&worker.core), job);
    let Some((callback, context)) = worker.function(assigned.function()) else {
        assigned.give_back();
        let text =
            format!("there is no callback for \"{}\"; the job was given back", assigned.function().escape_ascii());
        return worker.fail("work", &Error::new(ReturnCode::InvalidFunctionName, text), false);
    };
    worker.status.succeed();
    let result = callback.call([assigned.to_object(), context]).and_then(|value| to_bytes(&value));
    if assigned.is_parents() {
        // A child that came back from its parent's callback: the job is the parent's.
        return result.map(|_| true);
    }
    match result {
        Ok(result) => finish(worker, &assigned, &result),
        Err(halt) => Err(abort(worker, &assigned, halt)),
    }
}

/// The callback has returned: the end that setReturn() asked for, or the result.
fn finish(worker: ThisWorker, assigned: &Rc<Assigned>, result: &Bytes) -> Php<bool> {
    let wanted = assigned.wanted();
    let sent = match wanted {
        ReturnCode::LostConnection => {
            assigned.give_back();
            Ok(())
        }
        ReturnCode::Success | ReturnCode::Shutdown => assigned.complete(result)?,
        _ => assigned.fail()?,
    };
    if let Err(error) = sent {
        if error.code() == ReturnCode::ArgumentTooLarge {
            let _ = assigned.fail()?;
            return worker.fail("work", &error, false);
        }
        // The worker lives on: the server has queued the job again, or will when it is back.
        worker.status.fail("work", &error, ())?;
        worker.status.succeed();
        return Ok(true);
    }
    match wanted {
        ReturnCode::Success | ReturnCode::LostConnection => {
            worker.status.succeed();
            Ok(true)
        }
        // What php-gearman takes for an everyday end, and does not warn of (measured).
        ReturnCode::IoWait
        | ReturnCode::WorkFail
        | ReturnCode::WorkException
        | ReturnCode::NoJobs
        | ReturnCode::Timeout => {
            worker.status.set(wanted);
            Ok(false)
        }
        _ => worker.fail("work", &Error::new(wanted, "the callback has set this code"), false),
    }
}

/// The callback did not return.  Returns what ends `work()`.
fn abort(worker: ThisWorker, assigned: &Rc<Assigned>, halt: Halt) -> Halt {
    if halt == Halt::Bailout || is_exiting() {
        assigned.give_back();
        return halt;
    }
    let description = match exception::describe_pending() {
        Ok(description) => description,
        Err(halt) => {
            assigned.give_back();
            return halt;
        }
    };
    let limit = Deadline::At(Instant::now() + worker.pool().dialing.connect_timeout);
    assigned.raise_undisturbed(&description, limit);
    worker.status.set(ReturnCode::WorkException);
    halt
}
