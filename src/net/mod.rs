//! Connections to job servers: the only code that names sockets.

mod address;
mod connection;
mod health;
mod pool;
mod stream;
mod tls;

#[cfg(test)]
mod tests;

pub use address::{DEFAULT_HOST, DEFAULT_PORT, Server, servers_from_environment};
pub use connection::Connection;
pub use pool::{Pool, Reach};
pub use tls::{Tls, TlsFiles};

use std::sync::Arc;
use std::time::Duration;

use crate::error::Result;
use crate::protocol::Request;

/// How connections are made.
#[derive(Clone)]
pub struct Dialing {
    /// The longest a connection may take to be made, TLS included.
    pub connect_timeout: Duration,
    /// TLS, when it was asked for.  When it was and cannot be had, every connection fails with this error: nothing may
    /// go out in the clear.
    pub tls: Option<Result<Arc<Tls>>>,
    /// Sent first; the connection counts as made when the server has answered it.
    pub greeting: Option<Request>,
}

impl Default for Dialing {
    fn default() -> Self {
        Self { connect_timeout: Duration::from_millis(2000), tls: None, greeting: None }
    }
}
