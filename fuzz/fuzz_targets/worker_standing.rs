//! Whatever a server sends: a job is accepted only for a GRAB_JOB, once, and a server that was told the changes as
//! they came knows the same functions as one that is told everything now.

#![no_main]

#[allow(dead_code)]
#[path = "../../src/error.rs"]
mod error;
#[allow(dead_code, unused_imports)]
#[path = "../../src/protocol/mod.rs"]
mod protocol;
#[allow(dead_code)]
#[path = "../../src/stats.rs"]
mod stats;
/// What the state machines need of the connections.
#[allow(dead_code, unused_imports)]
#[path = "../../src/net/pool"]
mod net {
    mod loss;
    pub use loss::{Knowledge, Loss, Stage};
}
/// The parts of the worker that do no IO.
#[allow(dead_code)]
#[path = "../../src/worker"]
mod worker {
    pub mod registry;
    pub mod standing;
}

use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use bytes::{Bytes, BytesMut};
use libfuzzer_sys::fuzz_target;

use crate::protocol::decode;
use crate::protocol::Request;
use crate::worker::registry::Registry;
use crate::worker::standing::{Phase, Standing};

#[derive(Arbitrary, Debug)]
enum Step {
    Add { name: u8, timeout: u8 },
    Remove { name: u8 },
    Clear,
    Id { id: u8 },
    NewLink,
    Grab,
    Sleep,
    NewRound,
    Receive { kind: u8, body: Vec<u8> },
}

fuzz_target!(|steps: Vec<Step>| {
    let mut registry = Registry::default();
    let mut standing = Standing::default();
    let mut known = Known::default();
    for step in steps {
        match step {
            Step::Add { name, timeout } => {
                let change = registry.add(&[b'a' + name % 8], u32::from(timeout));
                known.hear(change.ok().flatten());
            }
            Step::Remove { name } => known.hear(registry.remove(&[b'a' + name % 8]).ok()),
            Step::Clear => known.hear([registry.clear()]),
            Step::Id { id } => known.hear(registry.set_id(&[b'a' + id % 8]).ok()),
            Step::NewLink => {
                standing = Standing::default();
                known = Known::default();
                known.hear(registry.introduction());
            }
            Step::Grab if standing.phase() != Phase::Grabbing => standing.grab(std::time::Instant::now()),
            Step::Sleep if standing.phase() == Phase::Refused => standing.sleep(std::time::Instant::now()),
            Step::NewRound => standing.begin_round(),
            Step::Receive { kind, body } => receive(&mut standing, kind, &body),
            Step::Grab | Step::Sleep => {}
        }
    }
    let mut everything = Known::default();
    everything.hear(registry.introduction());
    assert_eq!(known, everything);
});

fn receive(standing: &mut Standing, kind: u8, body: &[u8]) {
    let mut buffer = BytesMut::from(&b"\0RES"[..]);
    buffer.extend_from_slice(&u32::from(kind).to_be_bytes());
    buffer.extend_from_slice(&(body.len() as u32).to_be_bytes());
    buffer.extend_from_slice(body);
    let Ok(Some(response)) = decode(&mut buffer) else { return };
    let before = standing.phase();
    match standing.handle(response) {
        Ok(Some(_)) => assert_eq!((before, standing.phase()), (Phase::Grabbing, Phase::Awake)),
        Ok(None) => assert!(standing.phase() == before || matches!(before, Phase::Grabbing | Phase::Sleeping)),
        Err(_) => assert_eq!(standing.phase(), before),
    }
}

/// What a server has been told.
#[derive(Debug, Default, PartialEq, Eq)]
struct Known {
    id: Bytes,
    functions: BTreeMap<Bytes, Bytes>,
}

impl Known {
    /// Plays the server's part in registration.
    fn hear(&mut self, requests: impl IntoIterator<Item = Request>) {
        for request in requests {
            let body = request.bytes().slice(12..);
            match request.bytes()[7] {
                1 => drop(self.functions.insert(body, Bytes::new())),
                2 => drop(self.functions.remove(&body)),
                3 => self.functions.clear(),
                22 => self.id = body,
                23 => drop(self.functions.insert(body.slice(..1), body.slice(2..))),
                kind => panic!("a registration of type {kind}"),
            }
        }
    }
}
