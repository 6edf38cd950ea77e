//! One server of a pool.

use crate::error::Error;
use crate::net::backoff::Backoff;
use crate::net::connection::Connection;

/// Its connection, and what goes with it.
pub(super) struct Slot<K> {
    pub(super) connection: Connection,
    pub(super) known: K,
    pub(super) backoff: Backoff,
    /// Why the last link went away, until the server is heard again.
    pub(super) failure: Option<Error>,
}

impl<K> Slot<K> {
    /// The server may be dialed at once, and nothing is held against it.
    pub(super) fn forget_failure(&mut self) {
        self.backoff.forget();
        self.failure = None;
    }
}
