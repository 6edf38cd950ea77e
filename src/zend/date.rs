//! Points in time, as PHP's functions take them.

use ext_php_rs::ffi::{zend_class_entry, zend_long};
use ext_php_rs::types::Zval;

use super::engine::{instanceof_function_slow, php_date_get_interface_ce, zend_parse_arg_long_slow};
use super::exception::argument_type_error;
use super::halt::{Halt, Php, guarded};

/// An argument `DateTimeInterface|int`, in seconds since 1970; `number` is its place among the arguments.
pub fn seconds_or_date(argument: &Zval, number: u32) -> Php<i64> {
    if let Some(seconds) = argument.long() {
        return Ok(seconds);
    }
    if is_date(argument) {
        return timestamp(argument);
    }
    let mut seconds: zend_long = 0;
    let value = std::ptr::from_ref(argument.dereference());
    // SAFETY: the engine looks at the value and at the frame of the running function; a user's error handler may run.
    let taken = guarded(|| unsafe { zend_parse_arg_long_slow(value, &raw mut seconds, number) })?;
    if taken { Ok(seconds) } else { argument_type_error(number, "must be of type DateTimeInterface|int", argument) }
}

fn is_date(argument: &Zval) -> bool {
    let Some(object) = argument.object() else { return false };
    // SAFETY: an object has a class, and ext/date is in every PHP.
    unsafe {
        let (class, date): (_, *mut zend_class_entry) = (object.ce, php_date_get_interface_ce());
        class == date || instanceof_function_slow(class, date)
    }
}

fn timestamp(date: &Zval) -> Php<i64> {
    let called = guarded(|| date.object().and_then(|it| it.try_call_method("getTimestamp", vec![]).ok()))?;
    called.and_then(|value| value.long()).ok_or(Halt::Exception)
}
