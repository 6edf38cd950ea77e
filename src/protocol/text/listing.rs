//! An answer that is a list.

use bytes::Bytes;

use super::answer::Answer;
use super::refusal::{quoted, refusal};
use super::rows::Row;
use crate::error::{Error, Result, ReturnCode};

/// The most memory that a list may take, in bytes.
pub const MAX_LIST: usize = 128 * 1024 * 1024;

/// A list of rows up to a dot.
#[derive(Clone, Debug)]
pub struct Listing<R> {
    rows: Vec<R>,
    size: usize,
    /// Whether the last line was a dot: the end, unless something follows.
    has_dot: bool,
    /// What the server says against it.
    refusal: Option<Error>,
}

impl<R> Default for Listing<R> {
    fn default() -> Self {
        Self { rows: Vec::new(), size: 0, has_dot: false, refusal: None }
    }
}

impl<R: Row> Answer for Listing<R> {
    type Found = Vec<R>;

    fn take(&mut self, line: Bytes) -> Result<()> {
        if self.has_dot {
            self.add(&Bytes::from_static(b"."))?;
        }
        self.has_dot = &line[..] == b".";
        if self.has_dot { Ok(()) } else { self.add(&line) }
    }

    fn end(self) -> Result<Vec<R>> {
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        if self.has_dot { Ok(self.rows) } else { Err(invalid::<R>("has no end")) }
    }
}

impl<R: Row> Listing<R> {
    fn add(&mut self, line: &Bytes) -> Result<()> {
        match R::parse(line) {
            Some(row) if self.refusal.is_none() => self.rows.push(row),
            None if self.rows.is_empty() && self.refusal.is_none() => {
                self.refusal = Some(refusal(line).ok_or_else(|| unreadable::<R>(line))?);
            }
            _ => return Err(unreadable::<R>(line)),
        }
        self.size += line.len() + size_of::<R>();
        if self.size > MAX_LIST { Err(invalid::<R>(&format!("takes over {MAX_LIST} bytes"))) } else { Ok(()) }
    }
}

fn unreadable<R: Row>(line: &[u8]) -> Error {
    invalid::<R>(&format!("has a line {}", quoted(line)))
}

fn invalid<R: Row>(what: &str) -> Error {
    Error::new(ReturnCode::InvalidPacket, format!("the answer to '{}' {what}", R::COMMAND))
}
