//! Objects with a Rust state in front of their `zend_object`.
//!
//! The state is made by `create_object`, so it is there in every object of the class and its subclasses, whether or
//! not a constructor ran.  Handlers get it shared: a callback may call the same object again.

use std::cell::UnsafeCell;
use std::ffi::{CStr, c_int};
use std::mem::{ManuallyDrop, MaybeUninit, offset_of};
use std::ops::Deref;
use std::sync::atomic::{AtomicPtr, Ordering};

use ext_php_rs::ffi::{
    HashTable, IS_OBJECT_EX, ext_php_rs_zend_object_alloc, ext_php_rs_zend_object_release, object_properties_init,
    std_object_handlers, zend_class_entry, zend_object, zend_object_handlers, zend_object_std_dtor,
    zend_object_std_init, zend_std_get_properties,
};
use ext_php_rs::types::Zval;

use super::zend::object_init_ex;

/// The state of the objects of one class.
pub trait State: Default + 'static {
    /// What the engine knows of the class.
    fn definition() -> &'static Class;

    /// Shows the garbage collector every PHP value that the state holds.
    fn hold(&self, held: &mut Held<'_>);

    /// The class entry.
    fn entry() -> *mut zend_class_entry {
        Self::definition().entry.load(Ordering::Relaxed)
    }
}

/// What the engine knows of a class; filled at module startup.
pub struct Class {
    entry: AtomicPtr<zend_class_entry>,
    handlers: UnsafeCell<MaybeUninit<zend_object_handlers>>,
}

// SAFETY: `handlers` is written once, at module startup, before there are threads or objects.
unsafe impl Sync for Class {}

impl Class {
    /// A class that is not registered yet.
    pub const fn new() -> Self {
        Self { entry: AtomicPtr::new(std::ptr::null_mut()), handlers: UnsafeCell::new(MaybeUninit::uninit()) }
    }
}

/// Values shown to the garbage collector.
pub struct Held<'a>(&'a mut Vec<MaybeUninit<Zval>>);

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

/// An object, held, in half the room that a value takes.
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

#[repr(C)]
struct Object<T> {
    state: T,
    std: zend_object,
}

impl<T> Object<T> {
    unsafe fn from_std(std: *mut zend_object) -> *mut Self {
        // SAFETY: every object of the class was allocated as `Object<T>` by `create`.
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

/// Gives the registered class `name` its state, if it has one.
pub fn install(name: &CStr, entry: *mut zend_class_entry) {
    match name.to_bytes() {
        b"GearmanClient" => prepare::<super::client::GearmanClient>(entry),
        b"GearmanTask" => prepare::<super::task::GearmanTask>(entry),
        b"GearmanWorker" => prepare::<super::worker::GearmanWorker>(entry),
        b"GearmanJob" => prepare::<super::job::GearmanJob>(entry),
        _ => super::exception::remember(entry),
    }
}

fn prepare<T: State>(entry: *mut zend_class_entry) {
    let class = T::definition();
    class.entry.store(entry, Ordering::Relaxed);
    // SAFETY: module startup: one thread, no objects yet.
    unsafe {
        let handlers = (*class.handlers.get()).as_mut_ptr();
        std::ptr::copy_nonoverlapping(&raw const std_object_handlers, handlers, 1);
        (*handlers).offset = offset_of!(Object<T>, std) as c_int;
        (*handlers).free_obj = Some(free::<T>);
        (*handlers).get_gc = Some(get_gc::<T>);
        (*handlers).clone_obj = None;
        (*entry).__bindgen_anon_2.create_object = Some(create::<T>);
    }
}

unsafe extern "C" fn create<T: State>(entry: *mut zend_class_entry) -> *mut zend_object {
    // SAFETY: the engine passes a class that inherits this handler; the object is initialised field by field.
    unsafe {
        let object: *mut Object<T> = ext_php_rs_zend_object_alloc(size_of::<Object<T>>(), entry).cast();
        (&raw mut (*object).state).write(T::default());
        zend_object_std_init(&raw mut (*object).std, entry);
        object_properties_init(&raw mut (*object).std, entry);
        (*object).std.handlers = T::definition().handlers.get().cast();
        &raw mut (*object).std
    }
}

unsafe extern "C" fn free<T: State>(std: *mut zend_object) {
    // SAFETY: called once, when the last reference is gone.
    unsafe {
        let object = Object::<T>::from_std(std);
        std::ptr::drop_in_place(&raw mut (*object).state);
        zend_object_std_dtor(std);
    }
}

thread_local! {
    /// The table that `get_gc` hands out: one for all objects, as the engine's own `zend_get_gc_buffer` is.  The
    /// collector has read it before it asks the next object.
    static HELD: UnsafeCell<Vec<MaybeUninit<Zval>>> = const { UnsafeCell::new(Vec::new()) };
}

unsafe extern "C" fn get_gc<T: State>(
    std: *mut zend_object,
    table: *mut *mut Zval,
    count: *mut c_int,
) -> *mut HashTable {
    // SAFETY: the engine passes a live object; nothing else uses this thread's buffer meanwhile.
    unsafe {
        let object = Object::<T>::from_std(std);
        let held = &mut *HELD.with(UnsafeCell::get);
        held.clear();
        (*object).state.hold(&mut Held(held));
        *table = held.as_mut_ptr().cast();
        *count = held.len() as c_int;
        zend_std_get_properties(std)
    }
}
