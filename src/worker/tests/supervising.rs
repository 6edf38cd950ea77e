use std::task::Poll;

use super::{assign, complete, worker};
use crate::error::{Error, ReturnCode};
use crate::testing::{DeadServer, FakeServer, Peer, kind, run, script};
use crate::worker::{Job, Worker};

/// What a `run()` waits for: a job, and the outages that come before it.
fn next(worker: &mut Worker) -> (Job, Vec<Error>) {
    let mut outages = Vec::new();
    let job = run(|watch| match worker.poll_job(watch) {
        Poll::Ready(job) => Poll::Ready(job.unwrap()),
        Poll::Pending => {
            outages.extend(worker.next_outage());
            Poll::Pending
        }
    });
    (job, outages)
}

fn serve(peer: &mut Peer, number: u32) {
    peer.expect(kind::CAN_DO, b"f");
    peer.skip(b"version\n".len());
    peer.expect(kind::GRAB_JOB_UNIQ, b"");
    assign(peer, number);
}

#[test]
fn a_server_that_cannot_be_reached_at_first_is_tried_until_it_is_there() {
    let server = FakeServer::start(vec![
        script(Peer::close),
        script(Peer::close),
        script(Peer::close),
        script(|peer| {
            peer.expect(kind::CAN_DO, b"f");
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            assign(peer, 1);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    worker.supervise(true);
    worker.begin();
    let (_, outages) = next(&mut worker);
    assert_eq!(outages.len(), 1, "{outages:?}");
}

#[test]
fn each_outage_is_told_once() {
    let server = FakeServer::start(vec![
        script(|peer| {
            serve(peer, 1);
            peer.raw(b"OK 2.0\n");
            peer.expect(kind::WORK_COMPLETE, b"H:1\0");
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            peer.close();
        }),
        script(|peer| {
            serve(peer, 2);
            peer.raw(b"OK 2.0\n");
            peer.expect(kind::WORK_COMPLETE, b"H:2\0");
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            peer.close();
        }),
        script(|peer| {
            serve(peer, 3);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    worker.supervise(true);
    worker.begin();
    for expected in [0, 1, 1] {
        let (job, outages) = next(&mut worker);
        assert_eq!(outages.len(), expected, "{outages:?}");
        if job.handle() != b"H:3" {
            complete(&mut worker, &job, b"").unwrap();
        }
        worker.go_on();
    }
}

#[test]
fn a_worker_that_is_not_supervised_gives_up_and_tells_nothing() {
    let dead = DeadServer::new();
    let mut worker = worker([dead.server()]);
    worker.supervise(true);
    worker.supervise(false);
    assert_eq!(super::work(&mut worker).unwrap_err().code(), ReturnCode::CouldNotConnect);
    assert_eq!(worker.next_outage(), None);
}

#[test]
fn a_supervised_worker_without_functions_has_nothing_to_wait_for() {
    let dead = DeadServer::new();
    let mut worker = Worker::default();
    worker.pool.add(dead.server());
    worker.supervise(true);
    assert_eq!(super::work(&mut worker).unwrap_err().code(), ReturnCode::NoRegisteredFunctions);
}

#[test]
fn a_link_that_is_closed_from_here_is_no_outage() {
    let server = FakeServer::start(vec![
        script(|peer| {
            serve(peer, 1);
            peer.expect_close();
        }),
        script(|peer| {
            peer.expect(kind::CAN_DO, b"f");
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            assign(peer, 2);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    worker.supervise(true);
    worker.begin();
    let (job, _) = next(&mut worker);
    worker.give_back(&job);
    assert_eq!(next(&mut worker).1, []);
}
