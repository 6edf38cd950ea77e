//! Cuts a stream of bytes into lines.

use bytes::{Bytes, BytesMut};

use crate::error::{Error, Result, ReturnCode};

/// The longest line that is accepted, in bytes.  One of `workers` names all functions of a worker.
pub const MAX_LINE: usize = 1024 * 1024;

/// The longest answer of one line.
pub const MAX_ANSWER: usize = 4096;

/// What the fence is asked with.
pub const FENCE_REQUEST: &[u8] = b"\0REQ\0\0\0\x10\0\0\0\x01.";
/// What it is answered with.
pub const FENCE: &[u8] = b"\0RES\0\0\0\x11\0\0\0\x01.";

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A line, without its end.
    Text(Bytes),
    /// The end of the answer.
    Fence,
}

/// Takes the next line, or the fence, off the front of `buffer`.
///
/// `Ok(None)` means that more bytes are needed.  After an error the stream is out of step and must be closed.
pub fn next_line(buffer: &mut BytesMut) -> Result<Option<Line>> {
    if buffer.first() == Some(&0) {
        return next_fence(buffer);
    }
    take_line(buffer, MAX_LINE).map(|line| line.map(Line::Text))
}

/// Whether what `buffer` begins with is text: packets begin with a NUL.
pub fn is_text(buffer: &[u8]) -> bool {
    buffer.first().is_some_and(|byte| *byte != 0)
}

/// Takes the answer of one line that a question between packets gets.
pub fn take_answer(buffer: &mut BytesMut) -> Result<Option<Bytes>> {
    take_line(buffer, MAX_ANSWER)
}

fn take_line(buffer: &mut BytesMut, most: usize) -> Result<Option<Bytes>> {
    let searched = buffer.get(..most).unwrap_or(buffer);
    match memchr::memchr(b'\n', searched) {
        Some(end) => {
            let mut line = buffer.split_to(end + 1);
            line.truncate(end);
            if line.last() == Some(&b'\r') {
                line.truncate(end - 1);
            }
            Ok(Some(line.freeze()))
        }
        None if searched.len() == most => {
            Err(Error::new(ReturnCode::InvalidPacket, format!("the server sent a line of over {most} bytes")))
        }
        None => Ok(None),
    }
}

fn next_fence(buffer: &mut BytesMut) -> Result<Option<Line>> {
    let known = FENCE.len().min(buffer.len());
    if buffer.get(..known) != FENCE.get(..known) {
        return Err(Error::new(ReturnCode::UnexpectedPacket, "the server sent a packet where text was expected"));
    }
    if known < FENCE.len() {
        return Ok(None);
    }
    let _ = buffer.split_to(known);
    Ok(Some(Line::Fence))
}
