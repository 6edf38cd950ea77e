//! What ends a handler early, and how to let go of values whose destructors may end it.

use std::panic::AssertUnwindSafe;

use ext_php_rs::zend::{CatchError, try_catch};

use super::engine::pending_exception;

/// PHP wants out: the handler drops what it holds and returns at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Halt {
    /// An exception is pending, or an `exit()`.
    Exception,
    /// The engine bailed out of a callback (a fatal error, the time limit); it will go on bailing out where the
    /// handler's entry point ends.
    Bailout,
}

/// The result of anything that may run PHP code.
pub type Php<T> = Result<T, Halt>;

/// Runs something that may run PHP code: an exception it leaves or a bailout becomes a [`Halt`], so that Rust
/// frames are left by returning, never by a longjmp over them.
pub fn guarded<T>(body: impl FnOnce() -> T) -> Php<T> {
    match try_catch(AssertUnwindSafe(body)) {
        Ok(value) if pending_exception().is_null() => Ok(value),
        Ok(_) => Err(Halt::Exception),
        Err(CatchError::Panic(message)) => std::panic::resume_unwind(Box::new(message)),
        Err(_) => Err(Halt::Bailout),
    }
}

/// Lets go of PHP values.  Any but a plain one may run PHP code: a destructor when this was the last hold, the
/// garbage collector when it was not.
pub fn release<T>(held: T) -> Php<()> {
    guarded(move || drop(held))
}

/// Lets go of what was held for something that has ended as `result`.  After a fatal error no destructor may run:
/// the end of the request frees what is left.
pub fn release_after<T, H>(result: Php<T>, held: H) -> Php<T> {
    if matches!(result, Err(Halt::Bailout)) {
        std::mem::forget(held);
        return result;
    }
    release(held)?;
    result
}
