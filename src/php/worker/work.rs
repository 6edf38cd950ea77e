//! Taking jobs.

use std::rc::Rc;

use ext_php_rs::types::Zval;

use super::perform::perform;
use super::state::ThisWorker;
use crate::error::{Error, Result, ReturnCode};
use crate::php::job::{Assigned, GearmanJob};
use crate::php::waits::Waiting;
use crate::worker::{Grab, Worker};
use crate::zend::halt::Php;
use crate::zend::returning::OrFalse;
use crate::zend::waiting::{self, Waited};

/// `grabJob`: a job if there is one now.
pub fn grab_job(worker: ThisWorker) -> Php<OrFalse<Zval>> {
    worker.core.waits().refuse_second()?;
    let checked = begin(worker);
    if let Err(error) = checked {
        return worker.fail("grabJob", &error, OrFalse(None));
    }
    // What was lost while nobody looked is dialed again at once: this call does not wait for a server to come back.
    worker.core.borrow_mut().notice_all_lost();
    let mut grab = Grab::default();
    let waited = worker.wait_out(worker.deadline(), |core, watch| core.poll_grab(&mut grab, watch))?;
    let error = match waited {
        Waited::Ready(Ok(Some(job))) => {
            worker.status.succeed();
            let assigned = Assigned::new(Rc::clone(&worker.core), job);
            return Ok(OrFalse(Some(GearmanJob::create(&assigned))));
        }
        Waited::Ready(Ok(None)) => Error::new(ReturnCode::NoJobs, "nothing is queued"),
        Waited::Ready(Err(error)) if error.code() == ReturnCode::Timeout => {
            worker.status.fail_quietly("grabJob", &error);
            return Ok(OrFalse(None));
        }
        Waited::Ready(Err(error)) => error,
        Waited::Signalled => waiting::signalled(),
        Waited::TimedOut => return worker.in_vain("grabJob", OrFalse(None)),
    };
    worker.fail("grabJob", &error, OrFalse(None))
}

/// `work`: waits for one job and does it.
pub fn work(worker: ThisWorker) -> Php<bool> {
    worker.core.waits().refuse_second()?;
    if let Err(error) = begin(worker) {
        return worker.fail("work", &error, false);
    }
    match worker.wait_out(worker.deadline(), Worker::poll_job)? {
        Waited::Ready(Ok(job)) => perform(worker, job, "work"),
        Waited::Ready(Err(error)) => worker.fail("work", &error, false),
        Waited::Signalled => worker.fail("work", &waiting::signalled(), false),
        Waited::TimedOut => worker.in_vain("work", false),
    }
}

fn begin(worker: ThisWorker) -> Result<()> {
    let mut core = worker.core.borrow_mut();
    if let Err(error) = core.check() {
        core.give_back_ahead();
        return Err(error);
    }
    core.begin();
    Ok(())
}
