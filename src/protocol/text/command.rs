//! Commands on their way to a server, each with its fence.

use bytes::Bytes;

use super::line::FENCE_REQUEST;
use super::rows::{FunctionStatus, Row};
use crate::error::Result;
use crate::protocol::header::{MAX_FUNCTION, MAX_HANDLE};
use crate::protocol::packet::{Request, check_word};

/// How many jobs of a function the server may hold before it refuses one of this priority; 0 is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// For jobs of high priority.
    pub high: u32,
    /// For jobs of normal priority.
    pub normal: u32,
    /// For jobs of low priority.
    pub low: u32,
}

impl Request {
    /// `version`
    pub fn version() -> Self {
        fenced(&[b"version"])
    }

    /// `getpid`
    pub fn getpid() -> Self {
        fenced(&[b"getpid"])
    }

    /// The command that lists rows of this kind.
    pub fn list<R: Row>() -> Self {
        fenced(&[R::COMMAND.as_bytes()])
    }

    /// `cancel job`
    pub fn cancel_job(handle: &[u8]) -> Result<Self> {
        check_word("job handle", handle, MAX_HANDLE)?;
        Ok(fenced(&[b"cancel job ", handle]))
    }

    /// `create function`
    pub fn create_function(function: &[u8]) -> Result<Self> {
        check_word("function name", function, MAX_FUNCTION)?;
        Ok(fenced(&[b"create function ", function]))
    }

    /// `drop function`
    pub fn drop_function(function: &[u8]) -> Result<Self> {
        check_word("function name", function, MAX_FUNCTION)?;
        Ok(fenced(&[b"drop function ", function]))
    }

    /// `maxqueue`, and `status` to see whether there is such a function: gearmand says OK either way (measured).
    pub fn max_queue(function: &[u8], limits: Limits) -> Result<Self> {
        check_word("function name", function, MAX_FUNCTION)?;
        let Limits { high, normal, low } = limits;
        let numbers = format!(" {high} {normal} {low}\r\n");
        Ok(fenced(&[b"maxqueue ", function, numbers.as_bytes(), FunctionStatus::COMMAND.as_bytes()]))
    }
}

/// Gearmand cuts a letter off the name in `create function` when no carriage return follows it (measured).
fn fenced(parts: &[&[u8]]) -> Request {
    Request::of(Bytes::from([&parts.concat(), &b"\r\n"[..], FENCE_REQUEST].concat()))
}
