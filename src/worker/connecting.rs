//! Making links, and coming back to servers that were lost.

use super::core::Worker;
use crate::error::{Error, ReturnCode};
use crate::runtime::Watch;

/// How far a call got that has waited in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// A server was reached, and each that was has said that it has nothing.
    Asleep,
    /// A server owes an answer, or a link is being made.
    Unanswered,
    /// No server could be reached, for this reason.
    Nobody(Error),
}

impl Worker {
    /// A new call begins: it tries each server at once, however lately that has failed, and asks each that is there.
    pub fn begin(&mut self) {
        self.leave_to_parent();
        self.offence = None;
        self.is_waiting = false;
        self.was_reached = self.pool.any_up();
        if self.has_been_connected {
            self.pool.skip_pauses();
        } else {
            self.pool.forget_failures();
        }
        self.is_new_round = true;
        self.ahead.begin();
    }

    /// Dials what is down and due.
    pub(super) fn connect(&mut self, watch: &mut Watch) {
        self.leave_to_parent();
        self.settle_losses();
        if self.supervision.is_on() {
            self.note_returns();
        }
        for server in 0..self.pool.len() {
            if self.pool.is_up(server) {
                self.was_reached = true;
                self.introduce(server);
                if self.supervision.is_on() {
                    self.ask_version(server);
                }
            } else if self.pool.is_down(server) && (self.comes_back() || self.pool.failure(server).is_none()) {
                match self.pool.due_at(server).filter(|due| watch.now() < *due) {
                    Some(due) => watch.until(due),
                    None => self.pool.dial(server),
                }
            }
        }
    }

    /// Whether a server that could not be reached is tried again.
    fn comes_back(&self) -> bool {
        self.has_been_connected || self.supervision.is_on()
    }

    fn introduce(&mut self, server: usize) {
        if let Some(standing) = self.pool.known_mut(server).filter(|standing| !standing.is_introduced()) {
            standing.introduce();
            self.registry.introduction().iter().for_each(|request| self.pool.send(server, request));
        }
    }

    fn settle_losses(&mut self) {
        while let Some(loss) = self.pool.next_loss() {
            self.note_loss(&loss);
            let is_everyday = matches!(
                loss.error.code(),
                ReturnCode::LostConnection | ReturnCode::CouldNotConnect | ReturnCode::Getaddrinfo
            );
            if !is_everyday {
                self.offence = Some(loss.error);
            }
        }
    }

    /// Why there is no use in waiting: no server was ever reached, or the last one spoke something else than Gearman.
    pub(super) fn given_up(&mut self) -> Option<Error> {
        // A signal handler may have emptied the worker that waits.
        if let Err(error) = self.check() {
            return Some(error);
        }
        if self.pool.any_link() || self.supervision.is_on() {
            return None;
        }
        if self.has_been_connected { self.offence.take() } else { self.pool.failures() }
    }

    /// The error of a call that has reached no server.
    pub(super) fn unreachable(&self) -> Error {
        let failure = self.pool.failures().map(|error| error.with_code(ReturnCode::CouldNotConnect));
        failure.unwrap_or_else(|| {
            let text = format!("{}: no connection yet", self.pool.linked_names());
            Error::new(ReturnCode::CouldNotConnect, text)
        })
    }

    /// How far a call got that has waited in vain.
    pub fn reached(&self) -> Reached {
        let linked: Vec<usize> = (0..self.pool.len()).filter(|server| !self.pool.is_down(*server)).collect();
        if !self.was_reached && (linked.is_empty() || self.has_been_connected) {
            return Reached::Nobody(self.unreachable());
        }
        let is_asleep = |server: &usize| self.pool.is_up(*server) && self.is_asleep(*server);
        if !linked.is_empty() && linked.iter().all(is_asleep) { Reached::Asleep } else { Reached::Unanswered }
    }
}
