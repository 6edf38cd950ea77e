//! JOB_ASSIGN and its two relatives.

use std::ops::Range;

use bytes::Bytes;

use super::arguments::{Arguments, wrong_arguments};
use super::command::Command;
use super::header::MAX_HANDLE;
use crate::error::Result;

/// A job given to this worker: the body of its packet, and where in it the arguments are.
#[derive(Clone, Debug)]
pub struct Assignment {
    body: Bytes,
    handle: Part,
    function: Part,
    unique: Part,
    workload: Part,
}

/// From here to there.  A body is shorter than 2 GiB.
type Part = Range<u32>;

impl Assignment {
    pub(super) fn parse(command: Command, mut arguments: Arguments) -> Result<Self> {
        let mut next = || arguments.take_range().map(|range| range.start as u32..range.end as u32);
        let handle = next()?;
        if handle.is_empty() || handle.len() > MAX_HANDLE {
            return Err(wrong_arguments(command));
        }
        let function = next()?;
        let unique = if command == Command::JobAssign { 0..0 } else { next()? };
        if command == Command::JobAssignAll {
            let _reducer = next()?;
        }
        let workload = next()?;
        Ok(Self { handle, function, unique, workload, body: arguments.into_body() })
    }

    /// Names the job on the server that sent it.
    pub fn handle(&self) -> &[u8] {
        self.part(&self.handle)
    }

    /// The function to call.
    pub fn function(&self) -> &[u8] {
        self.part(&self.function)
    }

    /// The key given at submission; empty when the server did not send it.
    pub fn unique(&self) -> &[u8] {
        self.part(&self.unique)
    }

    /// What to work on.
    pub fn workload(&self) -> &[u8] {
        self.part(&self.workload)
    }

    fn part(&self, part: &Part) -> &[u8] {
        self.body.get(part.start as usize..part.end as usize).unwrap_or_default()
    }
}

impl PartialEq for Assignment {
    fn eq(&self, other: &Self) -> bool {
        let arguments = |it| [Self::handle, Self::function, Self::unique, Self::workload].map(|of| of(it));
        arguments(self) == arguments(other)
    }
}

impl Eq for Assignment {}
