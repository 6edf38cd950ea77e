//! The Gearman protocol: bytes in, packets out.  No IO, no clock, no PHP.
//!
//! A packet is a 12-byte header (magic, type, length) and NUL-separated arguments, of which the last runs to
//! the end of the packet and may hold any bytes.

mod arguments;
mod assignment;
mod codec;
mod command;
mod describe;
mod header;
mod packet;
mod payload;
pub mod text;

#[cfg(test)]
mod tests;

pub use assignment::Assignment;
pub use codec::{announced, decode, decode_parted, payload_of};
pub use command::Command;
pub use describe::describe;
pub use packet::{Mode, Priority, Progress, Request, Response, Submission};
pub use payload::Payload;
