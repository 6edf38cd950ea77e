//! Exceptions: thrown, and told to somebody else.

use std::ffi::CString;
use std::ptr::null_mut;

use ext_php_rs::ffi::{ext_php_rs_zend_object_release, zend_class_entry, zend_object, zend_throw_exception};
use ext_php_rs::types::{ZendObject, Zval};
use serde_json::json;

use super::engine::{
    is_exiting, pending_exception, set_pending_exception, zend_argument_type_error, zend_argument_value_error,
    zend_zval_type_name,
};
use super::halt::{Halt, Php, guarded};

/// How an exception is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `Class: message`.
    Text,
    /// An object with class, message, code, file, line and trace.
    Json,
}

/// Throws an exception with code 0.
///
/// # Safety
///
/// `class` must be the entry of a class of exceptions.
pub unsafe fn throw<T>(class: *mut zend_class_entry, message: &str) -> Php<T> {
    let text = CString::new(message.replace('\0', " ")).unwrap_or_default();
    // SAFETY: the caller's; the text is copied.
    unsafe { zend_throw_exception(class, text.as_ptr(), 0) };
    Err(Halt::Exception)
}

/// Throws the ValueError of an argument: `f(): Argument #3 ($when) ` and the text.
pub fn argument_value_error<T>(number: u32, text: &str) -> Php<T> {
    let text = CString::new(text).unwrap_or_default();
    // SAFETY: the format takes one string; a function of ours is running.
    unsafe { zend_argument_value_error(number, c"%s".as_ptr(), text.as_ptr()) };
    Err(Halt::Exception)
}

/// Throws the TypeError of an argument: `f(): Argument #3 ($when) `, what it must be, and what is `given` instead.
pub fn argument_type_error<T>(number: u32, demand: &str, given: &Zval) -> Php<T> {
    let demand = CString::new(demand).unwrap_or_default();
    // SAFETY: the format takes two strings; a function of ours is running.
    unsafe {
        zend_argument_type_error(number, c"%s, %s given".as_ptr(), demand.as_ptr(), zend_zval_type_name(given));
    }
    Err(Halt::Exception)
}

/// Throws the TypeError of an array argument with an element of another type than this.
pub fn argument_element_error<T>(number: u32, wanted: &str, given: &Zval) -> Php<T> {
    let wanted = CString::new(wanted).unwrap_or_default();
    // SAFETY: the format takes two strings; a function of ours is running.
    unsafe {
        let format = c"must contain only values of type %s, %s given".as_ptr();
        zend_argument_type_error(number, format, wanted.as_ptr(), zend_zval_type_name(given));
    }
    Err(Halt::Exception)
}

/// The pending exception in words; it goes on pending.  Fails when telling it ended the script: a message may be an
/// object whose `__toString` exits.
pub fn describe_pending(format: Format) -> Php<Vec<u8>> {
    let pending = pending_exception();
    if pending.is_null() {
        return Ok(Vec::new());
    }
    // It is put aside while its methods are called: the engine calls nothing while one is pending.
    set_pending_exception(null_mut());
    // SAFETY: a pending exception is a live object, and its reference is ours until it is put back or released.
    let exception = unsafe { &*pending.cast::<ZendObject>() };
    let described = guarded(|| describe(exception, format));
    if described == Err(Halt::Bailout) {
        return described;
    }
    // Should one of these methods throw, the first exception is the one that counts.  An `exit()` counts more.
    if let Err(halt) = discard_pending() {
        return Err(if halt == Halt::Exception { give_up(pending) } else { halt });
    }
    set_pending_exception(pending);
    Ok(described.unwrap_or_else(|_| exception.get_class_name().unwrap_or_default().into_bytes()))
}

/// Lets go of the pending exception, and of what is thrown while that is done; not of an `exit()`.
pub fn discard_pending() -> Php<()> {
    loop {
        let new = pending_exception();
        if new.is_null() {
            return Ok(());
        }
        if is_exiting() {
            return Err(Halt::Exception);
        }
        set_pending_exception(null_mut());
        if give_up(new) == Halt::Bailout {
            return Err(Halt::Bailout);
        }
    }
}

/// Lets go of an exception; its destructor, or that of something in its trace, may run.
fn give_up(exception: *mut zend_object) -> Halt {
    // SAFETY: the reference was the engine's own, given up here.
    match guarded(|| unsafe { ext_php_rs_zend_object_release(exception) }) {
        Err(Halt::Bailout) => Halt::Bailout,
        _ => Halt::Exception,
    }
}

fn describe(exception: &ZendObject, format: Format) -> Vec<u8> {
    let class = exception.get_class_name().unwrap_or_default();
    let text =
        |method: &str| call(exception, method).and_then(|value| value.zend_str().map(|it| it.as_bytes().to_vec()));
    let message = text("getMessage").unwrap_or_default();
    match format {
        Format::Text => [class.as_bytes(), b": ", &message].concat(),
        Format::Json => {
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
