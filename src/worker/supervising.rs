//! A worker that keeps itself at work: it comes back to its servers for ever, and tells when one is away.

use super::core::Worker;
use super::standing::Standing;
use super::supervision::Supervision;
use crate::error::Error;
use crate::net::Loss;

impl Worker {
    /// From now on servers are tried for ever, or no more.
    pub fn supervise(&mut self, is_on: bool) {
        self.supervision = Supervision::new(is_on);
        self.regrab.set_diligent(is_on);
    }

    /// A call that takes many jobs takes the next: unlike [`begin`](Self::begin), it leaves servers their pauses.
    pub fn go_on(&mut self) {
        self.leave_to_parent();
        self.is_waiting = false;
        self.is_new_round = true;
        self.ahead.begin();
    }

    /// Why a server is away, once for each time that it is.
    pub fn next_outage(&mut self) -> Option<Error> {
        self.supervision.next()
    }

    pub(super) fn note_loss(&mut self, loss: &Loss<Standing>) {
        self.regrab.note_loss(loss.server, &loss.known);
        // A link that was closed from here has no failure.
        if self.pool.failure(loss.server).is_some() {
            self.supervision.note_failure(loss.server, &loss.error);
        }
    }

    pub(super) fn note_returns(&mut self) {
        self.supervision.keep(|server| self.pool.failure(server).is_some());
    }
}
