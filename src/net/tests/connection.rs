use std::sync::mpsc::channel;
use std::task::Poll;
use std::time::{Duration, Instant};

use crate::error::{Error, ReturnCode};
use crate::net::connection::{Connection, READS_PER_LOOK, Reads};
use crate::net::{Server, Settings, health};
use crate::protocol::{Request, Response};
use crate::testing::{
    BlackHole, DeadServer, FakeServer, Peer, bytes, kind, look_again, memory_in_use, packet, run, run_once, run_until,
    script,
};

fn dialed(server: Server) -> Connection {
    let mut connection = Connection::new(server);
    connection.dial(&Settings::default());
    connection
}

#[test]
fn a_connection_that_was_made_while_nobody_looked_is_not_late() {
    let server = FakeServer::play(|peer| peer.expect_close());
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings { connect_timeout: Duration::ZERO, ..Settings::default() });
    link(&mut connection).unwrap();
}

fn link(connection: &mut Connection) -> Result<(), Error> {
    run(|watch| connection.poll_link(watch))
}

fn receive(connection: &mut Connection) -> Result<Response, Error> {
    run(|watch| connection.poll_receive(watch))
}

fn echo(data: &[u8]) -> Request {
    Request::echo(data).unwrap()
}

#[test]
fn a_refusal_names_the_server_and_keeps_the_errno() {
    let dead = DeadServer::new();
    let mut connection = dialed(dead.server());
    assert!(!connection.is_down() && !connection.is_up());
    let error = link(&mut connection).unwrap_err();
    let expected = format!("GEARMAN_COULD_NOT_CONNECT {}: connection refused", dead.server());
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.errno(), libc::ECONNREFUSED);
    assert!(health::is_resting(connection.server()));
}

#[test]
fn a_silent_server_costs_the_connect_timeout() {
    let hole = BlackHole::new();
    let mut connection = Connection::new(hole.server());
    connection.dial(&Settings { connect_timeout: Duration::from_millis(60), ..Settings::default() });
    let error = link(&mut connection).unwrap_err();
    assert_eq!(error.to_string(), format!("GEARMAN_COULD_NOT_CONNECT {}: no answer within 60 ms", hole.server()));
    assert_eq!(error.errno(), libc::ETIMEDOUT);
    assert!(health::is_resting(connection.server()));
}

#[test]
fn a_name_that_does_not_resolve_fails_the_dial() {
    let mut connection = dialed(Server::new("x".repeat(64).as_bytes(), 1).unwrap());
    assert_eq!(link(&mut connection).unwrap_err().code(), ReturnCode::Getaddrinfo);
}

#[test]
fn a_connection_that_was_never_dialed_is_lost() {
    let dead = DeadServer::new();
    let mut connection = Connection::new(dead.server());
    assert_eq!(link(&mut connection).unwrap_err().code(), ReturnCode::LostConnection);
    assert_eq!(receive(&mut connection).unwrap_err().code(), ReturnCode::LostConnection);
}

#[test]
fn a_server_that_speaks_rests_no_longer() {
    let server = FakeServer::play(|peer| {
        peer.answer(kind::NOOP, b"");
        peer.expect_close();
    });
    health::note_silence(&server.server());
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    assert!(connection.is_up() && health::is_resting(connection.server()));
    receive(&mut connection).unwrap();
    assert!(!health::is_resting(connection.server()) && connection.heard_at().is_some());
}

/// What comes of a server that sends these bytes and closes.
fn after(sent: Vec<u8>) -> Error {
    let server = FakeServer::play(move |peer| peer.raw(&sent));
    let mut connection = dialed(server.server());
    let error = loop {
        match receive(&mut connection) {
            Ok(response) => assert_eq!(response, Response::Noop),
            Err(error) => break error,
        }
    };
    assert!(error.to_string().contains(&server.server().to_string()), "{error}");
    error
}

#[test]
fn an_end_between_packets_is_an_end() {
    let error = after(packet(kind::NOOP, b""));
    assert_eq!(error.code(), ReturnCode::LostConnection);
    assert!(error.to_string().ends_with("the server closed the connection"), "{error}");
}

#[test]
fn an_end_within_a_packet_is_named() {
    let whole = packet(kind::WORK_COMPLETE, b"H:a:1\0result");
    for length in [1, 11, 12, whole.len() - 1] {
        let error = after([packet(kind::NOOP, b""), whole[..length].to_vec()].concat());
        assert_eq!(error.code(), ReturnCode::LostConnection);
        assert!(error.to_string().ends_with("in the middle of a packet"), "{error}");
    }
}

#[test]
fn a_line_that_was_asked_for_comes_between_packets() {
    let server = FakeServer::play(|peer| {
        let mut question = [0; 8];
        peer.read_exactly(&mut question);
        assert_eq!(&question, b"version\n");
        peer.raw(&[&packet(kind::NOOP, b"")[..], b"OK 1.1.20+ds\n", &packet(kind::NOOP, b"")].concat());
        peer.raw(b"OK 1.1.20+ds\n");
        peer.expect_close();
    });
    let mut connection = dialed(server.server());
    connection.ask_line(&Request::version_only());
    assert_eq!(receive(&mut connection).unwrap(), Response::Noop);
    assert_eq!(receive(&mut connection).unwrap(), Response::Line(bytes("OK 1.1.20+ds")));
    assert_eq!(receive(&mut connection).unwrap(), Response::Noop);
    assert_eq!(receive(&mut connection).unwrap_err().code(), ReturnCode::InvalidMagic);
    drop(connection);
}

#[test]
fn a_line_is_not_owed_on_the_next_link() {
    let server = FakeServer::start(vec![
        script(|peer| peer.close()),
        script(|peer| {
            peer.raw(b"OK 1.1.20+ds\n");
            peer.expect_close();
        }),
    ]);
    let mut connection = dialed(server.server());
    connection.ask_line(&Request::version_only());
    assert!(receive(&mut connection).is_err());
    connection.close(false);
    connection.dial(&Settings::default());
    assert_eq!(receive(&mut connection).unwrap_err().code(), ReturnCode::InvalidMagic);
    drop(connection);
}

#[test]
fn garbage_ends_the_connection_with_its_own_code() {
    let header = |kind: u32, length: u32| [&b"\0RES"[..], &kind.to_be_bytes(), &length.to_be_bytes()].concat();
    for (sent, code) in [
        (b"SSH-2.0-OpenSSH\r\n".to_vec(), ReturnCode::InvalidMagic),
        (b"\0REQ\0\0\0\x06\0\0\0\0".to_vec(), ReturnCode::InvalidMagic),
        (header(99, 0), ReturnCode::InvalidCommand),
        (header(kind::WORK_COMPLETE, u32::MAX), ReturnCode::InvalidPacket),
        (packet(kind::JOB_CREATED, b""), ReturnCode::InvalidPacket),
        (packet(kind::SUBMIT_JOB, b"f\0u\0w"), ReturnCode::UnexpectedPacket),
    ] {
        let error = after([packet(kind::NOOP, b""), sent].concat());
        assert_eq!(error.code(), code, "{error}");
    }
}

#[test]
fn an_announced_length_reserves_nothing() {
    let (go, may_close) = channel();
    let (announced, told) = channel();
    let server = FakeServer::play(move |peer| {
        let header = [&b"\0RES"[..], &kind::WORK_COMPLETE.to_be_bytes(), &i32::MAX.to_be_bytes()].concat();
        peer.raw(&header);
        announced.send(()).unwrap();
        may_close.recv().unwrap();
    });
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    let before = memory_in_use();
    run_until(&told, |watch| connection.poll_receive(watch));
    assert!(memory_in_use() - before < 256 * 1024);
    go.send(()).unwrap();
    assert_eq!(receive(&mut connection).unwrap_err().code(), ReturnCode::LostConnection);
}

#[test]
fn large_payloads_travel_both_ways_at_once() {
    const SIZE: usize = 8 * 1024 * 1024;
    let server = FakeServer::play(|peer| {
        let (_, sent) = peer.receive();
        assert!(sent.len() == SIZE && sent.iter().all(|byte| *byte == b'a'));
        // The client goes on writing while this is written.
        peer.answer(kind::ECHO_RES, &sent);
        let (_, sent) = peer.receive();
        assert!(sent.len() == SIZE && sent.iter().all(|byte| *byte == b'b'));
        peer.expect_close();
    });
    let mut connection = dialed(server.server());
    connection.send(&echo(&vec![b'a'; SIZE]));
    connection.send(&echo(&vec![b'b'; SIZE]));
    assert_eq!(connection.unwritten(), 2 * (SIZE + 12));
    let Response::Echo { data } = receive(&mut connection).unwrap() else { panic!("another packet came") };
    assert!(data.len() == SIZE && data.iter().all(|byte| *byte == b'a'));
    run(|watch| connection.poll_flush(watch)).unwrap();
    assert_eq!(connection.unwritten(), 0);
}

#[test]
fn a_server_that_takes_a_large_packet_piece_by_piece_is_seen_to_do_so() {
    const PIECE: usize = 8 * 1024 * 1024;
    let (go, may_read) = channel();
    let server = FakeServer::play(move |peer| {
        while may_read.recv().is_ok() {
            peer.skip(PIECE);
        }
        peer.rest();
    });
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    connection.send(&echo(&vec![b'a'; 5 * PIECE]));
    let mut moments = Vec::new();
    for round in 0..3 {
        if round > 0 {
            go.send(()).unwrap();
        }
        let before = connection.unwritten();
        run(|watch| {
            assert!(connection.poll_flush(watch).is_pending());
            if connection.unwritten() < before { Poll::Ready(()) } else { Poll::Pending }
        });
        moments.push(connection.moved_at());
    }
    drop(go);
    // The kernel's buffer was empty at first.
    assert_eq!(moments[0], None);
    assert!(moments.is_sorted_by(|one, next| one < next), "{moments:?}");
    assert_eq!(connection.heard_at(), None);
}

#[test]
fn a_server_that_takes_no_more_is_seen_to_take_nothing() {
    let (go, may_read) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        let _ = may_read.recv();
        peer.rest();
    });
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    connection.send(&echo(&vec![b'a'; 32 * 1024 * 1024]));
    // The kernel takes some of it, at first.
    run(|watch| {
        let (before, moved) = (connection.unwritten(), connection.moved_at());
        assert!(connection.poll_flush(watch).is_pending());
        look_again(watch);
        let stands_still = connection.unwritten() == before && !watch.has_progressed();
        if stands_still && connection.moved_at() == moved { Poll::Ready(()) } else { Poll::Pending }
    });
    drop((connection, go));
}

#[test]
fn a_large_packet_leaves_no_large_buffer_behind() {
    const SIZE: usize = 8 * 1024 * 1024;
    let server = FakeServer::play(|peer| {
        peer.answer(kind::ECHO_RES, &vec![b'a'; SIZE]);
        peer.expect_close();
    });
    let mut connection = dialed(server.server());
    let before = memory_in_use();
    drop(receive(&mut connection).unwrap());
    let kept = memory_in_use() - before;
    assert!(kept < 1024 * 1024, "{kept} bytes");
}

#[test]
fn the_arrival_of_a_large_packet_is_progress() {
    const PIECE: usize = 100 * 1024;
    let (go, may_go_on) = channel();
    let server = FakeServer::play(move |peer| {
        let whole = packet(kind::ECHO_RES, &vec![b'a'; 2 * PIECE]);
        peer.raw(&whole[..PIECE]);
        may_go_on.recv().unwrap();
        peer.raw(&whole[PIECE..]);
        peer.expect_close();
    });
    let mut connection = dialed(server.server());
    let mut go = Some(go);
    let received = run(|watch| {
        let received = connection.poll_receive(watch);
        if watch.has_progressed()
            && let Some(go) = go.take()
        {
            assert!(received.is_pending());
            go.send(()).unwrap();
        }
        received
    });
    let Response::Echo { data } = received.unwrap() else { panic!("another packet came") };
    assert_eq!(data.len(), 2 * PIECE);
}

#[test]
fn the_arrival_of_many_small_packets_is_none() {
    const COUNT: usize = 50_000;
    let server = FakeServer::play(|peer| {
        peer.raw(&packet(kind::NOOP, b"").repeat(COUNT));
        peer.expect_close();
    });
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    for _ in 0..COUNT {
        let received = run(|watch| {
            let received = connection.poll_receive(watch);
            assert!(!watch.has_progressed());
            received
        });
        assert_eq!(received.unwrap(), Response::Noop);
    }
}

#[test]
fn a_look_reads_so_often_and_the_next_one_again() {
    let mut reads = Reads::default();
    for look in 1..3 {
        let granted = (0..2 * READS_PER_LOOK).filter(|_| reads.may_read(look)).count();
        assert_eq!(granted, READS_PER_LOOK as usize);
    }
}

#[test]
fn small_packets_are_copied_together_and_keep_their_order() {
    const COUNT: usize = 10_000;
    let server = FakeServer::play(|peer| {
        for number in 0..COUNT {
            // One in a hundred is too large to be copied.
            let filler = if number % 100 == 0 { 20_000 } else { 10 };
            let (_, body) = peer.receive();
            assert_eq!(body, format!("{number:0filler$}").into_bytes());
        }
        peer.expect_close();
    });
    let mut connection = dialed(server.server());
    for number in 0..COUNT {
        let filler = if number % 100 == 0 { 20_000 } else { 10 };
        connection.send(&echo(format!("{number:0filler$}").as_bytes()));
    }
    run(|watch| connection.poll_flush(watch)).unwrap();
    assert_eq!(connection.unwritten(), 0);
}

#[test]
fn many_small_packets_cost_little_more_than_their_bytes() {
    let dead = DeadServer::new();
    let mut connection = Connection::new(dead.server());
    let before = memory_in_use();
    for _ in 0..100_000 {
        connection.send(&echo(b"12345678"));
    }
    let used = memory_in_use() - before;
    assert_eq!(connection.unwritten(), 100_000 * 20);
    assert!(used < 2 * 100_000 * 20, "{used} bytes");
}

#[test]
fn a_close_is_noticed_without_reading() {
    let server = FakeServer::play(|_| {});
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    run(|watch| {
        look_again(watch);
        if connection.is_lost(Instant::now()) { Poll::Ready(()) } else { Poll::Pending }
    });
    connection.close(false);
    assert!(connection.is_down() && !connection.is_lost(Instant::now()));
}

/// A server that has just spoken is believed to be there; a moment later it is not.
#[test]
fn a_server_that_spoke_and_closed_is_noticed_soon() {
    let server = FakeServer::play(|peer| peer.answer(kind::NOOP, b""));
    let mut connection = dialed(server.server());
    receive(&mut connection).unwrap();
    server.finish();
    let mut looks = 0;
    run(|watch| {
        looks += 1;
        assert!(looks < 100, "it was believed for too long");
        look_again(watch);
        if connection.is_lost(Instant::now()) { Poll::Ready(()) } else { Poll::Pending }
    });
}

#[test]
fn a_live_connection_is_not_taken_for_lost() {
    let (sent, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.answer(kind::ECHO_RES, b"kept");
        sent.send(()).unwrap();
        peer.expect_close();
    });
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    assert!(!connection.is_lost(Instant::now()));
    told.recv().unwrap();
    assert!(!connection.is_lost(Instant::now()));
    assert_eq!(receive(&mut connection).unwrap(), Response::Echo { data: bytes("kept") });
}

#[test]
fn an_answer_is_read_though_the_server_has_closed() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::ECHO_RES, b"a");
    });
    let mut connection = dialed(server.server());
    connection.send(&echo(b"a"));
    assert_eq!(receive(&mut connection).unwrap(), Response::Echo { data: bytes("a") });
    assert_eq!(receive(&mut connection).unwrap_err().code(), ReturnCode::LostConnection);
}

#[test]
fn an_answer_is_read_though_nothing_more_can_be_written() {
    let server = FakeServer::play(|peer| peer.answer(kind::ECHO_RES, b"first"));
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    server.finish();
    connection.send(&echo(&vec![b'a'; 32 * 1024 * 1024]));
    assert_eq!(receive(&mut connection).unwrap(), Response::Echo { data: bytes("first") });
    assert_eq!(receive(&mut connection).unwrap_err().code(), ReturnCode::LostConnection);
}

#[test]
fn a_flush_that_fails_says_what_the_server_did() {
    let server = FakeServer::play(|_| {});
    let mut connection = dialed(server.server());
    link(&mut connection).unwrap();
    server.finish();
    connection.send(&echo(&vec![b'a'; 32 * 1024 * 1024]));
    let error = run(|watch| connection.poll_flush(watch)).unwrap_err();
    assert!(error.to_string().ends_with(": the server closed the connection"), "{error}");
}

#[test]
fn each_link_has_its_own_epoch_and_nothing_of_the_last() {
    let server = FakeServer::start(vec![
        script(|peer| {
            peer.raw(b"\0RES\0\0");
            peer.rest();
        }),
        script(|peer| {
            peer.expect(kind::ECHO_REQ, b"second");
            peer.answer(kind::ECHO_RES, b"second");
            peer.expect_close();
        }),
    ]);
    let mut connection = dialed(server.server());
    let first = connection.epoch();
    link(&mut connection).unwrap();
    assert!(run_once(|watch| connection.poll_receive(watch)).is_none());
    connection.send(&echo(b"first, never written"));
    connection.close(false);
    connection.dial(&Settings::default());
    assert_ne!(connection.epoch(), first);
    assert_eq!(connection.unwritten(), 0);
    connection.send(&echo(b"second"));
    assert_eq!(receive(&mut connection).unwrap(), Response::Echo { data: bytes("second") });
}
