//! The versions that PHP is told of.

use std::ffi::CStr;

/// The version of php-gearman whose API this is.
pub const VERSION: &CStr = c"2.2.1";

/// The libgearman whose behaviour is kept; there is none of it in here.
pub const LIBGEARMAN_VERSION: &str = "1.1.20";
