//! How connections are made.

use std::sync::Arc;
use std::time::Duration;

use super::room::MakeRoom;
use super::tls::Tls;
use super::trace::Trace;
use crate::error::Result;

/// How the connections of one pool are made.
#[derive(Clone)]
pub struct Settings {
    /// The longest a connection may take to be made, TLS included; and how long a server that owes an answer may be
    /// silent before another one is asked.
    pub connect_timeout: Duration,
    /// How long a call waits for servers that are silent; as long as it takes when there is none.
    pub timeout: Option<Duration>,
    /// TLS, when it was asked for.  When it was and cannot be had, every connection fails with this error: nothing may
    /// go out in the clear.
    pub tls: Option<Result<Arc<Tls>>>,
    /// Which server a job goes to.
    pub selection: Selection,
    /// Where every packet is written down.
    pub trace: Option<Arc<Trace>>,
    /// Whether links outlive the pool.
    pub persistence: Option<Persistence>,
    /// Where large payloads are read into.
    pub make_room: Option<MakeRoom>,
}

/// Which of several servers a job goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// The first that can be reached, in the order in which they were added.
    Ordered,
    /// Each gets its share; what has the same function and unique key goes to the same server.
    Spread,
}

/// How links outlive their pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Persistence {
    /// The longest a link may lie idle and still be used again.
    pub idle: Duration,
    /// How many links to one server may lie idle.
    pub most: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_millis(2000),
            timeout: None,
            tls: None,
            selection: Selection::Ordered,
            trace: None,
            persistence: None,
            make_room: None,
        }
    }
}
