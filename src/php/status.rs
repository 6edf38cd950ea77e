//! How the last call on an object ended: returnCode(), error(), getErrno(), and the warning that goes with it.

use std::cell::{Cell, RefCell};

use crate::error::{Error, ReturnCode};
use crate::zend::halt::Php;
use crate::zend::warning::warn;

/// The outcome of the last call.
pub struct Status {
    code: Cell<ReturnCode>,
    errno: Cell<i32>,
    text: RefCell<Option<String>>,
}

impl Default for Status {
    fn default() -> Self {
        Self { code: Cell::new(ReturnCode::Success), errno: Cell::new(0), text: RefCell::new(None) }
    }
}

impl Status {
    /// It went well.
    pub fn succeed(&self) {
        self.set(ReturnCode::Success);
    }

    /// It ended with `code`, which needs no words.
    pub fn set(&self, code: ReturnCode) {
        self.code.set(code);
        self.errno.set(0);
        self.text.replace(None);
    }

    /// The job ended with `code`: error() is its name, which scripts throw (measured).
    pub fn fail_by_name(&self, code: ReturnCode) {
        self.set(code);
        self.text.replace(Some(code.name().to_owned()));
    }

    /// It failed, and the script is not warned: the return code is the answer.
    pub fn fail_quietly(&self, operation: &str, error: &Error) {
        self.code.set(error.code());
        self.errno.set(error.errno());
        self.text.replace(Some(error.text(operation)));
    }

    /// Something failed that does not count as the last call's end.
    pub fn note(&self, operation: &str, error: &Error) {
        self.text.replace(Some(error.text(operation)));
    }

    /// It failed, with a warning; `result` is what the call returns.
    pub fn fail<T>(&self, operation: &str, error: &Error, result: T) -> Php<T> {
        self.fail_quietly(operation, error);
        // Not finished, as it was asked for: nothing to warn of.
        if error.code() != ReturnCode::IoWait {
            warn(&error.text(operation))?;
        }
        Ok(result)
    }

    /// returnCode()
    pub fn code(&self) -> ReturnCode {
        self.code.get()
    }

    /// getErrno()
    pub fn errno(&self) -> i64 {
        i64::from(self.errno.get())
    }

    /// error()
    pub fn text(&self) -> Option<String> {
        self.text.borrow().clone()
    }
}
