use std::sync::mpsc::{Receiver, Sender, channel};

use super::{client, next_event};
use crate::client::{Client, Event, Owner};
use crate::net::Server;
use crate::testing::{FakeServer, Peer, background_job, kind, run, run_once};

/// So many that answers may gather.
const MANY: usize = 300;

/// Takes many jobs, and answers each only when it is told to.
fn reluctant() -> (FakeServer, Sender<()>) {
    let (go_on, next) = channel();
    let play = move |peer: &mut Peer| {
        (0..MANY).for_each(|_| assert_eq!(peer.receive().0, kind::SUBMIT_JOB_BG));
        answer_each(peer, &next);
    };
    (FakeServer::play(play), go_on)
}

fn answer_each(peer: &mut Peer, next: &Receiver<()>) {
    while next.recv().is_ok() {
        peer.answer(kind::JOB_CREATED, b"H:1");
    }
}

/// A client that has submitted them all, and has heard of one.
fn waiting(servers: Vec<Server>, go_on: &Sender<()>) -> Client {
    let mut client = client(servers);
    for _ in 0..MANY {
        client.submit(Owner::Run, &background_job("f", b"")).unwrap();
    }
    go_on.send(()).unwrap();
    assert!(matches!(next_event(&mut client), Some((_, Event::Queued(_)))));
    client
}

#[test]
fn a_single_answer_that_comes_late_is_not_kept_waiting_for_others() {
    let (server, go_on) = reluctant();
    let mut client = waiting(vec![server.server()], &go_on);
    for _ in 0..3 {
        let mut is_told = false;
        let event = run(|watch| {
            let event = client.poll_run(watch);
            // The read that waits for many bytes is over.
            if event.is_pending() && !std::mem::replace(&mut is_told, true) {
                go_on.send(()).unwrap();
            }
            event
        });
        assert!(matches!(event, Some((_, Event::Queued(_)))));
    }
}

#[test]
fn who_does_not_wait_sees_a_single_answer() {
    let (server, go_on) = reluctant();
    let mut client = waiting(vec![server.server()], &go_on);
    for _ in 0..3 {
        go_on.send(()).unwrap();
        while run_once(|watch| client.poll_run(watch)).is_none() {
            std::thread::yield_now();
        }
    }
}

#[test]
fn a_single_answer_of_two_servers_is_seen() {
    let ((first, go_on), (second, other)) = (reluctant(), reluctant());
    let mut client = waiting(vec![first.server()], &go_on);
    client.pool.add(second.server());
    for _ in 0..MANY {
        let request = crate::protocol::Request::submit_job(&background_job("f", b"")).unwrap();
        client.ask(Owner::Run, crate::client::Question::Submission, Some(1), request);
    }
    for go_on in [&go_on, &other, &go_on, &other] {
        go_on.send(()).unwrap();
        assert!(run(|watch| client.poll_run(watch)).is_some());
    }
}
