//! The addresses of server names.
//!
//! `getaddrinfo` blocks, and there is no thread to do it on: so only what is no address is looked up, and the answer
//! is good for a minute.

use std::cell::RefCell;
use std::collections::HashMap;
use std::net::{SocketAddr, ToSocketAddrs};
use std::time::{Duration, Instant};

use smallvec::{SmallVec, smallvec};

use super::Server;
use crate::error::{Error, Result, ReturnCode};

/// For how long an answer is good.
const GOOD_FOR: Duration = Duration::from_secs(60);

/// As a rule, a server has one.
pub(super) type Addresses = SmallVec<[SocketAddr; 1]>;

struct Answer {
    addresses: Addresses,
    until: Instant,
}

thread_local! {
    static ANSWERS: RefCell<HashMap<Server, Answer>> = RefCell::default();
}

/// Every address that `server` has, in the resolver's order.  Blocks while a name is looked up.
pub(super) fn addresses_of(server: &Server) -> Result<Addresses> {
    if let Some(address) = server.address() {
        return Ok(smallvec![address]);
    }
    let now = Instant::now();
    let known = ANSWERS.with_borrow(|answers| {
        answers.get(server).filter(|answer| now < answer.until).map(|answer| answer.addresses.clone())
    });
    if let Some(addresses) = known {
        return Ok(addresses);
    }
    let addresses = resolve(server)?;
    let answer = Answer { addresses: addresses.clone(), until: now + GOOD_FOR };
    ANSWERS.with_borrow_mut(|answers| answers.insert(server.clone(), answer));
    Ok(addresses)
}

/// Fails when the host of `server` is a name that has no address.
pub fn look_up(server: &Server) -> Result<()> {
    addresses_of(server).map(drop)
}

/// A server that could not be reached may have moved.
pub(super) fn forget(server: &Server) {
    ANSWERS.with_borrow_mut(|answers| answers.remove(server));
}

fn resolve(server: &Server) -> Result<Addresses> {
    let failed = |what: &str| {
        Error::new(ReturnCode::Getaddrinfo, format!("{server}: {what}")).advising("does getent hosts find this name?")
    };
    let found = (server.host(), server.port()).to_socket_addrs().map_err(|cause| failed(&reason(&cause)))?;
    let addresses: Addresses = found.collect();
    if addresses.is_empty() { Err(failed("the name has no address")) } else { Ok(addresses) }
}

/// Rust's text is "failed to lookup address information: Name or service not known".
fn reason(cause: &std::io::Error) -> String {
    let text = cause.to_string();
    text.rsplit_once(": ").map_or(text.clone(), |(_, reason)| reason.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name of more than 63 bytes in one label, for which no resolver is asked.
    fn nowhere() -> Server {
        Server::new("x".repeat(64).as_bytes(), 1).unwrap()
    }

    fn remember(server: &Server, until: Instant) -> Addresses {
        let addresses: Addresses = smallvec!["192.0.2.1:1".parse().unwrap()];
        let answer = Answer { addresses: addresses.clone(), until };
        ANSWERS.with_borrow_mut(|answers| answers.insert(server.clone(), answer));
        addresses
    }

    #[test]
    fn an_answer_is_good_for_a_while_and_no_longer() {
        let server = nowhere();
        let now = Instant::now();
        assert_eq!(addresses_of(&server).unwrap_err().code(), ReturnCode::Getaddrinfo);
        let known = remember(&server, now + GOOD_FOR);
        assert_eq!(addresses_of(&server).unwrap(), known);
        remember(&server, now);
        assert!(addresses_of(&server).is_err());
    }

    #[test]
    fn what_the_resolver_said_is_remembered() {
        let server = Server::new(b"localhost", 1).unwrap();
        let now = Instant::now();
        let addresses = addresses_of(&server).unwrap();
        ANSWERS.with_borrow(|answers| {
            let answer = answers.get(&server).unwrap();
            assert_eq!(answer.addresses, addresses);
            assert!(answer.until >= now + GOOD_FOR);
        });
    }

    #[test]
    fn a_reason_is_what_the_resolver_says() {
        let cause = std::io::Error::other("failed to lookup address information: Name or service not known");
        assert_eq!(reason(&cause), "name or service not known");
    }

    #[test]
    fn a_server_that_could_not_be_reached_is_looked_up_again() {
        let server = nowhere();
        remember(&server, Instant::now() + GOOD_FOR);
        forget(&server);
        assert!(look_up(&server).is_err());
    }
}
