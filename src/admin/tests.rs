//! An inquiry against scripted servers.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;

use super::{Inquiry, Standing};
use crate::error::{Error, Result, ReturnCode};
use crate::net::{Persistence, Pool, Server, close_parked};
use crate::protocol::Request;
use crate::protocol::text::{Answer, FunctionStatus, Listing, Version};
use crate::testing::{
    BlackHole, DeadServer, FakeServer, Peer, in_child, kind, memory_in_use, run, run_once, run_until, script,
};

const LONG: Duration = Duration::from_secs(100);

fn pool(servers: impl IntoIterator<Item = Server>) -> Pool<Standing> {
    let mut pool = Pool::default();
    pool.settings_mut().connect_timeout = LONG;
    servers.into_iter().for_each(|server| pool.add(server));
    pool
}

fn late() -> Error {
    Error::new(ReturnCode::Timeout, "no answer")
}

fn ask<A: Answer>(pool: &mut Pool<Standing>, request: Request, answer: A) -> Vec<Result<A::Found>> {
    let mut inquiry = Inquiry::new(pool, request, answer);
    run(|watch| inquiry.poll(pool, watch));
    inquiry.end(pool, &late())
}

fn versions(pool: &mut Pool<Standing>) -> Vec<Result<Bytes>> {
    ask(pool, Request::version(), Version::default())
}

fn status(pool: &mut Pool<Standing>) -> Vec<Result<Vec<FunctionStatus>>> {
    ask(pool, Request::list::<FunctionStatus>(), Listing::default())
}

/// Reads one command and its fence.
fn expect_command(peer: &mut Peer, command: &str) {
    let mut line = vec![0; command.len() + 2];
    peer.read_exactly(&mut line);
    assert_eq!(String::from_utf8_lossy(&line), format!("{command}\r\n"));
    peer.expect(kind::ECHO_REQ, b".");
}

fn answer(peer: &mut Peer, command: &str, text: &str) {
    expect_command(peer, command);
    peer.raw(text.as_bytes());
    peer.answer(kind::ECHO_RES, b".");
}

fn answering(command: &'static str, text: &'static str) -> FakeServer {
    FakeServer::play(move |peer| {
        answer(peer, command, text);
        peer.expect_close();
    })
}

fn refused<T>(reply: &Result<T>) -> ReturnCode {
    reply.as_ref().err().map_or(ReturnCode::Success, Error::code)
}

#[test]
fn every_server_is_asked() {
    let servers = [answering("version", "OK 1.1.20\n"), answering("version", "OK 2.0\r\n")];
    let found = versions(&mut pool(servers.iter().map(FakeServer::server)));
    assert_eq!(found, [Ok(Bytes::from_static(b"1.1.20")), Ok(Bytes::from_static(b"2.0"))]);
}

/// Each answers only when the other has been asked.
#[test]
fn all_servers_are_asked_at_the_same_time() {
    let (first_asked, first_told) = channel();
    let (second_asked, second_told) = channel();
    let playing = |asked: Sender<()>, other: Receiver<()>| {
        FakeServer::play(move |peer| {
            expect_command(peer, "version");
            asked.send(()).unwrap();
            other.recv_timeout(LONG).unwrap();
            peer.raw(b"OK 1\n");
            peer.answer(kind::ECHO_RES, b".");
            peer.expect_close();
        })
    };
    let servers = [playing(first_asked, second_told), playing(second_asked, first_told)];
    assert!(versions(&mut pool(servers.iter().map(FakeServer::server))).iter().all(Result::is_ok));
}

#[test]
fn a_dead_server_spoils_only_its_own_entry() {
    let (dead, live) = (DeadServer::new(), answering("status", "f\t3\t2\t1\n.\n"));
    let found = status(&mut pool([dead.server(), live.server()]));
    assert_eq!(refused(&found[0]), ReturnCode::CouldNotConnect);
    assert_eq!(found[1].as_ref().unwrap()[0].total, 3);
}

#[test]
fn an_error_names_its_server() {
    let refusing = answering("status", "ERR UNKNOWN_COMMAND Unknown+server+command\r\n");
    let garbage = FakeServer::play(|peer| {
        expect_command(peer, "status");
        peer.raw(b"HTTP/1.1 400 Bad Request\r\n");
        peer.expect_close();
    });
    let half = FakeServer::play(|peer| {
        expect_command(peer, "status");
        peer.raw(b"f\t1\t2");
        peer.close();
    });
    let servers = [refusing.server(), garbage.server(), half.server()];
    let found = status(&mut pool(servers.clone()));
    let codes = [ReturnCode::ServerError, ReturnCode::InvalidPacket, ReturnCode::LostConnection];
    for ((reply, server), code) in found.iter().zip(&servers).zip(codes) {
        let text = reply.as_ref().unwrap_err().to_string();
        assert!(text.starts_with(&format!("{} {server}: the ", code.name())), "{text}");
    }
}

#[test]
fn silence_before_the_fence_is_an_answer() {
    let silent = answering("version", "");
    assert_eq!(refused(&versions(&mut pool([silent.server()]))[0]), ReturnCode::ServerError);
}

#[test]
fn one_link_serves_one_inquiry_after_the_other() {
    let server = FakeServer::play(|peer| {
        answer(peer, "version", "OK 1\n");
        answer(peer, "status", ".\n");
        answer(peer, "status", "ERR no\r\n");
        answer(peer, "version", "OK 1\n");
        peer.expect_close();
    });
    let mut pool = pool([server.server()]);
    assert!(versions(&mut pool)[0].is_ok());
    assert!(status(&mut pool)[0].is_ok());
    assert!(status(&mut pool)[0].is_err());
    assert!(versions(&mut pool)[0].is_ok());
}

#[test]
fn a_server_that_has_restarted_is_asked_on_a_new_link() {
    let (asked, told) = channel();
    let server = FakeServer::start(vec![
        script(|peer| answer(peer, "version", "OK 1\n")),
        script(move |peer| {
            answer(peer, "version", "OK 2\n");
            told.recv_timeout(LONG).unwrap();
            // It goes away only when it is asked.
            expect_command(peer, "version");
        }),
        script(|peer| {
            answer(peer, "version", "OK 3\n");
            peer.expect_close();
        }),
    ]);
    let mut pool = pool([server.server()]);
    versions(&mut pool);
    run(|watch| pool.poll_line(0, watch)).unwrap_err();
    assert_eq!(versions(&mut pool), [Ok(Bytes::from_static(b"2"))]);
    asked.send(()).unwrap();
    assert_eq!(versions(&mut pool), [Ok(Bytes::from_static(b"3"))]);
}

#[test]
fn a_server_that_goes_away_on_a_new_link_is_not_asked_again() {
    let server = FakeServer::play(|peer| expect_command(peer, "version"));
    assert_eq!(refused(&versions(&mut pool([server.server()]))[0]), ReturnCode::LostConnection);
}

#[test]
fn who_has_not_answered_in_time_has_failed_and_never_answers_another() {
    let (asked, told) = channel();
    let slow = FakeServer::start(vec![
        script(move |peer| {
            expect_command(peer, "version");
            peer.raw(b"OK la");
            asked.send(()).unwrap();
            peer.expect_close();
        }),
        script(|peer| {
            answer(peer, "version", "OK new\n");
            peer.expect_close();
        }),
    ]);
    let mut pool = pool([slow.server()]);
    let mut inquiry = Inquiry::new(&pool, Request::version(), Version::default());
    run_until(&told, |watch| inquiry.poll(&mut pool, watch));
    let error = inquiry.end(&mut pool, &late()).remove(0).unwrap_err();
    assert_eq!(error.to_string(), format!("GEARMAN_TIMEOUT {}: no answer", slow.server()));
    assert_eq!(versions(&mut pool), [Ok(Bytes::from_static(b"new"))]);
}

#[test]
fn a_black_hole_can_be_given_up() {
    let (hole, live) = (BlackHole::new(), answering("version", "OK 1\n"));
    let mut pool = pool([hole.server(), live.server()]);
    let mut inquiry = Inquiry::new(&pool, Request::version(), Version::default());
    assert!(run_once(|watch| inquiry.poll(&mut pool, watch)).is_none());
    run(|watch| {
        let _ = inquiry.poll(&mut pool, watch);
        if pool.known(1).unwrap().is_asked { Poll::Pending } else { Poll::Ready(()) }
    });
    let found = inquiry.end(&mut pool, &late());
    assert_eq!((refused(&found[0]), refused(&found[1])), (ReturnCode::Timeout, ReturnCode::Success));
}

#[test]
fn a_line_without_an_end_takes_no_memory() {
    let server = FakeServer::play(|peer| {
        expect_command(peer, "status");
        peer.flood(&[b'x'; 1000]);
    });
    let mut pool = pool([server.server()]);
    let before = memory_in_use();
    let mut inquiry = Inquiry::new(&pool, Request::list::<FunctionStatus>(), Listing::<FunctionStatus>::default());
    run(|watch| {
        let polled = inquiry.poll(&mut pool, watch);
        assert!(memory_in_use() - before < 8 << 20);
        polled
    });
    assert_eq!(refused(&inquiry.end(&mut pool, &late())[0]), ReturnCode::InvalidPacket);
}

#[test]
fn a_child_asks_on_a_link_of_its_own() {
    let (asked, told) = channel();
    let (child_ended, may_answer) = channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            expect_command(peer, "version");
            asked.send(()).unwrap();
            may_answer.recv_timeout(LONG).unwrap();
            peer.raw(b"OK parent\n");
            peer.answer(kind::ECHO_RES, b".");
            peer.expect_close();
        }),
        script(|peer| {
            answer(peer, "version", "OK child\n");
            peer.expect_close();
        }),
    ]);
    let mut pool = pool([server.server()]);
    let mut inquiry = Inquiry::new(&pool, Request::version(), Version::default());
    run_until(&told, |watch| inquiry.poll(&mut pool, watch));
    in_child(|| run(|watch| inquiry.poll(&mut pool, watch)));
    child_ended.send(()).unwrap();
    run(|watch| inquiry.poll(&mut pool, watch));
    assert_eq!(inquiry.end(&mut pool, &late()), [Ok(Bytes::from_static(b"parent"))]);
}

#[test]
fn a_link_is_left_behind_only_when_nothing_is_due_on_it() {
    close_parked();
    let (asked, told) = channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            answer(peer, "version", "OK 1\n");
            answer(peer, "version", "OK 2\n");
            expect_command(peer, "version");
            asked.send(()).unwrap();
            peer.expect_close();
        }),
        script(|peer| {
            answer(peer, "version", "OK 3\n");
            peer.expect_close();
        }),
    ]);
    let persistent = || {
        let mut pool = pool([server.server()]);
        pool.settings_mut().persistence = Some(Persistence { idle: LONG, most: 4 });
        pool
    };
    assert_eq!(versions(&mut persistent()), [Ok(Bytes::from_static(b"1"))]);
    assert_eq!(versions(&mut persistent()), [Ok(Bytes::from_static(b"2"))]);
    let mut interrupted = persistent();
    let mut inquiry = Inquiry::new(&interrupted, Request::version(), Version::default());
    run_until(&told, |watch| inquiry.poll(&mut interrupted, watch));
    drop(interrupted);
    assert_eq!(versions(&mut persistent()), [Ok(Bytes::from_static(b"3"))]);
    close_parked();
}
