//! The words that tables of functions and their arguments are written in.

use std::ffi::{CStr, c_char, c_void};
use std::ptr::{null, null_mut};

use ext_php_rs::ffi::{ZEND_ACC_PUBLIC, zend_internal_arg_info, zend_type};
use ext_php_rs::types::Zval;
use ext_php_rs::zend::{ExecuteData, FunctionEntry};

/// A function table, ended by [`Function::end`].
pub struct Functions<const N: usize>(pub [Function; N]);

/// A method or function.
#[repr(transparent)]
pub struct Function(FunctionEntry);

// SAFETY: the pointers lead to other statics, and nobody writes through them.
unsafe impl Sync for Function {}

impl Function {
    /// The row that ends a table.
    pub const fn end() -> Self {
        Self(FunctionEntry {
            fname: null(),
            handler: None,
            arg_info: null(),
            num_args: 0,
            flags: 0,
            #[cfg(php84)]
            frameless_function_infos: null(),
            #[cfg(php84)]
            doc_comment: null(),
        })
    }
}

/// An entry point.
pub type Handler = unsafe extern "C" fn(*mut ExecuteData, *mut Zval);

/// A row of a function table.
// The fields that are left to `..` exist from PHP 8.4.
#[allow(clippy::needless_update)]
pub const fn function<const N: usize>(
    name: &'static CStr,
    handler: Handler,
    arguments: &'static [ArgumentInfo; N],
) -> Function {
    Function(FunctionEntry {
        fname: name.as_ptr(),
        handler: Some(handler),
        arg_info: arguments.as_ptr().cast(),
        num_args: N as u32 - 1,
        // 64 bits from 8.6.
        flags: ZEND_ACC_PUBLIC as _,
        ..Function::end().0
    })
}

/// The arginfo of one function: what it returns, then its parameters.
pub struct Arguments<const N: usize>(pub [ArgumentInfo; N]);

/// One row of arginfo.
#[repr(transparent)]
pub struct ArgumentInfo(zend_internal_arg_info);

// SAFETY: the pointers lead to string literals.
unsafe impl Sync for ArgumentInfo {}

/// The first row of arginfo.
pub const fn returns(required: usize, kind: zend_type) -> ArgumentInfo {
    // The first row has the number of required parameters in place of a name.
    ArgumentInfo(zend_internal_arg_info { name: required as *const c_char, type_: kind, default_value: null() })
}

/// A further row of arginfo.
pub const fn parameter(name: &'static CStr, kind: zend_type, default: Option<&'static CStr>) -> ArgumentInfo {
    let default_value = match default {
        Some(text) => text.as_ptr(),
        None => null(),
    };
    ArgumentInfo(zend_internal_arg_info { name: name.as_ptr(), type_: kind, default_value })
}

/// The simple types that a stub may name.
// Not each is named by one.
#[allow(dead_code)]
pub mod mask {
    use ext_php_rs::ffi::{
        _ZEND_TYPE_ITERABLE_BIT, IS_ARRAY, IS_CALLABLE, IS_DOUBLE, IS_FALSE, IS_LONG, IS_NULL, IS_STRING, IS_TRUE,
        IS_VOID, MAY_BE_ANY,
    };

    pub const NULL: u32 = 1 << IS_NULL;
    pub const FALSE: u32 = 1 << IS_FALSE;
    pub const TRUE: u32 = 1 << IS_TRUE;
    pub const BOOL: u32 = FALSE | TRUE;
    pub const INT: u32 = 1 << IS_LONG;
    pub const FLOAT: u32 = 1 << IS_DOUBLE;
    pub const STRING: u32 = 1 << IS_STRING;
    pub const ARRAY: u32 = 1 << IS_ARRAY;
    pub const CALLABLE: u32 = 1 << IS_CALLABLE;
    pub const MIXED: u32 = MAY_BE_ANY;
    pub const VOID: u32 = 1 << IS_VOID;
    /// With the class Traversable.
    pub const ITERABLE: u32 = ARRAY | _ZEND_TYPE_ITERABLE_BIT;
}

/// A type without a class.
pub const fn kind(mask: u32) -> zend_type {
    zend_type { ptr: null_mut(), type_mask: mask }
}

/// A type with a class.
pub const fn class(name: &'static CStr, mask: u32) -> zend_type {
    // From 8.3 a name in a table is told apart from a zend_string by a bit of its own.
    #[cfg(php83)]
    const NAME: u32 = ext_php_rs::ffi::_ZEND_TYPE_LITERAL_NAME_BIT;
    #[cfg(not(php83))]
    const NAME: u32 = ext_php_rs::ffi::_ZEND_TYPE_NAME_BIT;
    zend_type { ptr: name.as_ptr() as *mut c_void, type_mask: NAME | mask }
}
