//! Settings of php.ini, checked and understood when they are set: whoever asks finds them as numbers.

use std::borrow::Cow;
use std::cell::Cell;
use std::ffi::{CStr, c_int, c_void};
use std::ops::RangeInclusive;
use std::thread::LocalKey;

use ext_php_rs::ffi::{zend_ini_entry, zend_ini_entry_def, zend_register_ini_entries, zend_string};
use ext_php_rs::flags::IniEntryPermission;
use ext_php_rs::zend::{IniEntryDef, bailout};

use super::arguments::bytes;
use super::engine::{php_check_open_basedir, zend_ini_boolean_displayer_cb, zend_ini_string};
use super::halt::{Halt, Php, guarded};
use super::warning::warn;

const SUCCESS: c_int = 0;
const FAILURE: c_int = -1;

/// A setting.
pub trait Setting {
    /// Its name.
    const NAME: &'static CStr;

    /// What it is when nobody sets it.
    const DEFAULT: &'static CStr;

    /// What it may be set to.
    const KIND: Kind;

    /// What it is set to in this thread, as a number.
    const VALUE: &'static LocalKey<Cell<u64>>;
}

/// What a setting may be set to.
pub enum Kind {
    /// Off or on.
    Switch,
    /// A whole number of something.
    Number(&'static str, RangeInclusive<u64>),
    /// One of some words.
    Word(&'static [&'static str]),
    /// Anything.
    Text,
}

impl Kind {
    /// What a text means, `None` when a setting may not be set to it: 0 or 1, the number, or the place of the word.
    fn value_of(&self, text: &[u8]) -> Option<u64> {
        match (self, text) {
            // php.ini's parser has turned On, Yes and True into 1 and their opposites into nothing.
            (Self::Switch, b"" | b"0") => Some(0),
            (Self::Switch, b"1") => Some(1),
            (Self::Switch, _) => None,
            (Self::Number(_, range), _) => number(text).filter(|number| range.contains(number)),
            (Self::Word(words), _) => words.iter().position(|word| word.as_bytes() == text).map(|place| place as u64),
            (Self::Text, _) => Some(u64::from(!text.is_empty())),
        }
    }

    /// In the words of the warning when something else is set.
    fn expected(&self) -> Cow<'static, str> {
        match self {
            Self::Switch => "0 or 1".into(),
            Self::Number(what, range) => format!("a number of {what} from {} to {}", range.start(), range.end()).into(),
            Self::Word(words) => words.join(" or ").into(),
            Self::Text => "a text".into(),
        }
    }
}

fn number(text: &[u8]) -> Option<u64> {
    std::str::from_utf8(text).ok()?.trim().parse().ok()
}

/// A table of settings, ended by [`end`].
pub struct Settings<const N: usize>(pub [zend_ini_entry_def; N]);

// SAFETY: the pointers lead to string literals and functions; nobody writes through them.
unsafe impl<const N: usize> Sync for Settings<N> {}

impl<const N: usize> Settings<N> {
    /// Registers them.
    ///
    /// # Safety
    ///
    /// The engine must be starting the module up.
    pub unsafe fn register(&'static self, module_number: c_int) {
        // SAFETY: the table ends with an empty row and lives as long as the process.
        unsafe { zend_register_ini_entries(self.0.as_ptr(), module_number) };
    }
}

/// The row of a setting.
pub const fn row<S: Setting>() -> zend_ini_entry_def {
    let mut entry = IniEntryDef::new(S::NAME, S::DEFAULT, IniEntryPermission::All);
    entry.on_modify = Some(check::<S>);
    if matches!(S::KIND, Kind::Switch) {
        entry.displayer = Some(zend_ini_boolean_displayer_cb);
    }
    entry
}

/// The row that ends a table.
pub const fn end() -> zend_ini_entry_def {
    IniEntryDef::end()
}

/// The value of a setting that is a number.
pub fn number_of<S: Setting>() -> u64 {
    S::VALUE.get()
}

/// Whether a switch is on.
pub fn is_on<S: Setting>() -> bool {
    S::VALUE.get() != 0
}

/// The value of a setting that is a text.
pub fn text<S: Setting>() -> &'static CStr {
    // SAFETY: the name is NUL-terminated; the value is too, and lives until the setting is changed, which nothing does
    // before the caller has looked at it.
    unsafe {
        let value = zend_ini_string(S::NAME.as_ptr(), S::NAME.count_bytes(), 0);
        if value.is_null() { c"" } else { CStr::from_ptr(value) }
    }
}

/// Whether `open_basedir` lets a script have this file opened; a warning says when it does not.
pub fn may_open(path: &CStr) -> Php<bool> {
    // SAFETY: the path is NUL-terminated.
    guarded(|| unsafe { php_check_open_basedir(path.as_ptr()) == 0 })
}

/// Whether a setting is this word.
pub fn is_word<S: Setting>(word: &str) -> bool {
    S::KIND.value_of(word.as_bytes()) == Some(S::VALUE.get())
}

/// The engine calls this for the default, for php.ini, for each change and for its undoing, in each thread.  A refused
/// value changes nothing and is said.
unsafe extern "C" fn check<S: Setting>(
    _: *mut zend_ini_entry,
    new: *mut zend_string,
    _: *mut c_void,
    _: *mut c_void,
    _: *mut c_void,
    _: c_int,
) -> c_int {
    // SAFETY: the engine passes a string.
    let given = unsafe { bytes(new) };
    if let Some(value) = S::KIND.value_of(given) {
        S::VALUE.set(value);
        return SUCCESS;
    }
    if refuse::<S>(given) == Err(Halt::Bailout) {
        // SAFETY: nothing is alive any more in this frame.
        unsafe { bailout() };
    }
    FAILURE
}

fn refuse<S: Setting>(given: &[u8]) -> Result<(), Halt> {
    let (name, given) = (S::NAME.to_string_lossy(), String::from_utf8_lossy(given));
    warn(&format!("{name} must be {}, \"{given}\" given", S::KIND.expected()))
}
