//! How objects with a state come and go.
//!
//! The state is made by `create_object`, so it is there in every object of the class and its subclasses, whether or
//! not a constructor ran.

use std::cell::UnsafeCell;
use std::ffi::c_int;
use std::mem::{MaybeUninit, offset_of};
use std::sync::atomic::Ordering;

use ext_php_rs::ffi::{
    HashTable, ext_php_rs_zend_object_alloc, object_properties_init, std_object_handlers, zend_class_entry,
    zend_object, zend_object_std_dtor, zend_object_std_init, zend_std_get_properties,
};
use ext_php_rs::types::Zval;
use ext_php_rs::zend::bailout;

use super::halt::{Halt, guarded};
use super::held::Held;
use super::object::{Object, State};

/// Zend's `IS_OBJ_WEAKLY_REFERENCED`, which is its `GC_PERSISTENT`.
const WEAKLY_REFERENCED: u32 = 1 << 7;

/// Gives the objects of a registered class their state.
pub fn install<T: State>(entry: *mut zend_class_entry) {
    let class = T::definition();
    class.entry.store(entry, Ordering::Relaxed);
    // SAFETY: module startup: one thread, no objects yet.
    unsafe {
        let handlers = (*class.handlers.get()).as_mut_ptr();
        std::ptr::copy_nonoverlapping(&raw const std_object_handlers, handlers, 1);
        // An int, and from 8.6 a size_t.
        (*handlers).offset = offset_of!(Object<T>, std) as _;
        (*handlers).dtor_obj = Some(destroy::<T>);
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

/// Calls `__destruct`, unless it is ours and has nothing to do.
unsafe extern "C" fn destroy<T: State>(std: *mut zend_object) {
    // SAFETY: the engine passes a live object; an entry of the class lives as long as the module.
    unsafe {
        let is_ours = (*(*std).ce).destructor == (*T::entry()).destructor;
        if is_ours && (*Object::<T>::from_std(std)).state.is_inert() {
            return;
        }
        if let Some(destroy) = std_object_handlers.dtor_obj {
            destroy(std);
        }
    }
}

/// Whether the engine's part of an object holds nothing by whose end PHP code may run: properties, and what a WeakMap
/// has for it.
unsafe fn is_bare(std: *mut zend_object) -> bool {
    // SAFETY: the caller's.
    unsafe {
        (*std).properties.is_null()
            && (*(*std).ce).default_properties_count == 0
            && (*std).gc.u.type_info & WEAKLY_REFERENCED == 0
    }
}

/// The engine's part ends first: it cuts the WeakReferences and WeakMaps by which a destructor that runs while the
/// state is dropped could come back to the object.
unsafe extern "C" fn free<T: State>(std: *mut zend_object) {
    let mut is_dropping = false;
    // SAFETY: called once, when the last reference is gone; the state is dropped once.
    unsafe {
        let state = &raw mut (*Object::<T>::from_std(std)).state;
        if (*state).is_inert() && is_bare(std) {
            zend_object_std_dtor(std);
            std::ptr::drop_in_place(state);
            return;
        }
        let freed = guarded(|| {
            zend_object_std_dtor(std);
            is_dropping = true;
            std::ptr::drop_in_place(state);
        });
        if freed == Err(Halt::Bailout) {
            if !is_dropping {
                let _ = guarded(|| std::ptr::drop_in_place(state));
            }
            bailout();
        }
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
