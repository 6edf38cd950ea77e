//! The variable that a caller passed, behind the value that we got.
//!
//! PHP's manual has `addTask(..., mixed &$context)`, and scripts written after it collect results in that variable.
//! The real signature takes a value, and must go on to: by-reference arginfo would be a fatal error for subclasses
//! that override the method, would create array keys that do not exist, and could not take read-only properties.
//! So the caller's code is looked at instead: where it passes a plain variable, that variable is found and made a
//! reference, exactly as the engine would have done for a by-reference parameter.  Not under opcache's JIT, whose
//! machine code may rely on the type that the variable had before a call by value.

use ext_php_rs::ffi::{IS_UNDEF, ZEND_USER_FUNCTION, zend_op};
use ext_php_rs::types::Zval;
use ext_php_rs::zend::ExecuteData;

use super::ini::jit_may_run;
use super::value::{clone_of, make_reference};
use super::zend::current_frame;

/// Zend's opcodes that this has to tell apart; their numbers are part of its module API and have not changed since
/// PHP 7.0 (`Zend/zend_vm_opcodes.h`).
mod opcode {
    pub const SEND_VAR_EX: u8 = 66;
    pub const SEND_FUNC_ARG: u8 = 185;
    /// What begins a call: INIT_FCALL and its relatives, and NEW.
    pub const BEGIN: [u8; 8] = [59, 61, 68, 69, 112, 113, 118, 128];
    /// What ends a call: DO_FCALL and its relatives, and CALLABLE_CONVERT.
    pub const END: [u8; 5] = [60, 129, 130, 131, 202];
}

/// `IS_UNUSED` and `IS_CV`, the kinds of operands (`Zend/zend_compile.h`).
const UNUSED: u8 = 0;
const COMPILED_VARIABLE: u8 = 8;

/// A reference shared with the variable that was passed for `argument`, an argument of the running function.
/// `None` when something else was passed, or the variable cannot be known.
///
/// Only operations that the engine itself would turn into passing a reference count (SEND_VAR_EX, SEND_FUNC_ARG):
/// everywhere else opcache may have concluded that the variable is no reference.
pub fn variable_behind(argument: &Zval) -> Option<Zval> {
    let frame: *mut ExecuteData = current_frame();
    // SAFETY: we are called from a handler, so there is a frame, and its arguments follow it in the same stack page.
    unsafe {
        let number = argument_number(frame, argument)?;
        let caller = (*frame).prev_execute_data.as_mut()?;
        let function = caller.func.as_ref()?;
        if u32::from(function.type_) != ZEND_USER_FUNCTION {
            return None;
        }
        let variable = sent_variable(caller.opline, function.op_array.opcodes, number)?;
        let place: *mut Zval = std::ptr::from_mut(caller).byte_add(variable as usize).cast();
        if (*place).u1.type_info == IS_UNDEF || jit_may_run() {
            return None;
        }
        make_reference(place);
        Some(clone_of(&*place))
    }
}

/// Which argument of `frame` this is, from 1.
unsafe fn argument_number(frame: *mut ExecuteData, argument: &Zval) -> Option<u32> {
    // ZEND_CALL_FRAME_SLOT: the frame, in units of a value.
    let slots = size_of::<ExecuteData>().div_ceil(size_of::<Zval>());
    // SAFETY: both point into one frame.
    let offset = unsafe { std::ptr::from_ref(argument).offset_from(frame.cast()) };
    u32::try_from(offset).ok()?.checked_sub(u32::try_from(slots).ok()?).map(|index| index + 1)
}

/// The variable that the call ending at `call` sends as its argument `number`.
unsafe fn sent_variable(call: *const zend_op, first: *const zend_op, number: u32) -> Option<u32> {
    let mut nested = 0;
    let mut operation = call;
    // SAFETY: `operation` stays between the first operation of the function and the call.
    unsafe {
        while operation > first {
            operation = operation.sub(1);
            let code = (*operation).opcode;
            if opcode::END.contains(&code) {
                nested += 1;
            } else if opcode::BEGIN.contains(&code) {
                if nested == 0 {
                    return None;
                }
                nested -= 1;
            } else if nested == 0
                && matches!(code, opcode::SEND_VAR_EX | opcode::SEND_FUNC_ARG)
                && (*operation).op1_type == COMPILED_VARIABLE
                && (*operation).op2_type == UNUSED
                && (*operation).op2.num == number
            {
                return Some((*operation).op1.var);
            }
        }
    }
    None
}
