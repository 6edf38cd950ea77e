//! PHP values.

use std::alloc::Layout;
use std::ops::Deref;

use ext_php_rs::alloc::emalloc;
use ext_php_rs::ffi::{
    IS_REFERENCE, IS_REFERENCE_EX, IS_STRING, IS_UNDEF, ext_php_rs_zend_string_release, zend_reference, zend_string,
};
use ext_php_rs::types::{ZendStr, Zval};

use super::arguments::bytes;
use super::engine::{empty_string, zval_get_long_func, zval_try_get_string_func};
use super::halt::{Halt, Php, guarded};

/// Zend's GC_REFERENCE: the type, and the flag GC_NOT_COLLECTABLE.
const GC_REFERENCE: u32 = IS_REFERENCE | 1 << 4;

/// Another hold of the same value.
pub fn clone_of(value: &Zval) -> Zval {
    value.shallow_clone()
}

/// A string.
pub fn string(text: &[u8]) -> Zval {
    let mut value = Zval::new();
    set_string(&mut value, text);
    value
}

/// Makes an empty place a string.
pub fn set_string(place: &mut Zval, text: &[u8]) {
    if text.is_empty() {
        // The engine's own, which has no count of holders.
        place.value.str_ = empty_string();
        place.u1.type_info = IS_STRING;
    } else {
        place.set_zend_string(ZendStr::new(text, false));
    }
}

/// Null.
pub fn null() -> Zval {
    let mut value = Zval::new();
    value.set_null();
    value
}

/// A new reference to what `value` is now, by which a callback that takes it by reference can change it.
pub fn reference_to(value: &Zval) -> Zval {
    let mut place = clone_of(value.dereference());
    // SAFETY: `place` is ours alone, and no reference.  ZVAL_MAKE_REF makes the zend_reference like this: one holder,
    // no typed sources, the value moved in.
    unsafe {
        if place.u1.type_info == IS_UNDEF {
            place.set_null();
        }
        let reference: *mut zend_reference = emalloc(Layout::new::<zend_reference>()).cast();
        (*reference).gc.refcount = 1;
        (*reference).gc.u.type_info = GC_REFERENCE;
        std::ptr::copy_nonoverlapping(&raw const place, &raw mut (*reference).val, 1);
        (*reference).sources.ptr = std::ptr::null_mut();
        place.value.ref_ = reference;
        place.u1.type_info = IS_REFERENCE_EX;
    }
    place
}

/// A string of PHP's, held.
pub struct Text(*mut zend_string);

impl Deref for Text {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        // SAFETY: it is held, so it lives and nobody changes it.
        unsafe { bytes(self.0) }
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        // SAFETY: the hold is ours, given up once; a string's end runs nothing of PHP.
        unsafe { ext_php_rs_zend_string_release(self.0) };
    }
}

/// The value as PHP converts it to a string; `__toString` may run, and throw.
pub fn to_text(value: &Zval) -> Php<Text> {
    let pointer = std::ptr::from_ref(value).cast_mut();
    let convert = || {
        // SAFETY: the engine gives us a new reference to a string, or null with an exception pending. From PHP 8.5 on
        // it is both for NAN, when an error handler throws.
        let string = unsafe { zval_try_get_string_func(pointer) };
        (!string.is_null()).then(|| Text(string))
    };
    // An array warns, NAN from PHP 8.5 on, and an object converts itself; nothing else runs anything.
    let may_run = value.is_array() || value.is_double() || value.is_object() || value.is_reference();
    let text = if may_run { guarded(convert)? } else { convert() };
    text.ok_or(Halt::Exception)
}

/// The value as PHP converts it to an int, without warnings; 0 for what is no number.
pub fn to_long(value: &Zval) -> i64 {
    // SAFETY: the engine only looks at the value; objects convert without calling anything.
    unsafe { zval_get_long_func(std::ptr::from_ref(value).cast_mut(), false) }
}
