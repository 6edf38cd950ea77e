//! GearmanException, and what a worker tells of an exception.

use std::ffi::CString;
use std::sync::atomic::{AtomicPtr, Ordering};

use ext_php_rs::ffi::{zend_class_entry, zend_object, zend_throw_exception};
use ext_php_rs::types::{ZendObject, Zval};
use serde_json::json;

use super::halt::{Halt, Php, guarded};
use super::ini::{ExceptionFormat, exception_format};
use super::zend::{executor, is_exiting, pending_exception};

static ENTRY: AtomicPtr<zend_class_entry> = AtomicPtr::new(std::ptr::null_mut());

/// Keeps the class entry of GearmanException.
pub fn remember(entry: *mut zend_class_entry) {
    ENTRY.store(entry, Ordering::Relaxed);
}

/// Throws a GearmanException with code 0.
pub fn throw<T>(message: &str) -> Php<T> {
    let text = CString::new(message.replace('\0', " ")).unwrap_or_default();
    // SAFETY: the class is registered, the text is copied.
    unsafe { zend_throw_exception(ENTRY.load(Ordering::Relaxed), text.as_ptr(), 0) };
    Err(Halt::Exception)
}

/// The pending exception as a worker sends it to the client: `Class: message`, or JSON with all there is to know
/// (`gearman.exception_format`).  Fails when telling it ended the script: a message may be an object whose
/// `__toString` exits.
pub fn describe_pending() -> Php<Vec<u8>> {
    let pending = pending_exception();
    if pending.is_null() {
        return Ok(Vec::new());
    }
    // SAFETY: a pending exception is a live object.  It is put aside while its methods are called: the engine calls
    // nothing while one is pending.
    unsafe {
        (*executor()).exception = std::ptr::null_mut();
        let exception = &*pending.cast::<ZendObject>();
        let described = guarded(|| describe(exception));
        if described == Err(Halt::Exception) && is_exiting() {
            ext_php_rs::ffi::ext_php_rs_zend_object_release(pending);
            return described;
        }
        discard_new_exception();
        (*executor()).exception = pending;
        match described {
            Err(Halt::Exception) => Ok(exception.get_class_name().unwrap_or_default().into_bytes()),
            other => other,
        }
    }
}

fn describe(exception: &ZendObject) -> Vec<u8> {
    let class = exception.get_class_name().unwrap_or_default();
    let text =
        |method: &str| call(exception, method).and_then(|value| value.zend_str().map(|it| it.as_bytes().to_vec()));
    let message = text("getMessage").unwrap_or_default();
    match exception_format() {
        ExceptionFormat::Text => [class.as_bytes(), b": ", &message].concat(),
        ExceptionFormat::Json => {
            let lossy = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            let number = |method: &str| call(exception, method).and_then(|value| value.long());
            json!({
                "class": class,
                "message": lossy(message),
                // PDOException's code is a string.
                "code": number("getCode").map_or_else(|| json!(lossy(text("getCode").unwrap_or_default())), |it| json!(it)),
                "file": lossy(text("getFile").unwrap_or_default()),
                "line": number("getLine").unwrap_or_default(),
                "trace": lossy(text("getTraceAsString").unwrap_or_default()),
            })
            .to_string()
            .into_bytes()
        }
    }
}

fn call(exception: &ZendObject, method: &str) -> Option<Zval> {
    exception.try_call_method(method, vec![]).ok()
}

/// Should one of these methods throw, the first exception is the one that counts.
fn discard_new_exception() {
    let new: *mut zend_object = pending_exception();
    if !new.is_null() {
        // SAFETY: this reference is the engine's own, given up here.
        unsafe {
            (*executor()).exception = std::ptr::null_mut();
            ext_php_rs::ffi::ext_php_rs_zend_object_release(new);
        }
    }
}
