//! Which process made a value: what was inherited through `fork()` belongs to the parent.
//!
//! A child shares its parent's sockets.  Writing to one would mix two processes into one stream, and shutting it down
//! would end the parent's.  So whatever has a socket remembers the process that made it, and in any other process it
//! is closed without a word and forgotten.

use std::sync::atomic::{AtomicU32, Ordering};

use once_cell::sync::OnceCell;

use crate::stats;

/// How many forks lie between this process and the first one of its line that asked.
static GENERATION: AtomicU32 = AtomicU32::new(0);

extern "C" fn count_fork() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
    stats::reset();
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
            // SAFETY: the handler only touches atomics.  The C library forgets it when this module is unloaded.
            unsafe { libc::pthread_atfork(None, None, Some(count_fork)) };
        });
        Self(GENERATION.load(Ordering::Relaxed))
    }

    /// Whether the value was made by a parent of the running process.
    pub fn is_foreign(self) -> bool {
        self != Self::here()
    }
}
