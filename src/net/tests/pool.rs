use std::time::Duration;

use crate::error::ReturnCode;
use crate::net::{Connection, Dialing, Pool, Reach, Server};
use crate::testing::{BlackHole, DeadServer, FakeServer, Peer, run};

fn pool(servers: impl IntoIterator<Item = Server>) -> Pool {
    let mut pool = Pool::default();
    *pool.settings_mut() = Settings { connect_timeout: Duration::from_millis(100), ..Settings::default() };
    servers.into_iter().for_each(|server| pool.add(server));
    pool
}

fn up(pool: &Pool) -> Vec<bool> {
    pool.iter().map(Connection::is_up).collect()
}

#[test]
fn a_server_is_added_once() {
    let server = |port| Server::new(b"a", port).unwrap();
    let pool = pool([server(1), server(2), server(1)]);
    let names: Vec<_> = pool.iter().map(|connection| connection.server().to_string()).collect();
    assert_eq!(names, ["a:1", "a:2"]);
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
    crate::net::health::note_failure(&first.server(), true);
    assert_eq!(pool.choose(|_| true), Some(1));
    assert_eq!(pool.choose(|index| index == 0), Some(0));
    crate::net::health::note_failure(&second.server(), true);
    assert_eq!(pool.choose(|_| true), Some(0));
    crate::net::health::note_success(&second.server());
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
fn a_link_that_is_made_is_used_though_its_server_rests() {
    let (other, live) = (DeadServer::new(), FakeServer::play(Peer::expect_close));
    let mut pool = pool([live.server(), other.server()]);
    pool.dial(0);
    run(|watch| pool.get_mut(0).unwrap().poll_link(watch)).unwrap();
    crate::net::health::note_failure(&live.server(), false);
    assert_eq!(pool.choose(|_| true), Some(0));
}

#[test]
fn any_is_content_with_one_server() {
    let (dead, hole) = (DeadServer::new(), BlackHole::new());
    let (live, spare) = (FakeServer::play(Peer::expect_close), DeadServer::new());
    let mut pool = pool([dead.server(), hole.server(), live.server(), spare.server()]);
    let mut reach = Reach::any();
    run(|watch| reach.poll(&mut pool, watch)).unwrap();
    assert_eq!(up(&pool), [false, false, true, false]);
    assert_eq!(pool.get(3).unwrap().epoch(), 0, "the spare was dialed without need");
}

#[test]
fn any_fails_with_every_reason() {
    let (first, second) = (DeadServer::new(), DeadServer::new());
    let mut pool = pool([first.server(), second.server()]);
    let mut reach = Reach::any();
    let error = run(|watch| reach.poll(&mut pool, watch)).unwrap_err();
    let expected = format!(
        "ping(GEARMAN_COULD_NOT_CONNECT) {}: connection refused; {}: connection refused",
        first.server(),
        second.server()
    );
    assert_eq!(error.text("ping"), expected);
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
