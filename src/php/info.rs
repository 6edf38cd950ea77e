//! `php --ri gearman` and phpinfo().

use std::ffi::{CString, c_int};

use ext_php_rs::ffi::{
    php_info_print_table_end, php_info_print_table_row, php_info_print_table_start, zend_module_entry,
};

use super::versions::{LIBGEARMAN_VERSION, VERSION};
use crate::net::{DEFAULT_HOST, DEFAULT_PORT};
use crate::stats;
use crate::zend::engine::display_ini_entries;

/// The module's info function.
pub unsafe extern "C" fn print(module: *mut zend_module_entry) {
    let rows = [
        ("gearman support", "enabled".to_owned()),
        ("extension version", VERSION.to_string_lossy().into_owned()),
        ("libgearman version", LIBGEARMAN_VERSION.to_owned()),
        ("Default TCP Host", DEFAULT_HOST.to_owned()),
        ("Default TCP Port", DEFAULT_PORT.to_string()),
        ("implementation", format!("gearman_rs {} (Rust, without libgearman)", env!("CARGO_PKG_VERSION"))),
    ];
    let counters = stats::read().map(|(name, number)| (name, number.to_string()));
    // SAFETY: each row has two NUL-terminated cells; the module is ours.
    unsafe {
        php_info_print_table_start();
        for (name, value) in rows.into_iter().chain(counters) {
            let (name, value) = (CString::new(name).unwrap_or_default(), CString::new(value).unwrap_or_default());
            php_info_print_table_row(2 as c_int, name.as_ptr(), value.as_ptr());
        }
        php_info_print_table_end();
        display_ini_entries(module);
    }
}
