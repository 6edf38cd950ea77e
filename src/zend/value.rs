//! PHP values.

use std::alloc::Layout;

use ext_php_rs::alloc::emalloc;
use ext_php_rs::boxed::ZBox;
use ext_php_rs::ffi::{IS_REFERENCE, IS_REFERENCE_EX, IS_STRING, IS_UNDEF, zend_reference};
use ext_php_rs::types::{ZendStr, Zval};

use super::engine::{empty_string, zval_get_long_func, zval_try_get_string_func};
use super::halt::{Halt, Php, guarded};
use super::incoming::filled_string;
use super::text::Text;

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
    } else if let Some(string) = filled_string(text) {
        // SAFETY: the hold is the place's now.
        place.set_zend_string(unsafe { ZBox::from_raw(string.into_raw()) });
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

/// The value as PHP converts it to a string; `__toString` may run, and throw.
pub fn to_text(value: &Zval) -> Php<Text> {
    let pointer = std::ptr::from_ref(value).cast_mut();
    let convert = || {
        // SAFETY: the engine gives us a new reference to a string, or null with an exception pending.  From PHP 8.5 on it
        // is both for NAN, when an error handler throws.
        unsafe {
            let string = zval_try_get_string_func(pointer);
            (!string.is_null()).then(|| Text::from_raw(string))
        }
    };
    // What is plainly text or a whole number is taken as it is, which runs nothing.
    let is_plain = value.is_string() || value.is_null() || value.is_bool() || value.is_long();
    let text = if is_plain { convert() } else { guarded(convert)? };
    text.ok_or(Halt::Exception)
}

/// The value as PHP converts it to an int, without warnings; 0 for what is no number.
pub fn to_long(value: &Zval) -> i64 {
    // SAFETY: the engine only looks at the value; objects convert without calling anything.
    unsafe { zval_get_long_func(std::ptr::from_ref(value).cast_mut(), false) }
}
