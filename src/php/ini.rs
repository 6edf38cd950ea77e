//! The settings `gearman.*`, checked when they are set and read when they are used.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::time::Duration;

use ext_php_rs::ffi::{zend_ini_entry, zend_ini_entry_def, zend_register_ini_entries, zend_string};
use ext_php_rs::flags::IniEntryPermission;
use ext_php_rs::zend::IniEntryDef;

use super::arguments::bytes;
use super::status::warn_text;
use super::zend::{zend_ini_boolean_displayer_cb, zend_ini_long, zend_ini_string};

const CONNECT_TIMEOUT: &CStr = c"gearman.connect_timeout";
const REQUIRE_ALL_SERVERS: &CStr = c"gearman.require_all_servers";
const EXCEPTION_FORMAT: &CStr = c"gearman.exception_format";
const VERIFY_PEER_NAME: &CStr = c"gearman.ssl_verify_peer_name";

/// The longest connect timeout: a day.
const MAX_CONNECT_TIMEOUT: i64 = 86_400_000;

const SUCCESS: c_int = 0;
const FAILURE: c_int = -1;

struct Entries([zend_ini_entry_def; 5]);

// SAFETY: the pointers lead to string literals and functions; nobody writes through them.
unsafe impl Sync for Entries {}

static ENTRIES: Entries = Entries([
    entry(CONNECT_TIMEOUT, c"2000", check_connect_timeout, None),
    entry(REQUIRE_ALL_SERVERS, c"0", check_switch, Some(zend_ini_boolean_displayer_cb)),
    entry(EXCEPTION_FORMAT, c"text", check_exception_format, None),
    entry(VERIFY_PEER_NAME, c"1", check_switch, Some(zend_ini_boolean_displayer_cb)),
    IniEntryDef::end(),
]);

/// Registers the settings.
///
/// # Safety
///
/// The engine must be starting the module up.
pub unsafe fn register(module_number: c_int) {
    // SAFETY: the table ends with an empty row and lives as long as the process.
    unsafe { zend_register_ini_entries(ENTRIES.0.as_ptr(), module_number) };
}

/// How long a connection may take to be made.
pub fn connect_timeout() -> Duration {
    Duration::from_millis(u64::try_from(long(CONNECT_TIMEOUT)).unwrap_or(2000))
}

/// Whether one server that cannot be reached is enough to fail.
pub fn require_all_servers() -> bool {
    long(REQUIRE_ALL_SERVERS) != 0
}

/// Whether a TLS certificate must be for the server's name.
pub fn verify_peer_name() -> bool {
    long(VERIFY_PEER_NAME) != 0
}

/// How a worker writes an exception down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExceptionFormat {
    /// `Class: message`.
    Text,
    /// An object with class, message, code, file, line and trace.
    Json,
}

/// See [`ExceptionFormat`].
pub fn exception_format() -> ExceptionFormat {
    if text(EXCEPTION_FORMAT) == c"json" { ExceptionFormat::Json } else { ExceptionFormat::Text }
}

/// Whether opcache may compile scripts to machine code: it is loaded, has memory for that, and is not told not to.
pub fn jit_may_run() -> bool {
    let mode = text(c"opcache.jit").to_bytes();
    long(c"opcache.jit_buffer_size") != 0 && !matches!(mode, b"" | b"0" | b"off" | b"no" | b"false" | b"disable")
}

fn text(name: &CStr) -> &'static CStr {
    // SAFETY: the name is NUL-terminated; the value is too, and lives until the setting is changed, which nothing does
    // before the caller has looked at it.
    unsafe {
        let value = zend_ini_string(name.as_ptr(), name.count_bytes(), 0);
        if value.is_null() { c"" } else { CStr::from_ptr(value) }
    }
}

fn long(name: &CStr) -> i64 {
    // SAFETY: the name is NUL-terminated.
    unsafe { zend_ini_long(name.as_ptr(), name.count_bytes(), 0) }
}

type Check =
    unsafe extern "C" fn(*mut zend_ini_entry, *mut zend_string, *mut c_void, *mut c_void, *mut c_void, c_int) -> c_int;
type Display = unsafe extern "C" fn(*mut zend_ini_entry, c_int);

const fn entry(
    name: &'static CStr,
    default: &'static CStr,
    check: Check,
    display: Option<Display>,
) -> zend_ini_entry_def {
    let mut entry = IniEntryDef::new(name, default, IniEntryPermission::All);
    entry.on_modify = Some(check);
    entry.displayer = display;
    entry
}

unsafe extern "C" fn check_connect_timeout(
    _: *mut zend_ini_entry,
    new: *mut zend_string,
    _: *mut c_void,
    _: *mut c_void,
    _: *mut c_void,
    _: c_int,
) -> c_int {
    // SAFETY: the engine passes a string.
    let text = unsafe { bytes(new) };
    let number = std::str::from_utf8(text).ok().and_then(|text| text.trim().parse::<i64>().ok());
    let fits = number.is_some_and(|ms| (1..=MAX_CONNECT_TIMEOUT).contains(&ms));
    verdict(fits, CONNECT_TIMEOUT, &format!("a number of milliseconds from 1 to {MAX_CONNECT_TIMEOUT}"), text)
}

unsafe extern "C" fn check_switch(
    entry: *mut zend_ini_entry,
    new: *mut zend_string,
    _: *mut c_void,
    _: *mut c_void,
    _: *mut c_void,
    _: c_int,
) -> c_int {
    // SAFETY: the engine passes strings.
    let (name, text) = unsafe { ((*entry).name, bytes(new)) };
    // php.ini's parser has turned On, Yes and True into 1 and their opposites into nothing.
    let fits = matches!(text, b"" | b"0" | b"1");
    // SAFETY: as above; the name is one of ours, NUL-terminated.
    let name = unsafe { CStr::from_ptr((&raw const (*name).val).cast::<c_char>()) };
    verdict(fits, name, "0 or 1", text)
}

unsafe extern "C" fn check_exception_format(
    _: *mut zend_ini_entry,
    new: *mut zend_string,
    _: *mut c_void,
    _: *mut c_void,
    _: *mut c_void,
    _: c_int,
) -> c_int {
    // SAFETY: the engine passes a string.
    let text = unsafe { bytes(new) };
    verdict(matches!(text, b"text" | b"json"), EXCEPTION_FORMAT, "text or json", text)
}

/// A refused value changes nothing and is said.
fn verdict(fits: bool, name: &CStr, expected: &str, given: &[u8]) -> c_int {
    if fits {
        return SUCCESS;
    }
    warn_text(&format!("{} must be {expected}, \"{}\" given", name.to_string_lossy(), String::from_utf8_lossy(given)));
    FAILURE
}
