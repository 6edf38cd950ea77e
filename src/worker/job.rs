//! A job that this worker was given.

use bytes::Bytes;

use crate::protocol::Assignment;

/// A job, and the link that its answers go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// What the server said about it.
    pub assignment: Assignment,
    pub(super) server: usize,
    pub(super) epoch: u64,
}

impl Job {
    /// Names the job on its server.
    pub fn handle(&self) -> &Bytes {
        &self.assignment.handle
    }
}
