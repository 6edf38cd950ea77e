use std::sync::mpsc::channel;
use std::time::Duration;

use super::{call, client, next_event};
use crate::client::{Call, Client, Outcome, Owner};
use crate::error::ReturnCode;
use crate::net::{Persistence, Server, close_parked};
use crate::testing::{FakeServer, Peer, Script, background_job, bytes, in_child, job, kind, run, run_until, script};

/// A client that leaves its links behind.
fn keeping(server: Server) -> Client {
    let mut client = client([server]);
    client.pool.settings_mut().persistence = Some(Persistence { idle: Duration::from_secs(60), most: 4 });
    client
}

/// One that asks for exceptions, too.
fn asking(server: Server) -> Client {
    let mut client = keeping(server);
    client.enable_exceptions();
    client
}

fn queued(client: &mut Client) {
    assert_eq!(call(client, &background_job("f", b"")), Outcome::Queued(bytes("H")));
}

fn queue(peer: &mut Peer) {
    peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0");
    peer.answer(kind::JOB_CREATED, b"H");
}

fn greet(peer: &mut Peer) {
    peer.expect(kind::OPTION_REQ, b"exceptions");
    peer.answer(kind::OPTION_RES, b"exceptions");
}

/// A connection for so many background jobs.
fn queueing(count: usize) -> Script {
    script(move |peer| {
        (0..count).for_each(|_| queue(peer));
        peer.expect_close();
    })
}

#[test]
fn clients_one_after_the_other_share_a_connection() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        (0..3).for_each(|_| queue(peer));
        peer.expect_close();
    });
    for _ in 0..3 {
        queued(&mut asking(server.server()));
    }
    close_parked();
}

#[test]
fn clients_at_the_same_time_have_connections_of_their_own() {
    let server = FakeServer::start(vec![queueing(1), queueing(1)]);
    let (mut first, mut second) = (keeping(server.server()), keeping(server.server()));
    queued(&mut first);
    queued(&mut second);
    drop((first, second));
    close_parked();
}

#[test]
fn exceptions_that_one_client_asked_for_never_come_to_another() {
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            queue(peer);
            peer.expect(kind::SUBMIT_JOB, b"f\0u\0");
            peer.answer(kind::JOB_CREATED, b"H");
            peer.answer(kind::WORK_EXCEPTION, b"H\0Oops");
            peer.rest();
        }),
        script(|peer| {
            peer.expect(kind::SUBMIT_JOB, b"f\0u\0");
            peer.answer(kind::JOB_CREATED, b"H");
            peer.answer(kind::WORK_FAIL, b"H");
            queue(peer);
            peer.expect_close();
        }),
    ]);
    queued(&mut asking(server.server()));
    assert_eq!(call(&mut keeping(server.server()), &job("f", b"")), Outcome::Fail);
    assert_eq!(call(&mut asking(server.server()), &job("f", b"")), Outcome::Exception(bytes("Oops")));
    queued(&mut keeping(server.server()));
    close_parked();
}

/// What ends a connection together with its client.
fn ends(play: impl FnOnce(&mut Peer) + Send + 'static, act: impl FnOnce(&mut Client)) {
    let first = script(|peer: &mut Peer| {
        play(peer);
        peer.rest();
    });
    let server = FakeServer::start(vec![first, queueing(1)]);
    let mut client = keeping(server.server());
    act(&mut client);
    drop(client);
    queued(&mut keeping(server.server()));
    close_parked();
}

#[test]
fn a_connection_on_which_an_answer_is_due_ends_with_its_client() {
    let created = |peer: &mut Peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
    };
    // The result of a job.
    ends(created, |client| {
        client.submit(Owner::Run, &job("f", b"")).unwrap();
        next_event(client).unwrap();
    });
    // The answer to the option.
    ends(
        |peer| {
            queue(peer);
            peer.receive();
        },
        |client| {
            queued(client);
            client.enable_exceptions();
            run(|watch| client.pool.poll_flush(0, watch)).unwrap();
        },
    );
}

#[test]
fn a_connection_ends_with_its_client_after_an_error_an_exception_or_an_unknown_job() {
    ends(
        |peer| {
            peer.receive();
            peer.answer(kind::ERROR, b"QUEUE_ERROR\0no");
        },
        |client| match call(client, &background_job("f", b"")) {
            Outcome::Failed(error) => assert_eq!(error.code(), ReturnCode::QueueError),
            other => panic!("{other:?}"),
        },
    );
    ends(
        |peer| {
            peer.receive();
            peer.answer(kind::JOB_CREATED, b"H");
            peer.answer(kind::WORK_EXCEPTION, b"H\0Oops");
        },
        |client| assert_eq!(call(client, &job("f", b"")), Outcome::Exception(bytes("Oops"))),
    );
    for (stray, body) in [(kind::WORK_DATA, &b"H:unknown\0x"[..]), (kind::WORK_FAIL, b"H:unknown")] {
        ends(
            move |peer| {
                peer.receive();
                peer.answer(stray, body);
                peer.answer(kind::JOB_CREATED, b"H");
            },
            queued,
        );
    }
}

#[test]
fn a_connection_on_which_a_call_was_given_up_ends_with_its_client() {
    let (asked, is_asked) = channel();
    let (go, may_answer) = channel();
    ends(
        move |peer| {
            peer.receive();
            asked.send(()).unwrap();
            may_answer.recv().unwrap();
            peer.answer(kind::JOB_CREATED, b"late");
            queue(peer);
        },
        move |client| {
            let mut late = Call::begin(client, &background_job("f", b"")).unwrap();
            run_until(&is_asked, |watch| late.poll(client, watch));
            client.abandon(late.id());
            go.send(()).unwrap();
            // The late answer comes first; nothing is due after the second.
            queued(client);
        },
    );
}

#[test]
fn a_job_that_meets_the_end_of_an_old_connection_is_submitted_on_a_new_one() {
    let server = FakeServer::start(vec![
        queueing(1),
        script(|peer| {
            queue(peer);
            // It reads the job, and ends before it has acknowledged it.
            peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0");
            peer.close();
        }),
        queueing(2),
    ]);
    let (mut first, mut second) = (keeping(server.server()), keeping(server.server()));
    queued(&mut first);
    queued(&mut second);
    drop(first);
    drop(second);
    let mut third = keeping(server.server());
    queued(&mut third);
    assert!(!third.pool.is_resting(0) && third.pool.due_at(0).is_none());
    drop(third);
    queued(&mut keeping(server.server()));
    close_parked();
}

#[test]
fn a_client_that_is_closed_leaves_its_connection_behind() {
    let server = FakeServer::start(vec![queueing(2)]);
    let mut client = keeping(server.server());
    queued(&mut client);
    client.close();
    queued(&mut keeping(server.server()));
    close_parked();
}

#[test]
fn a_child_makes_a_connection_of_its_own() {
    let server = FakeServer::start(vec![queueing(2), queueing(2)]);
    queued(&mut keeping(server.server()));
    in_child(|| {
        (0..2).for_each(|_| queued(&mut keeping(server.server())));
        close_parked();
    });
    queued(&mut keeping(server.server()));
    close_parked();
}
