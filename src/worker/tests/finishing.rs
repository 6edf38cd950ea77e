use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use super::{assign, complete, greet, refuse, work, worker, workload};
use crate::testing::{FakeServer, kind, look_again, run, run_until};
use crate::worker::Worker;

fn rest(worker: &mut Worker) -> Option<String> {
    run(|watch| worker.poll_rest(watch)).map(|job| workload(Ok(job)))
}

#[test]
fn a_job_that_is_given_after_all_is_the_rest() {
    let (asked, told) = channel();
    let (go, may_answer) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        let _ = may_answer.recv();
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    run_until(&told, |watch| worker.poll_job(watch));
    drop(go);
    assert_eq!(rest(&mut worker).as_deref(), Some("1"));
    assert_eq!(rest(&mut worker), None);
}

#[test]
fn a_server_that_sleeps_owes_nothing() {
    let (asleep, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    run_until(&told, |watch| worker.poll_job(watch));
    assert_eq!(rest(&mut worker), None);
    worker.give_back_rest();
    assert!(worker.pool.any_up());
}

#[test]
fn a_job_that_is_given_back_has_come_before_the_link_is_closed() {
    let (asked, told) = channel();
    let (go, may_answer) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        let _ = may_answer.recv();
        assign(peer, 1);
        assert!(peer.ends_cleanly());
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    run_until(&told, |watch| worker.poll_job(watch));
    drop(go);
    worker.give_back_rest();
    assert!(!worker.pool.any_link());
}

#[test]
fn a_job_that_is_being_done_is_answered_before_the_rest_is_given_back() {
    let (go, may_assign) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        let _ = may_assign.recv();
        assign(peer, 2);
        peer.expect(kind::WORK_COMPLETE, b"H:1\0done");
        assert!(peer.ends_cleanly());
    });
    let mut worker = worker([server.server()]);
    let outer = work(&mut worker).unwrap();
    worker.set_prefetch(2);
    (0..16).for_each(|_| worker.ahead.note(Duration::from_micros(1), Instant::now()));
    worker.begin();
    // It is asked, and the callback of the first job ends this before the answer is read.
    let mut polls = 0;
    run(|watch| {
        polls += 1;
        if polls > 1 {
            return std::task::Poll::Ready(());
        }
        assert!(worker.poll_job(watch).is_pending());
        look_again(watch);
        std::task::Poll::Pending
    });
    drop(go);
    worker.give_back_rest();
    complete(&mut worker, &outer, b"done").unwrap();
    worker.ended(&outer);
    assert_eq!(rest(&mut worker), None);
    assert!(!worker.pool.any_link());
}

#[test]
fn the_rest_takes_what_the_last_jobs_took() {
    let mut worker = Worker::default();
    assert_eq!(worker.ahead.mean(), Duration::ZERO);
    for micros in [100, 200, 300] {
        worker.ahead.note(Duration::from_micros(micros), Instant::now());
    }
    assert_eq!(worker.ahead.mean(), Duration::from_micros(200));
    worker.ahead.note(Duration::from_secs(3), Instant::now());
    assert_eq!(worker.ahead.mean(), Duration::from_secs(3));
    assert_eq!(worker.rest_takes(), Duration::ZERO);
    worker.pool.add(crate::testing::DeadServer::new().server());
    worker.pool.known_mut(0).unwrap().grab_ahead(Instant::now());
    worker.pool.known_mut(0).unwrap().grab_ahead(Instant::now());
    assert_eq!(worker.rest_takes(), Duration::from_secs(6));
}
