//! How a dial ends, with TLS and without, and what is remembered of the server.

use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use crate::error::{Error, ReturnCode};
use crate::net::connection::Connection;
use crate::net::dial::share;
use crate::net::{Server, Settings, Tls, TlsFiles, health};
use crate::protocol::Request;
use crate::testing::{BlackHole, DeadServer, FakeServer, Peer, in_child, kind, packet, run, run_once};

fn tls() -> Arc<Tls> {
    let authority = concat!(env!("CARGO_MANIFEST_DIR"), "/src/net/tests/tls/authority.pem");
    Arc::new(Tls::load(&TlsFiles { ca: Some(authority.into()), ..TlsFiles::default() }, true).unwrap())
}

fn dialed(server: Server, settings: &Settings) -> Connection {
    let mut connection = Connection::new(server);
    connection.dial(settings);
    connection
}

/// Why a link with TLS is not made.
fn tls_failure(server: Server) -> Error {
    let settings = Settings { tls: Some(Ok(tls())), ..Settings::default() };
    let mut connection = dialed(server, &settings);
    connection.send(&Request::echo(b"a secret").unwrap());
    let error = run(|watch| connection.poll_flush(watch)).unwrap_err();
    assert_eq!(error.code(), ReturnCode::CouldNotConnect);
    assert!(health::is_resting(connection.server()), "the failure was not remembered");
    error
}

fn rest_after_silence() -> Duration {
    let server = DeadServer::new();
    health::note_silence(&server.server());
    health::rest_of(&server.server())
}

#[test]
fn what_does_not_answer_rests_for_longer_than_what_refuses() {
    let (dead, hole) = (DeadServer::new(), BlackHole::new());
    let settings = Settings { connect_timeout: Duration::from_millis(60), ..Settings::default() };
    for server in [dead.server(), hole.server()] {
        let mut connection = dialed(server, &settings);
        run(|watch| connection.poll_link(watch)).unwrap_err();
    }
    assert!(health::is_resting(&dead.server()));
    assert!(health::rest_of(&hole.server()) > 2 * health::rest_of(&dead.server()));
}

#[test]
fn a_name_without_an_address_rests_as_well() {
    let nowhere = Server::new("x".repeat(64).as_bytes(), 1).unwrap();
    let mut connection = dialed(nowhere, &Settings::default());
    run(|watch| connection.poll_link(watch)).unwrap_err();
    assert!(health::is_resting(connection.server()));
}

#[test]
fn each_address_has_an_equal_share_of_the_time_that_is_left() {
    let left = Duration::from_secs(6);
    assert_eq!([0, 1, 2].map(|others| share(left, others).as_secs()), [6, 3, 2]);
    assert_eq!(share(Duration::ZERO, 2), Duration::ZERO);
}

#[test]
fn a_dial_that_is_given_up_is_remembered_only_when_an_answer_was_overdue() {
    let (early, late) = (BlackHole::new(), BlackHole::new());
    let endless = Settings { connect_timeout: Duration::from_secs(3600), ..Settings::default() };
    let overdue = Settings { connect_timeout: Duration::ZERO, ..Settings::default() };
    // Whoever inherits a dial knows nothing of the server.
    for (hole, settings, is_inherited) in [(&early, &endless, false), (&late, &overdue, true)] {
        let mut connection = dialed(hole.server(), settings);
        connection.close(is_inherited);
        assert!(connection.is_down() && !health::is_resting(&hole.server()));
    }
    dialed(late.server(), &overdue).close(false);
    assert!(health::is_resting(&late.server()));
}

#[test]
fn a_server_that_accepts_and_is_mute_is_a_link() {
    let server = FakeServer::play(Peer::expect_close);
    let mut connection = dialed(server.server(), &Settings::default());
    run(|watch| connection.poll_link(watch)).unwrap();
    assert!(connection.is_up() && connection.heard_at().is_none());
    assert!(run_once(|watch| connection.poll_receive(watch)).is_none());
    assert!(!health::is_resting(connection.server()));
}

#[test]
fn a_server_that_is_mute_when_tls_begins_rests_as_one_that_does_not_answer() {
    let server = FakeServer::play(|peer| {
        peer.rest();
    });
    let settings = Settings { tls: Some(Ok(tls())), connect_timeout: Duration::from_millis(60), ..Settings::default() };
    let mut connection = dialed(server.server(), &settings);
    let error = run(|watch| connection.poll_link(watch)).unwrap_err();
    let expected = format!("{}: no answer to the TLS handshake within 60 ms", server.server());
    assert_eq!(error.to_string(), format!("GEARMAN_COULD_NOT_CONNECT {expected}"));
    assert_eq!(error.errno(), libc::ETIMEDOUT);
    assert!(health::rest_of(&server.server()) > rest_after_silence() / 2);
    drop(connection);
}

#[test]
fn a_server_that_speaks_no_tls_is_told_apart_and_hears_no_secret() {
    let server = FakeServer::play(|peer| {
        peer.raw(&packet(kind::NOOP, b"").repeat(10));
        assert!(!peer.rest().windows(8).any(|window| window == b"a secret"));
    });
    let error = tls_failure(server.server());
    assert!(error.to_string().ends_with(": the server does not speak TLS"), "{error}");
}

#[test]
fn a_server_that_closes_when_tls_begins_is_asked_about_it() {
    let server = FakeServer::play(|peer| {
        // All of it, or the kernel would answer with a reset.
        let mut header = [0; 5];
        peer.read_exactly(&mut header);
        peer.read_exactly(&mut vec![0; usize::from(u16::from_be_bytes([header[3], header[4]]))]);
    });
    let error = tls_failure(server.server());
    assert!(error.to_string().contains("the server closed the connection during the TLS handshake"), "{error}");
}

#[test]
fn tls_that_cannot_be_had_sends_nothing() {
    // Nobody listens: it must not even be tried.
    let hole = BlackHole::new();
    let unusable = Error::new(ReturnCode::InvalidArgument, "cannot read the CA file");
    let settings = Settings { tls: Some(Err(unusable)), ..Settings::default() };
    let mut connection = dialed(hole.server(), &settings);
    let error = run_once(|watch| connection.poll_link(watch)).expect("it was tried").unwrap_err();
    assert_eq!(error.code(), ReturnCode::InvalidArgument);
    assert!(error.to_string().contains(&hole.server().to_string()), "{error}");
}

/// The kernel gives a new socket the number of one that was closed.
#[test]
fn what_was_said_of_a_closed_socket_is_not_taken_for_an_answer_to_a_dial() {
    let hole = BlackHole::new();
    in_child(|| {
        let (old, other) = UnixStream::pair().unwrap();
        let (number, mut old, mut others) = (old.as_raw_fd(), Some(old), Vec::new());
        let mut connection = Connection::new(hole.server());
        let is_made = run(|watch| {
            if let Some(old) = old.take_if(|_| !others.is_empty()) {
                drop(old);
                // Every lower number is taken, so that the next socket has that of the old one.
                loop {
                    let copy = other.try_clone().unwrap();
                    if copy.as_raw_fd() == number {
                        break;
                    }
                    others.push(copy);
                }
                connection.dial(&Settings::default());
                return Poll::Ready(connection.poll_link(watch).is_ready());
            }
            watch.writable(number);
            others.push(other.try_clone().unwrap());
            Poll::Pending
        });
        assert!(!is_made);
        // SAFETY: asks about a descriptor, whether it is open or not.
        assert_ne!(unsafe { libc::fcntl(number, libc::F_GETFD) }, -1, "another number was given");
    });
}
