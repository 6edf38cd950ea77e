//! One server of a pool.

use std::time::Instant;

use super::loss::Knowledge;
use crate::error::Error;
use crate::net::backoff::Backoff;
use crate::net::connection::Connection;
use crate::net::parked::{self, Manner};
use crate::net::{Persistence, Settings};
use crate::stats::{self, Counter};

/// Its connection, and what goes with it.
pub(super) struct Slot<K> {
    pub(super) connection: Connection,
    pub(super) known: K,
    pub(super) backoff: Backoff,
    /// Why the last link went away, until the server is heard again.
    pub(super) failure: Option<Error>,
    /// How the link is made.
    pub(super) manner: Manner,
    /// Whether another client has left it behind.
    pub(super) is_reused: bool,
}

impl<K> Slot<K> {
    /// The server may be dialed at once, and nothing is held against it.
    pub(super) fn forget_failure(&mut self) {
        self.backoff.forget();
        self.failure = None;
    }

    /// Whether nothing was heard yet on a link that another client has left behind: that it broke may be an old story,
    /// and says nothing of the server.
    pub(super) fn is_untried(&self) -> bool {
        self.is_reused && self.connection.heard_at().is_none()
    }
}

impl<K: Knowledge> Slot<K> {
    /// Whether nothing is due from the server or to it.
    pub(super) fn is_quiet(&self) -> bool {
        self.connection.is_down()
            || (self.connection.is_up() && self.connection.unwritten() == 0 && !self.known.is_expected())
    }

    /// Takes a link that was left behind; false when there is none.  Who could not leave a new one behind may not take
    /// one either.
    pub(super) fn reuse(&mut self, settings: &Settings) -> bool {
        self.is_reused = false;
        if let Some(persistence) = settings.persistence.filter(|_| self.known.is_settled()) {
            let now = Instant::now();
            if let Some(stream) = parked::take(self.connection.server(), &self.manner, persistence, now) {
                self.connection.adopt(stream, settings, now);
                self.is_reused = true;
                stats::count(Counter::ConnectionsReused);
            }
        }
        self.is_reused
    }

    /// Leaves the link behind if it is clean.
    pub(super) fn park(&mut self, persistence: Persistence) {
        if self.known.is_settled()
            && let Some(stream) = self.connection.release()
        {
            let manner = std::mem::take(&mut self.manner);
            parked::park(self.connection.server(), manner, stream, persistence, Instant::now());
        }
    }
}
