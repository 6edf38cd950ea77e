//! Waiting from PHP: signal handlers and the time limit run while a call waits.

use std::sync::atomic::Ordering;
use std::task::Poll;
use std::time::Duration;

use ext_php_rs::ffi::zend_interrupt_function;

use super::engine::{current_frame, pending_exception, timed_out, vm_interrupt, zend_timeout};
use super::halt::{Halt, Php, guarded};
use super::sigaction::all_arrivals;
use super::wait_handler;
use crate::error::{Error, ReturnCode};
use crate::runtime::{self, Deadline, Look, Signals, Wait, Watch};

/// How a wait ended.
pub enum Waited<T> {
    /// With what was waited for.
    Ready(T),
    /// The deadline has passed.
    TimedOut,
    /// A signal came, and the caller asked to be told; its handler has run, if PHP runs handlers at once.
    Signalled,
}

/// Polls until ready.  `poll` borrows what it needs for the length of each poll: between two polls signal handlers
/// run, and they may use the same object.  With [`Signals::Handled`] the wait goes on after them, until the same
/// deadline.
///
/// While the script has set a [`wait_handler`], the kernel waits for nothing: `hand_over` is told what would be waited
/// for, and for how long at most, and calls it.
pub fn wait<T>(
    mut deadline: Deadline,
    signals: Signals,
    mut poll: impl FnMut(&mut Watch) -> Poll<T>,
    mut hand_over: impl FnMut(&Watch, Option<Duration>) -> Php<()>,
) -> Php<Waited<T>> {
    let mut arrivals = all_arrivals();
    loop {
        // A destructor may have thrown since the last wait.
        if !pending_exception().is_null() {
            return Err(Halt::Exception);
        }
        let is_interrupted = || is_interrupted() || all_arrivals() != arrivals;
        let ended = if wait_handler::is_set() {
            let mut watch = Watch::default();
            match runtime::look(&mut deadline, is_interrupted, &mut watch, &mut poll) {
                Look::Ended(ended) => ended,
                Look::Sleep(limit) => {
                    hand_over(&watch, limit)?;
                    continue;
                }
            }
        } else {
            runtime::wait(&mut deadline, signals, is_interrupted, &mut poll)
        };
        match ended {
            Wait::Ready(value) => return Ok(Waited::Ready(value)),
            Wait::TimedOut => return Ok(Waited::TimedOut),
            Wait::Interrupted => run_interrupt()?,
        }
        arrivals = all_arrivals();
        if signals == Signals::Any {
            return Ok(Waited::Signalled);
        }
    }
}

/// The error of a wait that a signal has ended: libgearman calls that GEARMAN_IO_WAIT.
pub fn signalled() -> Error {
    Error::new(ReturnCode::IoWait, "a signal has ended the wait")
}

/// Polls until ready or late, without running anything of PHP: for the moments when it must not run.
pub fn wait_undisturbed<T>(mut deadline: Deadline, poll: impl FnMut(&mut Watch) -> Poll<T>) -> Option<T> {
    match runtime::wait(&mut deadline, Signals::Handled, || false, poll) {
        Wait::Ready(value) => Some(value),
        Wait::TimedOut | Wait::Interrupted => None,
    }
}

fn is_interrupted() -> bool {
    vm_interrupt().load(Ordering::Relaxed)
}

/// Runs the signal handlers that are due, also those that wait for a `pcntl_signal_dispatch()`.
pub fn dispatch_signals() -> Php<()> {
    vm_interrupt().store(true, Ordering::Release);
    run_interrupt()
}

/// What the engine does between two instructions when `EG(vm_interrupt)` is set.
fn run_interrupt() -> Php<()> {
    if !vm_interrupt().swap(false, Ordering::AcqRel) {
        return Ok(());
    }
    guarded(|| {
        // SAFETY: called as the engine calls them, with the running frame; `guarded` catches what they throw.
        unsafe {
            if timed_out() {
                zend_timeout();
            } else if let Some(interrupt) = zend_interrupt_function {
                interrupt(current_frame());
            }
        }
    })
}
