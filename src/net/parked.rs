//! Links that clients have left behind clean, for the next ones of the same thread.
//!
//! A php-fpm process makes a new client for every request; with `gearman.persistent` its links outlive it here.  What
//! is here owes nothing and is owed nothing, so anything that can be read from it when it is to be used again (an end,
//! or bytes that nobody asked for) is a reason to close it.

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::settings::Persistence;
use super::stream::Stream;
use super::{Server, Tls};
use crate::process::Origin;

/// Everything in which two links to one server may differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// How it was made.
    pub(super) tls: Option<Arc<Tls>>,
    /// Whether the greeting was sent on it: the server remembers.
    pub(super) greeted: bool,
}

struct Parked {
    stream: Stream,
    manner: Manner,
    since: Instant,
}

impl Parked {
    fn close(&self) {
        self.stream.socket().shut_down();
    }
}

struct Store {
    origin: Origin,
    /// By server, the one that was parked first in front.
    links: HashMap<Server, VecDeque<Parked>>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::new(Store { origin: Origin::here(), links: HashMap::new() });
}

/// A link to `server` that was left behind by one who made it in this manner, the last of them first.
pub(super) fn take(server: &Server, manner: &Manner, persistence: Persistence, now: Instant) -> Option<Stream> {
    with(|store| store.take(server, manner, persistence, now)).flatten()
}

/// Leaves a link behind.
pub(super) fn park(server: &Server, manner: Manner, stream: Stream, persistence: Persistence, now: Instant) {
    with(|store| store.park(server, Parked { stream, manner, since: now }, persistence));
}

/// Closes the links to a server: one of them has turned out to be of no use.
pub(super) fn forget(server: &Server) {
    with(|store| store.links.remove(server).iter().flatten().for_each(Parked::close));
}

/// Closes everything that this thread has left behind.
pub fn close_parked() {
    with(Store::clear);
}

/// Nothing is left behind any more when the thread ends, and then there is no store.
fn with<T>(act: impl FnOnce(&mut Store) -> T) -> Option<T> {
    let act = |store: &RefCell<Store>| {
        let mut store = store.try_borrow_mut().ok()?;
        store.leave_to_parent();
        Some(act(&mut store))
    };
    STORE.try_with(act).ok().flatten()
}

impl Store {
    fn take(&mut self, server: &Server, manner: &Manner, persistence: Persistence, now: Instant) -> Option<Stream> {
        self.expire(persistence.idle, now);
        let links = self.links.get_mut(server)?;
        while let Some(place) = links.iter().rposition(|parked| parked.manner == *manner) {
            let mut parked = links.remove(place)?;
            if parked.stream.is_silent() {
                return Some(parked.stream);
            }
            parked.close();
        }
        None
    }

    fn park(&mut self, server: &Server, parked: Parked, persistence: Persistence) {
        self.expire(persistence.idle, parked.since);
        let links = self.links.entry(server.clone()).or_default();
        links.push_back(parked);
        while links.len() > persistence.most {
            links.pop_front().iter().for_each(Parked::close);
        }
    }

    fn expire(&mut self, idle: Duration, now: Instant) {
        self.links.retain(|_, links| {
            let is_over = |parked: &Parked| now.saturating_duration_since(parked.since) > idle;
            while links.front().is_some_and(is_over) {
                links.pop_front().iter().for_each(Parked::close);
            }
            !links.is_empty()
        });
    }

    /// In a child process: the links are the parent's, who goes on with them.
    fn leave_to_parent(&mut self) {
        if self.origin.is_foreign() {
            self.links.clear();
            self.origin = Origin::here();
        }
    }

    fn clear(&mut self) {
        self.links.drain().flat_map(|(_, links)| links).for_each(|parked| parked.close());
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.leave_to_parent();
        self.clear();
    }
}
