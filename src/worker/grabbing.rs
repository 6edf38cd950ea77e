//! Asking servers for jobs, and sleeping while there are none.

use std::task::Poll;
use std::time::Instant;

use super::core::Worker;
use super::job::Job;
use super::standing::{Phase, Standing};
use crate::error::{Error, Result, ReturnCode};
use crate::protocol::{Request, Response};
use crate::runtime::Watch;

/// One `grabJob()`.
#[derive(Debug, Default)]
pub struct Grab {
    /// Until when servers are waited for that owe an answer from before.
    due: Option<Instant>,
}

impl Worker {
    /// Until there is a job.  Fails only before the first connection was made; after that it reconnects for as
    /// long as it is polled.
    pub fn poll_job(&mut self, watch: &mut Watch) -> Poll<Result<Job>> {
        #[cfg(feature = "injected-panics")]
        crate::injected::panic_in("worker");
        loop {
            self.connect(watch);
            self.wake_overdue(watch);
            if self.begin_round() && !self.pool.any_unread() {
                // There is nothing to take in before.
                self.ask_next(true, watch);
            }
            if let Some(job) = self.receive_all(self.ahead.is_on(), watch) {
                self.ahead.start(&job);
                return self.found(Ok(job));
            }
            if self.ask_next(true, watch) {
                continue;
            }
            self.flush(watch);
            if self.pool.has_losses() {
                continue;
            }
            self.is_waiting = true;
            return self.given_up().map_or(Poll::Pending, |error| self.found(Err(error)));
        }
    }

    /// A job if any server has one now, `None` when each server that answers has said no.  Fails when none can be
    /// reached, or none answers.
    pub fn poll_grab(&mut self, grab: &mut Grab, watch: &mut Watch) -> Poll<Result<Option<Job>>> {
        if grab.due.is_none() {
            grab.due = Some(watch.now() + self.pool.patience());
            self.pool.iter_mut().for_each(Standing::forget_refusal);
        }
        loop {
            self.connect(watch);
            self.begin_round();
            if let Some(job) = self.receive_all(false, watch) {
                return self.found(Ok(Some(job)));
            }
            if self.ask_next(false, watch) {
                continue;
            }
            self.flush(watch);
            if self.pool.has_losses() {
                continue;
            }
            self.is_waiting = true;
            if let Some(error) = self.given_up() {
                return self.found(Err(error));
            }
            if (0..self.pool.len()).any(|server| self.pool.is_dialing(server)) || self.is_answer_due(watch) {
                return Poll::Pending;
            }
            if !self.pool.any_up() {
                return self.found(Err(self.unreachable()));
            }
            if (0..self.pool.len()).any(|server| self.phase(server) == Phase::Refused) {
                return self.found(Ok(None));
            }
            if grab.due.is_some_and(|due| !watch.is_over(due)) {
                return Poll::Pending;
            }
            let text = format!("{}: no answer", self.pool.linked_names());
            return self.found(Err(Error::new(ReturnCode::Timeout, text)));
        }
    }

    /// Nothing is in hand: whatever the servers said before this call, they are asked again.  True when the call begins.
    fn begin_round(&mut self) -> bool {
        let is_new_round = std::mem::take(&mut self.is_new_round);
        if is_new_round {
            self.pool.iter_mut().for_each(Standing::begin_round);
        }
        is_new_round
    }

    /// The call has its result: nothing is waited for any more.
    fn found<T>(&mut self, result: Result<T>) -> Poll<Result<T>> {
        self.is_waiting = false;
        Poll::Ready(result)
    }

    /// Whether a live server owes an answer, or the first connection is being made: a work() whose time is over
    /// waits for that still, as libgearman does, so that a timeout of 1 ms finds the jobs there are.
    pub fn is_in_exchange(&mut self, watch: &mut Watch) -> bool {
        if self.pool.any_up() {
            return self.is_answer_due(watch);
        }
        !self.has_been_connected && self.pool.any_link()
    }

    /// Whether any server owes an answer to GRAB_JOB and has not owed it for too long.
    fn is_answer_due(&self, watch: &mut Watch) -> bool {
        let patience = self.pool.patience();
        let last = self.pool.iter().filter_map(|standing| standing.answer_due(patience)).max();
        last.is_some_and(|due| !watch.is_over(due))
    }

    pub(super) fn is_asleep(&self, server: usize) -> bool {
        self.phase(server) == Phase::Sleeping
    }

    pub(super) fn phase(&self, server: usize) -> Phase {
        self.pool.known(server).map_or(Phase::Awake, Standing::phase)
    }

    /// The servers, beginning with the one whose turn it is.
    pub(super) fn servers(&self) -> impl Iterator<Item = usize> + use<> {
        let (count, first) = (self.pool.len(), self.next_server);
        (0..count).map(move |offset| (first + offset) % count)
    }

    /// Takes in what has come; a job ends it.  It may be wanted to know when that was.
    pub(super) fn receive_all(&mut self, is_timed: bool, watch: &mut Watch) -> Option<Job> {
        for server in self.servers() {
            while let Some(response) = self.receive(server, watch) {
                match self.pool.known_mut(server)?.handle(response) {
                    Ok(None) => {}
                    Ok(Some(assignment)) => {
                        self.next_server = (server + 1) % self.pool.len();
                        self.pool.known_mut(server)?.start_job();
                        return Some(Job {
                            assignment,
                            server,
                            epoch: self.pool.epoch(server)?,
                            begun_at: is_timed.then(|| watch.now()),
                        });
                    }
                    Err(error) => self.pool.reject(server, &error),
                }
                self.close_if_left(server);
            }
        }
        None
    }

    #[inline]
    pub(super) fn receive(&mut self, server: usize, watch: &mut Watch) -> Option<Response> {
        if let Some(response) = self.pool.known_mut(server)?.take_kept() {
            return Some(response);
        }
        if self.pool.is_down(server) {
            return None;
        }
        let received = self.pool.poll_receive(server, watch);
        // Whoever only takes the connection is not yet known for a job server.
        if self.pool.heard_at(server).is_some() {
            self.has_been_connected = true;
        }
        match received {
            Poll::Ready(Ok(response)) => Some(response),
            _ => None,
        }
    }

    /// Asks the next server that may have a job, one at a time: two answers at once would keep a job waiting here
    /// that another worker could do.  A server that does not answer stops being waited for after a while.
    fn ask_next(&mut self, may_sleep: bool, watch: &mut Watch) -> bool {
        let mut has_sent = false;
        for server in self.servers() {
            // One that came up in this round is introduced by the next.
            if !self.pool.is_up(server) || !self.pool.known(server).is_some_and(Standing::is_introduced) {
                has_sent |= self.pool.is_up(server);
                continue;
            }
            match self.phase(server) {
                Phase::Refused if may_sleep => {
                    self.put_to_sleep(server, watch.now());
                    has_sent = true;
                }
                Phase::Awake | Phase::Dry if !self.is_answer_due(watch) => {
                    self.grab(server, watch);
                    has_sent = true;
                }
                _ => {}
            }
        }
        has_sent
    }

    pub(super) fn put_to_sleep(&mut self, server: usize, now: Instant) {
        self.pool.send(server, &Request::pre_sleep());
        self.pool.known_mut(server).into_iter().for_each(|standing| standing.sleep(now));
    }

    #[inline]
    pub(super) fn send_grab(&mut self, server: usize) {
        self.tell_withheld(server);
        self.pool.send(server, &if self.with_unique { Request::grab_job_uniq() } else { Request::grab_job() });
    }

    fn grab(&mut self, server: usize, watch: &mut Watch) {
        self.send_grab(server);
        if let Some(standing) = self.pool.known_mut(server) {
            standing.grab(watch.now());
        }
    }
}
