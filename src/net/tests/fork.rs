use std::io::{Read, Write};
use std::os::fd::{AsRawFd, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::channel;

use crate::net::{Connection, Dialing, Pool, Reach};
use crate::process::{ForkSafe, Origin};
use crate::protocol::{Request, Response};
use crate::testing::{FakeServer, Peer, bytes, in_child, kind, run, run_until, script};

/// A socket that says a word when it is dropped.
struct Farewell(UnixStream);

impl AsRawFd for Farewell {
    fn as_raw_fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}

impl Drop for Farewell {
    fn drop(&mut self) {
        self.0.write_all(b"dropped once;").unwrap();
    }
}

fn echoed(connection: &mut Connection, data: &'static str) {
    connection.send(&Request::echo(data.as_bytes()).unwrap());
    let answer = run(|watch| connection.poll_receive(watch)).unwrap();
    assert_eq!(answer, Response::Echo { data: bytes(data) });
}

fn echo_server(peer: &mut Peer) {
    peer.expect(kind::ECHO_REQ, b"from the parent");
    peer.answer(kind::ECHO_RES, b"from the parent");
    peer.expect_close();
}

fn dialed(server: &FakeServer) -> Connection {
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings::default());
    connection
}

#[test]
fn a_child_knows_what_is_not_its_own() {
    let origin = Origin::here();
    assert!(!origin.is_foreign());
    in_child(|| {
        assert!(origin.is_foreign());
        assert!(!Origin::here().is_foreign());
    });
}

#[test]
fn a_socket_is_dropped_by_its_own_process_and_only_closed_by_a_child() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    let descriptor = ours.as_raw_fd();
    let socket = ForkSafe::new(Farewell(ours));
    let mut slot = Some(socket);
    in_child(|| {
        drop(slot.take());
        // SAFETY: asks about a descriptor, whether it is open or not.
        assert_eq!(unsafe { libc::fcntl(descriptor, libc::F_GETFD) }, -1);
    });
    drop(slot.take());
    let mut heard = String::new();
    theirs.read_to_string(&mut heard).unwrap();
    assert_eq!(heard, "dropped once;");
}

#[test]
fn a_child_that_closes_a_connection_does_the_parent_no_harm() {
    let server = FakeServer::play(echo_server);
    let mut connection = dialed(&server);
    run(|watch| connection.poll_link(watch)).unwrap();
    assert!(!connection.is_inherited());
    in_child(|| {
        assert!(connection.is_inherited());
        connection.close();
        assert!(connection.is_down());
    });
    echoed(&mut connection, "from the parent");
}

#[test]
fn a_child_makes_its_own_connection_in_the_place_of_the_inherited_one() {
    let server = FakeServer::start(vec![
        script(echo_server),
        script(|peer| {
            peer.expect(kind::ECHO_REQ, b"from the child");
            peer.answer(kind::ECHO_RES, b"from the child");
            peer.rest();
        }),
    ]);
    let mut connection = dialed(&server);
    run(|watch| connection.poll_link(watch)).unwrap();
    // Written by nobody but the parent.
    connection.send(&Request::echo(b"from the parent").unwrap());
    in_child(|| {
        connection.dial(&Settings::default());
        assert!(!connection.is_inherited());
        echoed(&mut connection, "from the child");
    });
    let answer = run(|watch| connection.poll_receive(watch)).unwrap();
    assert_eq!(answer, Response::Echo { data: bytes("from the parent") });
}

#[test]
fn a_child_that_forgets_a_half_made_connection_does_the_parent_no_harm() {
    let (greeted, told) = channel();
    let (go, may_answer) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::OPTION_REQ, b"exceptions");
        greeted.send(()).unwrap();
        may_answer.recv().unwrap();
        peer.answer(kind::OPTION_RES, b"exceptions");
        echo_server(peer);
    });
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings { greeting: Some(Request::option_exceptions()), ..Settings::default() });
    run_until(&told, |watch| connection.poll_link(watch));
    in_child(|| {
        connection.close();
        assert!(connection.is_down());
    });
    go.send(()).unwrap();
    run(|watch| connection.poll_link(watch)).unwrap();
    echoed(&mut connection, "from the parent");
}

#[test]
fn a_child_does_not_reach_a_server_through_its_parent() {
    let server = FakeServer::start(vec![script(echo_server), script(|peer| drop(peer.rest()))]);
    let mut pool = Pool::default();
    pool.add(server.server());
    let mut reach = Reach::any();
    run(|watch| reach.poll(&mut pool, watch)).unwrap();
    in_child(|| {
        let mut reach = Reach::any();
        run(|watch| reach.poll(&mut pool, watch)).unwrap();
        assert!(!pool.get(0).unwrap().is_inherited());
    });
    echoed(pool.get_mut(0).unwrap(), "from the parent");
}
