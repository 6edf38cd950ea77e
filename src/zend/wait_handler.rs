//! The callable by which a script waits for itself.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use ext_php_rs::types::Zval;

use super::callback::Callback;
use super::halt::{Php, release};
use super::value::null;

thread_local! {
    static HANDLER: RefCell<Option<Callback>> = const { RefCell::new(None) };
    /// Whether there is one: looked at by every wait.
    static IS_SET: Cell<bool> = const { Cell::new(false) };
}

/// Whether there is one.
pub fn is_set() -> bool {
    IS_SET.get()
}

/// Sets it, or none; returns the one before.
pub fn replace(handler: Option<Callback>) -> Option<Callback> {
    IS_SET.set(handler.is_some());
    HANDLER.replace(handler)
}

/// Ends it with the request.
pub fn forget() -> Php<()> {
    release(replace(None))
}

/// Calls it, to return when `stream` can be read from, or when `limit` is over.
pub fn call(stream: Zval, limit: Option<Duration>) -> Php<()> {
    let Some(handler) = HANDLER.with_borrow(|handler| handler.as_ref().map(Callback::share)) else { return Ok(()) };
    let mut seconds = null();
    if let Some(limit) = limit {
        seconds.set_double(limit.as_secs_f64());
    }
    handler.call([stream, seconds], |_| Ok(())).end()
}
