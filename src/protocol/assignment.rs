//! JOB_ASSIGN and its two relatives.

use bytes::Bytes;

use super::arguments::{Arguments, wrong_arguments};
use super::command::Command;
use super::header::MAX_HANDLE;
use crate::error::Result;

/// A job given to this worker: the body of its packet, and where in it the arguments are.  Kept small, since every
/// response is as large: a body is shorter than 2 GiB.
#[derive(Clone, Debug)]
pub struct Assignment {
    body: Bytes,
    /// Where the first arguments end.
    handle_end: u32,
    function_end: u32,
    unique_end: u32,
    workload_start: u32,
    /// The workload, if it is not in the body.
    payload: Option<Box<Bytes>>,
}

impl Assignment {
    pub(super) fn parse(command: Command, mut arguments: Arguments) -> Result<Self> {
        let handle = arguments.take_range()?;
        if handle.is_empty() || handle.len() > MAX_HANDLE {
            return Err(wrong_arguments(command));
        }
        let function = arguments.take_range()?;
        let unique = if command == Command::JobAssign { 0..0 } else { arguments.take_range()? };
        if command == Command::JobAssignAll {
            let _reducer = arguments.take_range()?;
        }
        let workload = arguments.take_range()?;
        Ok(Self {
            body: arguments.into_body(),
            handle_end: handle.end as u32,
            function_end: function.end as u32,
            unique_end: unique.end as u32,
            workload_start: workload.start as u32,
            payload: None,
        })
    }

    /// The workload was kept out of the body.
    pub(super) fn put_workload(&mut self, workload: Bytes) {
        self.payload = Some(Box::new(workload));
    }

    /// Names the job on the server that sent it.
    pub fn handle(&self) -> &[u8] {
        self.part(0, self.handle_end)
    }

    /// The function to call.
    pub fn function(&self) -> &[u8] {
        self.part(self.handle_end + 1, self.function_end)
    }

    /// The key given at submission; empty when the server did not send it.
    pub fn unique(&self) -> &[u8] {
        self.part(self.function_end + 1, self.unique_end)
    }

    /// What to work on.
    pub fn workload(&self) -> &[u8] {
        match &self.payload {
            Some(payload) => payload,
            None => self.body.get(self.workload_start as usize..).unwrap_or_default(),
        }
    }

    /// Empty where it ends before it starts: it was not sent.
    fn part(&self, start: u32, end: u32) -> &[u8] {
        self.body.get(start as usize..end as usize).unwrap_or_default()
    }
}

impl PartialEq for Assignment {
    fn eq(&self, other: &Self) -> bool {
        let arguments = |it| [Self::handle, Self::function, Self::unique, Self::workload].map(|of| of(it));
        arguments(self) == arguments(other)
    }
}

impl Eq for Assignment {}
