use std::sync::mpsc::channel;
use std::task::Poll;
use std::time::Duration;

use super::client;
use crate::client::{Client, Ping, StatusInquiry};
use crate::error::{Result, ReturnCode};
use crate::protocol::Progress;
use crate::testing::{BlackHole, DeadServer, FakeServer, kind, run, run_once, run_until, script};

fn ping(client: &mut Client, data: &[u8]) -> Result<()> {
    let mut ping = Ping::begin(client, data)?;
    run(|watch| ping.poll(client, watch))
}

fn status(client: &mut Client) -> Result<Progress> {
    let mut inquiry = StatusInquiry::by_handle(client, b"H:a:1")?;
    run(|watch| inquiry.poll(client, watch))
}

/// A server that is asked once and answers with these numbers.
fn knowing(numbers: &'static str) -> FakeServer {
    FakeServer::play(move |peer| {
        peer.expect(kind::GET_STATUS, b"H:a:1");
        peer.answer(kind::STATUS_RES, format!("H:a:1 {numbers}").replace(' ', "\0").as_bytes());
        peer.expect_close();
    })
}

/// A server that must not be asked.
fn unasked() -> DeadServer {
    DeadServer::new()
}

#[test]
fn a_ping_is_answered() {
    let server = FakeServer::play(|peer| {
        for data in [&b"a"[..], b"", b"\0\xff\0"] {
            peer.expect(kind::ECHO_REQ, data);
            peer.answer(kind::ECHO_RES, data);
        }
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    for data in [&b"a"[..], b"", b"\0\xff\0"] {
        ping(&mut client, data).unwrap();
    }
}

#[test]
fn a_ping_that_comes_back_different_is_corrupt() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::ECHO_RES, b"b");
        peer.expect_close();
    });
    assert_eq!(ping(&mut client([server.server()]), b"a").unwrap_err().code(), ReturnCode::EchoDataCorruption);
}

#[test]
fn a_ping_goes_to_a_server_that_lives() {
    let dead = DeadServer::new();
    let live = FakeServer::play(|peer| {
        peer.expect(kind::ECHO_REQ, b"a");
        peer.answer(kind::ECHO_RES, b"a");
        peer.expect_close();
    });
    ping(&mut client([dead.server(), live.server()]), b"a").unwrap();
}

#[test]
fn a_ping_without_an_answer_fails() {
    assert_eq!(ping(&mut Client::default(), b"a").unwrap_err().code(), ReturnCode::NoServers);
    let dead = DeadServer::new();
    assert_eq!(ping(&mut client([dead.server()]), b"a").unwrap_err().code(), ReturnCode::CouldNotConnect);
}

#[test]
fn the_late_answer_to_a_ping_is_not_taken_for_the_next() {
    let (received, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::ECHO_REQ, b"first");
        received.send(()).unwrap();
        peer.expect(kind::ECHO_REQ, b"second");
        peer.answer(kind::ECHO_RES, b"first");
        peer.answer(kind::ECHO_RES, b"second");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut first = Ping::begin(&mut client, b"first").unwrap();
    run_until(&told, |watch| first.poll(&mut client, watch));
    first.abandon(&mut client);
    ping(&mut client, b"second").unwrap();
}

#[test]
fn every_server_is_asked_until_one_knows_the_job() {
    let (ignorant, knowing, last) = (knowing("0 0 0 0"), knowing("1 1 3 4"), unasked());
    let mut client = client([ignorant.server(), knowing.server(), last.server()]);
    let progress = Progress { known: true, running: true, numerator: 3, denominator: 4 };
    assert_eq!(status(&mut client).unwrap(), progress);
    assert_eq!(client.pool.epoch(2), Some(0));
}

#[test]
fn a_job_that_nobody_knows_is_unknown() {
    let servers = [knowing("0 0 0 0"), knowing("0 0 0 0")];
    let mut client = client(servers.iter().map(FakeServer::server));
    assert_eq!(status(&mut client).unwrap(), Progress::default());
}

#[test]
fn a_dead_server_does_not_spoil_the_answer() {
    let (dead, ignorant) = (DeadServer::new(), knowing("0 0 0 0"));
    assert_eq!(status(&mut client([dead.server(), ignorant.server()])).unwrap(), Progress::default());
    let (dead, knowing) = (DeadServer::new(), knowing("1 0 0 0"));
    assert!(status(&mut client([dead.server(), knowing.server()])).unwrap().known);
}

#[test]
fn a_question_that_no_server_answers_fails_with_every_reason() {
    let (first, second) = (DeadServer::new(), DeadServer::new());
    let error = status(&mut client([first.server(), second.server()])).unwrap_err();
    assert_eq!(error.code(), ReturnCode::CouldNotConnect);
    for server in [first.server(), second.server()] {
        assert!(error.to_string().contains(&server.to_string()), "{error}");
    }
    assert_eq!(status(&mut Client::default()).unwrap_err().code(), ReturnCode::NoServers);
}

#[test]
fn a_silent_server_is_not_asked_again_while_another_answers() {
    let hole = BlackHole::new();
    let live = FakeServer::play(|peer| {
        for _ in 0..2 {
            peer.expect(kind::GET_STATUS, b"H:a:1");
            peer.answer(kind::STATUS_RES, b"H:a:1\x000\x000\x000\x000");
        }
        peer.expect_close();
    });
    let mut client = client([hole.server(), live.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    let mut inquiry = StatusInquiry::by_handle(&client, b"H:a:1").unwrap();
    assert!(run_once(|watch| inquiry.poll(&mut client, watch)).is_none());
    // The other one has all the time it takes.
    client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
    assert_eq!(run(|watch| inquiry.poll(&mut client, watch)).unwrap(), Progress::default());
    let dialed = client.pool.epoch(0);
    assert_eq!(status(&mut client).unwrap(), Progress::default());
    assert_eq!(client.pool.epoch(0), dialed, "the silent server was dialed once more");
}

/// It takes the connection and the question, and says nothing.
#[test]
fn a_question_goes_on_from_a_hung_server_to_the_next() {
    let hung = FakeServer::play(|peer| {
        peer.expect(kind::GET_STATUS, b"H:a:1");
        peer.expect_close();
    });
    let knowing = FakeServer::play(|peer| {
        peer.answer_echo();
        peer.expect(kind::GET_STATUS, b"H:a:1");
        peer.answer(kind::STATUS_RES, b"H:a:1\x001\x001\x003\x004");
        peer.expect_close();
    });
    let mut client = client([hung.server(), knowing.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    let mut inquiry = StatusInquiry::by_handle(&client, b"H:a:1").unwrap();
    run(|watch| {
        assert!(inquiry.poll(&mut client, watch).is_pending());
        if client.pool.is_resting(0) { Poll::Ready(()) } else { Poll::Pending }
    });
    // The next one has all the time it takes.
    client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
    let progress = Progress { known: true, running: true, numerator: 3, denominator: 4 };
    assert_eq!(run(|watch| inquiry.poll(&mut client, watch)).unwrap(), progress);
}

#[test]
fn a_job_is_asked_for_by_its_unique_key_too() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::GET_STATUS_UNIQUE, b"key");
        peer.answer(kind::STATUS_RES_UNIQUE, b"key\x001\x001\x001\x002\x003");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut inquiry = StatusInquiry::by_unique(&client, b"key").unwrap();
    let progress = run(|watch| inquiry.poll(&mut client, watch)).unwrap();
    assert_eq!(progress, Progress { known: true, running: true, numerator: 1, denominator: 2 });
}

#[test]
fn a_question_is_asked_again_when_the_connection_breaks() {
    let server = FakeServer::start(vec![
        script(|peer| drop(peer.receive())),
        script(|peer| {
            peer.expect(kind::GET_STATUS, b"H:a:1");
            peer.answer(kind::STATUS_RES, b"H:a:1\x001\x000\x000\x000");
            peer.expect_close();
        }),
    ]);
    assert!(status(&mut client([server.server()])).unwrap().known);
}

#[test]
fn a_question_that_was_given_up_never_answers_another() {
    let (received, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        received.send(()).unwrap();
        peer.receive();
        peer.answer(kind::STATUS_RES, b"H:a:1\x001\x001\x009\x009");
        peer.answer(kind::STATUS_RES, b"H:a:1\x001\x000\x001\x002");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut first = StatusInquiry::by_handle(&client, b"H:a:1").unwrap();
    run_until(&told, |watch| first.poll(&mut client, watch));
    first.abandon(&mut client);
    let progress = Progress { known: true, running: false, numerator: 1, denominator: 2 };
    assert_eq!(status(&mut client).unwrap(), progress);
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let client = client([DeadServer::new().server()]);
    for handle in [&[b'h'; 64][..], b"H\0x"] {
        assert_eq!(StatusInquiry::by_handle(&client, handle).unwrap_err().code(), ReturnCode::InvalidArgument);
    }
    assert_eq!(StatusInquiry::by_unique(&client, &[b'u'; 65]).unwrap_err().code(), ReturnCode::InvalidArgument);
}

#[test]
fn a_server_that_was_silent_before_may_answer_when_nobody_else_does() {
    let (dead, back) = (DeadServer::new(), knowing("1 1 3 4"));
    let mut client = client([dead.server(), back.server()]);
    client.pool.note_silence(1);
    assert!(status(&mut client).unwrap().known);
}

#[test]
fn what_was_given_up_unsent_is_not_sent_later() {
    let hole = BlackHole::new();
    let mut client = client([hole.server()]);
    let mut inquiry = StatusInquiry::by_handle(&client, b"H:a:1").unwrap();
    assert!(run_once(|watch| inquiry.poll(&mut client, watch)).is_none());
    assert!(client.pool.unwritten(0) > 0);
    inquiry.abandon(&mut client);
    assert_eq!((client.pool.unwritten(0), client.pool.is_down(0)), (0, true));
    let mut ping = Ping::begin(&mut client, b"a").unwrap();
    assert!(run_once(|watch| ping.poll(&mut client, watch)).is_none());
    ping.abandon(&mut client);
    assert!(client.pool.is_down(0));
}
