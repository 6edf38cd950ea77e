//! Entry and exit of every handler.

use std::panic::AssertUnwindSafe;

use bytes::Bytes;
use ext_php_rs::ffi::{ZEND_RESULT_CODE_SUCCESS, zend_result, zend_string};
use ext_php_rs::types::{ZendHashTable, ZendStr, Zval};
use ext_php_rs::zend::{ExecuteData, bailout, run_handler};

use super::halt::{Halt, Php};

/// What `zend_parse_parameters` returns when the arguments fit.
pub const PARSED: zend_result = ZEND_RESULT_CODE_SUCCESS;

/// One call of one of our functions.
#[derive(Clone, Copy)]
pub struct Call {
    execute_data: *mut ExecuteData,
    return_value: *mut Zval,
}

/// Runs a handler; neither a panic nor a bailout leaves it the wrong way.
pub fn run(execute_data: *mut ExecuteData, return_value: *mut Zval, body: impl FnOnce(Call)) {
    run_handler(AssertUnwindSafe(|| body(Call { execute_data, return_value })));
}

impl Call {
    /// How many arguments were passed.
    pub fn count(self) -> u32 {
        // SAFETY: the engine passes a live frame.
        unsafe { (*self.execute_data).This.u2.num_args }
    }

    /// `getThis()`: the object of a method call, null for a function.
    pub fn this(self) -> *mut Zval {
        // SAFETY: the engine passes a live frame.
        let this = unsafe { &raw mut (*self.execute_data).This };
        // SAFETY: as above.
        if unsafe { (*this).is_object() } { this } else { std::ptr::null_mut() }
    }

    /// Returns to PHP.
    pub fn give<T: Return>(self, result: Php<T>) {
        match result {
            // SAFETY: the engine passes a place for the return value.
            Ok(value) => value.write(unsafe { &mut *self.return_value }),
            Err(Halt::Exception) => {}
            // SAFETY: nothing is alive any more in this frame or, the handler having returned, below it.
            Err(Halt::Bailout) => unsafe { bailout() },
        }
    }
}

/// The bytes of a string argument.
///
/// # Safety
///
/// `string` must be a string that lives as long as the call.
pub unsafe fn bytes<'a>(string: *mut zend_string) -> &'a [u8] {
    // SAFETY: the caller's.
    unsafe { std::slice::from_raw_parts((&raw const (*string).val).cast(), (*string).len) }
}

/// The bytes of a string argument that may be null or missing.
///
/// # Safety
///
/// As [`bytes`], or null.
pub unsafe fn optional_bytes<'a>(string: *mut zend_string) -> Option<&'a [u8]> {
    // SAFETY: the caller's.
    (!string.is_null()).then(|| unsafe { bytes(string) })
}

/// An argument of any type.
///
/// # Safety
///
/// `value` must live as long as the call.
pub unsafe fn value<'a>(value: *mut Zval) -> &'a Zval {
    // SAFETY: the caller's.
    unsafe { &*value }
}

/// An argument of any type that may be missing.
///
/// # Safety
///
/// As [`value`], or null.
pub unsafe fn optional_value<'a>(value: *mut Zval) -> Option<&'a Zval> {
    // SAFETY: the caller's.
    unsafe { value.as_ref() }
}

/// What a handler may return.
pub trait Return {
    /// Stores it as the return value.
    fn write(self, value: &mut Zval);
}

impl Return for () {
    fn write(self, _: &mut Zval) {}
}

impl Return for bool {
    fn write(self, value: &mut Zval) {
        value.set_bool(self);
    }
}

impl Return for i64 {
    fn write(self, value: &mut Zval) {
        value.set_long(self);
    }
}

impl Return for &[u8] {
    fn write(self, value: &mut Zval) {
        value.set_zend_string(ZendStr::new(self, false));
    }
}

impl Return for &str {
    fn write(self, value: &mut Zval) {
        self.as_bytes().write(value);
    }
}

impl Return for String {
    fn write(self, value: &mut Zval) {
        self.as_bytes().write(value);
    }
}

impl Return for Vec<u8> {
    fn write(self, value: &mut Zval) {
        self.as_slice().write(value);
    }
}

impl Return for Bytes {
    fn write(self, value: &mut Zval) {
        (&self[..]).write(value);
    }
}

impl Return for Zval {
    fn write(self, value: &mut Zval) {
        *value = self;
    }
}

/// `null` for nothing.
impl<T: Return> Return for Option<T> {
    fn write(self, value: &mut Zval) {
        match self {
            Some(inner) => inner.write(value),
            None => value.set_null(),
        }
    }
}

/// `false` for nothing, as in `string|false`.
pub struct OrFalse<T>(pub Option<T>);

impl<T: Return> Return for OrFalse<T> {
    fn write(self, value: &mut Zval) {
        match self.0 {
            Some(inner) => inner.write(value),
            None => value.set_bool(false),
        }
    }
}

/// A list of the elements of a tuple.
macro_rules! return_list {
    ($($name:ident)+) => {
        impl<$($name: Return),+> Return for ($($name,)+) {
            #[allow(non_snake_case)]
            fn write(self, value: &mut Zval) {
                let ($($name,)+) = self;
                let mut list = ZendHashTable::new();
                $(
                    let mut element = Zval::new();
                    $name.write(&mut element);
                    // Only appending after the highest integer key can fail.
                    let _ = list.push(element);
                )+
                value.set_hashtable(list);
            }
        }
    };
}

return_list!(A B);
return_list!(A B C D);
