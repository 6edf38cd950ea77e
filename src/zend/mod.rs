//! What any PHP extension needs: objects with a state, calls, arguments, values, callables, exceptions, settings,
//! and waiting with signals.  It knows Zend, and nothing of what this extension is for.

pub mod arguments;
pub mod array;
pub mod call;
pub mod callback;
pub mod date;
pub mod definition;
pub mod engine;
pub mod exception;
pub mod halt;
pub mod held;
pub mod incoming;
pub mod iteration;
pub mod lifecycle;
pub mod object;
pub mod returning;
pub mod settings;
pub mod sigaction;
pub mod signals;
pub mod signature;
pub mod stream;
pub mod text;
pub mod value;
pub mod wait_handler;
pub mod waiting;
pub mod warning;
