//! Connections to job servers: the only code that names sockets.

mod address;
mod backoff;
mod connection;
mod dial;
mod health;
mod inbound;
mod lookup;
mod outbound;
mod parked;
mod pool;
mod reach;
mod room;
mod settings;
mod socket;
mod stream;
mod tls;
mod trace;

#[cfg(test)]
mod tests;

pub use address::{DEFAULT_HOST, DEFAULT_PORT, Server, servers_from_environment};
pub use lookup::look_up;
pub use parked::close_parked;
pub use pool::{Knowledge, Loss, Pool, Stage};
pub use reach::Reach;
pub use room::Room;
pub use settings::{Persistence, Selection, Settings};
pub use tls::{Tls, TlsFiles};
pub use trace::Trace;
