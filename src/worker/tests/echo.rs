use std::sync::mpsc::channel;

use bytes::Bytes;

use super::{assign, connect, greet, work, worker, workload};
use crate::error::{Error, Result, ReturnCode};
use crate::testing::{DeadServer, FakeServer, Peer, bytes, kind, run, run_once, run_until, script};
use crate::worker::{Activity, Worker};

fn echo(worker: &mut Worker, data: &[u8]) -> Result<Bytes> {
    run(|watch| worker.poll_echo(data, watch))
}

#[test]
fn an_echo_comes_back() {
    let server = FakeServer::play(|peer| {
        for data in [&b"a"[..], b"", b"\0"] {
            peer.expect(kind::ECHO_REQ, data);
            peer.answer(kind::ECHO_RES, data);
        }
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    for data in [&b"a"[..], b"", b"\0"] {
        assert_eq!(echo(&mut worker, data).unwrap(), data);
    }
}

#[test]
fn an_echo_needs_a_connection() {
    let dead = DeadServer::new();
    assert_eq!(echo(&mut worker([dead.server()]), b"a").unwrap_err().code(), ReturnCode::LostConnection);
}

#[test]
fn an_echo_that_is_cut_off_fails() {
    let server = FakeServer::play(|peer| peer.expect(kind::ECHO_REQ, b"a"));
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    assert_eq!(echo(&mut worker, b"a").unwrap_err().code(), ReturnCode::LostConnection);
    assert!(worker.pool.is_down(0));
}

#[test]
fn an_echo_asked_for_on_a_link_before_this_one_does_not_come() {
    let (asked, told) = channel();
    let first = move |peer: &mut Peer| {
        peer.expect(kind::ECHO_REQ, b"a");
        asked.send(()).unwrap();
        peer.expect_close();
    };
    let server = FakeServer::start(vec![script(first), script(|peer| peer.expect_close())]);
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    run_until(&told, |watch| worker.poll_echo(b"a", watch));
    worker.pool.close(0, Error::new(ReturnCode::LostConnection, "lost meanwhile"));
    connect(&mut worker);
    assert_eq!(echo(&mut worker, b"a").unwrap_err().code(), ReturnCode::LostConnection);
    assert!(worker.pool.is_up(0));
}

/// A worker that asked for a job, got an echo instead, and the job just before it.
fn with_job_behind_an_echo() -> (FakeServer, Worker) {
    let (asked, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        peer.expect(kind::ECHO_REQ, b"ping");
        peer.answer(kind::NOOP, b"");
        assign(peer, 1);
        peer.answer(kind::ECHO_RES, b"ping");
        // No second GRAB_JOB.
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    assert_eq!(echo(&mut worker, b"ping").unwrap(), "ping");
    (server, worker)
}

#[test]
fn a_job_that_comes_before_the_echo_is_kept() {
    let (_server, mut worker) = with_job_behind_an_echo();
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_job_that_came_before_the_echo_counts_as_activity() {
    let (_server, mut worker) = with_job_behind_an_echo();
    assert_eq!(run_once(|watch| worker.poll_activity(watch)), Some(Activity::Seen));
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn the_late_answer_to_an_echo_is_not_taken_for_the_next() {
    let (received, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::ECHO_REQ, b"first");
        received.send(()).unwrap();
        peer.expect(kind::ECHO_REQ, b"second");
        peer.answer(kind::ECHO_RES, b"first");
        peer.answer(kind::ECHO_RES, b"second");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    run_until(&told, |watch| worker.poll_echo(b"first", watch));
    worker.forget_echo();
    assert_eq!(echo(&mut worker, b"second").unwrap(), bytes("second"));
}

#[test]
fn the_late_answer_to_an_echo_does_not_disturb_the_work() {
    let (received, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::ECHO_REQ, b"late");
        received.send(()).unwrap();
        greet(peer);
        peer.answer(kind::ECHO_RES, b"late");
        assign(peer, 1);
        peer.expect(kind::ECHO_REQ, b"in time");
        peer.answer(kind::ECHO_RES, b"in time");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    run_until(&told, |watch| worker.poll_echo(b"late", watch));
    worker.forget_echo();
    assert_eq!(workload(work(&mut worker)), "1");
    assert_eq!(echo(&mut worker, b"in time").unwrap(), bytes("in time"));
}
