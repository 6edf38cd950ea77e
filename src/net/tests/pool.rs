use std::sync::mpsc::channel;
use std::task::Poll;
use std::time::{Duration, Instant};

use crate::error::{Error, ReturnCode};
use crate::net::{Knowledge, Loss, Pool, Reach, Server, Settings, Stage, health};
use crate::protocol::Request;
use crate::testing::{BlackHole, DeadServer, FakeServer, Peer, in_child, kind, look_again, run, script};

/// What a test knows of a server.
#[derive(Debug, Default, PartialEq, Eq)]
struct Notes {
    greeted: bool,
    text: &'static str,
}

impl Knowledge for Notes {
    fn is_expected(&self) -> bool {
        false
    }

    fn greeted(&mut self) {
        self.greeted = true;
    }

    fn is_settled(&self) -> bool {
        false
    }
}

fn pool(servers: impl IntoIterator<Item = Server>) -> Pool<Notes> {
    let mut pool = Pool::default();
    *pool.settings_mut() = Settings { connect_timeout: Duration::from_millis(100), ..Settings::default() };
    servers.into_iter().for_each(|server| pool.add(server));
    pool
}

fn up(pool: &Pool<Notes>) -> Vec<bool> {
    (0..pool.len()).map(|server| pool.is_up(server)).collect()
}

/// The only link that went away.
fn loss(pool: &mut Pool<Notes>) -> Loss<Notes> {
    let loss = pool.next_loss().expect("no loss was told");
    assert!(pool.next_loss().is_none(), "it was told twice");
    loss
}

/// A pool with a link to one server, of which something is known.
fn linked(server: &FakeServer) -> Pool<Notes> {
    let mut pool = pool([server.server()]);
    pool.dial(0);
    run(|watch| pool.poll_link(0, watch)).unwrap();
    pool.known_mut(0).unwrap().text = "of this link";
    pool
}

#[test]
fn a_server_is_added_once() {
    let server = |port| Server::new(b"a", port).unwrap();
    let pool = pool([server(1), server(2), server(1)]);
    let names: Vec<_> = (0..pool.len()).map(|server| pool.server(server).unwrap().to_string()).collect();
    assert_eq!(names, ["a:1", "a:2"]);
    assert!(!pool.is_empty() && Pool::<Notes>::default().is_empty());
}

#[test]
fn links_are_named_and_failures_told_in_the_order_given() {
    let servers = [DeadServer::new(), DeadServer::new(), DeadServer::new()];
    let mut pool = pool(servers.iter().map(DeadServer::server));
    assert_eq!((pool.linked_names(), pool.failures()), ("no server".to_owned(), None));
    pool.dial(2);
    pool.dial(0);
    assert_eq!(pool.linked_names(), format!("{}, {}", servers[0].server(), servers[2].server()));
    pool.refuse(2, Error::new(ReturnCode::LostConnection, "last"));
    pool.refuse(0, Error::new(ReturnCode::LostConnection, "first"));
    assert_eq!(pool.failures(), Some(Error::new(ReturnCode::LostConnection, "first; last")));
    assert_eq!(pool.linked_names(), "no server");
    assert!(pool.due_at(0).is_some());
    pool.skip_pauses();
    assert_eq!(pool.due_at(0), None);
    assert!(pool.failure(0).is_some());
    pool.refuse(0, Error::new(ReturnCode::LostConnection, "again"));
    pool.forget_failures();
    assert_eq!((pool.failures(), pool.due_at(0)), (None, None));
}

#[test]
fn an_answer_may_take_as_long_as_a_connection() {
    assert_eq!(pool([]).patience(), Duration::from_millis(100));
}

#[test]
fn a_link_is_down_then_in_the_making_then_up() {
    let server = FakeServer::play(Peer::expect_close);
    let mut pool = pool([server.server()]);
    let state =
        |pool: &Pool<Notes>| [pool.is_down(0), pool.is_dialing(0), pool.is_up(0), pool.any_link(), pool.any_up()];
    assert_eq!(state(&pool), [true, false, false, false, false]);
    pool.dial(0);
    assert_eq!(state(&pool), [false, true, false, true, false]);
    run(|watch| pool.poll_link(0, watch)).unwrap();
    assert_eq!(state(&pool), [false, false, true, true, true]);
    // There is no such server.
    assert!(pool.is_down(1) && !pool.is_dialing(1) && !pool.is_up(1));
}

#[test]
fn what_is_known_is_listed_in_the_order_of_the_servers() {
    let mut pool = pool([Server::new(b"a", 1).unwrap(), Server::new(b"b", 1).unwrap()]);
    pool.iter_mut().zip(["of a", "of b"]).for_each(|(known, text)| known.text = text);
    assert_eq!(pool.iter().map(|known| known.text).collect::<Vec<_>>(), ["of a", "of b"]);
}

#[test]
fn servers_are_chosen_in_the_order_given() {
    let pool = pool([Server::new(b"a", 1).unwrap(), Server::new(b"b", 1).unwrap()]);
    assert_eq!(pool.choose(|_| true), Some(0));
    assert_eq!(pool.choose(|index| index != 0), Some(1));
    assert_eq!(pool.choose(|_| false), None);
}

#[test]
fn a_resting_server_is_chosen_only_when_there_is_no_other() {
    let (first, second) = (DeadServer::new(), DeadServer::new());
    let pool = pool([first.server(), second.server()]);
    health::note_silence(&first.server());
    assert_eq!(pool.choose(|_| true), Some(1));
    assert_eq!(pool.choose(|index| index == 0), Some(0));
    health::note_silence(&second.server());
    assert_eq!(pool.choose(|_| true), Some(0));
    health::note_success(&second.server());
    assert_eq!(pool.choose(|_| true), Some(1));
}

#[test]
fn what_rests_is_known_to_every_pool() {
    let (dead, live) = (DeadServer::new(), FakeServer::play(Peer::expect_close));
    let mut first = pool([dead.server(), live.server()]);
    let mut reach = Reach::any();
    run(|watch| reach.poll(&mut first, watch)).unwrap();
    let second = pool([dead.server(), live.server()]);
    assert_eq!(second.choose(|_| true), Some(1));
}

#[test]
fn a_link_to_a_server_that_does_not_answer_is_passed_over_until_it_is_heard() {
    let (go, may_speak) = channel();
    let other = DeadServer::new();
    let live = FakeServer::play(move |peer| {
        may_speak.recv().unwrap();
        peer.answer(kind::NOOP, b"");
        peer.expect_close();
    });
    let mut pool = pool([live.server(), other.server()]);
    pool.dial(0);
    run(|watch| pool.poll_link(0, watch)).unwrap();
    pool.note_silence(0);
    assert_eq!(pool.choose(|_| true), Some(1));
    go.send(()).unwrap();
    run(|watch| pool.poll_receive(0, watch)).unwrap();
    assert_eq!(pool.choose(|_| true), Some(0));
}

#[test]
fn a_refusal_does_not_shorten_the_rest_of_a_silent_server() {
    let (silent, other) = (DeadServer::new(), DeadServer::new());
    health::note_silence(&silent.server());
    health::note_refusal(&silent.server());
    health::note_refusal(&other.server());
    assert!(health::rest_of(&silent.server()) > health::rest_of(&other.server()) * 2);
}

#[test]
fn a_dial_that_was_dropped_in_vain_is_remembered() {
    let hole = BlackHole::new();
    let mut pool = pool([hole.server()]);
    pool.settings_mut().connect_timeout = Duration::ZERO;
    pool.dial(0);
    assert!(!pool.is_resting(0));
    drop(pool);
    assert!(health::is_resting(&hole.server()));
}

#[test]
fn every_way_to_close_a_link_is_told_once_with_what_was_known_of_it() {
    let error = || Error::new(ReturnCode::LostConnection, "for a reason");
    let ways: [fn(&mut Pool<Notes>, Error); 4] = [
        |pool, error| pool.close(0, error),
        |pool, error| pool.refuse(0, error),
        |pool, error| pool.reject(0, &error),
        |pool, _| pool.reconnect(),
    ];
    for close in ways {
        let server = FakeServer::play(Peer::expect_close);
        let mut pool = linked(&server);
        close(&mut pool, error());
        assert!(pool.is_down(0) && pool.has_losses());
        let loss = loss(&mut pool);
        assert_eq!((loss.server, loss.stage, loss.known.text), (0, Stage::Up, "of this link"));
        assert_eq!(pool.known(0), Some(&Notes::default()));
        // There is nothing to close any more.
        pool.close(0, error());
        assert!(!pool.has_losses());
    }
}

#[test]
fn a_new_link_begins_with_no_knowledge_and_nothing_to_send() {
    let server = FakeServer::start(vec![script(Peer::expect_close), script(Peer::expect_close)]);
    let mut pool = linked(&server);
    let first = pool.epoch(0);
    let request = Request::echo(b"never written").unwrap();
    pool.send(0, &request);
    assert_eq!(pool.unwritten(0), request.bytes().len());
    pool.close(0, Error::new(ReturnCode::LostConnection, "for a reason"));
    // Written down too late: this belongs to no link.
    pool.known_mut(0).unwrap().text = "of no link";
    pool.send(0, &Request::echo(b"never queued").unwrap());
    pool.dial(0);
    assert_eq!((pool.known(0), pool.unwritten(0)), (Some(&Notes::default()), 0));
    assert_ne!(pool.epoch(0), first);
    run(|watch| pool.poll_flush(0, watch)).unwrap();
    // A link that there is stays, with what is known of it.
    pool.known_mut(0).unwrap().text = "of this link";
    pool.dial(0);
    assert_eq!(pool.known(0).unwrap().text, "of this link");
}

#[test]
fn a_link_that_its_server_closes_is_told_once() {
    let server = FakeServer::play(|_| {});
    let mut pool = linked(&server);
    server.finish();
    assert_eq!(run(|watch| pool.poll_receive(0, watch)).unwrap_err().code(), ReturnCode::LostConnection);
    assert_eq!(loss(&mut pool).known.text, "of this link");
    assert!(pool.failure(0).is_some() && pool.due_at(0).is_some());
}

#[test]
fn a_failure_is_held_against_a_server_until_its_next_word() {
    let server = FakeServer::start(vec![
        script(|peer| peer.answer(kind::NOOP, b"")),
        script(|peer| {
            peer.answer(kind::NOOP, b"");
            peer.expect_close();
        }),
    ]);
    let mut pool = linked(&server);
    run(|watch| pool.poll_receive(0, watch)).unwrap();
    run(|watch| pool.poll_receive(0, watch)).unwrap_err();
    assert!(pool.failure(0).is_some() && pool.due_at(0).is_some());
    pool.dial(0);
    run(|watch| pool.poll_link(0, watch)).unwrap();
    assert!(pool.failure(0).is_some() && pool.heard_at(0).is_none());
    run(|watch| pool.poll_receive(0, watch)).unwrap();
    assert!(pool.heard_at(0).is_some() && pool.moved_at(0) == pool.heard_at(0));
    assert_eq!((pool.failure(0), pool.due_at(0)), (None, None));
}

#[test]
fn a_link_that_its_server_closed_while_nobody_looked_is_told_once() {
    let server = FakeServer::play(|_| {});
    let mut pool = linked(&server);
    server.finish();
    run(|watch| {
        look_again(watch);
        if pool.notice_lost(0, Instant::now()) { Poll::Ready(()) } else { Poll::Pending }
    });
    assert!(!pool.notice_lost(0, Instant::now()) && pool.is_down(0));
    let loss = loss(&mut pool);
    assert_eq!((loss.stage, loss.known.text), (Stage::Up, "of this link"));
    assert!(pool.failure(0).is_some() && pool.due_at(0).is_some());
}

#[test]
fn a_link_on_which_garbage_comes_is_told_once() {
    let server = FakeServer::play(|peer| {
        peer.raw(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        peer.expect_close();
    });
    let mut pool = linked(&server);
    assert_eq!(run(|watch| pool.poll_receive(0, watch)).unwrap_err().code(), ReturnCode::InvalidMagic);
    // What is down fails again, and is no second loss.
    assert!(run(|watch| pool.poll_receive(0, watch)).is_err());
    let loss = loss(&mut pool);
    assert_eq!((loss.error.code(), loss.known.text), (ReturnCode::InvalidMagic, "of this link"));
}

#[test]
fn a_child_is_not_told_what_its_parent_has_lost() {
    let server = FakeServer::play(Peer::expect_close);
    let mut pool = linked(&server);
    pool.close(0, Error::new(ReturnCode::LostConnection, "of the parent"));
    in_child(|| {
        pool.leave_to_parent();
        assert!(pool.next_loss().is_none());
    });
    assert_eq!(loss(&mut pool).known.text, "of this link");
}

#[test]
fn a_link_that_cannot_be_made_is_told_as_such() {
    let dead = DeadServer::new();
    let mut pool = pool([dead.server()]);
    pool.dial(0);
    run(|watch| pool.poll_link(0, watch)).unwrap_err();
    assert_eq!(loss(&mut pool).stage, Stage::Dialing);
}

#[test]
fn a_link_that_was_closed_on_purpose_may_be_made_again_at_once() {
    let server = FakeServer::play(Peer::expect_close);
    let mut pool = linked(&server);
    pool.close(0, Error::new(ReturnCode::LostConnection, "on purpose"));
    assert_eq!((pool.due_at(0), pool.failure(0)), (None, None));
}

#[test]
fn a_greeting_goes_first_on_every_link_there_is_and_to_come() {
    let server = FakeServer::start(
        [(); 2]
            .map(|()| {
                script(|peer| {
                    peer.expect(kind::OPTION_REQ, b"exceptions");
                    peer.expect_close();
                })
            })
            .into(),
    );
    let mut pool = linked(&server);
    pool.greet_with(Request::option_exceptions());
    pool.greet_with(Request::option_exceptions());
    assert!(pool.known(0).unwrap().greeted);
    run(|watch| pool.poll_flush(0, watch)).unwrap();
    pool.reconnect();
    pool.dial(0);
    assert!(pool.known(0).unwrap().greeted);
    run(|watch| pool.poll_flush(0, watch)).unwrap();
}

#[test]
fn any_is_content_with_one_server() {
    let (dead, hole) = (DeadServer::new(), BlackHole::new());
    let (live, spare) = (FakeServer::play(Peer::expect_close), DeadServer::new());
    let mut pool = pool([dead.server(), hole.server(), live.server(), spare.server()]);
    let mut reach = Reach::any();
    run(|watch| reach.poll(&mut pool, watch)).unwrap();
    assert_eq!(up(&pool), [false, false, true, false]);
    assert_eq!(pool.epoch(3), Some(0), "the spare was dialed without need");
}

#[test]
fn any_fails_with_every_reason() {
    let (first, second) = (DeadServer::new(), DeadServer::new());
    let mut pool = pool([first.server(), second.server()]);
    let mut reach = Reach::any();
    let error = run(|watch| reach.poll(&mut pool, watch)).unwrap_err();
    let expected = format!(
        "GEARMAN_COULD_NOT_CONNECT {}: connection refused; {}: connection refused",
        first.server(),
        second.server()
    );
    assert_eq!(error.to_string(), expected);
}

#[test]
fn every_wants_all_of_them() {
    let servers = [FakeServer::play(Peer::expect_close), FakeServer::play(Peer::expect_close)];
    let mut pool = pool(servers.iter().map(FakeServer::server));
    let mut reach = Reach::every();
    run(|watch| reach.poll(&mut pool, watch)).unwrap();
    assert_eq!(up(&pool), [true, true]);
}

#[test]
fn every_fails_with_the_first_that_is_missing() {
    let (live, dead) = (FakeServer::play(Peer::expect_close), DeadServer::new());
    let mut pool = pool([live.server(), dead.server()]);
    let mut reach = Reach::every();
    let error = run(|watch| reach.poll(&mut pool, watch)).unwrap_err();
    assert_eq!(error.code(), ReturnCode::CouldNotConnect);
    assert!(error.to_string().contains(&dead.server().to_string()), "{error}");
}

#[test]
fn half_of_a_short_call_is_left_for_another_server() {
    let mut pool = Pool::<Notes>::default();
    let second = Duration::from_secs(1);
    pool.settings_mut().connect_timeout = 2 * second;
    let mut patience = |timeout| {
        pool.settings_mut().timeout = timeout;
        pool.patience()
    };
    assert_eq!([None, Some(10 * second), Some(second)].map(&mut patience), [2 * second, 2 * second, second / 2]);
    // What is too short for that does not make everybody impatient.
    assert_eq!(patience(Some(second / 1000)), second / 4);
}
