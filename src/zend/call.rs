//! Entry and exit of every handler.

use std::panic::AssertUnwindSafe;

use ext_php_rs::ffi::{ZEND_RESULT_CODE_SUCCESS, zend_result};
use ext_php_rs::types::Zval;
use ext_php_rs::zend::{ExecuteData, bailout, run_handler};

use super::halt::{Halt, Php};
use super::returning::Return;

/// What `zend_parse_parameters` returns when the arguments fit.
pub const PARSED: zend_result = ZEND_RESULT_CODE_SUCCESS;

/// One call of one of our functions.
#[derive(Clone, Copy)]
pub struct Call {
    execute_data: *mut ExecuteData,
    return_value: *mut Zval,
}

/// Runs a handler; neither a panic nor a bailout leaves it the wrong way.
pub fn run(execute_data: *mut ExecuteData, return_value: *mut Zval, body: impl FnOnce(Call)) {
    run_handler(AssertUnwindSafe(|| body(Call { execute_data, return_value })));
}

impl Call {
    /// How many arguments were passed.
    pub fn count(self) -> u32 {
        // SAFETY: the engine passes a live frame.
        unsafe { (*self.execute_data).This.u2.num_args }
    }

    /// `getThis()`: the object of a method call, null for a function.
    pub fn this(self) -> *mut Zval {
        // SAFETY: the engine passes a live frame.
        let this = unsafe { &raw mut (*self.execute_data).This };
        // SAFETY: as above.
        if unsafe { (*this).is_object() } { this } else { std::ptr::null_mut() }
    }

    /// Returns to PHP.
    pub fn give<T: Return>(self, result: Php<T>) {
        match result {
            // SAFETY: the engine passes a place for the return value.
            Ok(value) => value.write(unsafe { &mut *self.return_value }),
            Err(Halt::Exception) => {}
            // SAFETY: nothing is alive any more in this frame or, the handler having returned, below it.
            Err(Halt::Bailout) => unsafe { bailout() },
        }
    }
}
