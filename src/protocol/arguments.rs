//! The NUL-separated arguments of a packet.

use bytes::{Buf, Bytes};

use super::command::{Command, Last};
use crate::error::{Error, Result, ReturnCode};

/// All arguments of a packet.  Gearmand ends some last arguments with a NUL and some not; the NUL of a text is
/// dropped, the bytes of a payload are left alone.
pub fn split_arguments(command: Command, mut body: Bytes) -> Result<Arguments> {
    let mut arguments = Arguments::default();
    let count = command.arguments();
    if count == 0 && !body.is_empty() {
        return Err(wrong_arguments(command));
    }
    for index in 1..=count {
        let argument = if index == count {
            std::mem::take(&mut body)
        } else {
            let end = body.iter().position(|byte| *byte == 0).ok_or_else(|| wrong_arguments(command))?;
            let argument = body.split_to(end);
            body.advance(1);
            argument
        };
        arguments.push(argument);
    }
    if command.last() == Last::Text {
        arguments.trim_last(command)?;
    }
    Ok(arguments)
}

/// The arguments of one packet, in order.
#[derive(Default)]
pub struct Arguments {
    values: [Bytes; 6],
    filled: usize,
    taken: usize,
}

impl Arguments {
    fn push(&mut self, argument: Bytes) {
        if let Some(slot) = self.values.get_mut(self.filled) {
            *slot = argument;
            self.filled += 1;
        }
    }

    fn trim_last(&mut self, command: Command) -> Result<()> {
        let Some(last) = self.filled.checked_sub(1).and_then(|index| self.values.get_mut(index)) else {
            return Ok(());
        };
        if last.last() == Some(&0) {
            last.truncate(last.len() - 1);
        }
        if last.contains(&0) { Err(wrong_arguments(command)) } else { Ok(()) }
    }

    /// The next argument; empty when there is none, which the table in `command.rs` rules out.
    pub fn take(&mut self) -> Bytes {
        let value = self.values.get_mut(self.taken).map(std::mem::take).unwrap_or_default();
        self.taken += 1;
        value
    }
}

pub fn wrong_arguments(command: Command) -> Error {
    Error::new(ReturnCode::InvalidPacket, format!("the server sent {} with wrong arguments", command.name()))
}
