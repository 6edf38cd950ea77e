//! The classes, functions and constants of the stubs, registered with the engine.
//!
//! `build.rs` writes the tables; which class has which state is said here.

use std::ffi::{CStr, c_int};
use std::ptr::null_mut;

use ext_php_rs::ffi::{zend_class_entry, zend_long, zend_string};
use ext_php_rs::types::Zval;
use ext_php_rs::zend::{ExecuteData, FunctionEntry};

use super::{admin, client, exception, functions, job, task, worker};
use crate::zend::arguments::{bytes, optional_bytes, optional_value, value};
use crate::zend::call::{Call, PARSED};
use crate::zend::definition::{self, ClassDefinition, Constant, ConstantValue};
use crate::zend::engine::{zend_parse_method_parameters, zend_parse_parameters};
use crate::zend::lifecycle::install;
use crate::zend::object::{State, This};
use crate::zend::signature::{Arguments, Function, Functions, class, function, kind, mask, parameter, returns};

include!(concat!(env!("OUT_DIR"), "/stub.rs"));

/// Registers everything; called once, from MINIT.
///
/// # Safety
///
/// The engine must be starting the module up.
pub unsafe fn register(module_number: c_int) {
    // SAFETY: the caller's; the tables live as long as the process.
    unsafe {
        for constant in &CONSTANTS {
            definition::register_constant(constant, module_number);
        }
        for class in &CLASSES {
            give_state(class.name, definition::register_class(class));
        }
        if ext_php_rs::PHP_DEBUG {
            definition::trust(&LENIENT);
        }
    }
}

/// The function table of the module.
pub fn functions() -> *const FunctionEntry {
    FUNCTIONS.0.as_ptr().cast()
}

fn give_state(name: &CStr, entry: *mut zend_class_entry) {
    match name.to_bytes() {
        b"GearmanClient" => install::<client::GearmanClient>(entry),
        b"GearmanTask" => install::<task::GearmanTask>(entry),
        b"GearmanWorker" => install::<worker::GearmanWorker>(entry),
        b"GearmanJob" => install::<job::GearmanJob>(entry),
        b"GearmanRs\\Admin" => install::<admin::Admin>(entry),
        b"GearmanException" => exception::remember(entry),
        // It has the state of the class that it extends.
        _ => {}
    }
}
