use std::sync::mpsc::channel;

use super::{assign, connect, greet, refuse, work, worker, workload};
use crate::testing::{DeadServer, FakeServer, kind, run, run_once, run_until, script};
use crate::worker::{Activity, Worker};

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
