//! The functions that a worker offers.

use std::task::Poll;

use ext_php_rs::types::Zval;

use super::state::{Function, ThisWorker};
use crate::error::Result;
use crate::runtime::Deadline;
use crate::zend::callback::Callback;
use crate::zend::halt::{Php, release_after};
use crate::zend::value::{null, reference_to};
use crate::zend::waiting;
use crate::zend::warning::warn;

pub fn register(worker: ThisWorker, name: &[u8], timeout: i64) -> Php<bool> {
    let registered = register_name(worker, name, timeout);
    let old = registered.is_ok().then(|| worker.functions.borrow_mut().remove(name));
    release_after(worker.report("register", registered), old)
}

pub fn unregister(worker: ThisWorker, name: &[u8]) -> Php<bool> {
    let removed = worker.core.borrow_mut().unregister(name);
    let old = worker.functions.borrow_mut().remove(name);
    flush(worker);
    release_after(worker.report("unregister", removed), old)
}

pub fn unregister_all(worker: ThisWorker) -> Php<bool> {
    let removed = worker.core.borrow_mut().unregister_all();
    let old = worker.functions.take();
    flush(worker);
    release_after(worker.report("unregisterAll", removed), old)
}

/// What was changed is told to the servers at once.
pub(super) fn flush(worker: ThisWorker) {
    waiting::wait_undisturbed(Deadline::NOW, |watch| {
        worker.core.borrow_mut().flush(watch);
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
    let callback = match Callback::new(callable)? {
        Ok(callback) => callback,
        Err(name) => return warn(&format!("Function '{name}' is not a valid callback")).map(|()| false),
    };
    if let Err(error) = register_name(worker, name, timeout) {
        return release_after(worker.fail("addFunction", &error, false), callback);
    }
    let context = context.map_or_else(|| reference_to(&null()), reference_to);
    let old = worker.functions.borrow_mut().insert(Box::from(name), Function { callback, context });
    worker.status.succeed();
    release_after(Ok(true), old)
}

fn register_name(worker: ThisWorker, name: &[u8], timeout: i64) -> Result<()> {
    // The protocol's number has 32 bits, and what PHP gives is cut to them, as php-gearman does.
    worker.core.borrow_mut().register(name, timeout as u32)
}
