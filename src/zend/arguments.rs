//! Arguments: taken as they are where they have plainly the declared types, and as `zend_parse_parameters` leaves them
//! where they have not.

use std::ptr::{from_ref, null_mut};
use std::slice::IterMut;

use ext_php_rs::ffi::{zend_long, zend_string};
use ext_php_rs::types::Zval;

use super::object::State;
use super::text::Str;

/// The arguments of a call, taken one after the other into what `zend_parse_parameters` would fill.  What has another
/// type than the parameter is not taken, and no word is said of it: Zend's parser knows what to make of it.
pub struct Plain<'a>(IterMut<'a, Zval>);

// Not each type is named by a stub.
#[allow(dead_code)]
impl<'a> Plain<'a> {
    /// From the first to the last.
    pub fn new(arguments: &'a mut [Zval]) -> Self {
        Self(arguments.iter_mut())
    }

    /// `O`, but for subclasses.
    pub fn object<T: State>(&mut self, to: &mut *mut Zval) -> bool {
        // SAFETY: looks at the class of what is an object.
        let is_one = |value: &Zval| value.is_object() && unsafe { (*value.value.obj).ce } == T::entry();
        self.take(to, |argument| is_one(argument).then_some(&raw mut *argument))
    }

    /// `S`
    pub fn string(&mut self, to: &mut *mut zend_string) -> bool {
        self.take(to, |argument| string_of(argument))
    }

    /// `S!`
    pub fn nullable_string(&mut self, to: &mut *mut zend_string) -> bool {
        self.take(to, |argument| if argument.is_null() { Some(null_mut()) } else { string_of(argument) })
    }

    /// `l`
    pub fn int(&mut self, to: &mut zend_long) -> bool {
        self.take(to, |argument| argument.long())
    }

    /// `l!`
    pub fn nullable_int(&mut self, to: &mut zend_long, is_null: &mut bool) -> bool {
        self.take_nullable(to, is_null, |argument| argument.long())
    }

    /// `d!`
    pub fn nullable_float(&mut self, to: &mut f64, is_null: &mut bool) -> bool {
        self.take_nullable(to, is_null, |argument| argument.double())
    }

    /// `a`
    pub fn array(&mut self, to: &mut *mut Zval) -> bool {
        self.take(to, |argument| argument.is_array().then_some(argument))
    }

    /// `b`
    pub fn bool(&mut self, to: &mut bool) -> bool {
        self.take(to, |argument| argument.bool())
    }

    /// `z`
    pub fn value(&mut self, to: &mut *mut Zval) -> bool {
        self.take(to, |argument| Some(argument))
    }

    /// A null leaves the value as it is.
    fn take_nullable<T>(
        &mut self,
        to: &mut T,
        is_null: &mut bool,
        read: impl FnOnce(&'a mut Zval) -> Option<T>,
    ) -> bool {
        let Some(argument) = self.0.next() else { return true };
        if argument.is_null() {
            return true;
        }
        read(argument).is_some_and(|value| {
            (*to, *is_null) = (value, false);
            true
        })
    }

    /// What is missing leaves the default.
    fn take<T>(&mut self, to: &mut T, read: impl FnOnce(&'a mut Zval) -> Option<T>) -> bool {
        let Some(argument) = self.0.next() else { return true };
        read(argument).is_some_and(|value| {
            *to = value;
            true
        })
    }
}

fn string_of(value: &Zval) -> Option<*mut zend_string> {
    value.zend_str().map(|string| from_ref(string).cast_mut())
}

/// As what a handler takes a string argument.
pub trait FromString<'a> {
    /// Of this string.
    fn from_string(string: Str<'a>) -> Self;
}

impl<'a> FromString<'a> for &'a [u8] {
    fn from_string(string: Str<'a>) -> Self {
        string.bytes()
    }
}

impl<'a> FromString<'a> for Str<'a> {
    fn from_string(string: Self) -> Self {
        string
    }
}

/// A string argument, or the bytes of it.
///
/// # Safety
///
/// `string` must be a string that lives as long as the call.
pub unsafe fn bytes<'a, T: FromString<'a>>(string: *mut zend_string) -> T {
    // SAFETY: the caller's.
    T::from_string(unsafe { Str::from_raw(string) })
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
