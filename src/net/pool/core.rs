//! The servers, and what can be said of the links to them.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::loss::{Knowledge, Loss};
use super::slot::Slot;
use crate::error::Error;
use crate::net::backoff::Backoff;
use crate::net::connection::Connection;
use crate::net::dial::PROMPT;
use crate::net::parked::Manner;
use crate::net::{Server, Settings, health};
use crate::process::Origin;
use crate::protocol::Request;

const SHORTEST_PATIENCE: Duration = Duration::from_millis(250);

/// Servers and the links to them.
pub struct Pool<K: Knowledge> {
    pub(super) slots: Vec<Slot<K>>,
    pub(super) settings: Settings,
    pub(super) greeting: Option<Request>,
    pub(super) losses: VecDeque<Loss<K>>,
    pub(super) origin: Origin,
}

impl<K: Knowledge> Default for Pool<K> {
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
    /// The same servers with the same settings, and no link to any.
    pub fn without_links(&self) -> Self {
        let mut pool = Self::default();
        pool.settings = self.settings.clone();
        pool.greeting = self.greeting.clone();
        self.slots.iter().for_each(|slot| pool.add(slot.connection.server().clone()));
        pool
    }

    /// Adds a server; one that is there already is not added twice.
    pub fn add(&mut self, server: Server) {
        if !self.slots.iter().any(|slot| *slot.connection.server() == server) {
            let connection = Connection::new(server);
            // As a rule, there is one.
            self.slots.reserve_exact(usize::from(self.slots.is_empty()));
            self.slots.push(Slot {
                connection,
                known: K::default(),
                backoff: Backoff::default(),
                failure: None,
                manner: Manner::default(),
                is_reused: false,
            });
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

    /// How connections are made, and chosen.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Changes how connections are made from now on; those that there are stay.
    pub fn settings_mut(&mut self) -> &mut Settings {
        &mut self.settings
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

    /// Whether any server has sent something that was not taken in yet, as far as that is known without asking the kernel.
    pub fn any_unread(&self) -> bool {
        self.slots.iter().any(|slot| slot.connection.has_unread())
    }

    /// Whether nothing is due from a server or to it.
    pub fn is_quiet(&self, server: usize) -> bool {
        self.slots.get(server).is_none_or(Slot::is_quiet)
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

    /// When a server last sent or took something on the link that there is.
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

    /// The first server, in the order in which they were added, that `usable` accepts; one that did not answer, or could
    /// not be reached, a short while ago only when there is no other.
    pub fn choose(&self, usable: impl Fn(usize) -> bool) -> Option<usize> {
        self.choose_of(0..self.len(), usable)
    }

    /// The same of these servers in another order.
    pub fn choose_of(&self, servers: impl IntoIterator<Item = usize>, usable: impl Fn(usize) -> bool) -> Option<usize> {
        let mut resting = None;
        for server in servers.into_iter().filter(|server| usable(*server)) {
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

    /// Whether its links are those of a parent process.
    pub fn is_inherited(&self) -> bool {
        self.origin.is_foreign()
    }

    /// How long a server that owes an answer may be silent.  Of a call that waits no longer than for a connection, half is
    /// left for another server; but who writes a queue to a disk may take a moment.
    pub fn patience(&self) -> Duration {
        let half = self.settings.timeout.map(|timeout| (timeout / 2).max(SHORTEST_PATIENCE));
        half.map_or(self.settings.connect_timeout, |half| half.min(self.settings.connect_timeout))
    }

    /// How long a server takes to answer, at the most, that is well.
    pub fn promptness(&self) -> Duration {
        PROMPT.min(self.patience() / 2)
    }
}

impl<K: Knowledge> Drop for Pool<K> {
    fn drop(&mut self) {
        let is_inherited = self.origin.is_foreign();
        let persistence = self.settings.persistence.filter(|_| !is_inherited);
        for slot in &mut self.slots {
            persistence.into_iter().for_each(|persistence| slot.park(persistence));
            slot.connection.close(is_inherited);
        }
    }
}
