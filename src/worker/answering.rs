//! Telling servers about the jobs they gave.

use std::task::Poll;
use std::time::Instant;

use super::core::Worker;
use super::job::Job;
use super::standing::Standing;
use crate::error::{Error, Result, ReturnCode};
use crate::protocol::{Command, Request};
use crate::runtime::Watch;
use crate::stats::{self, Counter};

impl Worker {
    /// Queues an answer of `job`, for [`poll_sent`](Self::poll_sent) to write.  Fails when the link it came on is gone:
    /// the server has queued the job again by then.
    pub fn send(&mut self, job: &Job, request: &Request) -> Result<()> {
        if !self.has_link_of(job) || self.pool.notice_lost(job.server, Instant::now()) {
            let error = Error::new(ReturnCode::LostConnection, "the connection that the job came on is gone");
            return Err(error.advising("gearmand gives the job to another worker"));
        }
        self.pool.send(job.server, request);
        match request.command() {
            Some(Command::WorkComplete) => stats::count(Counter::JobsWorked),
            Some(Command::WorkFail) => stats::count(Counter::JobsWorkedInVain),
            _ => {}
        }
        Ok(())
    }

    /// The end of `job` was sent.
    pub fn ended(&mut self, job: &Job) {
        if self.has_link_of(job) && self.pool.known_mut(job.server).is_some_and(Standing::end_job) {
            self.tell_withheld(job.server);
        }
    }

    /// Waits until everything sent for `job` is written.
    pub fn poll_sent(&mut self, job: &Job, watch: &mut Watch) -> Poll<Result<()>> {
        if self.has_link_of(job) { self.pool.poll_flush(job.server, watch) } else { Poll::Ready(Ok(())) }
    }

    /// Gives `job` back: its link is closed, and the server queues it again.
    pub fn give_back(&mut self, job: &Job) {
        if self.has_link_of(job) {
            self.settle(job.server);
            stats::count(Counter::JobsGivenBack);
            self.close_to_give_back(job.server);
        }
    }

    /// What is in hand goes with the link.
    pub(super) fn close_to_give_back(&mut self, server: usize) {
        stats::add(Counter::JobsGivenBack, self.pool.known(server).map_or(0, Standing::ahead));
        self.pool.close(server, Error::new(ReturnCode::LostConnection, "closed, to give a job back"));
    }

    pub(super) fn has_link_of(&self, job: &Job) -> bool {
        !self.pool.is_inherited() && self.pool.is_up(job.server) && self.pool.epoch(job.server) == Some(job.epoch)
    }
}
