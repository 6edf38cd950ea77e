//! Warnings of the running function, and of a module that is being loaded.

use std::ffi::{CStr, CString};

use ext_php_rs::ffi::{E_CORE_WARNING, E_WARNING, php_error_docref};

use super::halt::{Php, guarded};

/// An E_WARNING of the running function.  A user's error handler may run, and throw.
pub fn warn(text: &str) -> Php<()> {
    let text = CString::new(text.replace('\0', "\\0")).unwrap_or_default();
    // SAFETY: the format takes one string.
    guarded(|| unsafe { php_error_docref(std::ptr::null(), E_WARNING as i32, c"%s".as_ptr(), text.as_ptr()) })
}

/// What an engine that starts says of a module.  No PHP code can run.
pub fn warn_at_startup(text: &CStr) {
    // SAFETY: the format takes one string.
    unsafe { php_error_docref(std::ptr::null(), E_CORE_WARNING as i32, c"%s".as_ptr(), text.as_ptr()) }
}
