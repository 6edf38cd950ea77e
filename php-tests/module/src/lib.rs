//! A module without classes and functions.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr::null;

include!(concat!(env!("OUT_DIR"), "/php.rs"));

/// `zend_module_entry`.
#[repr(C)]
pub struct Module {
    size: u16,
    api: u32,
    debug: u8,
    zts: u8,
    settings_and_dependencies: [*const c_void; 2],
    name: *const c_char,
    functions: [*const c_void; 6],
    version: *const c_char,
    globals_size: usize,
    globals: [*const c_void; 4],
    started: c_int,
    kind: u8,
    handle: *const c_void,
    number: c_int,
    build_id: *const c_char,
}

static mut MODULE: Module = Module {
    size: size_of::<Module>() as u16,
    api: API,
    debug: DEBUG,
    zts: ZTS,
    settings_and_dependencies: [null(); 2],
    name: c"gearman".as_ptr(),
    functions: [null(); 6],
    version: c"2.2.1".as_ptr(),
    globals_size: 0,
    globals: [null(); 4],
    started: 0,
    kind: 0,
    handle: null(),
    number: 0,
    build_id: BUILD_ID.as_ptr(),
};

/// What the engine asks a module for when it loads it.
#[unsafe(no_mangle)]
pub extern "C" fn get_module() -> *mut Module {
    &raw mut MODULE
}
