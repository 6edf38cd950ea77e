//! PHP values that a state holds: shown to the garbage collector, and objects in less room.

use std::mem::{ManuallyDrop, MaybeUninit};

use ext_php_rs::ffi::{IS_OBJECT_EX, ext_php_rs_zend_object_release, zend_object};
use ext_php_rs::types::Zval;

/// Values shown to the garbage collector.
pub struct Held<'a>(pub(super) &'a mut Vec<MaybeUninit<Zval>>);

impl Held<'_> {
    /// Shows one value.
    pub fn add(&mut self, value: &Zval) {
        let mut copy = MaybeUninit::uninit();
        // SAFETY: a bitwise copy for the collector to look at; it is never used as a value or dropped.
        unsafe { std::ptr::copy_nonoverlapping(value, copy.as_mut_ptr(), 1) };
        self.0.push(copy);
    }

    /// Shows one object.
    pub fn add_object(&mut self, object: &Owned) {
        let value = ManuallyDrop::new(object.value());
        self.add(&value);
        // SAFETY: gives back the reference that `value` took; the object's owner has another.
        unsafe { (*object.0).gc.refcount -= 1 };
    }
}

/// An object, held, in half the room that a value takes.  Whoever drops one does it by [`super::halt::release`].
pub struct Owned(*mut zend_object);

impl Owned {
    /// Another hold of the object in `value`.
    pub fn new(value: &Zval) -> Self {
        let held = ManuallyDrop::new(value.shallow_clone());
        // SAFETY: the value is an object.
        Self(unsafe { held.value.obj })
    }

    /// Another hold of it, as a value.
    pub fn value(&self) -> Zval {
        let mut value = Zval::new();
        // SAFETY: the object is alive; the value takes a reference of its own.
        unsafe {
            (*self.0).gc.refcount += 1;
            value.value.obj = self.0;
            value.u1.type_info = IS_OBJECT_EX;
        }
        value
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        // SAFETY: gives back the reference that `new` took.
        unsafe { ext_php_rs_zend_object_release(self.0) };
    }
}
