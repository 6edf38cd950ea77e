//! What a worker does with the jobs in hand when it takes no others.

use std::task::Poll;
use std::time::Duration;

use super::core::Worker;
use super::job::Job;
use super::standing::{Phase, Standing};
use crate::runtime::Watch;

impl Worker {
    /// A job that a server has given or, being asked before, gives now; `None` when there is none.  Asks for nothing.
    pub fn poll_rest(&mut self, watch: &mut Watch) -> Poll<Option<Job>> {
        self.leave_to_parent();
        if let Some(job) = self.receive_all(self.ahead.is_on(), watch) {
            self.ahead.start(&job);
            return Poll::Ready(Some(job));
        }
        if (0..self.pool.len()).any(|server| self.is_owed(server)) { Poll::Pending } else { Poll::Ready(None) }
    }

    /// How long the jobs will take that were asked for ahead, if they are like the last ones.
    pub fn rest_takes(&self) -> Duration {
        let count = self.pool.iter().map(Standing::ahead).sum::<usize>();
        self.ahead.mean().saturating_mul(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// Gives back what is in hand, and what servers give that were asked.
    pub fn give_back_rest(&mut self) {
        self.leave_to_parent();
        for server in (0..self.pool.len()).filter(|server| self.is_owed(*server)).collect::<Vec<_>>() {
            if self.pool.known(server).is_some_and(Standing::is_at_work) {
                self.pool.known_mut(server).into_iter().for_each(Standing::leave);
            } else {
                self.settle_link(server);
                self.close_to_give_back(server);
            }
        }
    }

    fn is_owed(&self, server: usize) -> bool {
        self.pool.is_up(server) && self.phase(server) == Phase::Grabbing
    }
}
