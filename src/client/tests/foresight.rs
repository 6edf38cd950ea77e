use std::time::Duration;

use super::{client, next_event};
use crate::client::{Client, Event, Owner};
use crate::readiness::Readiness;
use crate::runtime::Watch;
use crate::testing::{
    FakeServer, Peer, await_told, background_job, in_child, is_told, job, kind, packet, run_once, run_when_told, script,
};

/// A client's next event, waited for as somebody else's loop does.
fn told_event(client: &mut Client) -> Option<Event> {
    let ((id, event), calls) =
        run_when_told(client, |client, watch| client.poll_run(watch).map(Option::unzip), Client::foresee);
    // More than one call for each step of a connection would be a loop without sleep.
    assert!(calls < 10, "{calls} calls");
    id.and(event)
}

fn is_silent(client: &mut Client) -> bool {
    let readiness = Readiness::new().unwrap();
    let mut watch = Watch::default();
    client.foresee(&mut watch);
    readiness.tell(watch.wanted(), watch.wake_at());
    !is_told(&readiness)
}

fn create(peer: &mut Peer) {
    peer.expect(kind::SUBMIT_JOB, b"f\0u\0x");
    peer.answer(kind::JOB_CREATED, b"H:1");
}

#[test]
fn a_loop_that_is_told_gets_every_event() {
    let server = FakeServer::play(|peer| {
        create(peer);
        peer.answer(kind::WORK_DATA, b"H:1\0one");
        peer.answer(kind::WORK_COMPLETE, b"H:1\0two");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    client.submit(Owner::Run, &job("f", b"x")).unwrap();
    assert!(!is_silent(&mut client));
    assert!(matches!(told_event(&mut client), Some(Event::Created(_))));
    assert!(matches!(told_event(&mut client), Some(Event::Data(_))));
    assert!(matches!(told_event(&mut client), Some(Event::Complete(_))));
    assert!(client.has_nothing_to_run() && is_silent(&mut client));
    assert_eq!(told_event(&mut client), None);
}

#[test]
fn packets_that_came_together_are_all_told() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::SUBMIT_JOB, b"f\0u\0x");
        let parts = (0..3).flat_map(|_| packet(kind::WORK_DATA, b"H:1\0part"));
        peer.raw(&packet(kind::JOB_CREATED, b"H:1").into_iter().chain(parts).collect::<Vec<u8>>());
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    client.submit(Owner::Run, &job("f", b"x")).unwrap();
    assert!(matches!(told_event(&mut client), Some(Event::Created(_))));
    for _ in 0..3 {
        assert!(!is_silent(&mut client));
        assert!(matches!(told_event(&mut client), Some(Event::Data(_))));
    }
    assert!(is_silent(&mut client));
}

#[test]
fn more_than_a_server_takes_waits_for_room() {
    let workload = vec![b'x'; 200_000];
    let server = FakeServer::play(move |peer| {
        for number in 0..50 {
            peer.receive();
            peer.answer(kind::JOB_CREATED, format!("H:{number}").as_bytes());
        }
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    (0..50).for_each(|_| {
        client.submit(Owner::Run, &background_job("f", &workload)).unwrap();
    });
    for _ in 0..50 {
        let (event, _) = run_when_told(&mut client, Client::poll_run, Client::foresee);
        assert!(matches!(event, Some((_, Event::Queued(_)))));
    }
}

#[test]
fn a_lost_server_is_told() {
    let server = FakeServer::play(|peer| {
        create(peer);
        peer.close();
    });
    let mut client = client([server.server()]);
    client.submit(Owner::Run, &job("f", b"x")).unwrap();
    assert!(matches!(told_event(&mut client), Some(Event::Created(_))));
    assert!(matches!(told_event(&mut client), Some(Event::Failed(_))));
}

#[test]
fn a_silent_server_is_left_when_its_time_is_over() {
    let silent = FakeServer::play(|peer| {
        peer.receive();
        peer.expect_close();
    });
    let other = FakeServer::start(vec![script(|peer| {
        peer.answer_echo();
        create(peer);
        peer.expect_close();
    })]);
    let mut client = client([silent.server(), other.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(200);
    client.submit(Owner::Run, &job("f", b"x")).unwrap();
    let (event, _) = run_when_told(&mut client, Client::poll_run, Client::foresee);
    assert!(matches!(event, Some((_, Event::Created(_)))));
}

#[test]
fn a_server_that_was_lost_is_asked_again_when_its_pause_is_over() {
    let silent = FakeServer::play(|peer| drop(peer.rest()));
    let back = FakeServer::start(vec![
        script(|peer| drop(peer.receive())),
        script(|peer| {
            peer.answer_echo();
            create(peer);
            peer.expect_close();
        }),
    ]);
    let mut client = client([silent.server(), back.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    client.submit(Owner::Run, &job("f", b"x")).unwrap();
    let (event, _) = run_when_told(&mut client, Client::poll_run, Client::foresee);
    assert!(matches!(event, Some((_, Event::Created(_)))));
}

#[test]
fn a_child_is_told_at_once_what_became_of_its_parents_tasks() {
    let server = FakeServer::play(|peer| {
        create(peer);
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    client.submit(Owner::Run, &job("f", b"x")).unwrap();
    assert!(matches!(next_event(&mut client), Some((_, Event::Created(_)))));
    assert!(run_once(|watch| client.poll_run(watch)).is_none() && is_silent(&mut client));
    in_child(|| {
        let readiness = Readiness::new().unwrap();
        let mut watch = Watch::default();
        client.foresee(&mut watch);
        assert!(watch.wanted().is_empty());
        readiness.tell(watch.wanted(), watch.wake_at());
        await_told(&readiness);
        assert_eq!(run_once(|watch| client.poll_run(watch)), Some(None));
        assert!(client.has_nothing_to_run());
    });
    assert!(is_silent(&mut client));
}
