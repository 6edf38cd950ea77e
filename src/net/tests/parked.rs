use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use crate::error::ReturnCode;
use crate::net::connection::Connection;
use crate::net::parked::{self, Manner, close_parked};
use crate::net::stream::Stream;
use crate::net::{Knowledge, Persistence, Pool, Server, Settings, Stage};
use crate::protocol::{Request, Response};
use crate::testing::{FakeServer, Peer, Script, bytes, in_child, kind, packet, run, script};

const MINUTE: Duration = Duration::from_secs(60);
const KEPT: Persistence = Persistence { idle: MINUTE, most: 4 };

/// What a test knows of a server: whether it owes anything.
#[derive(Debug, Default, PartialEq, Eq)]
struct Debt(bool);

impl Knowledge for Debt {
    fn is_expected(&self) -> bool {
        false
    }

    fn greeted(&mut self) {}

    fn is_settled(&self) -> bool {
        !self.0
    }
}

/// One who may not leave anything behind.
#[derive(Default)]
struct Bound;

impl Knowledge for Bound {
    fn is_expected(&self) -> bool {
        false
    }

    fn greeted(&mut self) {}

    fn is_settled(&self) -> bool {
        false
    }
}

fn pool<K: Knowledge>(server: Server) -> Pool<K> {
    let mut pool = Pool::default();
    *pool.settings_mut() = Settings { persistence: Some(KEPT), ..Settings::default() };
    pool.add(server);
    pool
}

/// A pool with a link.
fn linked(server: &FakeServer) -> Pool<Debt> {
    let mut pool = pool(server.server());
    pool.dial(0);
    run(|watch| pool.poll_link(0, watch)).unwrap();
    pool
}

/// Leaves a link behind.
fn leave(server: &FakeServer) {
    drop(linked(server));
}

/// Whether the link of a new pool is there at once, and therefore an old one.
fn is_reused(server: &FakeServer) -> bool {
    let mut pool = pool::<Debt>(server.server());
    pool.dial(0);
    pool.is_up(0)
}

fn plain() -> Manner {
    Manner::default()
}

/// Whether there is a link, which is closed then.
fn take(server: &FakeServer, persistence: Persistence, now: Instant) -> bool {
    parked::take(&server.server(), &plain(), persistence, now).is_some_and(|stream| {
        stream.socket().shut_down();
        true
    })
}

fn stream_to(server: &FakeServer) -> Stream {
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings::default());
    run(|watch| connection.poll_link(watch)).unwrap();
    connection.release().unwrap()
}

fn closing(count: usize) -> Vec<Script> {
    (0..count).map(|_| script(Peer::expect_close)).collect()
}

fn echoed(pool: &mut Pool<Debt>) {
    pool.send(0, &Request::echo(b"again").unwrap());
    let answer = run(|watch| pool.poll_receive(0, watch)).unwrap();
    assert_eq!(answer, Response::Echo { data: bytes("again") });
}

fn echo(peer: &mut Peer) {
    peer.expect(kind::ECHO_REQ, b"again");
    peer.answer(kind::ECHO_RES, b"again");
}

#[test]
fn a_clean_link_is_used_by_the_next_pool() {
    let server = FakeServer::play(|peer| {
        (0..3).for_each(|_| echo(peer));
        peer.expect_close();
    });
    let mut first = linked(&server);
    echoed(&mut first);
    let epoch = first.epoch(0);
    drop(first);
    for _ in 0..2 {
        let mut next = pool(server.server());
        next.dial(0);
        assert!(next.is_up(0) && next.epoch(0) != epoch && next.heard_at(0).is_none());
        echoed(&mut next);
    }
    close_parked();
}

#[test]
fn nothing_is_left_behind_or_taken_without_the_setting() {
    let server = FakeServer::start(closing(3));
    let mut first = linked(&server);
    first.settings_mut().persistence = None;
    drop(first);
    assert!(!is_reused(&server));
    leave(&server);
    let mut other = pool::<Debt>(server.server());
    other.settings_mut().persistence = None;
    other.dial(0);
    assert!(other.is_dialing(0));
    run(|watch| other.poll_link(0, watch)).unwrap();
    close_parked();
}

#[test]
fn a_link_that_somebody_may_not_leave_behind_is_not_taken_by_him_either() {
    let server = FakeServer::start(closing(2));
    leave(&server);
    let mut bound = pool::<Bound>(server.server());
    bound.dial(0);
    assert!(bound.is_dialing(0));
    run(|watch| bound.poll_link(0, watch)).unwrap();
    drop(bound);
    assert!(is_reused(&server));
    close_parked();
}

#[test]
fn a_link_on_which_something_is_under_way_ends_with_its_pool() {
    let ways: [fn(&mut Pool<Debt>); 4] = [
        |pool| pool.known_mut(0).unwrap().0 = true,
        |pool| pool.send(0, &Request::echo(b"never written").unwrap()),
        |pool| pool.greet_with(Request::option_exceptions()),
        |pool| pool.reconnect(),
    ];
    for spoil in ways {
        let server = FakeServer::start(closing(1));
        let mut pool = linked(&server);
        spoil(&mut pool);
        drop(pool);
        assert!(!take(&server, KEPT, Instant::now()));
    }
}

#[test]
fn a_link_with_half_a_packet_ends_with_its_pool() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::ECHO_REQ, b"again");
        peer.raw(&[packet(kind::ECHO_RES, b"again"), b"\0RES".to_vec()].concat());
        peer.expect_close();
    });
    let mut pool = linked(&server);
    echoed(&mut pool);
    drop(pool);
    assert!(!take(&server, KEPT, Instant::now()));
}

/// What a server may do to a link that nobody uses.
#[test]
fn a_link_on_which_anything_has_come_is_closed_and_not_used() {
    let ways: [fn(&mut Peer); 4] = [
        Peer::close,
        |peer| peer.socket().shutdown(std::net::Shutdown::Write).unwrap(),
        |peer| peer.answer(kind::NOOP, b""),
        |peer| peer.raw(b"\0"),
    ];
    for act in ways {
        let (go, may_act) = channel();
        let (acted, has_acted) = channel();
        let broken = script(move |peer: &mut Peer| {
            may_act.recv().unwrap();
            act(peer);
            acted.send(()).unwrap();
            peer.expect_close();
        });
        let well = script(|peer: &mut Peer| {
            echo(peer);
            peer.expect_close();
        });
        let server = FakeServer::start(vec![broken, well]);
        leave(&server);
        go.send(()).unwrap();
        has_acted.recv().unwrap();
        // The loopback delivers before the other end goes on.
        let mut pool = pool(server.server());
        pool.dial(0);
        assert!(pool.is_dialing(0) && pool.due_at(0).is_none());
        echoed(&mut pool);
        drop(pool);
        assert!(is_reused(&server));
        close_parked();
    }
}

#[test]
fn the_next_link_is_tried_when_one_is_of_no_use() {
    let (acted, has_acted) = channel();
    let server = FakeServer::start(vec![
        script(Peer::expect_close),
        script(move |peer| {
            peer.answer(kind::NOOP, b"");
            acted.send(()).unwrap();
            peer.expect_close();
        }),
    ]);
    let (first, second) = (linked(&server), linked(&server));
    drop((first, second));
    has_acted.recv().unwrap();
    assert!(take(&server, KEPT, Instant::now()));
    assert!(!take(&server, KEPT, Instant::now()));
}

#[test]
fn no_more_links_are_kept_than_may_be_and_the_oldest_goes_first() {
    let (told, is_told) = channel();
    let scripts = (0..3).map(|number| {
        let told = told.clone();
        script(move |peer: &mut Peer| {
            peer.expect_close();
            told.send(number).unwrap();
        })
    });
    let server = FakeServer::start(scripts.collect());
    let other = FakeServer::start(closing(1));
    let now = Instant::now();
    let two = Persistence { most: 2, ..KEPT };
    parked::park(&other.server(), plain(), stream_to(&other), two, now);
    for _ in 0..3 {
        parked::park(&server.server(), plain(), stream_to(&server), two, now);
    }
    assert_eq!(is_told.recv().unwrap(), 0);
    // The one that was used last is used next.
    for number in [2, 1] {
        assert!(take(&server, two, now));
        assert_eq!(is_told.recv().unwrap(), number);
    }
    assert!(!take(&server, two, now) && take(&other, two, now));
}

#[test]
fn a_link_that_lay_idle_for_too_long_is_closed() {
    let server = FakeServer::start(closing(2));
    let now = Instant::now();
    parked::park(&server.server(), plain(), stream_to(&server), KEPT, now);
    assert!(take(&server, KEPT, now + MINUTE));
    parked::park(&server.server(), plain(), stream_to(&server), KEPT, now);
    assert!(!take(&server, KEPT, now + MINUTE + Duration::from_nanos(1)));
    assert!(!take(&server, KEPT, now));
}

#[test]
fn a_link_that_lay_idle_for_too_long_makes_way_when_another_is_left_behind() {
    let (closed, is_closed) = channel();
    let old = FakeServer::play(move |peer| {
        peer.expect_close();
        closed.send(()).unwrap();
    });
    let server = FakeServer::start(closing(1));
    let now = Instant::now();
    parked::park(&old.server(), plain(), stream_to(&old), KEPT, now);
    parked::park(&server.server(), plain(), stream_to(&server), KEPT, now + MINUTE * 2);
    is_closed.recv().unwrap();
    close_parked();
}

#[test]
fn a_child_neither_uses_nor_ends_what_its_parent_has_left_behind() {
    let server = FakeServer::start(vec![
        script(|peer| {
            echo(peer);
            peer.expect_close();
        }),
        script(Peer::expect_close),
    ]);
    leave(&server);
    in_child(|| assert!(!take(&server, KEPT, Instant::now())));
    in_child(close_parked);
    in_child(|| {
        assert!(!is_reused(&server));
        let mut own = pool::<Debt>(server.server());
        own.dial(0);
        run(|watch| own.poll_link(0, watch)).unwrap();
        drop(own);
        assert!(is_reused(&server));
        close_parked();
    });
    let mut pool = pool(server.server());
    pool.dial(0);
    assert!(pool.is_up(0));
    echoed(&mut pool);
    drop(pool);
    close_parked();
}

#[test]
fn a_child_leaves_no_link_of_its_parent_behind() {
    let server = FakeServer::play(|peer| {
        echo(peer);
        peer.expect_close();
    });
    let mut pool = linked(&server);
    in_child(|| {
        drop(std::mem::take(&mut pool));
        assert!(!take(&server, KEPT, Instant::now()));
    });
    echoed(&mut pool);
    drop(pool);
    close_parked();
}

#[test]
fn a_greeting_is_sent_once_on_a_link_and_never_met_by_who_did_not_ask() {
    let server = FakeServer::start(vec![
        script(|peer| {
            peer.expect(kind::OPTION_REQ, b"exceptions");
            peer.answer(kind::OPTION_RES, b"exceptions");
            (0..2).for_each(|_| echo(peer));
            peer.expect_close();
        }),
        script(|peer| {
            (0..2).for_each(|_| echo(peer));
            peer.expect_close();
        }),
    ]);
    let greeted = || {
        let mut pool = pool::<Debt>(server.server());
        pool.greet_with(Request::option_exceptions());
        pool.dial(0);
        pool
    };
    let mut first = greeted();
    run(|watch| first.poll_flush(0, watch)).unwrap();
    run(|watch| first.poll_receive(0, watch)).unwrap();
    echoed(&mut first);
    drop(first);
    let mut other = pool(server.server());
    other.dial(0);
    assert!(other.is_dialing(0));
    echoed(&mut other);
    drop(other);
    // Each kind finds its own.
    let mut next = greeted();
    assert!(next.is_up(0) && next.unwritten(0) == 0);
    echoed(&mut next);
    drop(next);
    let mut other = pool(server.server());
    other.dial(0);
    assert!(other.is_up(0));
    echoed(&mut other);
    drop(other);
    close_parked();
}

#[test]
fn a_greeting_that_comes_late_counts_too() {
    let server = FakeServer::start(vec![
        script(|peer| {
            echo(peer);
            peer.expect(kind::OPTION_REQ, b"exceptions");
            peer.answer(kind::OPTION_RES, b"exceptions");
            peer.expect_close();
        }),
        script(Peer::expect_close),
    ]);
    let mut pool = linked(&server);
    echoed(&mut pool);
    drop(pool);
    let mut pool = linked(&server);
    pool.greet_with(Request::option_exceptions());
    run(|watch| pool.poll_receive(0, watch)).unwrap();
    drop(pool);
    let mut other = linked(&server);
    other.reconnect();
    assert!(!take(&server, KEPT, Instant::now()));
    close_parked();
}

#[test]
fn an_old_link_that_breaks_is_not_held_against_the_server() {
    let (go, may_close) = channel();
    let server = FakeServer::start(vec![
        script(Peer::expect_close),
        script(move |peer| {
            may_close.recv().unwrap();
            peer.close();
        }),
        script(|peer| {
            echo(peer);
            peer.close();
        }),
    ]);
    let (first, second) = (linked(&server), linked(&server));
    drop(first);
    drop(second);
    let mut pool = pool(server.server());
    pool.dial(0);
    assert!(pool.is_up(0));
    go.send(()).unwrap();
    run(|watch| pool.poll_receive(0, watch)).unwrap_err();
    let loss = pool.next_loss().unwrap();
    assert_eq!((loss.stage, loss.error.code()), (Stage::Up, ReturnCode::LostConnection));
    assert!(pool.due_at(0).is_none() && pool.failure(0).is_none());
    // The other one may be as old: it is not tried.
    pool.dial(0);
    assert!(pool.is_dialing(0));
    echoed(&mut pool);
    run(|watch| pool.poll_receive(0, watch)).unwrap_err();
    assert!(pool.due_at(0).is_some() && pool.failure(0).is_some());
}

#[test]
fn a_server_that_was_heard_on_an_old_link_is_to_blame_when_it_breaks() {
    let server = FakeServer::play(|peer| {
        (0..2).for_each(|_| echo(peer));
        peer.close();
    });
    let mut pool = linked(&server);
    echoed(&mut pool);
    drop(pool);
    let mut pool = linked(&server);
    echoed(&mut pool);
    run(|watch| pool.poll_receive(0, watch)).unwrap_err();
    assert!(pool.due_at(0).is_some() && pool.failure(0).is_some());
}

#[test]
fn an_old_link_was_looked_at_when_it_was_taken_and_is_again_later() {
    let (go, may_close) = channel();
    let server = FakeServer::play(move |peer| {
        may_close.recv().unwrap();
        peer.close();
    });
    leave(&server);
    let before = Instant::now();
    let mut pool = linked(&server);
    go.send(()).unwrap();
    server.finish();
    assert!(!pool.notice_lost(0, before));
    assert!(pool.notice_lost(0, before + MINUTE) && pool.due_at(0).is_none());
    // A new link is not taken to have been looked at.
    pool.dial(0);
    assert!(pool.is_dialing(0) && !pool.notice_lost(0, before + MINUTE));
}

#[test]
fn what_is_closed_here_is_closed_though_a_child_holds_it() {
    let (closed, is_closed) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect_close();
        closed.send(()).unwrap();
    });
    leave(&server);
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
    close_parked();
    is_closed.recv().unwrap();
    drop(theirs);
    let mut status = 0;
    // SAFETY: waits for the child made above.
    unsafe { libc::waitpid(child, &mut status, 0) };
}
