//! The embedded tokio runtime: one per PHP thread, made on first use, driven only inside [`wait`].
//!
//! It has no threads and no tasks of its own: between two calls nothing runs.

use std::cell::RefCell;
use std::future::poll_fn;
use std::mem::ManuallyDrop;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};

use crate::error::{Error, Result, ReturnCode};
use crate::process::Origin;

/// How often a wait looks whether PHP wants to be interrupted: tokio swallows EINTR.  An idle wait costs 0.4 % of
/// a core at this interval, and a signal handler runs well within 100 ms.
const TICK: Duration = Duration::from_millis(25);

/// How a wait ended.
#[derive(Debug)]
pub enum Wait<T> {
    /// With what was waited for.
    Ready(T),
    /// Its deadline has passed.
    TimedOut,
    /// PHP has something to run first: a signal handler, the end of its time limit.
    Interrupted,
}

/// Until when a call may wait.
#[derive(Clone, Copy, Debug)]
pub enum Deadline {
    /// As long as it takes.
    Never,
    /// Until then.
    At(Instant),
    /// Not at all: take what is there.
    Now,
}

impl Deadline {
    /// `milliseconds` from now; a negative number is forever, as in `setTimeout(-1)`.
    pub fn after_ms(milliseconds: i64) -> Self {
        match u64::try_from(milliseconds) {
            Err(_) => Self::Never,
            Ok(0) => Self::Now,
            Ok(ms) => Instant::now().checked_add(Duration::from_millis(ms)).map_or(Self::Never, Self::At),
        }
    }

    fn has_passed(self) -> bool {
        match self {
            Self::Never => false,
            Self::At(instant) => Instant::now() >= instant,
            Self::Now => true,
        }
    }

    fn next_tick(self) -> Instant {
        let tick = Instant::now() + TICK;
        match self {
            Self::At(instant) => tick.min(instant),
            Self::Never | Self::Now => tick,
        }
    }
}

/// Polls until `poll` is ready, the deadline passes, or `interrupted` says that PHP has to run.
///
/// `poll` must keep its progress in what it borrows: it is called again after an interruption, by another wait.
/// It never runs PHP code; nothing that does may be called from it.
pub fn wait<T>(
    deadline: Deadline,
    interrupted: impl Fn() -> bool,
    mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>,
) -> Result<Wait<T>> {
    let embedded = current()?;
    Ok(embedded.runtime.block_on(async {
        // Sockets made just now are known to be readable or writable only after the driver has turned once.
        let mut turned = false;
        let mut tick = None;
        poll_fn(|cx| {
            if let Poll::Ready(value) = poll(cx) {
                return Poll::Ready(Wait::Ready(value));
            }
            if interrupted() {
                return Poll::Ready(Wait::Interrupted);
            }
            if deadline.has_passed() {
                if turned {
                    return Poll::Ready(Wait::TimedOut);
                }
                turned = true;
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            let timer = tick.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline.next_tick().into())));
            while timer.as_mut().poll(cx).is_ready() {
                timer.as_mut().reset(deadline.next_tick().into());
                if deadline.has_passed() {
                    cx.waker().wake_by_ref();
                    break;
                }
            }
            Poll::Pending
        })
        .await
    }))
}

/// As [`wait`], but any signal ends it, also one whose handler PHP runs only later (without `pcntl_async_signals`).
///
/// Signals are held back except while the kernel waits on `sockets`, so none is missed between two looks.
pub fn wait_or_signal<T>(
    deadline: Deadline,
    sockets: impl Fn() -> Vec<libc::pollfd>,
    mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>,
) -> Result<Wait<T>> {
    let held = HeldSignals::new();
    loop {
        if let ready @ Wait::Ready(_) = wait(Deadline::Now, || false, &mut poll)? {
            return Ok(ready);
        }
        if deadline.has_passed() {
            return Ok(Wait::TimedOut);
        }
        if held.interrupt_poll(&mut sockets(), deadline.next_tick().saturating_duration_since(Instant::now())) {
            return Ok(Wait::Interrupted);
        }
    }
}

/// Keeps signals pending for as long as it lives.
struct HeldSignals {
    before: libc::sigset_t,
}

impl HeldSignals {
    fn new() -> Self {
        // SAFETY: the sets are filled in by the calls that are given them.
        unsafe {
            let (mut all, mut before) = (std::mem::zeroed(), std::mem::zeroed());
            libc::sigfillset(&raw mut all);
            libc::pthread_sigmask(libc::SIG_SETMASK, &raw const all, &raw mut before);
            Self { before }
        }
    }

    /// Waits on `sockets` with signals let through; true when one came.
    fn interrupt_poll(&self, sockets: &mut [libc::pollfd], limit: Duration) -> bool {
        let limit = libc::timespec {
            tv_sec: libc::time_t::try_from(limit.as_secs()).unwrap_or_default(),
            tv_nsec: libc::c_long::from(limit.subsec_nanos()),
        };
        // SAFETY: the sockets and the time limit live as long as the call.
        let ready = unsafe {
            libc::ppoll(sockets.as_mut_ptr(), sockets.len() as libc::nfds_t, &raw const limit, &raw const self.before)
        };
        ready < 0 && std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted
    }
}

impl Drop for HeldSignals {
    fn drop(&mut self) {
        // SAFETY: puts back what `new` found.
        unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &raw const self.before, std::ptr::null_mut()) };
    }
}

struct Embedded {
    runtime: ManuallyDrop<Runtime>,
    origin: Origin,
}

impl Drop for Embedded {
    fn drop(&mut self) {
        if !self.origin.is_foreign() {
            // SAFETY: dropped once, here.  A foreign runtime is leaked: its driver shares the parent's epoll.
            unsafe { ManuallyDrop::drop(&mut self.runtime) };
        }
    }
}

thread_local! {
    static RUNTIME: RefCell<Option<Rc<Embedded>>> = const { RefCell::new(None) };
}

/// This thread's runtime, a new one in a process that inherited its parent's.
fn current() -> Result<Rc<Embedded>> {
    RUNTIME.with_borrow_mut(|slot| {
        if let Some(embedded) = slot.as_ref().filter(|embedded| !embedded.origin.is_foreign()) {
            return Ok(Rc::clone(embedded));
        }
        let runtime = Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()
            .map_err(|cause| Error::new(ReturnCode::Errno, format!("cannot start the event loop: {cause}")))?;
        let embedded = Rc::new(Embedded { runtime: ManuallyDrop::new(runtime), origin: Origin::here() });
        *slot = Some(Rc::clone(&embedded));
        Ok(embedded)
    })
}
