//! Gearman's classes for PHP.
//!
//! A handler converts, delegates and converts back.  It holds no borrow while PHP code may run, and gets a
//! [`crate::zend::halt::Halt`] back from whatever may run some.

mod admin;
mod client;
mod endpoint;
mod exception;
mod functions;
mod info;
mod job;
mod module;
mod options;
mod payload;
mod registration;
mod settings;
mod shared;
mod status;
mod task;
mod versions;
mod waits;
mod worker;
