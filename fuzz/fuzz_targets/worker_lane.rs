//! Whatever a server sends: a job is accepted only for a GRAB_JOB, once, and a server that was told the changes as
//! they came knows the same functions as one that is told everything now.

#![no_main]

#[allow(dead_code)]
#[path = "../../src/error.rs"]
mod error;
#[allow(dead_code, unused_imports)]
#[path = "../../src/protocol/mod.rs"]
mod protocol;
/// The parts of the worker that do no IO.
#[allow(dead_code)]
#[path = "../../src/worker"]
mod worker {
    pub mod lane;
    pub mod registry;
}

use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use bytes::{Bytes, BytesMut};
use libfuzzer_sys::fuzz_target;

use crate::error::{Error, ReturnCode};
use crate::protocol::decode;
use crate::worker::lane::{Lane, Phase};
use crate::worker::registry::Registry;

#[derive(Arbitrary, Debug)]
enum Step {
    Add { name: u8, timeout: u8 },
    Remove { name: u8 },
    Clear,
    Id { id: u8 },
    Tell,
    Forget,
    Grab,
    Sleep,
    NewRound,
    Lose,
    Receive { kind: u8, body: Vec<u8> },
}

fuzz_target!(|steps: Vec<Step>| {
    let mut registry = Registry::default();
    let mut lane = Lane::default();
    let mut known = Known::default();
    for step in steps {
        match step {
            Step::Add { name, timeout } => drop(registry.add(&[b'a' + name % 8], u32::from(timeout))),
            Step::Remove { name } => drop(registry.remove(&[b'a' + name % 8])),
            Step::Clear => registry.clear(),
            Step::Id { id } => drop(registry.set_id(&[b'a' + id % 8])),
            Step::Tell => tell(&registry, &mut lane, &mut known),
            // A new link, of which the server knows nothing.
            Step::Forget => {
                lane.begin(lane.epoch + 1);
                known = Known::default();
            }
            Step::Grab if lane.phase != Phase::Grabbing => lane.grab(),
            Step::Sleep if lane.phase == Phase::Refused => lane.phase = Phase::Sleeping,
            Step::NewRound => lane.forget_answer(),
            Step::Lose => {
                lane.lost(Error::new(ReturnCode::LostConnection, "gone"));
                known = Known::default();
            }
            Step::Receive { kind, body } => receive(&mut lane, kind, &body),
            Step::Grab | Step::Sleep => {}
        }
    }
    tell(&registry, &mut lane, &mut known);
    let (mut fresh, mut everything) = (Lane::default(), Known::default());
    tell(&registry, &mut fresh, &mut everything);
    assert_eq!(known, everything);
});

fn receive(lane: &mut Lane, kind: u8, body: &[u8]) {
    let mut buffer = BytesMut::from(&b"\0RES"[..]);
    buffer.extend_from_slice(&u32::from(kind).to_be_bytes());
    buffer.extend_from_slice(&(body.len() as u32).to_be_bytes());
    buffer.extend_from_slice(body);
    let Ok(Some(response)) = decode(&mut buffer) else { return };
    let before = lane.phase;
    match lane.handle(response) {
        Ok(Some(_)) => assert_eq!((before, lane.phase), (Phase::Grabbing, Phase::Awake)),
        Ok(None) => assert!(lane.phase == before || before == Phase::Grabbing || before == Phase::Sleeping),
        Err(_) => assert_eq!(lane.phase, before),
    }
}

/// What a server has been told.
#[derive(Debug, Default, PartialEq, Eq)]
struct Known {
    id: Bytes,
    functions: BTreeMap<Bytes, Bytes>,
}

/// Plays the server's part in registration.
fn tell(registry: &Registry, lane: &mut Lane, known: &mut Known) {
    for request in registry.changes_since(lane.told).unwrap() {
        let body = request.bytes().slice(12..);
        match request.bytes()[7] {
            1 => drop(known.functions.insert(body, Bytes::new())),
            2 => drop(known.functions.remove(&body)),
            3 => known.functions.clear(),
            22 => known.id = body,
            23 => drop(known.functions.insert(body.slice(..1), body.slice(2..))),
            kind => panic!("a registration of type {kind}"),
        }
    }
    lane.told = registry.revision();
}
