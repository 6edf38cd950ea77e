//! The classes, functions and constants of `stubs/gearman.stub.php`, registered with the engine.
//!
//! `build.rs` writes the tables; here are the words they are written in.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr::{null, null_mut};

use ext_php_rs::ffi::{
    CONST_CS, CONST_PERSISTENT, HashTable, IS_ARRAY, IS_CALLABLE, IS_DOUBLE, IS_FALSE, IS_LONG, IS_NULL, IS_STRING,
    IS_TRUE, MAY_BE_ANY, ZEND_ACC_FINAL, ZEND_ACC_HAS_TYPE_HINTS, ZEND_ACC_PUBLIC, zend_ce_exception, zend_class_entry,
    zend_function, zend_hash_str_find_ptr_lc, zend_internal_arg_info, zend_long, zend_register_internal_class_ex,
    zend_register_long_constant, zend_register_string_constant, zend_string, zend_string_init_interned, zend_type,
};
use ext_php_rs::types::Zval;
use ext_php_rs::zend::{ExecuteData, FunctionEntry};

use super::arguments::{PARSED, bytes, optional_bytes, optional_value, run, value};
use super::object::{State, This};
use super::zend::{zend_declare_property_long, zend_parse_method_parameters, zend_parse_parameters};
use super::{client, functions, job, task, worker};

include!(concat!(env!("OUT_DIR"), "/stub.rs"));

/// A function table, ended by [`Function::end`].
pub struct Functions<const N: usize>(pub [Function; N]);

/// A method or function.
#[repr(transparent)]
pub struct Function(FunctionEntry);

// SAFETY: the pointers lead to other statics, and nobody writes through them.
unsafe impl Sync for Function {}

impl Function {
    const fn end() -> Self {
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

type Handler = unsafe extern "C" fn(*mut ExecuteData, *mut Zval);

// The fields that are left to `..` exist from PHP 8.4.
#[allow(clippy::needless_update)]
const fn function<const N: usize>(
    name: &'static CStr,
    handler: Handler,
    arguments: &'static [ArgumentInfo; N],
) -> Function {
    Function(FunctionEntry {
        fname: name.as_ptr(),
        handler: Some(handler),
        arg_info: arguments.as_ptr().cast(),
        num_args: N as u32 - 1,
        flags: ZEND_ACC_PUBLIC,
        ..Function::end().0
    })
}

/// The arginfo of one function: what it returns, then its parameters.
pub struct Arguments<const N: usize>([ArgumentInfo; N]);

/// One row of arginfo.
#[repr(transparent)]
pub struct ArgumentInfo(zend_internal_arg_info);

// SAFETY: the pointers lead to string literals.
unsafe impl Sync for ArgumentInfo {}

const fn returns(required: usize, kind: zend_type) -> ArgumentInfo {
    // The first row has the number of required parameters in place of a name.
    ArgumentInfo(zend_internal_arg_info { name: required as *const c_char, type_: kind, default_value: null() })
}

const fn parameter(name: &'static CStr, kind: zend_type, default: Option<&'static CStr>) -> ArgumentInfo {
    let default_value = match default {
        Some(text) => text.as_ptr(),
        None => null(),
    };
    ArgumentInfo(zend_internal_arg_info { name: name.as_ptr(), type_: kind, default_value })
}

const NULL: u32 = 1 << IS_NULL;
const FALSE: u32 = 1 << IS_FALSE;
const TRUE: u32 = 1 << IS_TRUE;
const BOOL: u32 = FALSE | TRUE;
const INT: u32 = 1 << IS_LONG;
const FLOAT: u32 = 1 << IS_DOUBLE;
const STRING: u32 = 1 << IS_STRING;
const ARRAY: u32 = 1 << IS_ARRAY;
const CALLABLE: u32 = 1 << IS_CALLABLE;
const MIXED: u32 = MAY_BE_ANY;

const fn kind(mask: u32) -> zend_type {
    zend_type { ptr: null_mut(), type_mask: mask }
}

const fn class(name: &'static CStr, mask: u32) -> zend_type {
    // From 8.3 a name in a table is told apart from a zend_string by a bit of its own.
    #[cfg(php83)]
    const NAME: u32 = ext_php_rs::ffi::_ZEND_TYPE_LITERAL_NAME_BIT;
    #[cfg(not(php83))]
    const NAME: u32 = ext_php_rs::ffi::_ZEND_TYPE_NAME_BIT;
    zend_type { ptr: name.as_ptr() as *mut c_void, type_mask: NAME | mask }
}

/// A class of the stub.
pub struct ClassDefinition {
    name: &'static CStr,
    parent: Option<&'static CStr>,
    is_final: bool,
    methods: &'static [Function],
    properties: &'static [(&'static CStr, i64)],
}

/// A constant of the stub.
pub struct Constant {
    name: &'static CStr,
    value: ConstantValue,
}

enum ConstantValue {
    Int(i64),
    Text(&'static CStr),
}

/// Registers everything; called once, from MINIT.
///
/// # Safety
///
/// The engine must be starting the module up.
pub unsafe fn register(module_number: c_int) {
    for constant in &CONSTANTS {
        // SAFETY: name and value live as long as the process.
        unsafe { register_constant(constant, module_number) };
    }
    for definition in &CLASSES {
        // SAFETY: the tables live as long as the process.
        let entry = unsafe { register_class(definition) };
        super::object::install(definition.name, entry);
    }
}

/// The function table of the module.
pub fn functions() -> *const FunctionEntry {
    FUNCTIONS.0.as_ptr().cast()
}

unsafe fn register_constant(constant: &Constant, module_number: c_int) {
    let flags = (CONST_CS | CONST_PERSISTENT) as c_int;
    let (name, length) = (constant.name.as_ptr(), constant.name.count_bytes());
    // SAFETY: name and text are NUL-terminated and static.
    unsafe {
        match constant.value {
            ConstantValue::Int(number) => zend_register_long_constant(name, length, number, flags, module_number),
            ConstantValue::Text(text) => {
                zend_register_string_constant(name, length, text.as_ptr(), flags, module_number)
            }
        }
    }
}

unsafe fn register_class(definition: &ClassDefinition) -> *mut zend_class_entry {
    // SAFETY: a zeroed class entry with a name and a method table is what INIT_CLASS_ENTRY makes; the engine copies it.
    unsafe {
        let mut blank: zend_class_entry = std::mem::zeroed();
        if let Some(intern) = zend_string_init_interned {
            blank.name = intern(definition.name.as_ptr(), definition.name.count_bytes(), true);
        }
        blank.info.internal.builtin_functions = definition.methods.as_ptr().cast();
        let parent = if definition.parent.is_some() { zend_ce_exception } else { null_mut() };
        let entry = zend_register_internal_class_ex(&raw mut blank, parent);
        if definition.is_final {
            (*entry).ce_flags |= ZEND_ACC_FINAL;
        }
        for (name, default) in definition.properties {
            zend_declare_property_long(entry, name.as_ptr(), name.count_bytes(), *default, ZEND_ACC_PUBLIC as c_int);
        }
        entry
    }
}

/// A debug build of PHP checks internal functions' arguments against their arginfo, and ends the process where the
/// function is more tolerant.  The declared types of these few are for readers; they check the values themselves.
///
/// # Safety
///
/// Everything must be registered.
pub unsafe fn trust_lenient_functions() {
    for (class, name) in &LENIENT {
        // SAFETY: the tables are the engine's own and filled.
        unsafe {
            let globals = ext_php_rs::ffi::ext_php_rs_compiler_globals();
            let mut table: *const HashTable = (*globals).function_table;
            if let Some(class) = class {
                let entry: *mut zend_class_entry =
                    zend_hash_str_find_ptr_lc((*globals).class_table, class.as_ptr(), class.count_bytes()).cast();
                if entry.is_null() {
                    continue;
                }
                table = &raw const (*entry).function_table;
            }
            let found: *mut zend_function = zend_hash_str_find_ptr_lc(table, name.as_ptr(), name.count_bytes()).cast();
            if !found.is_null() {
                (*found).common.fn_flags &= !ZEND_ACC_HAS_TYPE_HINTS;
            }
        }
    }
}
