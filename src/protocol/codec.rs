//! Cuts a stream of bytes into responses.

use bytes::{Buf, Bytes, BytesMut};

use super::command::{Command, Direction, Last};
use super::packet::Response;
use crate::error::{Error, Result, ReturnCode};

/// Bytes of a packet's header.
pub(super) const HEADER: usize = 12;
/// The first four bytes of a packet to the server.
pub(super) const REQUEST_MAGIC: [u8; 4] = *b"\0REQ";
/// The first four bytes of a packet from the server.
pub(super) const RESPONSE_MAGIC: [u8; 4] = *b"\0RES";

/// The longest packet body with a payload that is sent or accepted, in bytes: 2 GiB less one.  PHP strings may
/// be longer, but no gearmand is known to survive them, and a length above this is how garbage looks.
pub const MAX_BODY: usize = i32::MAX as usize;

/// The longest body of a packet without a payload: the text of an ERROR is the longest, libgearman caps it at
/// `GEARMAN_MAX_ERROR_SIZE` (2048).
const MAX_TEXT_BODY: usize = 4096;

/// Takes one response off the front of `buffer`.
///
/// `Ok(None)` means that more bytes are needed; nothing is taken and nothing is reserved for them, since the
/// length in a header is only somebody's claim.  After an error the stream is out of step and must be closed.
pub fn decode(buffer: &mut BytesMut) -> Result<Option<Response>> {
    let Some((header, _)) = buffer.split_first_chunk::<HEADER>() else {
        return check_prefix(buffer).map(|()| None);
    };
    let (command, length) = parse_header(header)?;
    if buffer.len() < HEADER + length {
        return Ok(None);
    }
    buffer.advance(HEADER);
    let body = buffer.split_to(length).freeze();
    Response::parse(command, split_arguments(command, body)?).map(Some)
}

/// Refuses a stream that cannot become a packet before twelve bytes of it have arrived.
fn check_prefix(start: &[u8]) -> Result<()> {
    if start.iter().zip(RESPONSE_MAGIC).any(|(got, want)| *got != want) {
        return Err(invalid_magic(start));
    }
    Ok(())
}

fn parse_header(header: &[u8; HEADER]) -> Result<(Command, usize)> {
    let mut fields = &header[..];
    check_prefix(fields.get(..4).unwrap_or_default())?;
    fields.advance(4);
    let (number, length) = (fields.get_u32(), fields.get_u32() as usize);
    let command = Command::from_number(number)
        .ok_or_else(|| Error::new(ReturnCode::InvalidCommand, format!("the server sent packet type {number}")))?;
    if command.direction() == Direction::ToServer {
        return Err(Error::new(
            ReturnCode::UnexpectedPacket,
            format!("the server sent {}, which only clients and workers send", command.name()),
        ));
    }
    let limit = match command.last() {
        Last::Payload => MAX_BODY,
        Last::Text => MAX_TEXT_BODY,
    };
    if length > limit {
        return Err(Error::new(
            ReturnCode::InvalidPacket,
            format!("the server announced {length} bytes for {}, more than {limit}", command.name()),
        ));
    }
    Ok((command, length))
}

/// All arguments of a packet.  Gearmand ends some last arguments with a NUL and some not; the NUL of a text is
/// dropped, the bytes of a payload are left alone.
fn split_arguments(command: Command, mut body: Bytes) -> Result<Arguments> {
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
pub(super) struct Arguments {
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
    pub(super) fn take(&mut self) -> Bytes {
        let value = self.values.get_mut(self.taken).map(std::mem::take).unwrap_or_default();
        self.taken += 1;
        value
    }
}

pub(super) fn wrong_arguments(command: Command) -> Error {
    Error::new(ReturnCode::InvalidPacket, format!("the server sent {} with wrong arguments", command.name()))
}

fn invalid_magic(start: &[u8]) -> Error {
    let shown: String = start.iter().take(4).map(|byte| byte.escape_ascii().to_string()).collect();
    Error::new(ReturnCode::InvalidMagic, format!("the server sent \"{shown}\" where a packet should begin"))
}
