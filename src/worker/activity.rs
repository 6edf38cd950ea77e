//! Waiting for servers without asking them for anything.

use std::task::Poll;

use super::core::Worker;
use super::standing::{Phase, Standing};
use crate::protocol::Response;
use crate::runtime::Watch;

/// What `wait()` saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// A server has sent something, or a link was made or lost, or it is time to ask again.
    Seen,
    /// No server owes anything: nothing was asked since the last answer.
    NothingOwed,
}

impl Worker {
    /// Until a server has something for the worker.  What came in is kept for the next call.
    pub fn poll_activity(&mut self, watch: &mut Watch) -> Poll<Activity> {
        self.leave_to_parent();
        if !self.is_waiting {
            return Poll::Ready(Activity::NothingOwed);
        }
        if self.pool.iter().any(Standing::has_kept) {
            return self.seen();
        }
        self.connect(watch);
        if self.wake_overdue(watch) {
            return self.seen();
        }
        let mut may_come = !self.pool.any_link() && self.has_been_connected;
        for server in 0..self.pool.len() {
            let was_dialing = self.pool.is_dialing(server);
            if !was_dialing && !self.is_owed_by(server) {
                continue;
            }
            may_come = true;
            if let Poll::Ready(received) = self.pool.poll_receive(server, watch) {
                self.keep(server, received.ok());
                return self.seen();
            }
            if was_dialing && self.pool.is_up(server) {
                return self.seen();
            }
        }
        if may_come { Poll::Pending } else { Poll::Ready(Activity::NothingOwed) }
    }

    /// What was waited for has come: the next call has something to ask.
    fn seen(&mut self) -> Poll<Activity> {
        self.is_waiting = false;
        Poll::Ready(Activity::Seen)
    }

    fn is_owed_by(&self, server: usize) -> bool {
        self.pool.is_up(server) && matches!(self.phase(server), Phase::Grabbing | Phase::Sleeping)
    }

    fn keep(&mut self, server: usize, response: Option<Response>) {
        if let Some((standing, response)) = self.pool.known_mut(server).zip(response) {
            standing.keep(response);
        }
    }
}
