//! How the last call on an object ended: returnCode(), error(), getErrno(), and the warning that goes with it.

use std::cell::{Cell, RefCell};
use std::ffi::CString;

use ext_php_rs::ffi::{E_WARNING, php_error_docref};

use super::halt::{Php, guarded};
use crate::error::{Error, ReturnCode};

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

/// An E_WARNING of the running function.  A user's error handler may run, and throw.
pub fn warn(text: &str) -> Php<()> {
    guarded(|| warn_text(text))
}

/// An E_WARNING without looking at what an error handler does.
pub fn warn_text(text: &str) {
    let text = CString::new(text.replace('\0', "\\0")).unwrap_or_default();
    // SAFETY: the format takes one string.
    unsafe { php_error_docref(std::ptr::null(), E_WARNING as i32, c"%s".as_ptr(), text.as_ptr()) };
}
