//! PHP callables that we call.

use ext_php_rs::ffi::{_call_user_function_impl, ext_php_rs_zend_string_release, zend_is_callable, zend_string};
use ext_php_rs::types::Zval;

use super::arguments::optional_bytes;
use super::engine::pending_exception;
use super::halt::{Halt, Php, guarded};
use super::value::clone_of;

/// A callable, held.  Whoever drops one does it by [`super::halt::release`].
pub struct Callback(Zval);

/// How a call has ended.
pub struct Called<T> {
    /// What was read from its result, or how the callable ended without one.
    pub outcome: Php<T>,
    /// How it went to let go of the arguments, the result and the callable; after a bailout nothing was.
    pub released: Php<()>,
}

impl<T> Called<T> {
    /// The outcome, where nothing is left to do when something threw after it was known.
    pub fn end(self) -> Php<T> {
        self.released.and(self.outcome)
    }
}

impl Callback {
    /// Takes hold of `callable`; the name of what is not callable when it is not.  Looking may autoload a class.
    pub fn new(callable: &Zval) -> Php<Result<Self, String>> {
        let mut name = std::ptr::null_mut();
        let pointer = std::ptr::from_ref(callable).cast_mut();
        // SAFETY: the engine only looks at the value; it gives us a reference to the name.
        let checked = guarded(|| unsafe { zend_is_callable(pointer, 0, &raw mut name) });
        if checked == Err(Halt::Bailout) {
            return Err(Halt::Bailout);
        }
        // SAFETY: the name is ours, or null.
        let name = unsafe { taken(name) };
        Ok(if checked? { Ok(Self(clone_of(callable))) } else { Err(name) })
    }

    /// Another hold of the same callable: a callback may replace itself while it runs.
    pub fn share(&self) -> Self {
        Self(clone_of(&self.0))
    }

    /// The callable, for the garbage collector.
    pub fn value(&self) -> &Zval {
        &self.0
    }

    /// Calls it, and lets go of it.  A reference among the arguments reaches a parameter that takes one, and is a value
    /// to any other.
    pub fn call<T, const N: usize>(self, mut arguments: [Zval; N], read: impl FnOnce(&Zval) -> Php<T>) -> Called<T> {
        let mut result = Zval::new();
        // Whatever bails out leaves this as it is.
        let mut outcome = Err(Halt::Bailout);
        let released = guarded(|| {
            #[cfg(feature = "injected-panics")]
            crate::injected::panic_in("zend, calling back");
            // SAFETY: callable and arguments are held by this frame; the result is ours.
            unsafe {
                _call_user_function_impl(
                    std::ptr::null_mut(),
                    (&raw const self.0).cast_mut(),
                    &raw mut result,
                    N as u32,
                    arguments.as_mut_ptr(),
                    std::ptr::null_mut(),
                );
            }
            outcome = if pending_exception().is_null() { read(&result) } else { Err(Halt::Exception) };
            let held = (arguments, result, self);
            if matches!(outcome, Err(Halt::Bailout)) {
                std::mem::forget(held);
            }
        });
        let is_over = matches!(outcome, Err(Halt::Bailout));
        Called { outcome, released: if is_over { Err(Halt::Bailout) } else { released } }
    }
}

/// The text of a string that is given up.
unsafe fn taken(string: *mut zend_string) -> String {
    // SAFETY: the caller's; it is released once.
    unsafe {
        let text = String::from_utf8_lossy(optional_bytes(string).unwrap_or_default()).into_owned();
        if !string.is_null() {
            ext_php_rs_zend_string_release(string);
        }
        text
    }
}
