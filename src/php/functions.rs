//! The functions that are not the procedural form of a method.

use ext_php_rs::types::{ZendHashTable, Zval};

use super::versions::LIBGEARMAN_VERSION;
use super::{client, worker};
use crate::stats;
use crate::zend::callback::Callback;
use crate::zend::exception::argument_type_error;
use crate::zend::halt::{Php, release, release_after};
use crate::zend::object::{State, This};
use crate::zend::value::clone_of;
use crate::zend::wait_handler;
use crate::zend::warning::warn;

pub fn gearman_version() -> Php<&'static str> {
    Ok(LIBGEARMAN_VERSION)
}

pub fn gearman_bugreport() -> Php<&'static str> {
    Ok("https://github.com/gearman/gearmand/issues")
}

pub fn gearman_verbose_name(verbose: i64) -> Php<Option<&'static str>> {
    Ok(Some(match verbose {
        ..0 => {
            warn("Input must be an integer greater than 0.")?;
            return Ok(None);
        }
        0 => "NEVER",
        1 => "FATAL",
        2 => "ERROR",
        3 => "INFO",
        4 => "DEBUG",
        5 => "CRAZY",
        6.. => "UNKNOWN",
    }))
}

pub fn gearman_client_create() -> Php<Zval> {
    create(client::construct)
}

pub fn gearman_worker_create() -> Php<Zval> {
    create(worker::construct)
}

pub fn stats() -> Php<Zval> {
    let mut counters = ZendHashTable::new();
    for (name, number) in stats::read() {
        // Only a name that holds a NUL would fail.
        let _ = counters.insert(name, number as i64);
    }
    let mut array = Zval::new();
    array.set_hashtable(counters);
    Ok(array)
}

/// The place of `$handler` among the arguments, as PHP counts them.
const HANDLER: u32 = 1;

pub fn on_wait(handler: &Zval) -> Php<Option<Zval>> {
    let handler = match handler.dereference() {
        none if none.is_null() => None,
        callable => match Callback::new(callable)? {
            Ok(callback) => Some(callback),
            Err(_) => return argument_type_error(HANDLER, "must be a valid callback or null", callable),
        },
    };
    let before = wait_handler::replace(handler);
    let returned = before.as_ref().map(|callback| clone_of(callback.value()));
    release(before).map(|()| returned)
}

fn create<T: State>(construct: impl FnOnce(This<T>) -> Php<()>) -> Php<Zval> {
    let (value, this) = This::create();
    match construct(this) {
        Ok(()) => Ok(value),
        Err(halt) => release_after(Err(halt), value),
    }
}
