use std::sync::mpsc::channel;
use std::task::Poll;

use super::{assign, connect, greet, notice_loss, refuse, work, worker, workload};
use crate::error::{Error, ReturnCode};
use crate::testing::{BlackHole, DeadServer, FakeServer, kind, look_again, run, run_once, run_until, script};
use crate::worker::{Activity, Grab, Worker};

fn activity(worker: &mut Worker) -> Activity {
    run(|watch| worker.poll_activity(watch))
}

#[test]
fn without_a_connection_there_is_nothing_to_wait_for() {
    let dead = DeadServer::new();
    assert_eq!(activity(&mut worker([dead.server()])), Activity::NothingOwed);
    assert_eq!(activity(&mut Worker::default()), Activity::NothingOwed);
}

/// GearmanManager's loop: work() without waiting, wait() until there is something to do.
#[test]
fn a_worker_that_does_not_wait_gets_its_job_by_and_by() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        refuse(peer);
        peer.answer(kind::NOOP, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let mut rounds = 0;
    let job = loop {
        worker.begin();
        match run_once(|watch| worker.poll_job(watch)) {
            Some(job) => break job,
            None => assert_eq!(activity(&mut worker), Activity::Seen),
        }
        rounds += 1;
        assert!(rounds < 20, "it gets nowhere");
    };
    assert_eq!(workload(job), "1");
}

#[test]
fn what_was_seen_is_kept_and_counts_once() {
    let (asleep, told) = channel();
    let (go, may_wake) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        let _ = may_wake.recv();
        peer.answer(kind::NOOP, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    drop(go);
    assert_eq!(activity(&mut worker), Activity::Seen);
    assert_eq!(activity(&mut worker), Activity::NothingOwed);
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn after_a_job_nothing_is_owed() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    assert_eq!(activity(&mut worker), Activity::NothingOwed);
    work(&mut worker).unwrap();
    assert_eq!(activity(&mut worker), Activity::NothingOwed);
}

#[test]
fn a_lost_connection_is_activity_and_so_is_the_next_one() {
    let (asleep, told) = channel();
    let (go, may_close) = channel::<()>();
    let server = FakeServer::start(vec![
        script(move |peer| {
            greet(peer);
            refuse(peer);
            asleep.send(()).unwrap();
            let _ = may_close.recv();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 1);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    drop(go);
    assert_eq!(activity(&mut worker), Activity::Seen);
    assert_eq!(activity(&mut worker), Activity::NothingOwed);
    worker.begin();
    assert!(run_once(|watch| worker.poll_job(watch)).is_none());
    assert_eq!(activity(&mut worker), Activity::Seen);
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_link_in_the_making_is_waited_for() {
    let hole = BlackHole::new();
    let mut worker = worker([hole.server()]);
    assert!(run_once(|watch| worker.poll_job(watch)).is_none());
    assert_eq!(run_once(|watch| worker.poll_activity(watch)), None);
}

#[test]
fn a_server_that_went_away_is_waited_for() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
    });
    let mut worker = worker([server.server()]);
    work(&mut worker).unwrap();
    server.finish();
    notice_loss(&mut worker);
    // Until it refuses, and is left alone for a while.
    run(|watch| {
        assert!(worker.poll_job(watch).is_pending());
        look_again(watch);
        if worker.pool.any_link() { Poll::Pending } else { Poll::Ready(()) }
    });
    worker.pool.refuse(0, Error::new(ReturnCode::CouldNotConnect, "so that it is not dialed at once"));
    assert_eq!(run_once(|watch| worker.poll_activity(watch)), None);
}

#[test]
fn what_a_server_says_that_owes_nothing_is_no_activity() {
    let (go, may_speak) = channel();
    let (spoken, has_spoken) = channel();
    let refusing = FakeServer::play(move |peer| {
        greet(peer);
        peer.answer(kind::NO_JOB, b"");
        may_speak.recv().unwrap();
        peer.answer(kind::NOOP, b"");
        spoken.send(()).unwrap();
        peer.rest();
    });
    let (asked, told) = channel();
    let hung = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        peer.rest();
    });
    let mut worker = worker([refusing.server(), hung.server()]);
    connect(&mut worker);
    let mut grab = Grab::default();
    run_until(&told, |watch| worker.poll_grab(&mut grab, watch));
    go.send(()).unwrap();
    has_spoken.recv().unwrap();
    assert_eq!(run_once(|watch| worker.poll_activity(watch)), None);
}
