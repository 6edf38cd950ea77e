//! Entry and exit of every handler.

use std::any::Any;
use std::ops::RangeInclusive;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use ext_php_rs::ffi::{ZEND_RESULT_CODE_SUCCESS, zend_result};
use ext_php_rs::types::Zval;
use ext_php_rs::zend::{ExecuteData, bailout, run_handler};

use super::arguments::Plain;
use super::halt::{Halt, Php};
use super::object::{State, This};
use super::returning::Return;

/// What `zend_parse_parameters` returns when the arguments fit.
pub const PARSED: zend_result = ZEND_RESULT_CODE_SUCCESS;

/// ZEND_CALL_FRAME_SLOT: how many zvals the frame takes, behind which the arguments lie.
const FRAME_SLOTS: usize = size_of::<ExecuteData>().div_ceil(size_of::<Zval>());

/// One call of one of our functions.
#[derive(Clone, Copy)]
pub struct Call {
    execute_data: *mut ExecuteData,
    return_value: *mut Zval,
}

impl Call {
    /// The call that the engine makes.
    ///
    /// # Safety
    ///
    /// `execute_data` must be a live frame of a function of ours, `return_value` the place for what it returns.
    pub unsafe fn new(execute_data: *mut ExecuteData, return_value: *mut Zval) -> Self {
        Self { execute_data, return_value }
    }

    /// How many arguments were passed.
    pub fn count(self) -> u32 {
        // SAFETY: the frame is live.
        unsafe { (*self.execute_data).This.u2.num_args }
    }

    /// `getThis()`: the object of a method call, null for a function.
    pub fn this(self) -> *mut Zval {
        // SAFETY: the frame is live.
        let this = unsafe { &raw mut (*self.execute_data).This };
        // SAFETY: as above.
        if unsafe { (*this).is_object() } { this } else { std::ptr::null_mut() }
    }

    /// The arguments of a function, when they are as many as it takes.
    pub fn arguments<'a>(self, takes: RangeInclusive<u32>) -> Option<Plain<'a>> {
        let count = self.count();
        // SAFETY: the engine has put the arguments behind the frame, and nothing else runs while they are taken.
        takes.contains(&count).then(|| unsafe {
            let first = self.execute_data.cast::<Zval>().add(FRAME_SLOTS);
            Plain::new(std::slice::from_raw_parts_mut(first, count as usize))
        })
    }

    /// The object of a method, and its arguments when they are as many as it takes.  Called as a function, it has the
    /// object for its first argument.
    pub fn method_arguments<'a, T: State>(
        self,
        object: &mut *mut Zval,
        takes: RangeInclusive<u32>,
    ) -> Option<Plain<'a>> {
        *object = self.this();
        if !object.is_null() {
            return self.arguments(takes);
        }
        let mut arguments = self.arguments(takes.start() + 1..=takes.end() + 1)?;
        arguments.object::<T>(object).then_some(arguments)
    }

    /// The same with the handler of a method.
    pub fn answer_on<T: State, R: Return>(self, object: This<T>, handler: impl FnOnce(This<T>) -> Php<R>) {
        self.answer(|| {
            let answer = handler(object);
            object.settle();
            answer
        });
    }

    /// Runs the handler, and returns to PHP as it ended: with its value, with the exception that is pending, or with
    /// an Error that tells of a panic.
    ///
    /// There is no `zend_try` around it.  Whatever runs PHP code is [`super::halt::guarded`] by itself; anything else
    /// bails out for want of memory only.  That jump passes over the handler's frames wherever it ends, and a `zend_try`
    /// here could but send it on.
    pub fn answer<T: Return>(self, handler: impl FnOnce() -> Php<T>) {
        let ended = catch_unwind(AssertUnwindSafe(|| {
            #[cfg(feature = "injected-panics")]
            crate::injected::panic_in("zend");
            // SAFETY: the engine passes a place for the return value.
            handler().map(|value| value.write(unsafe { &mut *self.return_value }))
        }));
        match ended {
            Ok(Ok(()) | Err(Halt::Exception)) => {}
            // SAFETY: nothing is alive any more in this frame or, the handler having returned, below it.
            Ok(Err(Halt::Bailout)) => unsafe { bailout() },
            Err(panic) => throw(panic),
        }
    }
}

/// Throws what ext-php-rs throws for a panic.
#[cold]
fn throw(panic: Box<dyn Any + Send>) {
    run_handler(AssertUnwindSafe(|| resume_unwind(panic)));
}
