//! The Gearman binary protocol: bytes in, packets out.  No IO, no clock, no PHP.
//!
//! A packet is a 12-byte header (magic, type, length) and NUL-separated arguments, of which the last runs to
//! the end of the packet and may hold any bytes.

mod codec;
mod command;
mod packet;

#[cfg(test)]
mod tests;

pub use codec::decode;
pub use packet::{Assignment, Priority, Progress, Request, Response, Submission};

/// The longest function name libgearman and gearmand accept, in bytes (`GEARMAN_FUNCTION_MAX_SIZE`).
pub const MAX_FUNCTION: usize = 512;
/// The longest unique key, in bytes (`GEARMAN_MAX_UNIQUE_SIZE`).
pub const MAX_UNIQUE: usize = 64;
/// The longest job handle, in bytes: `GEARMAN_JOB_HANDLE_SIZE` less its terminating NUL.
pub const MAX_HANDLE: usize = 63;
