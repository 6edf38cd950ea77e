//! Large payloads that are read into rooms.

use std::cell::Cell;
use std::mem::MaybeUninit;
use std::sync::mpsc::channel;

use bytes::{Bytes, BytesMut};

use crate::error::ReturnCode;
use crate::net::connection::Connection;
use crate::net::inbound::LARGE;
use crate::net::{Room, Settings};
use crate::protocol::Response;
use crate::testing::{FakeServer, Peer, bytes, kind, memory_in_use, run, run_until};

thread_local! {
    /// No room of this thread gets more than this.
    static MOST: Cell<usize> = const { Cell::new(usize::MAX) };
    /// How often one was made larger, and whether one was ever much larger than what it held.
    static GROWN: Cell<usize> = const { Cell::new(0) };
    /// Where the last one was finished.
    static FINISHED: Cell<usize> = const { Cell::new(0) };
}

struct Attic {
    memory: BytesMut,
    capacity: usize,
}

impl Room for Attic {
    fn reserve(&mut self, capacity: usize) -> bool {
        assert!(capacity <= 16 * self.memory.len().max(16 * 1024) && capacity > self.memory.len());
        if capacity > MOST.get() {
            return false;
        }
        GROWN.set(GROWN.get() + 1);
        self.memory.reserve(capacity - self.memory.len());
        self.capacity = capacity;
        true
    }

    fn spare(&mut self) -> &mut [MaybeUninit<u8>] {
        let length = self.capacity - self.memory.len();
        &mut self.memory.spare_capacity_mut()[..length]
    }

    unsafe fn advance(&mut self, count: usize) {
        // SAFETY: the caller's.
        unsafe { self.memory.set_len(self.memory.len() + count) };
    }

    fn filled(&self) -> &[u8] {
        &self.memory
    }

    fn finish(self: Box<Self>) -> Bytes {
        FINISHED.set(self.memory.as_ptr() as usize);
        self.memory.freeze()
    }
}

fn attic() -> Box<dyn Room> {
    Box::new(Attic { memory: BytesMut::new(), capacity: 0 })
}

fn dialed(server: &FakeServer) -> Connection {
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings { make_room: Some(attic), ..Settings::default() });
    connection
}

fn receive(connection: &mut Connection) -> Response {
    run(|watch| connection.poll_receive(watch)).unwrap()
}

/// No two places of it look alike.
fn payload(length: usize) -> Vec<u8> {
    (0..length as u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

fn is_payload(data: &[u8], length: usize) -> bool {
    data == payload(length)
}

const HEAD: &[u8] = b"H:a:1\0";

fn complete(peer: &mut Peer, length: usize) {
    peer.answer(kind::WORK_COMPLETE, &[HEAD, &payload(length)].concat());
}

#[test]
fn payloads_of_all_sizes_come_whole_and_large_ones_in_their_room() {
    let edges = [LARGE, 16 * 1024, 8 * 16 * 1024, 64 * 16 * 1024].map(|edge| edge - 32..edge + 3);
    let lengths: Vec<usize> = edges.into_iter().flatten().step_by(5).chain([0, 3 << 20]).collect();
    let expected = lengths.clone();
    let server = FakeServer::play(move |peer| {
        for length in lengths {
            complete(peer, length);
            peer.answer(kind::NOOP, b"");
        }
        peer.expect_close();
    });
    let mut connection = dialed(&server);
    for length in expected {
        let Response::WorkComplete { handle, data } = receive(&mut connection) else { panic!("another packet came") };
        assert_eq!(handle, "H:a:1");
        assert!(is_payload(&data, length), "{length}");
        if length > LARGE {
            assert_eq!(data.as_ptr() as usize, FINISHED.get(), "{length}");
        }
        assert_eq!(receive(&mut connection), Response::Noop);
    }
}

#[test]
fn a_job_with_a_large_workload_keeps_its_other_arguments() {
    const LENGTH: usize = 300_000;
    let server = FakeServer::play(|peer| {
        peer.answer(kind::JOB_ASSIGN_UNIQ, &[&b"H:a:1\0f\0u\0"[..], &payload(LENGTH)].concat());
        peer.expect_close();
    });
    let Response::JobAssign(job) = receive(&mut dialed(&server)) else { panic!("another packet came") };
    assert_eq!((job.handle(), job.function(), job.unique()), (&b"H:a:1"[..], &b"f"[..], &b"u"[..]));
    assert!(is_payload(job.workload(), LENGTH));
}

#[test]
fn without_memory_for_a_room_a_payload_comes_all_the_same() {
    const LENGTH: usize = 2 << 20;
    for most in [0, 200_000, 1 << 20] {
        MOST.set(most);
        GROWN.set(0);
        let server = FakeServer::play(|peer| {
            complete(peer, LENGTH);
            peer.answer(kind::NOOP, b"");
            peer.expect_close();
        });
        let mut connection = dialed(&server);
        let Response::WorkComplete { data, .. } = receive(&mut connection) else { panic!("another packet came") };
        assert!(is_payload(&data, LENGTH));
        assert_eq!(GROWN.get() > 0, most > 0);
        assert_eq!(receive(&mut connection), Response::Noop);
    }
    MOST.set(usize::MAX);
}

#[test]
fn a_packet_without_arguments_before_its_payload_is_refused_when_it_is_whole() {
    let server = FakeServer::play(|peer| {
        peer.answer(kind::WORK_COMPLETE, &vec![b'x'; 300_000]);
        peer.expect_close();
    });
    let mut connection = dialed(&server);
    assert_eq!(run(|watch| connection.poll_receive(watch)).unwrap_err().code(), ReturnCode::InvalidPacket);
}

#[test]
fn a_claim_gets_memory_as_it_comes_true_and_half_a_payload_is_never_left_to_others() {
    let (go, may_close) = channel();
    let (announced, told) = channel();
    let server = FakeServer::play(move |peer| {
        let header = [&b"\0RES"[..], &kind::WORK_COMPLETE.to_be_bytes(), &i32::MAX.to_be_bytes()].concat();
        peer.raw(&[&header, HEAD, &payload(100_000)].concat());
        announced.send(()).unwrap();
        may_close.recv().unwrap();
    });
    let mut connection = dialed(&server);
    run(|watch| connection.poll_link(watch)).unwrap();
    let before = memory_in_use();
    run_until(&told, |watch| connection.poll_receive(watch));
    assert!(memory_in_use() - before < 2 << 20);
    assert!(connection.release().is_none());
    go.send(()).unwrap();
    let error = run(|watch| connection.poll_receive(watch)).unwrap_err();
    assert!(error.to_string().ends_with("in the middle of a packet"), "{error}");
    connection.close(false);
    assert!(memory_in_use() - before < 64 * 1024);
}

#[test]
fn a_payload_that_is_lent_is_written_from_where_it_is() {
    use crate::protocol::{Payload, Request};
    const LENGTH: usize = 5 << 20;
    let server = FakeServer::play(|peer| {
        let (_, body) = peer.receive();
        assert!(body.strip_prefix(HEAD).is_some_and(|data| is_payload(data, LENGTH)));
        peer.answer(kind::NOOP, b"");
        peer.expect_close();
    });
    let mut connection = dialed(&server);
    let lent = Bytes::from(payload(LENGTH));
    let before = memory_in_use();
    let request = Request::work_complete(&bytes("H:a:1"), Payload::Lent(&lent)).unwrap();
    assert_eq!(request.in_one_piece().len(), 12 + HEAD.len() + LENGTH);
    connection.send(&request);
    assert_eq!(connection.unwritten(), 12 + HEAD.len() + LENGTH);
    assert!(memory_in_use() - before < 64 * 1024);
    assert_eq!(receive(&mut connection), Response::Noop);
    drop(request);
    assert!(lent.is_unique());
}
