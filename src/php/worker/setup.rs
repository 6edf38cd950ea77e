//! What a worker is told before it works, and how its last call ended.

use super::functions::flush;
use super::state::{GRAB_UNIQ, TIMEOUT_RETURN, ThisWorker};
use crate::php::endpoint;
use crate::zend::halt::Php;
use crate::zend::returning::OrFalse;

/// Called again, it begins anew.
pub fn construct(worker: ThisWorker) -> Php<()> {
    worker.reset()?;
    endpoint::construct(&*worker, "GearmanWorker")
}

pub fn destruct(worker: ThisWorker) -> Php<()> {
    worker.reset()
}

pub fn return_code(worker: ThisWorker) -> Php<i64> {
    Ok(worker.status.code().number())
}

pub fn error(worker: ThisWorker) -> Php<OrFalse<String>> {
    Ok(OrFalse(worker.status.text()))
}

pub fn get_errno(worker: ThisWorker) -> Php<i64> {
    Ok(worker.status.errno())
}

pub fn options(worker: ThisWorker) -> Php<i64> {
    Ok(worker.options.bits())
}

pub fn set_options(worker: ThisWorker, bits: i64) -> Php<bool> {
    worker.options.set(bits);
    apply_options(worker)
}

pub fn add_options(worker: ThisWorker, bits: i64) -> Php<bool> {
    worker.options.add(bits);
    apply_options(worker)
}

pub fn remove_options(worker: ThisWorker, bits: i64) -> Php<bool> {
    worker.options.remove(bits);
    apply_options(worker)
}

fn apply_options(worker: ThisWorker) -> Php<bool> {
    worker.core.borrow_mut().grab_unique(worker.options.has(GRAB_UNIQ));
    Ok(true)
}

pub fn timeout(worker: ThisWorker) -> Php<i64> {
    Ok(worker.timeout.get())
}

pub fn set_timeout(worker: ThisWorker, milliseconds: i64) -> Php<bool> {
    worker.timeout.set(milliseconds);
    // As libgearman does (measured).
    worker.options.add(TIMEOUT_RETURN);
    Ok(true)
}

pub fn set_id(worker: ThisWorker, id: &[u8]) -> Php<bool> {
    // Refused without a word, as by php-gearman (measured).
    if id.is_empty() {
        return Ok(false);
    }
    let set = worker.core.borrow_mut().set_id(id);
    flush(worker);
    match set {
        Ok(()) => Ok(true),
        Err(error) => worker.fail("setId", &error, false),
    }
}

pub fn add_server(worker: ThisWorker, host: Option<&[u8]>, port: i64, exceptions: bool) -> Php<bool> {
    endpoint::add_server(&*worker, host, port, exceptions)
}

pub fn add_servers(worker: ThisWorker, servers: Option<&[u8]>, exceptions: bool) -> Php<bool> {
    endpoint::add_servers(&*worker, servers, exceptions)
}

pub fn enable_exception_handler(worker: ThisWorker) -> Php<bool> {
    endpoint::enable_exceptions(&*worker, "enableExceptionHandler")
}

pub fn set_ssl(
    worker: ThisWorker,
    on: bool,
    ca: Option<&[u8]>,
    certificate: Option<&[u8]>,
    key: Option<&[u8]>,
) -> Php<bool> {
    endpoint::set_ssl(&*worker, on, ca, certificate, key)
}
