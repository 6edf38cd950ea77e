//! The NUL-separated arguments of a packet.

use std::ops::Range;

use bytes::{Buf, Bytes};

use super::command::{Command, Last};
use crate::error::{Error, Result, ReturnCode};

/// The arguments of one packet, found in its body one by one.
pub struct Arguments {
    command: Command,
    body: Bytes,
    /// Where the next one begins.
    at: usize,
    left: usize,
}

impl Arguments {
    /// Those that `command` has.
    pub fn new(command: Command, body: Bytes) -> Result<Self> {
        let left = command.arguments();
        if left == 0 && !body.is_empty() {
            return Err(wrong_arguments(command));
        }
        Ok(Self { command, body, at: 0, left })
    }

    /// The next argument; empty when there is none, which the table in `command.rs` rules out.
    #[inline]
    pub fn take(&mut self) -> Result<Bytes> {
        let range = self.take_range()?;
        if self.left > 0 {
            return Ok(self.body.slice(range));
        }
        let mut last = std::mem::take(&mut self.body);
        last.truncate(range.end);
        last.advance(range.start);
        Ok(last)
    }

    /// Where the next argument is.
    #[inline]
    pub fn take_range(&mut self) -> Result<Range<usize>> {
        let rest = self.body.get(self.at..).unwrap_or_default();
        self.left = self.left.saturating_sub(1);
        let length = if self.left > 0 { memchr::memchr(0, rest) } else { self.last_length(rest) };
        let length = length.ok_or_else(|| wrong_arguments(self.command))?;
        let range = self.at..self.at + length;
        self.at = range.end + 1;
        Ok(range)
    }

    /// Gearmand ends some last arguments with a NUL and some not; the NUL of a text is dropped, the bytes of a payload
    /// are left alone.
    fn last_length(&self, last: &[u8]) -> Option<usize> {
        if self.command.last() == Last::Payload {
            return Some(last.len());
        }
        let text = last.strip_suffix(&[0]).unwrap_or(last);
        memchr::memchr(0, text).is_none().then_some(text.len())
    }

    /// All of the packet but its header.
    pub fn into_body(self) -> Bytes {
        self.body
    }
}

#[cold]
pub fn wrong_arguments(command: Command) -> Error {
    Error::new(ReturnCode::InvalidPacket, format!("the server sent {} with wrong arguments", command.name()))
}
