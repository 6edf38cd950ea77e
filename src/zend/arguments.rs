//! Arguments as `zend_parse_parameters` leaves them.

use ext_php_rs::ffi::zend_string;
use ext_php_rs::types::Zval;

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
