//! The NUL-separated arguments of a packet.

use bytes::{Buf, Bytes};

use super::command::{Command, Last};
use crate::error::{Error, Result, ReturnCode};

/// The arguments of one packet, in order, cut off its body one by one.
pub struct Arguments {
    command: Command,
    body: Bytes,
    left: usize,
}

impl Arguments {
    /// Those that `command` has.
    pub fn new(command: Command, body: Bytes) -> Result<Self> {
        let left = command.arguments();
        if left == 0 && !body.is_empty() {
            return Err(wrong_arguments(command));
        }
        Ok(Self { command, body, left })
    }

    /// The next argument; empty when there is none, which the table in `command.rs` rules out.
    pub fn take(&mut self) -> Result<Bytes> {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            return self.take_last();
        }
        let end = memchr::memchr(0, &self.body).ok_or_else(|| wrong_arguments(self.command))?;
        let argument = self.body.split_to(end);
        self.body.advance(1);
        Ok(argument)
    }

    /// Gearmand ends some last arguments with a NUL and some not; the NUL of a text is dropped, the bytes of a payload
    /// are left alone.
    fn take_last(&mut self) -> Result<Bytes> {
        let mut last = std::mem::take(&mut self.body);
        if self.command.last() == Last::Text {
            if last.last() == Some(&0) {
                last.truncate(last.len() - 1);
            }
            if memchr::memchr(0, &last).is_some() {
                return Err(wrong_arguments(self.command));
            }
        }
        Ok(last)
    }
}

pub fn wrong_arguments(command: Command) -> Error {
    Error::new(ReturnCode::InvalidPacket, format!("the server sent {} with wrong arguments", command.name()))
}
