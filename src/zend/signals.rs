//! Signals that a call wants to hear of while it runs.

use std::ffi::c_int;
use std::sync::atomic::Ordering;

use ext_php_rs::types::Zval;

use super::exception::{argument_element_error, argument_value_error};
use super::halt::Php;
use super::sigaction::{self, GENERATION};

/// The C library's own, which it lets nobody handle.
const RESERVED: std::ops::Range<c_int> = 32..34;

/// What the kernel lets nobody handle, and what a handler that returns would raise again.
const UNFIT: [c_int; 6] = [libc::SIGKILL, libc::SIGSTOP, libc::SIGSEGV, libc::SIGBUS, libc::SIGFPE, libc::SIGILL];

/// An argument that lists signals; `number` is its place among the arguments.
pub fn listed(argument: &Zval, number: u32) -> Php<Vec<c_int>> {
    let mut signals = Vec::new();
    for element in argument.array().into_iter().flat_map(|array| array.values()) {
        let element = element.dereference();
        let Some(given) = element.long() else {
            return argument_element_error(number, "int", element);
        };
        match c_int::try_from(given) {
            Ok(signal) if is_fit(signal) => signals.push(signal),
            _ => {
                return argument_value_error(
                    number,
                    &format!("must contain only signals that can be handled, {given} given"),
                );
            }
        }
    }
    signals.sort_unstable();
    signals.dedup();
    Ok(signals)
}

fn is_fit(signal: c_int) -> bool {
    (1..=sigaction::MAX).contains(&signal) && !RESERVED.contains(&signal) && !UNFIT.contains(&signal)
}

/// Hears of signals for as long as it lives.  Those that the process ignores stay ignored, and a handler that there is
/// runs as it would.  What it found is put back at the end, and in a child process at once.
///
/// Handlers are the whole process's.  So only its main thread hears of any: with others, they are somebody else's affair.
pub struct Listening {
    /// Each signal, and how often it had arrived before.
    signals: Vec<(c_int, u32)>,
    generation: u32,
    is_closed: bool,
}

impl Listening {
    /// From now on.
    pub fn to(signals: &[c_int]) -> Self {
        let heard = |signal: &c_int| sigaction::install(*signal).then(|| (*signal, sigaction::arrivals(*signal)));
        let signals = if sigaction::is_main_thread() { signals.iter().filter_map(heard).collect() } else { Vec::new() };
        Self { signals, generation: GENERATION.load(Ordering::Relaxed), is_closed: false }
    }

    /// No more; whether any has arrived until then.
    pub fn close(mut self) -> bool {
        self.put_back();
        self.has_heard()
    }

    /// Whether any has arrived.
    pub fn has_heard(&self) -> bool {
        self.signals.iter().any(|(signal, before)| sigaction::arrivals(*signal) != *before)
    }

    fn put_back(&mut self) {
        // A child has put back everything when it was forked.
        let is_own = self.generation == GENERATION.load(Ordering::Relaxed);
        if is_own && !std::mem::replace(&mut self.is_closed, true) {
            self.signals.iter().for_each(|(signal, _)| sigaction::restore(*signal));
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.put_back();
    }
}
