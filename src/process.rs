//! What a value may do that was inherited through `fork()`.
//!
//! A child shares its parent's sockets and epoll descriptor.  Dropping a tokio socket there deregisters it from
//! the shared epoll, and the parent never hears from it again (measured: the parent hangs); writing to it would
//! mix two processes into one stream.  So whatever touches the kernel remembers the process that made it, and in
//! any other process it is closed by its bare descriptor and forgotten.

use std::mem::ManuallyDrop;
use std::os::fd::{AsRawFd, RawFd};

/// The process that made a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin(u32);

impl Origin {
    /// The running process.
    pub fn here() -> Self {
        Self(std::process::id())
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
