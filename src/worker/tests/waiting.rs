use std::sync::mpsc::channel;

use super::{assign, greet, refuse, work, worker, workload};
use crate::testing::{DeadServer, FakeServer, kind, run, run_once, run_until};
use crate::worker::{Activity, Worker};

fn activity(worker: &mut Worker) -> Activity {
    run(|watch| worker.poll_activity(watch))
}

#[test]
fn without_a_connection_there_is_nothing_to_wait_for() {
    let dead = DeadServer::new();
    assert_eq!(activity(&mut worker([dead.server()])), Activity::NoConnection);
    assert_eq!(activity(&mut Worker::default()), Activity::NoConnection);
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
fn what_was_seen_is_kept() {
    let (asked, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        peer.answer(kind::NOOP, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let mut early = None;
    // The job may be there before the signal is seen.
    run(|watch| {
        if early.is_none()
            && let std::task::Poll::Ready(job) = worker.poll_job(watch)
        {
            early = Some(job);
        }
        if told.try_recv().is_ok() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    });
    let job = early.unwrap_or_else(|| {
        assert_eq!(activity(&mut worker), Activity::Seen);
        assert_eq!(activity(&mut worker), Activity::Seen);
        work(&mut worker)
    });
    assert_eq!(workload(job), "1");
}

#[test]
fn a_lost_connection_is_activity_and_then_there_is_none() {
    let (asleep, told) = channel();
    let (go, may_close) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        let _ = may_close.recv();
    });
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    drop(go);
    assert_eq!(activity(&mut worker), Activity::Seen);
    assert_eq!(activity(&mut worker), Activity::NoConnection);
}

#[test]
fn waiting_without_working_does_not_grow() {
    let (asleep, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        peer.flood(&crate::testing::packet(kind::NOOP, b""));
    });
    let mut worker = worker([server.server()]);
    let mut awake = false;
    // The flood may begin before the signal is seen.
    run(|watch| {
        awake = awake || told.try_recv().is_ok();
        if awake {
            return std::task::Poll::Ready(());
        }
        assert!(worker.poll_job(watch).is_pending());
        std::task::Poll::Pending
    });
    (0..1000).for_each(|_| assert_eq!(activity(&mut worker), Activity::Seen));
    let before = crate::testing::memory_in_use();
    (0..100_000).for_each(|_| assert_eq!(activity(&mut worker), Activity::Seen));
    let grown = crate::testing::memory_in_use() - before;
    assert!(grown < 512 * 1024, "{grown} bytes");
}
