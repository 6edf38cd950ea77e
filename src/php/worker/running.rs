//! What a worker knows of the `run()` that runs.

use std::cell::Cell;

/// See the module.
#[derive(Default)]
pub struct Running {
    is_on: Cell<bool>,
    /// Whether `stop()` was called for this `run()`, or for the next when there is none.
    is_stopped: Cell<bool>,
}

impl Running {
    /// A `run()` begins; false when there is one already.
    pub fn begin(&self) -> bool {
        !self.is_on.replace(true)
    }

    /// It has ended, and a `stop()` with it.
    pub fn end(&self) {
        self.is_on.set(false);
        self.is_stopped.set(false);
    }

    /// `stop()`
    pub fn stop(&self) {
        self.is_stopped.set(true);
    }

    /// Whether it was called.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.get()
    }
}
