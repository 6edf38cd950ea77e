//! A job that this worker was given.

use std::time::Instant;

use crate::protocol::Assignment;

/// A job, and the link that its answers go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// What the server said about it.
    pub assignment: Assignment,
    pub(super) server: usize,
    pub(super) epoch: u64,
    /// When it was given to be done, if anybody wants to know how long that takes.
    pub(super) begun_at: Option<Instant>,
}

impl Job {
    /// Names the job on its server.
    pub fn handle(&self) -> &[u8] {
        self.assignment.handle()
    }
}
