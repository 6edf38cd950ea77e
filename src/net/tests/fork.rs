use std::sync::mpsc::channel;

use crate::net::{Knowledge, Pool, Reach};
use crate::process::Origin;
use crate::protocol::{Request, Response};
use crate::testing::{FakeServer, Peer, bytes, in_child, kind, run, script};

#[derive(Default)]
struct Nothing;

impl Knowledge for Nothing {
    fn is_expected(&self) -> bool {
        false
    }

    fn greeted(&mut self) {}

    fn is_settled(&self) -> bool {
        false
    }
}

fn echoed(pool: &mut Pool<Nothing>, data: &'static str) {
    pool.send(0, &Request::echo(data.as_bytes()).unwrap());
    let answer = run(|watch| pool.poll_receive(0, watch)).unwrap();
    assert_eq!(answer, Response::Echo { data: bytes(data) });
}

fn echo_server(peer: &mut Peer) {
    peer.expect(kind::ECHO_REQ, b"from the parent");
    peer.answer(kind::ECHO_RES, b"from the parent");
    peer.expect_close();
}

fn linked(server: &FakeServer) -> Pool<Nothing> {
    let mut pool = Pool::default();
    pool.add(server.server());
    pool.dial(0);
    run(|watch| pool.poll_link(0, watch)).unwrap();
    pool
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
fn a_child_that_leaves_or_drops_its_connections_does_the_parent_no_harm() {
    let server = FakeServer::play(echo_server);
    let mut pool = linked(&server);
    in_child(|| {
        assert!(pool.is_inherited() && pool.leave_to_parent() && !pool.leave_to_parent());
        assert!(pool.is_down(0) && !pool.has_losses());
    });
    in_child(|| pool = Pool::default());
    echoed(&mut pool, "from the parent");
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
    let mut pool = linked(&server);
    // Written by nobody but the parent.
    pool.send(0, &Request::echo(b"from the parent").unwrap());
    in_child(|| {
        let mut reach = Reach::any();
        run(|watch| reach.poll(&mut pool, watch)).unwrap();
        assert!(!pool.is_inherited());
        echoed(&mut pool, "from the child");
    });
    let answer = run(|watch| pool.poll_receive(0, watch)).unwrap();
    assert_eq!(answer, Response::Echo { data: bytes("from the parent") });
}

#[test]
fn what_its_owner_closes_is_closed_though_a_child_holds_it() {
    let (closed, is_closed) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect_close();
        closed.send(()).unwrap();
    });
    let mut pool = linked(&server);
    let (mut ours, theirs) = std::io::pipe().unwrap();
    // SAFETY: the child only reads and ends.
    let child = unsafe { libc::fork() };
    if child == 0 {
        drop(theirs);
        let mut word = [0];
        let _ = std::io::Read::read(&mut ours, &mut word);
        // SAFETY: runs nothing of the parent's.
        unsafe { libc::_exit(0) };
    }
    pool.reconnect();
    is_closed.recv().unwrap();
    drop(theirs);
    let mut status = 0;
    // SAFETY: waits for the child made above.
    unsafe { libc::waitpid(child, &mut status, 0) };
}
