//! Servers that do not answer.
//!
//! A server is left only for one that answers: the next may be as silent, and the job would be queued by both, and later.
//! So the others are asked for an echo as soon as a server is in doubt.  However many are silent, a task waits no longer
//! than for one of them: the first that it was sent to.

use std::time::Instant;

use super::core::Client;
use super::owed::Owed;
use crate::error::{Error, ReturnCode};
use crate::net::Pool;
use crate::protocol::Request;
use crate::runtime::Watch;

impl Client {
    /// Where there is another server, one that does not answer is not waited for longer than a connection may take to
    /// be made.  True when tasks were taken from one.
    pub(super) fn leave_silent_servers(&mut self, watch: &mut Watch) -> bool {
        if self.pool.len() < 2 {
            self.pool.iter_mut().for_each(|owed| {
                owed.asked_since(watch.now());
            });
            return false;
        }
        let mut left = false;
        for server in 0..self.pool.len() {
            let Some(doubted_at) = self.doubt(server, watch) else { continue };
            self.ask_others(server, doubted_at, watch);
            let is_given_up = watch.is_over(self.given_up_at(doubted_at));
            if is_given_up {
                self.note_late_servers(watch.now());
            }
            if self.pool.is_resting(server) {
                left |= self.leave(server, is_given_up, doubted_at);
            }
        }
        left
    }

    /// A call has waited in vain for as long as it may.  Servers that have not answered since they were asked are
    /// passed over for a while, by this client and every other.
    pub fn note_silence(&mut self) {
        let now = Instant::now();
        for server in 0..self.pool.len() {
            if self.pool.is_dialing(server) {
                self.pool.note_silence(server);
            } else if let Some(asked) = self.asked_since(server, now)
                && !self.pool.has_answered(server, asked)
            {
                self.pool.note_silence(server);
            }
        }
    }

    /// The same of those that have been silent for a while when something was due from them, be it only an echo.
    fn note_late_servers(&self, now: Instant) {
        for server in 0..self.pool.len() {
            if let Some(asked) = self.pool.known(server).and_then(Owed::asked_at)
                && now >= self.last_sign(server, asked) + self.pool.promptness()
            {
                self.pool.note_silence(server);
            }
        }
    }

    /// What a wait for a silent server waits for besides its answer.
    pub(super) fn foresee_silence(&mut self, server: usize, watch: &mut Watch) {
        let now = watch.now();
        let Some(since) = self.silent_since(server, now).filter(|_| self.pool.len() > 1) else { return };
        match self.pool.known(server).and_then(|owed| owed.doubted_at(since)) {
            None => watch.until(since + self.pool.promptness()),
            Some(doubted_at) => {
                self.foresee_questions(server, doubted_at, watch);
                let end = self.given_up_at(doubted_at);
                // When that has passed, it was left already, or nobody else answers.
                if end > now {
                    watch.until(end);
                }
            }
        }
    }

    /// Since when a server is in doubt that somebody waits for.
    fn doubt(&mut self, server: usize, watch: &mut Watch) -> Option<Instant> {
        let since = self.silent_since(server, watch.now())?;
        let is_late = watch.is_over(since + self.pool.promptness());
        let owed = self.pool.known_mut(server).filter(|_| is_late)?;
        Some(owed.doubt(since, watch.now()))
    }

    /// Until when the answer of a server in doubt is waited for.  That is counted from the first look that found it so:
    /// who did not look for a while has not waited either.
    fn given_up_at(&self, doubted_at: Instant) -> Instant {
        doubted_at + self.pool.patience().saturating_sub(self.pool.promptness())
    }

    /// Asks the others whether they answer.
    fn ask_others(&mut self, doubted: usize, doubted_at: Instant, watch: &mut Watch) {
        let now = watch.now();
        for server in 0..self.pool.len() {
            match self.to_be_asked_at(server, doubted, doubted_at, now) {
                Some(due) if due > now => watch.until(due),
                Some(_) => self.ask_for_echo(server, watch),
                None => {}
            }
        }
    }

    /// When one of the others is to be asked.
    fn foresee_questions(&self, doubted: usize, doubted_at: Instant, watch: &mut Watch) {
        let now = watch.now();
        let due = (0..self.pool.len()).filter_map(|server| self.to_be_asked_at(server, doubted, doubted_at, now));
        due.for_each(|due| watch.until(due));
    }

    /// When a server is to be asked, if it has not been heard since `doubted` was doubted and no answer of it is due already.
    fn to_be_asked_at(&self, server: usize, doubted: usize, doubted_at: Instant, now: Instant) -> Option<Instant> {
        let is_asked = self.pool.known(server).is_some_and(Owed::is_asked);
        if server == doubted || is_asked || self.pool.has_answered(server, doubted_at) {
            return None;
        }
        let due = self.pool.due_in_need_at(server).filter(|_| self.pool.is_down(server));
        Some(due.unwrap_or(now))
    }

    fn ask_for_echo(&mut self, server: usize, watch: &mut Watch) {
        self.pool.dial(server);
        if let Ok(request) = Request::echo(b"") {
            self.pool.send(server, &request);
            self.pool.known_mut(server).into_iter().for_each(|owed| owed.probe(watch.now()));
        }
        watch.at_once();
    }

    /// Goes where somebody has answered since the server was doubted; nowhere when nobody has.
    fn leave(&mut self, server: usize, is_given_up: bool, doubted_at: Instant) -> bool {
        let others =
            (0..self.pool.len()).filter(|other| *other != server && self.pool.has_answered(*other, doubted_at));
        let others: Vec<usize> = others.collect();
        let text = self.pool.server(server).map_or_else(String::new, |address| format!("{address}: no answer"));
        if self.pool.is_dialing(server) {
            let is_of_use = !others.is_empty() && is_given_up;
            if is_of_use {
                self.pool.refuse(server, Error::new(ReturnCode::CouldNotConnect, text));
            }
            return is_of_use;
        }
        let error = Error::new(ReturnCode::Timeout, text);
        let Some(owed) = self.pool.known_mut(server) else { return false };
        self.tasks.leave_silent(server, owed, &error, is_given_up, |task| task.may_use_any(&others))
    }

    /// Since when a server has been silent that somebody waits for.
    fn silent_since(&mut self, server: usize, now: Instant) -> Option<Instant> {
        let asked = self.asked_since(server, now)?;
        Some(self.last_sign(server, asked))
    }

    /// When a server that was asked then last gave a sign of life.  One that takes a large job piece by piece is not silent.
    fn last_sign(&self, server: usize, asked: Instant) -> Instant {
        self.pool.moved_at(server).map_or(asked, |moved| moved.max(asked))
    }

    fn asked_since(&mut self, server: usize, now: Instant) -> Option<Instant> {
        self.pool.known_mut(server).and_then(|owed| owed.asked_since(now))
    }
}

impl Pool<Owed> {
    /// Whether a server has been heard on its link since.
    pub(super) fn has_answered(&self, server: usize, since: Instant) -> bool {
        self.is_up(server) && self.heard_at(server).is_some_and(|heard| heard >= since)
    }

    /// Whether something is due from a server that has not been heard since it was asked.
    pub(super) fn is_unheard(&self, server: usize) -> bool {
        self.known(server).and_then(Owed::asked_at).is_some_and(|asked| !self.has_answered(server, asked))
    }
}
