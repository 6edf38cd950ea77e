//! A list of servers is refused or read; what was read and is written down again is the same list.

#![no_main]

#[allow(dead_code)]
#[path = "../../src/error.rs"]
mod error;
/// The part of the connections that does no IO.
#[allow(dead_code)]
#[path = "../../src/net"]
mod net {
    pub mod address;
    pub use address::Server;
}

use libfuzzer_sys::fuzz_target;

use crate::error::ReturnCode;
use crate::net::Server;

fuzz_target!(|list: &[u8]| {
    let servers = match Server::list(list) {
        Ok(servers) => servers,
        Err(error) => {
            assert_eq!(error.code(), ReturnCode::Getaddrinfo);
            return;
        }
    };
    assert!(!servers.is_empty());
    let written: Vec<String> = servers.iter().map(Server::to_string).collect();
    assert_eq!(Server::list(written.join(" , ").as_bytes()).ok(), Some(servers), "{written:?}");
});
