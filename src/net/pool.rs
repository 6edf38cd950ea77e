//! The servers of one client or worker, in the order they were given: each with its connection and with what the owner
//! knows of it.
//!
//! Only the pool closes connections.  Whenever one goes away, what the owner knew of that server goes into a [`Loss`],
//! which waits until the owner takes it: nothing that was said on a link can be mistaken for the next one's.

use std::collections::VecDeque;
use std::task::{Poll, ready};
use std::time::{Duration, Instant};

use super::backoff::Backoff;
use super::connection::Connection;
use super::{Server, Settings, health};
use crate::error::{Error, Result, ReturnCode};
use crate::process::Origin;
use crate::protocol::{Request, Response};
use crate::runtime::Watch;

/// What the owner of a pool knows of one server.  It begins anew with each link.
pub trait Knowledge: Default {
    /// The greeting was sent: its answer is due.
    fn greeted(&mut self);
}

/// How far a link was that went away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was being made.
    Dialing,
    /// It was made.
    Up,
}

/// A link that went away.
#[derive(Debug)]
pub struct Loss<K> {
    /// Whose it was.
    pub server: usize,
    /// What the owner knew.
    pub known: K,
    /// How far it was.
    pub stage: Stage,
    /// Why it went.
    pub error: Error,
}

struct Slot<K> {
    connection: Connection,
    known: K,
    backoff: Backoff,
    /// Why the last link went away, until the server is heard again.
    failure: Option<Error>,
}

impl<K> Slot<K> {
    /// The server may be dialed at once, and nothing is held against it.
    fn forget_failure(&mut self) {
        self.backoff.forget();
        self.failure = None;
    }
}

/// See the module.
pub struct Pool<K> {
    slots: Vec<Slot<K>>,
    settings: Settings,
    greeting: Option<Request>,
    losses: VecDeque<Loss<K>>,
    origin: Origin,
}

impl<K> Default for Pool<K> {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            settings: Settings::default(),
            greeting: None,
            losses: VecDeque::new(),
            origin: Origin::here(),
        }
    }
}

impl<K: Knowledge> Pool<K> {
    /// Adds a server; one that is there already is not added twice.
    pub fn add(&mut self, server: Server) {
        if !self.slots.iter().any(|slot| *slot.connection.server() == server) {
            let connection = Connection::new(server);
            self.slots.push(Slot { connection, known: K::default(), backoff: Backoff::default(), failure: None });
        }
    }

    /// How many servers there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether no server was added.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Changes how connections are made from now on; those that there are stay.
    pub fn settings_mut(&mut self) -> &mut Settings {
        &mut self.settings
    }

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
        }
    }

    /// The address of a server.
    pub fn server(&self, server: usize) -> Option<&Server> {
        self.slots.get(server).map(|slot| slot.connection.server())
    }

    /// What the owner knows of a server.
    pub fn known(&self, server: usize) -> Option<&K> {
        self.slots.get(server).map(|slot| &slot.known)
    }

    /// What the owner knows of a server.
    pub fn known_mut(&mut self, server: usize) -> Option<&mut K> {
        self.slots.get_mut(server).map(|slot| &mut slot.known)
    }

    /// What the owner knows of all servers.
    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.slots.iter().map(|slot| &slot.known)
    }

    /// What the owner knows of all servers.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut K> {
        self.slots.iter_mut().map(|slot| &mut slot.known)
    }

    /// Whether the link to a server is made.
    pub fn is_up(&self, server: usize) -> bool {
        self.slots.get(server).is_some_and(|slot| slot.connection.is_up())
    }

    /// Whether there is no link to a server, and none in the making.
    pub fn is_down(&self, server: usize) -> bool {
        self.slots.get(server).is_none_or(|slot| slot.connection.is_down())
    }

    /// Whether a link to a server is being made.
    pub fn is_dialing(&self, server: usize) -> bool {
        !self.is_up(server) && !self.is_down(server)
    }

    /// Whether any link is made.
    pub fn any_up(&self) -> bool {
        self.slots.iter().any(|slot| slot.connection.is_up())
    }

    /// Whether any link is made, or being made.
    pub fn any_link(&self) -> bool {
        self.slots.iter().any(|slot| !slot.connection.is_down())
    }

    /// Names the link to a server, among all that this process ever had.
    pub fn epoch(&self, server: usize) -> Option<u64> {
        self.slots.get(server).map(|slot| slot.connection.epoch())
    }

    /// Bytes that were sent to a server but not yet written.
    pub fn unwritten(&self, server: usize) -> usize {
        self.slots.get(server).map_or(0, |slot| slot.connection.unwritten())
    }

    /// When a server last sent something on the link that there is.
    pub fn heard_at(&self, server: usize) -> Option<Instant> {
        self.slots.get(server).and_then(|slot| slot.connection.heard_at())
    }

    /// When anything last went either way on the link that there is.
    pub fn moved_at(&self, server: usize) -> Option<Instant> {
        self.slots.get(server).and_then(|slot| slot.connection.moved_at())
    }

    /// Why the last link to a server went away, when nothing was heard of it since.
    pub fn failure(&self, server: usize) -> Option<&Error> {
        self.slots.get(server).and_then(|slot| slot.failure.as_ref())
    }

    /// The same of all servers: `first; second`.
    pub fn failures(&self) -> Option<Error> {
        let errors = self.slots.iter().filter_map(|slot| slot.failure.clone());
        errors.reduce(|first, next| first.and(&next))
    }

    /// The names of the servers that there is a link to, made or in the making.
    pub fn linked_names(&self) -> String {
        let linked = self.slots.iter().filter(|slot| !slot.connection.is_down());
        let names: Vec<String> = linked.map(|slot| slot.connection.server().to_string()).collect();
        if names.is_empty() { "no server".to_owned() } else { names.join(", ") }
    }

    /// The first server, in the order given, that `usable` accepts; one that did not answer, or could not be reached, a
    /// short while ago only when there is no other.
    pub fn choose(&self, usable: impl Fn(usize) -> bool) -> Option<usize> {
        let mut resting = None;
        for server in (0..self.len()).filter(|server| usable(*server)) {
            if !self.is_resting(server) {
                return Some(server);
            }
            resting = resting.or(Some(server));
        }
        resting
    }

    /// Whether a server did not answer, or could not be reached, a short while ago.
    pub fn is_resting(&self, server: usize) -> bool {
        self.server(server).is_some_and(health::is_resting)
    }

    /// Remembers that a server did not answer; so will every other client of this thread.
    pub fn note_silence(&self, server: usize) {
        if let Some(server) = self.server(server) {
            health::note_silence(server);
        }
    }

    /// Begins a new link to a server that has none.
    pub fn dial(&mut self, server: usize) {
        let settings = &self.settings;
        if let Some(slot) = self.slots.get_mut(server).filter(|slot| slot.connection.is_down()) {
            slot.known = K::default();
            slot.connection.dial(settings);
            self.greet(server);
        }
    }

    /// When a server may be dialed again, `None` when at once.
    pub fn due_at(&self, server: usize) -> Option<Instant> {
        self.slots.get(server).and_then(|slot| slot.backoff.until())
    }

    /// Queues a packet; it is written by the next poll.
    pub fn send(&mut self, server: usize, request: &Request) {
        if let Some(slot) = self.slots.get_mut(server).filter(|slot| !slot.connection.is_down()) {
            slot.connection.send(request);
        }
    }

    /// The next packet from a server.  Writes what is queued meanwhile.  An error is a loss.
    pub fn poll_receive(&mut self, server: usize, watch: &mut Watch) -> Poll<Result<Response>> {
        let received = self.poll_slot(server, watch, Connection::poll_receive);
        if let Some(slot) = self.slots.get_mut(server).filter(|slot| slot.failure.is_some())
            && !slot.connection.is_down()
            && slot.connection.heard_at().is_some()
        {
            slot.forget_failure();
        }
        received
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
            slot.backoff.note_failure(Instant::now());
            slot.failure = Some(error.clone());
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
    pub fn notice_lost(&mut self, server: usize) -> bool {
        let Some(slot) = self.slots.get(server).filter(|slot| slot.connection.is_lost()) else { return false };
        let text = format!("{}: the server closed the connection", slot.connection.server());
        self.refuse(server, Error::new(ReturnCode::LostConnection, text));
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
    pub fn leave_to_parent(&mut self) -> bool {
        if !self.origin.is_foreign() {
            return false;
        }
        self.origin = Origin::here();
        self.losses.clear();
        for slot in &mut self.slots {
            slot.connection.close(true);
            slot.known = K::default();
            slot.forget_failure();
        }
        true
    }

    /// Whether its links are those of a parent process.
    pub fn is_inherited(&self) -> bool {
        self.origin.is_foreign()
    }

    /// How long a server that owes an answer may be silent.
    pub fn patience(&self) -> Duration {
        self.settings.connect_timeout
    }
}

impl<K> Drop for Pool<K> {
    fn drop(&mut self) {
        let is_inherited = self.origin.is_foreign();
        self.slots.iter_mut().for_each(|slot| slot.connection.close(is_inherited));
    }
}
