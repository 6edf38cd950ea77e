//! Making links, talking on them, and closing them.

use std::task::{Poll, ready};
use std::time::Instant;

use super::core::Pool;
use super::loss::{Knowledge, Loss, Stage};
use super::slot::Slot;
use crate::error::{Error, Result, ReturnCode};
use crate::net::connection::Connection;
use crate::net::parked::{self, Manner};
use crate::process::Origin;
use crate::protocol::text::Line;
use crate::protocol::{Request, Response};
use crate::runtime::Watch;
use crate::stats::{self, Counter};

impl<K: Knowledge> Pool<K> {
    /// Sends `greeting` first on every link, and now on those that there are.  Another one takes its place.
    pub fn greet_with(&mut self, greeting: Request) {
        self.leave_to_parent();
        if self.greeting.replace(greeting).is_none() {
            (0..self.len()).for_each(|server| self.greet(server));
        }
    }

    fn greet(&mut self, server: usize) {
        let linked = self.slots.get_mut(server).filter(|slot| !slot.connection.is_down());
        if let Some((slot, greeting)) = linked.zip(self.greeting.as_ref()) {
            slot.connection.send(greeting);
            slot.known.greeted();
            slot.manner.greeted = true;
        }
    }

    /// Begins a new link to a server that has none, or goes on with one that was left behind.
    pub fn dial(&mut self, server: usize) {
        let settings = &self.settings;
        if let Some(slot) = self.slots.get_mut(server).filter(|slot| slot.connection.is_down()) {
            slot.known = K::default();
            slot.manner = Manner { tls: settings.tls.clone().and_then(Result::ok), greeted: self.greeting.is_some() };
            if !slot.reuse(settings) {
                slot.connection.dial(settings);
                self.greet(server);
            }
        }
    }

    /// When a server may be dialed again, `None` when at once.
    pub fn due_at(&self, server: usize) -> Option<Instant> {
        self.slots.get(server).and_then(|slot| slot.backoff.until())
    }

    /// The same when somebody waits in vain for another server.  The pauses grow while nobody listens to a server: it may
    /// be well for long.
    pub fn due_in_need_at(&self, server: usize) -> Option<Instant> {
        self.slots.get(server).and_then(|slot| slot.backoff.until_within(self.promptness()))
    }

    /// Queues a packet; it is written by the next poll.
    pub fn send(&mut self, server: usize, request: &Request) {
        if let Some(slot) = self.slots.get_mut(server).filter(|slot| !slot.connection.is_down()) {
            slot.connection.send(request);
        }
    }

    /// See [`Connection::let_answers_gather`].
    pub fn let_answers_gather(&mut self, server: usize, may_gather: bool) {
        self.slots.get_mut(server).into_iter().for_each(|slot| slot.connection.let_answers_gather(may_gather));
    }

    /// Queues a question in text, which one line answers: [`Response::Line`].
    pub fn ask_line(&mut self, server: usize, question: &Request) {
        if let Some(slot) = self.slots.get_mut(server).filter(|slot| !slot.connection.is_down()) {
            slot.connection.ask_line(question);
        }
    }

    /// The next packet from a server.  Writes what is queued meanwhile.  An error is a loss.
    pub fn poll_receive(&mut self, server: usize, watch: &mut Watch) -> Poll<Result<Response>> {
        if self.is_due_from(server) {
            self.poll_heard(server, watch, Connection::poll_awaited)
        } else {
            self.poll_heard(server, watch, Connection::poll_receive)
        }
    }

    /// The next line from a server that was asked in text.  Writes what is queued meanwhile.  An error is a loss.
    pub fn poll_line(&mut self, server: usize, watch: &mut Watch) -> Poll<Result<Line>> {
        self.poll_heard(server, watch, Connection::poll_line)
    }

    fn poll_heard<T>(
        &mut self,
        server: usize,
        watch: &mut Watch,
        poll: impl FnOnce(&mut Connection, &mut Watch) -> Poll<Result<T>>,
    ) -> Poll<Result<T>> {
        let received = self.poll_slot(server, watch, poll);
        if let Some(slot) = self.slots.get_mut(server).filter(|slot| slot.failure.is_some())
            && !slot.connection.is_down()
            && slot.connection.heard_at().is_some()
        {
            slot.forget_failure();
        }
        received
    }

    /// What a poll of the link to a server waits for, said without polling.
    pub fn foresee(&self, server: usize, watch: &mut Watch) {
        self.slots.get(server).into_iter().for_each(|slot| slot.connection.foresee(watch));
    }

    /// Whether something is due from this server, and nothing from or to any other.
    fn is_due_from(&self, server: usize) -> bool {
        let is_right = |(other, slot): (usize, &Slot<K>)| {
            if other == server { slot.known.is_expected() } else { slot.is_quiet() }
        };
        self.slots.iter().enumerate().all(is_right)
    }

    /// Makes the link to a server.  An error is a loss.
    pub fn poll_link(&mut self, server: usize, watch: &mut Watch) -> Poll<Result<()>> {
        self.poll_slot(server, watch, Connection::poll_link)
    }

    /// Makes the link to a server and writes until nothing is queued.  An error is a loss.
    pub fn poll_flush(&mut self, server: usize, watch: &mut Watch) -> Poll<Result<()>> {
        self.poll_slot(server, watch, Connection::poll_flush)
    }

    fn poll_slot<T>(
        &mut self,
        server: usize,
        watch: &mut Watch,
        poll: impl FnOnce(&mut Connection, &mut Watch) -> Poll<Result<T>>,
    ) -> Poll<Result<T>> {
        let Some(slot) = self.slots.get_mut(server) else { return Poll::Pending };
        let was_down = slot.connection.is_down();
        let result = ready!(poll(&mut slot.connection, watch));
        if let Err(error) = &result
            && !was_down
        {
            self.refuse(server, error.clone());
        }
        Poll::Ready(result)
    }

    /// Closes a link that is of no use.  It is dialed again only after a pause.
    pub fn refuse(&mut self, server: usize, error: Error) {
        if let Some(slot) = self.slots.get_mut(server) {
            if slot.connection.is_up() {
                stats::count(Counter::ConnectionsLost);
            }
            if slot.is_untried() {
                // The others that were left behind may have met the same.
                parked::forget(slot.connection.server());
            } else {
                slot.backoff.note_failure(Instant::now());
                slot.failure = Some(error.clone());
            }
        }
        self.close(server, error);
    }

    /// Closes a link whose server has sent what it must not.
    pub fn reject(&mut self, server: usize, error: &Error) {
        if let Some(address) = self.server(server) {
            self.refuse(server, error.at(address));
        }
    }

    /// Closes a link that is well, or whose server does not answer.
    pub fn close(&mut self, server: usize, error: Error) {
        let is_inherited = self.origin.is_foreign();
        let Some(slot) = self.slots.get_mut(server).filter(|slot| !slot.connection.is_down()) else { return };
        let stage = if slot.connection.is_up() { Stage::Up } else { Stage::Dialing };
        slot.connection.close(is_inherited);
        let known = std::mem::take(&mut slot.known);
        self.losses.push_back(Loss { server, known, stage, error });
    }

    /// Closes every link, for new ones to be made another way.
    pub fn reconnect(&mut self) {
        self.leave_to_parent();
        for server in 0..self.len() {
            let Some(slot) = self.slots.get_mut(server) else { continue };
            slot.forget_failure();
            let error = Error::new(ReturnCode::LostConnection, format!("{}: reconnecting", slot.connection.server()));
            self.close(server, error);
        }
    }

    /// Every server may be dialed at once.
    pub fn forget_failures(&mut self) {
        self.slots.iter_mut().for_each(Slot::forget_failure);
    }

    /// Every server may be dialed once without a pause.
    pub fn skip_pauses(&mut self) {
        self.slots.iter_mut().for_each(|slot| slot.backoff.skip());
    }

    /// Closes the link to a server that has closed it while nobody was looking; true when it did.
    pub fn notice_lost(&mut self, server: usize, now: Instant) -> bool {
        let Some(slot) = self.slots.get(server).filter(|slot| slot.connection.is_lost(now)) else { return false };
        let error = Error::lost(slot.connection.server(), "the server closed the connection");
        self.refuse(server, error);
        true
    }

    /// Whether a link went away that the owner has not been told of.
    pub fn has_losses(&self) -> bool {
        !self.losses.is_empty()
    }

    /// The next link that went away.
    pub fn next_loss(&mut self) -> Option<Loss<K>> {
        self.losses.pop_front()
    }

    /// In a child process: leaves the links, and what was said on them, to the parent.  True when this is one that did
    /// not know yet.
    #[inline]
    pub fn leave_to_parent(&mut self) -> bool {
        let is_inherited = self.is_inherited();
        if is_inherited {
            self.leave_all();
        }
        is_inherited
    }

    #[cold]
    fn leave_all(&mut self) {
        self.origin = Origin::here();
        self.losses.clear();
        for slot in &mut self.slots {
            slot.connection.close(true);
            slot.known = K::default();
            slot.forget_failure();
        }
    }
}
