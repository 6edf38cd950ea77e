//! PHP values.

use std::alloc::Layout;

use bytes::Bytes;
use ext_php_rs::alloc::emalloc;
use ext_php_rs::ffi::{IS_REFERENCE, IS_REFERENCE_EX, IS_UNDEF, zend_reference};
use ext_php_rs::types::{ZendStr, Zval};

use super::arguments::bytes;
use super::halt::{Halt, Php, guarded};
use super::zend::{zval_get_long_func, zval_try_get_string_func};

/// Zend's GC_REFERENCE: the type, and the flag GC_NOT_COLLECTABLE.
const GC_REFERENCE: u32 = IS_REFERENCE | 1 << 4;

/// Another hold of the same value.
pub fn clone_of(value: &Zval) -> Zval {
    value.shallow_clone()
}

/// A string.
pub fn string(text: &[u8]) -> Zval {
    let mut value = Zval::new();
    value.set_zend_string(ZendStr::new(text, false));
    value
}

/// Null.
pub fn null() -> Zval {
    let mut value = Zval::new();
    value.set_null();
    value
}

/// A reference to `value`, by which a callback that takes it by reference can change it.
pub fn reference_to(mut value: Zval) -> Zval {
    // SAFETY: the value is ours alone.
    unsafe { make_reference(&raw mut value) };
    value
}

/// ZVAL_MAKE_REF: turns the value at `place` into a reference to itself, unless it is one.
///
/// # Safety
///
/// `place` must hold a value that nobody else uses at this moment.
pub unsafe fn make_reference(place: *mut Zval) {
    // SAFETY: the caller's.  The zend_reference is made as the engine makes it: one holder, no typed sources, the
    // value moved in.
    unsafe {
        if (*place).is_reference() {
            return;
        }
        if (*place).u1.type_info == IS_UNDEF {
            (*place).set_null();
        }
        let reference: *mut zend_reference = emalloc(Layout::new::<zend_reference>()).cast();
        (*reference).gc.refcount = 1;
        (*reference).gc.u.type_info = GC_REFERENCE;
        std::ptr::copy_nonoverlapping(place, &raw mut (*reference).val, 1);
        (*reference).sources.ptr = std::ptr::null_mut();
        (*place).value.ref_ = reference;
        (*place).u1.type_info = IS_REFERENCE_EX;
    }
}

/// The value as PHP converts it to a string; `__toString` may run, and throw.
pub fn to_bytes(value: &Zval) -> Php<Bytes> {
    let pointer = std::ptr::from_ref(value).cast_mut();
    // SAFETY: the engine gives us a new reference to a string, or null with an exception pending.
    let string = guarded(|| unsafe { zval_try_get_string_func(pointer) })?;
    if string.is_null() {
        return Err(Halt::Exception);
    }
    // SAFETY: as above.
    unsafe {
        let copy = Bytes::copy_from_slice(bytes(string));
        ext_php_rs::ffi::ext_php_rs_zend_string_release(string);
        Ok(copy)
    }
}

/// The value as PHP converts it to an int, without warnings; 0 for what is no number.
pub fn to_long(value: &Zval) -> i64 {
    // SAFETY: the engine only looks at the value; objects convert without calling anything.
    unsafe { zval_get_long_func(std::ptr::from_ref(value).cast_mut(), false) }
}
