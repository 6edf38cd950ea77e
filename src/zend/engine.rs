//! Engine functions that ext-php-rs does not bind, and the executor's globals.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::atomic::{AtomicBool, Ordering};

use ext_php_rs::ffi::{
    HashTable, ext_php_rs_executor_globals, php_stream, php_stream_ops, zend_class_entry, zend_execute_data,
    zend_executor_globals, zend_hash_str_find, zend_ini_entry, zend_long, zend_object, zend_object_iterator,
    zend_resource, zend_result, zend_string,
};
use ext_php_rs::types::Zval;

unsafe extern "C" {
    pub fn zend_parse_method_parameters(count: u32, this: *mut Zval, spec: *const c_char, ...) -> zend_result;
    pub fn zend_parse_parameters(count: u32, spec: *const c_char, ...) -> zend_result;
    pub fn zend_declare_property_long(
        class: *mut zend_class_entry,
        name: *const c_char,
        length: usize,
        value: zend_long,
        access: c_int,
    );
    pub fn object_init_ex(value: *mut Zval, class: *mut zend_class_entry) -> zend_result;
    pub fn zval_try_get_string_func(value: *mut Zval) -> *mut zend_string;
    pub fn zval_get_long_func(value: *mut Zval, is_legacy: bool) -> zend_long;
    pub fn zend_parse_arg_long_slow(value: *const Zval, to: *mut zend_long, number: u32) -> bool;
    pub fn zend_argument_value_error(number: u32, format: *const c_char, ...);
    pub fn zend_argument_type_error(number: u32, format: *const c_char, ...);
    // From 8.3 on, texts tell true from false.
    #[cfg_attr(php83, link_name = "zend_zval_value_name")]
    pub fn zend_zval_type_name(value: *const Zval) -> *const c_char;
    pub fn instanceof_function_slow(class: *const zend_class_entry, of: *const zend_class_entry) -> bool;
    pub fn php_date_get_interface_ce() -> *mut zend_class_entry;
    pub fn zend_iterator_dtor(iterator: *mut zend_object_iterator);
    pub fn zend_list_close(resource: *mut zend_resource);
    pub fn _php_stream_alloc(
        operations: *const php_stream_ops,
        this: *mut c_void,
        persistent_id: *const c_char,
        mode: *const c_char,
        #[cfg(php_debug)] depth: c_int,
        #[cfg(php_debug)] file: *const c_char,
        #[cfg(php_debug)] line: u32,
        #[cfg(php_debug)] original_file: *const c_char,
        #[cfg(php_debug)] original_line: u32,
    ) -> *mut php_stream;
    pub fn zend_is_unwind_exit(exception: *const zend_object) -> bool;
    pub fn zend_is_graceful_exit(exception: *const zend_object) -> bool;
    pub fn zend_memory_usage(is_real: bool) -> usize;
    static zend_empty_string: *mut zend_string;
    static module_registry: HashTable;
    pub fn add_assoc_zval_ex(array: *mut Zval, key: *const c_char, length: usize, value: *mut Zval);
    pub fn zend_timeout();
    pub fn display_ini_entries(module: *mut ext_php_rs::ffi::zend_module_entry);
    pub fn zend_ini_string(name: *const c_char, length: usize, original: c_int) -> *mut c_char;
    pub fn php_check_open_basedir(path: *const c_char) -> c_int;
    pub fn zend_unregister_ini_entries(module_number: c_int);
    pub fn zend_ini_boolean_displayer_cb(entry: *mut zend_ini_entry, kind: c_int);
}

/// The string without a byte, of which there is one for all.
pub fn empty_string() -> *mut zend_string {
    // SAFETY: set before any module is loaded.
    unsafe { zend_empty_string }
}

/// Whether a module of that name is loaded, started or not.
pub fn is_loaded(module: &CStr) -> bool {
    // SAFETY: the registry is made before any module is loaded, and only read.
    unsafe { !zend_hash_str_find(&raw const module_registry, module.as_ptr(), module.count_bytes()).is_null() }
}

/// `memory_get_usage(true)`
pub fn memory_usage() -> usize {
    // SAFETY: reads a number of this thread's heap.
    unsafe { zend_memory_usage(true) }
}

/// EG(...) of this thread.
fn executor() -> *mut zend_executor_globals {
    // SAFETY: returns a pointer to this thread's globals, nothing more.
    unsafe { ext_php_rs_executor_globals() }
}

/// EG(exception): what was thrown and not yet caught, null when nothing was.
pub fn pending_exception() -> *mut zend_object {
    // SAFETY: the globals live as long as the thread.
    unsafe { (*executor()).exception }
}

/// Sets EG(exception), as it is: no reference is taken or given up.
pub fn set_pending_exception(exception: *mut zend_object) {
    // SAFETY: as above.
    unsafe { (*executor()).exception = exception };
}

/// Whether `exit()` is on its way out: the engine carries it as an exception that nothing catches.
pub fn is_exiting() -> bool {
    let exception = pending_exception();
    // SAFETY: a pending exception is a live object.
    !exception.is_null() && unsafe { zend_is_unwind_exit(exception) || zend_is_graceful_exit(exception) }
}

/// EG(vm_interrupt): something asks the engine to stop between two instructions.
pub fn vm_interrupt() -> &'static AtomicBool {
    // SAFETY: `zend_atomic_bool` is one byte that is only accessed atomically, and lives as long as the thread.
    unsafe { AtomicBool::from_ptr((&raw mut (*executor()).vm_interrupt).cast()) }
}

/// EG(timed_out): the script has used up its time limit.
pub fn timed_out() -> bool {
    // SAFETY: as above.
    unsafe { AtomicBool::from_ptr((&raw mut (*executor()).timed_out).cast()) }.load(Ordering::Acquire)
}

/// EG(current_execute_data): the frame of the running function.
pub fn current_frame() -> *mut zend_execute_data {
    // SAFETY: as above.
    unsafe { (*executor()).current_execute_data }
}
