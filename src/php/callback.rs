//! PHP callables that we call.

use ext_php_rs::ffi::{
    _ZEND_SEND_MODE_SHIFT, _call_user_function_impl, zend_fcall_info_cache, zend_is_callable, zend_is_callable_ex,
};
use ext_php_rs::types::Zval;

use super::halt::{Halt, Php, guarded};
use super::value::clone_of;
use super::zend::zend_release_fcall_info_cache;

/// A callable, held.
pub struct Callback(Zval);

impl Callback {
    /// Takes hold of `callable`; the name of what is not callable when it is not.
    pub fn new(callable: &Zval) -> Result<Self, String> {
        let mut name = std::ptr::null_mut();
        let pointer = std::ptr::from_ref(callable).cast_mut();
        // SAFETY: the engine only looks at the value; it gives us a reference to the name.
        let (is_callable, name) = unsafe {
            let is_callable = zend_is_callable(pointer, 0, &raw mut name);
            let text = String::from_utf8_lossy(super::arguments::bytes(name)).into_owned();
            ext_php_rs::ffi::ext_php_rs_zend_string_release(name);
            (is_callable, text)
        };
        if is_callable { Ok(Self(clone_of(callable))) } else { Err(name) }
    }

    /// Another hold of the same callable: a callback may replace itself while it runs.
    pub fn share(&self) -> Self {
        Self(clone_of(&self.0))
    }

    /// The callable, for the garbage collector.
    pub fn value(&self) -> &Zval {
        &self.0
    }

    /// Whether its parameter `number`, from 0, takes a reference.
    pub fn takes_reference(&self, number: u32) -> bool {
        let callable = std::ptr::from_ref(&self.0).cast_mut();
        let (no_object, no_name, no_error) = (std::ptr::null_mut(), std::ptr::null_mut(), std::ptr::null_mut());
        // SAFETY: the engine fills the cache in, and is given it back; arginfo has a row for each parameter.
        unsafe {
            let mut cache: zend_fcall_info_cache = std::mem::zeroed();
            if !zend_is_callable_ex(callable, no_object, 0, no_name, &raw mut cache, no_error) {
                return false;
            }
            let function = &(*cache.function_handler).common;
            let takes = number < function.num_args
                && (*function.arg_info.add(number as usize)).type_.type_mask >> _ZEND_SEND_MODE_SHIFT & 3 != 0;
            zend_release_fcall_info_cache(&raw mut cache);
            takes
        }
    }

    /// Calls it.  A reference among the arguments reaches a parameter that takes one, and is a value to any other.
    pub fn call<const N: usize>(&self, mut arguments: [Zval; N]) -> Php<Zval> {
        let mut result = Zval::new();
        let callable = std::ptr::from_ref(&self.0).cast_mut();
        let called = guarded(|| {
            // SAFETY: callable and arguments are held by this frame; the result is ours.
            unsafe {
                _call_user_function_impl(
                    std::ptr::null_mut(),
                    callable,
                    &raw mut result,
                    N as u32,
                    arguments.as_mut_ptr(),
                    std::ptr::null_mut(),
                );
            }
        });
        if called == Err(Halt::Bailout) {
            // After a fatal error no destructor may run; the end of the request frees what is left.
            std::mem::forget(arguments);
            return Err(Halt::Bailout);
        }
        // The arguments end here; a destructor may run, and throw.
        let ended = guarded(move || drop(arguments));
        called.and(ended).map(|()| result)
    }
}
