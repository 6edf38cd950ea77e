//! What a value may do that was inherited through `fork()`.
//!
//! A child shares its parent's sockets and epoll descriptor.  Dropping a tokio socket there deregisters it from
//! the shared epoll, and the parent never hears from it again (measured: the parent hangs); writing to it would
//! mix two processes into one stream.  So whatever touches the kernel remembers the process that made it, and in
//! any other process it is closed by its bare descriptor and forgotten.

use std::mem::ManuallyDrop;
use std::os::fd::{AsRawFd, RawFd};
use std::sync::atomic::{AtomicU32, Ordering};

use once_cell::sync::OnceCell;

/// How many forks lie between this process and the first one of its line that asked.
static GENERATION: AtomicU32 = AtomicU32::new(0);

extern "C" fn count_fork() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
}

/// The process that made a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin(u32);

impl Origin {
    /// The running process.  Counts forks instead of asking for the process id: this is asked several times in every
    /// call, and `getpid` is a system call.
    pub fn here() -> Self {
        static COUNTING: OnceCell<()> = OnceCell::new();
        COUNTING.get_or_init(|| {
            // SAFETY: the handler only touches an atomic.  The C library forgets it when this module is unloaded.
            unsafe { libc::pthread_atfork(None, None, Some(count_fork)) };
        });
        Self(GENERATION.load(Ordering::Relaxed))
    }

    /// Whether the value was made by a parent of the running process.
    pub fn is_foreign(self) -> bool {
        self != Self::here()
    }
}

/// A socket that is dropped in the process that made it, and only closed in any other.
#[derive(Debug)]
pub struct ForkSafe<T: AsRawFd> {
    value: ManuallyDrop<T>,
    origin: Origin,
}

impl<T: AsRawFd> ForkSafe<T> {
    /// Takes over a socket made by this process.
    pub fn new(value: T) -> Self {
        Self { value: ManuallyDrop::new(value), origin: Origin::here() }
    }

    /// The socket.
    pub fn get(&self) -> &T {
        &self.value
    }

    /// The socket, to read from and write to.
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: AsRawFd> AsRawFd for ForkSafe<T> {
    fn as_raw_fd(&self) -> RawFd {
        self.value.as_raw_fd()
    }
}

impl<T: AsRawFd> Drop for ForkSafe<T> {
    fn drop(&mut self) {
        if self.origin.is_foreign() {
            // SAFETY: the descriptor belongs to `value`, which is never used or dropped after this.
            unsafe { libc::close(self.value.as_raw_fd()) };
        } else {
            // SAFETY: `value` is dropped once, here, and not used afterwards.
            unsafe { ManuallyDrop::drop(&mut self.value) };
        }
    }
}
