//! Objects with a Rust state in front of their `zend_object`.
//!
//! Handlers get the state shared: a callback may call the same object again.

use std::cell::UnsafeCell;
use std::mem::{MaybeUninit, offset_of};
use std::ops::Deref;
use std::sync::atomic::{AtomicPtr, Ordering};

use ext_php_rs::ffi::{zend_class_entry, zend_object, zend_object_handlers};
use ext_php_rs::types::Zval;

use super::engine::object_init_ex;
use super::held::Held;

/// The state of the objects of one class.
pub trait State: Default + 'static {
    /// What the engine knows of the class.
    fn definition() -> &'static Class;

    /// Shows the garbage collector every PHP value that the state holds.
    fn hold(&self, held: &mut Held<'_>);

    /// Whether nothing of PHP can run when it is dropped, and `__destruct` would do no more than that: then the engine is
    /// not asked to call it, which costs more than the rest of a small object's life.
    fn is_inert(&self) -> bool {
        false
    }

    /// One of its methods ends.  Nothing of PHP may run.
    fn settle(&self) {}

    /// The class entry.
    fn entry() -> *mut zend_class_entry {
        Self::definition().entry.load(Ordering::Relaxed)
    }
}

/// What the engine knows of a class; filled at module startup.
pub struct Class {
    pub(super) entry: AtomicPtr<zend_class_entry>,
    pub(super) handlers: UnsafeCell<MaybeUninit<zend_object_handlers>>,
}

// SAFETY: `handlers` is written once, at module startup, before there are threads or objects.
unsafe impl Sync for Class {}

impl Class {
    /// A class that is not registered yet.
    pub const fn new() -> Self {
        Self { entry: AtomicPtr::new(std::ptr::null_mut()), handlers: UnsafeCell::new(MaybeUninit::uninit()) }
    }
}

/// An object as it lies in memory.
#[repr(C)]
pub(super) struct Object<T> {
    pub(super) state: T,
    pub(super) std: zend_object,
}

impl<T> Object<T> {
    pub(super) unsafe fn from_std(std: *mut zend_object) -> *mut Self {
        // SAFETY: every object of the class was allocated as `Object<T>`.
        unsafe { std.byte_sub(offset_of!(Self, std)).cast() }
    }
}

/// The object that a handler was called on, held by its frame, or another that the handler holds itself.
pub struct This<T>(*mut Object<T>);

impl<T> Clone for This<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for This<T> {}

impl<T> Deref for This<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: whoever made this holds the object.
        unsafe { &(*self.0).state }
    }
}

impl<T: State> This<T> {
    /// The state of the object in `value`.
    ///
    /// # Safety
    ///
    /// `value` must be an object of `T`'s class, or of a subclass, and outlive the call.
    pub unsafe fn from_zval(value: *mut Zval) -> Self {
        // SAFETY: the caller's.
        Self(unsafe { Object::from_std((*value).value.obj) })
    }

    /// A new object, in a value that owns it.
    pub fn create() -> (Zval, Self) {
        let mut value = Zval::new();
        // SAFETY: the class is registered and can be instantiated, so `value` becomes an object of it.
        unsafe {
            object_init_ex(&raw mut value, T::entry());
            let this = Self::from_zval(&raw mut value);
            (value, this)
        }
    }
}
