use std::sync::mpsc::channel;
use std::task::Poll;

use super::{assign, complete, greet, refuse, worker, workload};
use crate::error::Result;
use crate::readiness::Readiness;
use crate::runtime::Watch;
use crate::testing::{DeadServer, FakeServer, is_told, kind, run, run_once, run_when_told, script};
use crate::worker::{Grab, Job, Worker};

/// A worker's next job, waited for as somebody else's loop does.
fn told_job(worker: &mut Worker) -> Result<Job> {
    let poll = |worker: &mut Worker, watch: &mut Watch| {
        worker.begin();
        worker.poll_job(watch)
    };
    run_when_told(worker, poll, |worker, watch| worker.foresee(watch)).0
}

fn is_silent(worker: &Worker) -> bool {
    let readiness = Readiness::new().unwrap();
    let mut watch = Watch::default();
    worker.foresee(&mut watch);
    readiness.tell(watch.wanted(), watch.wake_at());
    !is_told(&readiness)
}

#[test]
fn a_worker_that_can_do_nothing_is_silent() {
    let dead = DeadServer::new();
    assert!(is_silent(&Worker::default()));
    let mut without_functions = worker([dead.server()]);
    assert!(!is_silent(&without_functions));
    without_functions.unregister_all().unwrap();
    assert!(is_silent(&without_functions));
}

#[test]
fn a_loop_that_is_told_gets_every_job() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::WORK_COMPLETE, b"H:1\0done");
        while peer.try_receive().is_some_and(|kind| kind != kind::PRE_SLEEP) {
            peer.offer(kind::NO_JOB, b"");
        }
        peer.answer(kind::NOOP, b"");
        while peer.try_receive().is_some_and(|kind| kind != kind::GRAB_JOB_UNIQ) {}
        assign(peer, 2);
        peer.rest();
    });
    let mut worker = worker([server.server()]);
    let job = told_job(&mut worker);
    complete(&mut worker, job.as_ref().unwrap(), b"done").unwrap();
    assert_eq!(workload(job), "1");
    // It may have another.
    assert!(!is_silent(&worker));
    assert_eq!(workload(told_job(&mut worker)), "2");
}

#[test]
fn a_worker_that_sleeps_is_silent_until_it_is_woken() {
    let (go, may_wake) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        may_wake.recv().unwrap();
        peer.answer(kind::NOOP, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    run(|watch| match worker.poll_job(watch) {
        Poll::Pending if super::is_asleep(&worker) => Poll::Ready(()),
        Poll::Pending => Poll::Pending,
        Poll::Ready(_) => panic!("there was a job"),
    });
    assert!(is_silent(&worker));
    go.send(()).unwrap();
    let poll = |worker: &mut Worker, watch: &mut Watch| worker.poll_job(watch);
    let (job, _) = run_when_told(&mut worker, poll, |worker, watch| worker.foresee(watch));
    assert_eq!(workload(job), "1");
}

#[test]
fn who_only_looks_for_a_job_hears_of_one_when_it_listens() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        refuse(peer);
        peer.answer(kind::NOOP, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    let mut grab = Grab::default();
    assert!(run(|watch| worker.poll_grab(&mut grab, watch)).unwrap().is_none());
    assert!(!is_silent(&worker));
    run_once(|watch| {
        worker.listen(watch);
        Poll::Ready(())
    });
    let mut looks = 0;
    let poll = |worker: &mut Worker, watch: &mut Watch| {
        looks += 1;
        worker.begin();
        match worker.poll_grab(&mut Grab::default(), watch) {
            Poll::Ready(job) => job.transpose().map_or(Poll::Pending, Poll::Ready),
            Poll::Pending => Poll::Pending,
        }
    };
    let (job, _) = run_when_told(&mut worker, poll, |worker, watch| worker.foresee(watch));
    assert_eq!(workload(job), "1");
    assert!(looks < 20, "{looks} looks");
}

#[test]
fn a_server_that_went_away_is_tried_again() {
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            assign(peer, 1);
            peer.close();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 2);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    assert_eq!(workload(told_job(&mut worker)), "1");
    assert_eq!(workload(told_job(&mut worker)), "2");
}

#[test]
fn a_server_that_cannot_be_reached_is_tried_after_a_pause() {
    let dead = DeadServer::new();
    let mut worker = worker([dead.server()]);
    assert!(told_job(&mut worker).is_err());
    let mut watch = Watch::default();
    worker.foresee(&mut watch);
    let now = watch.now();
    assert!(watch.wanted().is_empty() && watch.wake_at().is_some_and(|at| at > now));
}
