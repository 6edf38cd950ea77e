//! Asking for jobs ahead, while the worker has one to do.
//!
//! What is asked for goes out in one write with the answer of the job that was done, and what the server answers waits
//! on the line, or unread in the buffer, until the next call takes it: such jobs are in hand.  Whatever takes the link
//! away takes them along, and the server queues them again.

use std::task::Poll;
use std::time::{Duration, Instant};

use super::core::Worker;
use super::job::Job;
use super::standing::{Phase, Standing};
use crate::runtime::{Deadline, Signals, Watch, wait};

/// How long a link that is to be closed may take to bring the jobs that were asked for ahead.
const MAX_SETTLING: Duration = Duration::from_secs(1);

impl Drop for Worker {
    fn drop(&mut self) {
        (0..self.pool.len()).for_each(|server| self.settle(server));
    }
}

impl Worker {
    /// A job that [`poll_job`](Self::poll_job) gave has been done, and is answered or will be.
    pub fn note_done(&mut self, job: &Job) {
        if let Some(begun_at) = job.begun_at {
            self.ahead.note_done(begun_at);
        }
    }

    /// Asks for jobs ahead, if it is time for that.
    #[inline]
    pub fn ask_ahead(&mut self, job: &Job) {
        if let Some((wanted, now)) = self.ahead.wanted().filter(|_| job.begun_at.is_some()) {
            self.ask_for(wanted, now, job);
        }
    }

    /// Asks for as many jobs as may be in hand while the next one is done.  They are asked for behind the answer of
    /// `job`, for [`poll_sent`](Self::poll_sent) to write; other servers are asked when they are next polled.
    fn ask_for(&mut self, wanted: usize, now: Instant, job: &Job) {
        // The server's clock for a function with a timeout runs for jobs in hand, too.
        if self.registry.is_empty() || self.registry.has_timeout() || !self.has_link_of(job) {
            return;
        }
        let mut total = self.pool.iter().map(Standing::ahead).sum::<usize>();
        // The first job after an empty queue is likely to be the only one.
        if total == 0 && self.trust(job.server) <= 1 {
            return;
        }
        let usable = self.servers().filter(|server| self.trust(*server) > 0).count();
        let share = (wanted / usable.max(1)).max(1);
        for server in self.servers() {
            // Nobody asks it again while anything is in hand, so it has to say when it has a job.
            if matches!(self.phase(server), Phase::Dry | Phase::Refused) {
                self.put_to_sleep(server, now);
            }
            let most = share.min(self.trust(server));
            while total < wanted && self.pool.known(server).is_some_and(|standing| standing.ahead() < most) {
                self.send_grab(server);
                self.pool.known_mut(server).into_iter().for_each(|standing| standing.grab_ahead(now));
                total += 1;
            }
        }
    }

    /// How many jobs a server may be asked for ahead.
    fn trust(&self, server: usize) -> usize {
        let standing = self.pool.known(server).filter(|standing| standing.is_introduced() && self.pool.is_up(server));
        standing.map_or(0, Standing::trust)
    }

    /// A function was removed, and jobs of it may be in hand.  Gearmand has queued those again, and would give them to
    /// whoever can do it, this worker included; so what is in hand is done no more.  A job that is being done must be
    /// answered first: then the next call closes the link.
    pub fn give_back_ahead(&mut self) {
        self.leave_to_parent();
        for server in 0..self.pool.len() {
            if self.pool.known(server).is_none_or(|standing| standing.ahead() == 0) {
                continue;
            }
            if self.ahead.is_idle() {
                self.settle(server);
                self.close_to_give_back(server);
            } else {
                self.pool.known_mut(server).into_iter().for_each(Standing::leave);
            }
        }
    }

    #[inline]
    pub(super) fn close_if_left(&mut self, server: usize) {
        if self.pool.known(server).is_some_and(Standing::has_left) {
            self.close_to_give_back(server);
        }
    }

    /// Before a link is closed that jobs are in hand of: waits for all of them, but not for a server that hangs.
    #[cold]
    pub(super) fn settle(&mut self, server: usize) {
        if !self.pool.is_inherited() && self.pool.known(server).is_some_and(|standing| standing.ahead() > 0) {
            self.settle_link(server);
        }
    }

    /// The same, also of a link on which no job was asked for ahead.
    #[cold]
    pub(super) fn settle_link(&mut self, server: usize) {
        self.pool.known_mut(server).into_iter().for_each(Standing::leave);
        let mut limit = Deadline::after(MAX_SETTLING.min(self.pool.patience()));
        wait(&mut limit, Signals::Handled, || false, |watch| self.poll_settled(server, watch));
    }

    #[cold]
    fn poll_settled(&mut self, server: usize, watch: &mut Watch) -> Poll<()> {
        while self.pool.is_up(server) && self.phase(server) == Phase::Grabbing {
            let Some(response) = self.receive(server, watch) else { break };
            if let Some(Err(error)) = self.pool.known_mut(server).map(|standing| standing.handle(response)) {
                self.pool.reject(server, &error);
            }
        }
        let is_settled = !self.pool.is_up(server) || self.phase(server) != Phase::Grabbing;
        if is_settled { Poll::Ready(()) } else { Poll::Pending }
    }
}
