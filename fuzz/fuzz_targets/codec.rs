//! A stream decoded whole and the same stream decoded in pieces give the same packets and the same error.

#![no_main]

#[allow(dead_code)]
#[path = "../../src/error.rs"]
mod error;
#[allow(dead_code, unused_imports)]
#[path = "../../src/protocol/mod.rs"]
mod protocol;

use arbitrary::Arbitrary;
use bytes::BytesMut;
use libfuzzer_sys::fuzz_target;

use crate::error::Error;
use crate::protocol::{Response, decode};

#[derive(Arbitrary, Debug)]
struct Input {
    packets: Vec<Packet>,
    garbage: Vec<u8>,
    cuts: Vec<u8>,
}

#[derive(Arbitrary, Debug)]
struct Packet {
    kind: u8,
    body: Vec<u8>,
    claimed: Option<u32>,
}

fuzz_target!(|input: Input| {
    let mut stream = Vec::new();
    for Packet { kind, body, claimed } in &input.packets {
        stream.extend_from_slice(b"\0RES");
        stream.extend_from_slice(&u32::from(*kind).to_be_bytes());
        stream.extend_from_slice(&claimed.unwrap_or(body.len() as u32).to_be_bytes());
        stream.extend_from_slice(body);
    }
    stream.extend_from_slice(&input.garbage);

    let whole = decode_pieces([&stream[..]]);
    let mut rest = &stream[..];
    let mut pieces = Vec::new();
    for cut in &input.cuts {
        let (piece, after) = rest.split_at(usize::from(*cut).min(rest.len()));
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    let cut = decode_pieces(pieces);
    assert_eq!(whole.0, cut.0);
    // The text quotes as many wrong bytes as were there.
    assert_eq!(whole.1.map(|error| error.code()), cut.1.map(|error| error.code()));
});

fn decode_pieces<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> (Vec<Response>, Option<Error>) {
    let mut buffer = BytesMut::new();
    let mut packets = Vec::new();
    for piece in pieces {
        buffer.extend_from_slice(piece);
        loop {
            let (held, reserved) = (buffer.len(), buffer.capacity());
            match decode(&mut buffer) {
                Ok(Some(packet)) => {
                    assert!(buffer.len() < held, "a packet was made of nothing");
                    packets.push(packet);
                }
                Ok(None) => {
                    assert_eq!((buffer.len(), buffer.capacity()), (held, reserved));
                    break;
                }
                Err(error) => return (packets, Some(error)),
            }
        }
    }
    (packets, None)
}
