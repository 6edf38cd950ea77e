//! Doing a job: the callback, and how the server is told its end.

use std::rc::Rc;

use super::state::ThisWorker;
use crate::error::{Error, ReturnCode};
use crate::php::endpoint::Endpoint;
use crate::php::job::{Assigned, GearmanJob};
use crate::php::payload::Outgoing;
use crate::php::settings;
use crate::protocol::Payload;
use crate::runtime::Deadline;
use crate::worker::Job;
use crate::zend::callback::Called;
use crate::zend::engine::is_exiting;
use crate::zend::exception;
use crate::zend::halt::{Halt, Php};
use crate::zend::value::to_text;

/// Runs the callback and tells the server how it ended, for a call of this name.
pub fn perform(worker: ThisWorker, job: Job, operation: &str) -> Php<bool> {
    let assigned = Assigned::new(Rc::clone(&worker.core), job);
    let Some((callback, context)) = worker.function(assigned.function()) else {
        assigned.note_done();
        assigned.give_back();
        let text =
            format!("there is no callback for \"{}\"; the job was given back", assigned.function().escape_ascii());
        return worker.fail(operation, &Error::new(ReturnCode::InvalidFunctionName, text), false);
    };
    worker.status.succeed();
    let called = callback.call([GearmanJob::create(&assigned), context], to_text);
    if assigned.is_parents() {
        // A child that came back from its parent's callback: the job is the parent's.
        return called.end().map(|_| true);
    }
    assigned.note_done();
    match called {
        Called { outcome: Ok(result), released: Ok(()) } => {
            finish(worker, &assigned, Outgoing::new(result.borrow()).payload(), operation)
        }
        Called { outcome: Ok(result), released: Err(Halt::Exception) } if !is_exiting() => {
            Err(finish_undisturbed(worker, &assigned, Outgoing::new(result.borrow()).payload()))
        }
        Called { outcome: _, released: Err(halt) } | Called { outcome: Err(halt), released: Ok(()) } => {
            Err(abort(worker, &assigned, halt))
        }
    }
}

/// The callback has returned: the end that setReturn() asked for, or the result.
fn finish(worker: ThisWorker, assigned: &Rc<Assigned>, result: Payload<'_>, operation: &str) -> Php<bool> {
    #[cfg(feature = "injected-panics")]
    crate::injected::panic_in("php, job done");
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
            return worker.fail(operation, &error, false);
        }
        // The worker lives on: the server has queued the job again, or will when it is back.
        worker.status.fail(operation, &error, ())?;
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
        _ => worker.fail(operation, &Error::new(wanted, "the callback has set this code"), false),
    }
}

/// The callback has returned, and then a destructor of what it left has thrown: the server is told what it would have
/// been told, and the exception ends `work()`.
fn finish_undisturbed(worker: ThisWorker, assigned: &Rc<Assigned>, result: Payload<'_>) -> Halt {
    let wanted = assigned.wanted();
    match wanted {
        ReturnCode::LostConnection => assigned.give_back(),
        ReturnCode::Success | ReturnCode::Shutdown => assigned.complete_undisturbed(result, limit(worker)),
        _ => assigned.fail_undisturbed(limit(worker)),
    }
    worker.status.set(wanted);
    Halt::Exception
}

/// The callback did not return.  Returns what ends `work()`.
fn abort(worker: ThisWorker, assigned: &Rc<Assigned>, halt: Halt) -> Halt {
    if halt == Halt::Bailout || is_exiting() {
        assigned.give_back();
        return halt;
    }
    let description = match exception::describe_pending(settings::exception_format()) {
        Ok(description) => description,
        Err(halt) => {
            assigned.give_back();
            return halt;
        }
    };
    assigned.raise_undisturbed(&description, limit(worker));
    worker.status.set(ReturnCode::WorkException);
    halt
}

/// How long a server may take to be told of a job's end while an exception waits.
fn limit(worker: ThisWorker) -> Deadline {
    Deadline::after(worker.pool().patience())
}
