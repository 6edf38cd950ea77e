//! The module, as the engine loads it, starts it and shuts it down.

use std::cell::UnsafeCell;
use std::ffi::{CStr, c_int};
use std::sync::OnceLock;

use ext_php_rs::ffi::{
    ZEND_MODULE_API_NO, ZEND_RESULT_CODE_SUCCESS, ext_php_rs_php_build_id, zend_module_entry, zend_result,
};
use ext_php_rs::zend::bailout;

use super::versions::VERSION;
use super::{info, registration, settings};
use crate::net::close_parked;
use crate::zend::engine::{is_loaded, zend_unregister_ini_entries};
use crate::zend::halt::Halt;
use crate::zend::incoming::forget_filled;
use crate::zend::wait_handler;
use crate::zend::warning::warn_at_startup;

const NAME: &CStr = c"gearman";

struct Module(UnsafeCell<zend_module_entry>);

// SAFETY: the engine that it is given to changes it only while it starts and ends, in one thread.
unsafe impl Send for Module {}
// SAFETY: as above.
unsafe impl Sync for Module {}

static MODULE: OnceLock<Module> = OnceLock::new();

/// What the engine asks a module for when it loads it.
#[unsafe(no_mangle)]
pub extern "C" fn get_module() -> *mut zend_module_entry {
    // The engine refuses the second one, and does not say which of the two that is.
    if is_loaded(NAME) {
        warn_at_startup(
            c"gearman_rs is not used, because a module named gearman is loaded already; \
              enable either php-gearman or gearman_rs, once",
        );
    }
    MODULE.get_or_init(|| Module(UnsafeCell::new(entry()))).0.get()
}

fn entry() -> zend_module_entry {
    // SAFETY: a zeroed module entry is one without any of its parts; those that there are, are filled in.
    unsafe {
        let mut entry: zend_module_entry = std::mem::zeroed();
        entry.size = size_of::<zend_module_entry>() as u16;
        entry.zend_api = ZEND_MODULE_API_NO;
        entry.zend_debug = u8::from(ext_php_rs::PHP_DEBUG);
        entry.zts = u8::from(ext_php_rs::PHP_ZTS);
        entry.name = NAME.as_ptr();
        entry.version = VERSION.as_ptr();
        entry.functions = registration::functions();
        entry.module_startup_func = Some(startup);
        entry.module_shutdown_func = Some(shutdown);
        entry.request_shutdown_func = Some(end_request);
        entry.info_func = Some(info::print);
        entry.build_id = ext_php_rs_php_build_id();
        entry
    }
}

unsafe extern "C" fn startup(_kind: c_int, module_number: c_int) -> zend_result {
    // SAFETY: the engine is starting the module up.
    unsafe {
        settings::register(module_number);
        registration::register(module_number);
    }
    ZEND_RESULT_CODE_SUCCESS
}

unsafe extern "C" fn end_request(_kind: c_int, _module_number: c_int) -> zend_result {
    let forgotten = wait_handler::forget();
    forget_filled();
    if forgotten == Err(Halt::Bailout) {
        // SAFETY: nothing is alive any more in this frame.
        unsafe { bailout() };
    }
    ZEND_RESULT_CODE_SUCCESS
}

unsafe extern "C" fn shutdown(_kind: c_int, module_number: c_int) -> zend_result {
    close_parked();
    // SAFETY: the number is the one this module was started with.
    unsafe { zend_unregister_ini_entries(module_number) };
    ZEND_RESULT_CODE_SUCCESS
}
