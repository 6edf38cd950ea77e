//! A worker that waits without taking a job.

use super::state::ThisWorker;
use crate::error::{Error, ReturnCode};
use crate::net::Reach;
use crate::runtime::Deadline;
use crate::worker::{Activity, Worker};
use crate::zend::halt::Php;
use crate::zend::waiting::{self, Waited};

pub fn wait(worker: ThisWorker) -> Php<bool> {
    let deadline = Deadline::after_ms(worker.timeout.get());
    match worker.wait(deadline, Worker::poll_activity)? {
        Waited::Ready(Activity::Seen) => {
            worker.status.succeed();
            Ok(true)
        }
        Waited::Ready(Activity::NothingOwed) => {
            let error = Error::new(ReturnCode::NoActiveFds, "no server owes anything");
            worker.fail("wait", &error.advising("call work() or grabJob() first"), false)
        }
        Waited::TimedOut => {
            let text = format!("nothing came within {} ms", worker.timeout.get());
            worker.status.fail_quietly("wait", &Error::new(ReturnCode::Timeout, text));
            Ok(false)
        }
        Waited::Signalled => worker.fail("wait", &waiting::signalled(), false),
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
    let answer = worker.wait(deadline, |core, watch| {
        core.leave_to_parent();
        std::task::ready!(reach.poll(&mut core.pool, watch))?;
        core.poll_echo(data, watch)
    })?;
    let error = match answer {
        Waited::Ready(Ok(echo)) if echo == data => {
            worker.status.succeed();
            return Ok(true);
        }
        Waited::Ready(Ok(_)) => Error::new(ReturnCode::EchoDataCorruption, "the echo is not what was sent"),
        Waited::Ready(Err(error)) => error,
        Waited::TimedOut => Error::new(ReturnCode::Timeout, format!("no answer within {} ms", worker.timeout.get())),
        Waited::Signalled => waiting::signalled(),
    };
    worker.core.borrow_mut().forget_echo();
    worker.fail("ping", &error, false)
}
