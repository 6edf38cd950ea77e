//! Classes and constants as tables say them, registered with the engine.

use std::ffi::{CStr, c_int};
use std::ptr::null_mut;

use ext_php_rs::ffi::{
    CONST_CS, CONST_PERSISTENT, HashTable, ZEND_ACC_FINAL, ZEND_ACC_HAS_TYPE_HINTS, ZEND_ACC_PUBLIC,
    ext_php_rs_compiler_globals, zend_class_entry, zend_function, zend_hash_str_find_ptr_lc,
    zend_register_internal_class_ex, zend_register_long_constant, zend_register_string_constant,
    zend_string_init_interned,
};

use super::engine::zend_declare_property_long;
use super::signature::Function;

/// A class.
pub struct ClassDefinition {
    /// Its name.
    pub name: &'static CStr,
    /// Its parent, registered before it.
    pub parent: Option<&'static CStr>,
    /// Whether it cannot be extended.
    pub is_final: bool,
    /// Its methods, ended by [`Function::end`].
    pub methods: &'static [Function],
    /// Its public properties, all of them ints.
    pub properties: &'static [(&'static CStr, i64)],
}

/// A constant.
pub struct Constant {
    /// Its name.
    pub name: &'static CStr,
    /// Its value.
    pub value: ConstantValue,
}

/// What a constant is.
pub enum ConstantValue {
    /// An int.
    Int(i64),
    /// A string.
    Text(&'static CStr),
}

/// Registers a constant.
///
/// # Safety
///
/// The engine must be starting the module up.
pub unsafe fn register_constant(constant: &'static Constant, module_number: c_int) {
    let flags = (CONST_CS | CONST_PERSISTENT) as c_int;
    let (name, length) = (constant.name.as_ptr(), constant.name.count_bytes());
    // SAFETY: name and text are NUL-terminated and static.
    unsafe {
        match constant.value {
            ConstantValue::Int(number) => {
                zend_register_long_constant(name, length, number, flags, module_number);
            }
            ConstantValue::Text(text) => {
                zend_register_string_constant(name, length, text.as_ptr(), flags, module_number);
            }
        }
    }
}

/// Registers a class.
///
/// # Safety
///
/// The engine must be starting the module up.
pub unsafe fn register_class(definition: &'static ClassDefinition) -> *mut zend_class_entry {
    // SAFETY: a zeroed class entry with a name and a method table is what INIT_CLASS_ENTRY makes; the engine copies it.
    unsafe {
        let mut blank: zend_class_entry = std::mem::zeroed();
        if let Some(intern) = zend_string_init_interned {
            blank.name = intern(definition.name.as_ptr(), definition.name.count_bytes(), true);
        }
        blank.info.internal.builtin_functions = definition.methods.as_ptr().cast();
        let parent = definition.parent.map_or(null_mut(), |name| find_class(name));
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

/// A class that is registered, or null.
unsafe fn find_class(name: &CStr) -> *mut zend_class_entry {
    // SAFETY: the engine is starting the module up, so its table of classes is there.
    unsafe {
        let classes = (*ext_php_rs_compiler_globals()).class_table;
        zend_hash_str_find_ptr_lc(classes, name.as_ptr(), name.count_bytes()).cast()
    }
}

/// A debug build of PHP checks internal functions' arguments against their arginfo, and ends the process where the
/// function is more tolerant.  The declared types of these few are for readers; they check the values themselves.
///
/// # Safety
///
/// Everything must be registered.
pub unsafe fn trust(functions: &[(Option<&CStr>, &CStr)]) {
    for (class, name) in functions {
        // SAFETY: the tables are the engine's own and filled.
        unsafe {
            let globals = ext_php_rs_compiler_globals();
            let mut table: *const HashTable = (*globals).function_table;
            if let Some(class) = class {
                let entry = find_class(class);
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
