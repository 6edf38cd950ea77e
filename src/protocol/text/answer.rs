//! What the lines of an answer come to.

use bytes::Bytes;

use super::refusal::{garbage, refusal, silence};
use super::rows::number;
use crate::error::Result;

/// An answer in the making.
pub trait Answer: Clone {
    /// What it comes to.
    type Found;

    /// The next line.
    fn take(&mut self, line: Bytes) -> Result<()>;

    /// The fence has come.
    fn end(self) -> Result<Self::Found>;
}

/// The answer to `version`.
#[derive(Clone, Debug, Default)]
pub struct Version(Option<Bytes>);

impl Answer for Version {
    type Found = Bytes;

    fn take(&mut self, line: Bytes) -> Result<()> {
        only(&mut self.0, value(&line)?, &line)
    }

    fn end(self) -> Result<Bytes> {
        self.0.ok_or_else(silence)
    }
}

/// The answer to `getpid`.
#[derive(Clone, Debug, Default)]
pub struct Pid(Option<i64>);

impl Answer for Pid {
    type Found = i64;

    fn take(&mut self, line: Bytes) -> Result<()> {
        let pid = number(&value(&line)?).ok_or_else(|| garbage(&line))?;
        only(&mut self.0, pid, &line)
    }

    fn end(self) -> Result<i64> {
        self.0.ok_or_else(silence)
    }
}

/// The answer to a command that does something.
#[derive(Clone, Debug, Default)]
pub struct Verdict(Option<Result<()>>);

impl Verdict {
    /// What it is so far.
    pub(super) fn so_far(&self) -> Option<&Result<()>> {
        self.0.as_ref()
    }
}

impl Answer for Verdict {
    type Found = ();

    fn take(&mut self, line: Bytes) -> Result<()> {
        let verdict = match &line[..] {
            b"OK" => Ok(()),
            _ => Err(refusal(&line).ok_or_else(|| garbage(&line))?),
        };
        only(&mut self.0, verdict, &line)
    }

    fn end(self) -> Result<()> {
        self.0.unwrap_or_else(|| Err(silence()))
    }
}

/// What follows `OK `; a gearmand that was built without a version answers `OK ` to `version`.
fn value(line: &Bytes) -> Result<Bytes> {
    let value = line.strip_prefix(b"OK ").ok_or_else(|| refusal(line).unwrap_or_else(|| garbage(line)))?;
    Ok(line.slice_ref(value))
}

/// A second line is one too many.
fn only<T>(place: &mut Option<T>, value: T, line: &Bytes) -> Result<()> {
    if place.replace(value).is_some() { Err(garbage(line)) } else { Ok(()) }
}
