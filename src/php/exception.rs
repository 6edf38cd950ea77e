//! GearmanException.

use std::sync::atomic::{AtomicPtr, Ordering};

use ext_php_rs::ffi::zend_class_entry;

use crate::zend::exception;
use crate::zend::halt::Php;

static ENTRY: AtomicPtr<zend_class_entry> = AtomicPtr::new(std::ptr::null_mut());

/// Keeps the class entry of GearmanException.
pub fn remember(entry: *mut zend_class_entry) {
    ENTRY.store(entry, Ordering::Relaxed);
}

/// Throws a GearmanException with code 0.
pub fn throw<T>(message: &str) -> Php<T> {
    // SAFETY: the class is registered.
    unsafe { exception::throw(ENTRY.load(Ordering::Relaxed), message) }
}
