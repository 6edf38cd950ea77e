//! Cuts a stream of bytes into responses.

use std::ops::Range;

use bytes::{Buf, Bytes, BytesMut};

use super::arguments::Arguments;
use super::command::{Command, Direction, Last};
use super::header::{HEADER, MAX_BODY, MAX_HEAD, MAX_TEXT_BODY, RESPONSE_MAGIC};
use super::packet::Response;
use crate::error::{Error, Result, ReturnCode};

/// Takes one response off the front of `buffer`.
///
/// `Ok(None)` means that more bytes are needed; nothing is taken and nothing is reserved for them, since the
/// length in a header is only somebody's claim.  After an error the stream is out of step and must be closed.
#[inline]
pub fn decode(buffer: &mut BytesMut) -> Result<Option<Response>> {
    #[cfg(feature = "injected-panics")]
    crate::injected::panic_in("protocol");
    let Some((header, _)) = buffer.split_first_chunk::<HEADER>() else {
        return check_prefix(buffer).map(|()| None);
    };
    let (command, length) = parse_header(header)?;
    if buffer.len() < HEADER + length {
        return Ok(None);
    }
    buffer.advance(HEADER);
    let body = buffer.split_to(length).freeze();
    Response::parse(command, Arguments::new(command, body)?).map(Some)
}

/// The same of a packet whose [payload](payload_of) was taken out of the stream: `head` is all that came before it.
#[cold]
pub fn decode_parted(head: &mut BytesMut, payload: Bytes) -> Result<Response> {
    let (command, _) = match head.split_first_chunk::<HEADER>() {
        Some((header, _)) => parse_header(header)?,
        None => return Err(invalid_magic(head)),
    };
    head.advance(HEADER);
    let body = head.split().freeze();
    Ok(Response::parse(command, Arguments::new(command, body)?)?.with_payload(payload))
}

/// Where the payload of the first packet of `buffer` is, once all that comes before it is there; `None` also when it has
/// none.
pub fn payload_of(buffer: &[u8]) -> Option<Range<usize>> {
    let (command, length) = parse_header(buffer.first_chunk::<HEADER>()?).ok()?;
    if command.last() != Last::Payload {
        return None;
    }
    let head = buffer.get(..buffer.len().min(HEADER + length).min(MAX_HEAD))?;
    let mut start = HEADER;
    for _ in 1..command.arguments() {
        start += memchr::memchr(0, head.get(start..)?)? + 1;
    }
    Some(start..HEADER + length)
}

/// How long the first packet of `buffer`, whose header [`decode`] has accepted, says that it is; 0 when that is not known.
pub fn announced(buffer: &[u8]) -> usize {
    match buffer.first_chunk::<HEADER>() {
        Some([0, .., a, b, c, d]) => HEADER + u32::from_be_bytes([*a, *b, *c, *d]) as usize,
        _ => 0,
    }
}

/// Refuses a stream that cannot become a packet before twelve bytes of it have arrived.
fn check_prefix(start: &[u8]) -> Result<()> {
    if start.iter().zip(RESPONSE_MAGIC).any(|(got, want)| *got != want) {
        return Err(invalid_magic(start));
    }
    Ok(())
}

#[inline]
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

fn invalid_magic(start: &[u8]) -> Error {
    let shown: String = start.iter().take(4).map(|byte| byte.escape_ascii().to_string()).collect();
    Error::new(ReturnCode::InvalidMagic, format!("the server sent \"{shown}\" where a packet should begin"))
        .advising("is this the port of a gearmand, and does it want TLS?")
}
