//! What a server says to an administrator comes to the same however it is cut, takes no more memory than what was sent,
//! and a list that is written down is read again.

#![no_main]

#[allow(dead_code)]
#[path = "../../src/error.rs"]
mod error;
#[allow(dead_code, unused_imports)]
#[path = "../../src/protocol/mod.rs"]
mod protocol;

use std::fmt::Debug;

use arbitrary::Arbitrary;
use bytes::{Bytes, BytesMut};
use libfuzzer_sys::fuzz_target;

use crate::error::{Error, ReturnCode};
use crate::protocol::text::{
    Answer, FunctionStatus, Line, Listing, Peer, Pid, PriorityStatus, QueueLimits, QueuedJob, UniqueKey, Verdict,
    Version, next_line,
};

/// The end of an answer.
const FENCE: &[u8] = b"\0RES\0\0\0\x11\0\0\0\x01.";

#[derive(Arbitrary, Debug)]
struct Input {
    question: Question,
    pieces: Vec<Piece>,
    cuts: Vec<u8>,
    functions: Vec<(String, u32, u32, u32)>,
}

#[derive(Arbitrary, Debug)]
enum Question {
    Version,
    Pid,
    Verdict,
    QueueLimits,
    Status,
    PriorityStatus,
    Workers,
    Jobs,
    UniqueJobs,
}

#[derive(Arbitrary, Debug)]
enum Piece {
    Ok,
    Dot,
    Fence,
    Function(Vec<u8>, u32, u32, u32),
    Peer(u16, Vec<u8>),
    Refusal(String),
    Line(Vec<u8>),
    Bytes(Vec<u8>),
}

impl Piece {
    fn write(&self, stream: &mut Vec<u8>) {
        match self {
            Self::Ok => stream.extend_from_slice(b"OK\r\n"),
            Self::Dot => stream.extend_from_slice(b".\n"),
            Self::Fence => stream.extend_from_slice(FENCE),
            Self::Function(name, a, b, c) => {
                stream.extend_from_slice(name);
                stream.extend_from_slice(format!("\t{a}\t{b}\t{c}\n").as_bytes());
            }
            Self::Peer(descriptor, rest) => {
                stream.extend_from_slice(format!("{descriptor} ::1 ").as_bytes());
                stream.extend_from_slice(rest);
                stream.extend_from_slice(b" : f g\n");
            }
            Self::Refusal(text) => stream.extend_from_slice(format!("ERR {text}\r\n").as_bytes()),
            Self::Line(line) => {
                stream.extend_from_slice(line);
                stream.push(b'\n');
            }
            Self::Bytes(bytes) => stream.extend_from_slice(bytes),
        }
    }
}

fuzz_target!(|input: Input| {
    let mut stream = Vec::new();
    input.pieces.iter().for_each(|piece| piece.write(&mut stream));
    match input.question {
        Question::Version => check(Version::default(), &stream, &input.cuts),
        Question::Pid => check(Pid::default(), &stream, &input.cuts),
        Question::Verdict => check(Verdict::default(), &stream, &input.cuts),
        Question::QueueLimits => check(QueueLimits::of(b"f"), &stream, &input.cuts),
        Question::Status => check(Listing::<FunctionStatus>::default(), &stream, &input.cuts),
        Question::PriorityStatus => check(Listing::<PriorityStatus>::default(), &stream, &input.cuts),
        Question::Workers => check(Listing::<Peer>::default(), &stream, &input.cuts),
        Question::Jobs => check(Listing::<QueuedJob>::default(), &stream, &input.cuts),
        Question::UniqueJobs => check(Listing::<UniqueKey>::default(), &stream, &input.cuts),
    }
    read_again(&input.functions);
});

fn check<A: Answer<Found: Debug + PartialEq>>(blank: A, stream: &[u8], cuts: &[u8]) {
    let whole = answers(&blank, [stream]);
    let mut rest = stream;
    let mut pieces = Vec::new();
    for cut in cuts {
        let (piece, after) = rest.split_at(usize::from(*cut).min(rest.len()));
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    assert_eq!(whole, answers(&blank, pieces));
}

/// The answers that a stream holds, up to the first of which nothing can be made.
fn answers<'a, A: Answer>(
    blank: &A,
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> (Vec<Result<A::Found, Error>>, Option<ReturnCode>) {
    let mut buffer = BytesMut::new();
    let mut found = Vec::new();
    let mut answer = blank.clone();
    for piece in pieces {
        buffer.extend_from_slice(piece);
        loop {
            let (held, reserved) = (buffer.len(), buffer.capacity());
            let taken = match next_line(&mut buffer) {
                Ok(Some(Line::Text(line))) => answer.take(line),
                Ok(Some(Line::Fence)) => {
                    found.push(std::mem::replace(&mut answer, blank.clone()).end());
                    Ok(())
                }
                Ok(None) => {
                    assert_eq!((buffer.len(), buffer.capacity()), (held, reserved));
                    break;
                }
                Err(error) => Err(error),
            };
            if let Err(error) = taken {
                return (found, Some(error.code()));
            }
            assert!(buffer.len() < held, "a line was made of nothing");
        }
    }
    (found, None)
}

fn read_again(functions: &[(String, u32, u32, u32)]) {
    let mut listing = Listing::<FunctionStatus>::default();
    let mut expected = Vec::new();
    for (name, total, running, workers) in functions {
        listing.take(Bytes::from(format!("{name}\t{total}\t{running}\t{workers}"))).expect("a row");
        let function = Bytes::from(name.clone());
        let [total, running, workers] = [total, running, workers].map(|number| i64::from(*number));
        expected.push(FunctionStatus { function, total, running, workers });
    }
    listing.take(Bytes::from_static(b".")).expect("the end");
    assert_eq!(listing.end().expect("a list"), expected);
}
