//! Waiting from PHP: signal handlers and the time limit run while a call waits.

use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

use ext_php_rs::ffi::zend_interrupt_function;

use super::engine::{current_frame, pending_exception, timed_out, vm_interrupt, zend_timeout};
use super::halt::{Halt, Php, guarded};
use crate::error::{Error, ReturnCode};
use crate::runtime::{self, Deadline, Wait};

/// How a wait ended.
pub enum Waited<T> {
    /// With what was waited for.
    Ready(T),
    /// The deadline has passed.
    TimedOut,
    /// A signal handler ran, and the caller asked to be told.
    Signalled,
    /// The event loop could not be started.
    Failed(Error),
}

/// What a signal does to a wait.
#[derive(Clone, Copy)]
pub enum OnSignal<'a> {
    /// Its handler runs, then the wait goes on until the same deadline.
    GoOn,
    /// Its handler runs, if PHP runs handlers at once, and the wait is over (`STOP_WAIT_ON_SIGNAL`).  The sockets are
    /// those that the wait is for.
    Stop(&'a dyn Fn() -> Vec<libc::pollfd>),
}

/// Polls until ready.  `poll` borrows what it needs for the length of each poll: between two polls signal handlers
/// run, and they may use the same object.
pub fn wait<T>(
    deadline: Deadline,
    on_signal: OnSignal<'_>,
    mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>,
) -> Php<Waited<T>> {
    loop {
        // A destructor may have thrown since the last wait.
        if !pending_exception().is_null() {
            return Err(Halt::Exception);
        }
        let waited = match on_signal {
            OnSignal::GoOn => runtime::wait(deadline, is_interrupted, &mut poll),
            OnSignal::Stop(sockets) => runtime::wait_or_signal(deadline, sockets, &mut poll),
        };
        match waited {
            Ok(Wait::Ready(value)) => return Ok(Waited::Ready(value)),
            Ok(Wait::TimedOut) => return Ok(Waited::TimedOut),
            Err(error) => return Ok(Waited::Failed(error)),
            Ok(Wait::Interrupted) => run_interrupt()?,
        }
        if matches!(on_signal, OnSignal::Stop(_)) {
            return Ok(Waited::Signalled);
        }
    }
}

/// The error of a wait that a signal has ended: libgearman calls that GEARMAN_IO_WAIT.
pub fn signalled() -> Error {
    Error::new(ReturnCode::IoWait, "a signal has ended the wait")
}

/// Polls until ready or late, without running anything of PHP: for the moments when it must not run.
pub fn wait_undisturbed<T>(deadline: Deadline, poll: impl FnMut(&mut Context<'_>) -> Poll<T>) -> Option<T> {
    match runtime::wait(deadline, || false, poll) {
        Ok(Wait::Ready(value)) => Some(value),
        _ => None,
    }
}

fn is_interrupted() -> bool {
    vm_interrupt().load(Ordering::Relaxed)
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
