use std::sync::mpsc::channel;

use super::{assign, complete, greet, is_in_exchange, work, worker, workload};
use crate::error::ReturnCode;
use crate::protocol::Request;
use crate::testing::{FakeServer, bytes, kind, run, run_until, script};
use crate::worker::{Job, Worker};

#[test]
fn every_kind_of_answer_is_sent_in_its_order() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::WORK_DATA, b"H:1\0part");
        peer.expect(kind::WORK_STATUS, b"H:1\x001\x002");
        peer.expect(kind::WORK_EXCEPTION, b"H:1\0Oops");
        peer.expect(kind::WORK_FAIL, b"H:1");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    let handle = job.handle();
    for request in [
        Request::work_data(handle, b"part"),
        Request::work_status(handle, 1, 2),
        Request::work_exception(handle, b"Oops"),
        Request::work_fail(handle),
    ] {
        worker.send(&job, &request.unwrap()).unwrap();
    }
    run(|watch| worker.poll_sent(&job, watch)).unwrap();
}

#[test]
fn a_large_result_is_written_to_its_end() {
    const SIZE: usize = 32 * 1024 * 1024;
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        let (kind, body) = peer.receive();
        assert!(kind == kind::WORK_COMPLETE && body.len() == SIZE + 4);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    complete(&mut worker, &job, &vec![b'x'; SIZE]).unwrap();
    assert_eq!(worker.pool.unwritten(0), 0);
}

#[test]
fn a_job_that_is_given_back_closes_its_connection_without_a_word() {
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            assign(peer, 1);
            peer.expect_close();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 2);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    worker.give_back(&job);
    assert!(worker.pool.is_down(0));
    assert_eq!(complete(&mut worker, &job, b"").unwrap_err().code(), ReturnCode::LostConnection);
    assert_eq!(workload(work(&mut worker)), "2");
}

/// A worker with a job of a connection that is gone, and a GRAB_JOB unanswered on the one that followed.
fn with_old_job(after: impl FnOnce(&mut crate::testing::Peer) + Send + 'static) -> (FakeServer, Worker, Job) {
    let (asked, told) = channel();
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            assign(peer, 1);
        }),
        script(move |peer| {
            greet(peer);
            asked.send(()).unwrap();
            after(peer);
        }),
    ]);
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    worker.begin();
    run_until(&told, |watch| worker.poll_job(watch));
    (server, worker, job)
}

#[test]
fn the_answer_to_an_old_job_is_not_sent_on_a_new_connection() {
    let (server, mut worker, job) = with_old_job(|peer| peer.expect_close());
    let error = complete(&mut worker, &job, b"").unwrap_err();
    assert_eq!(error.code(), ReturnCode::LostConnection);
    drop(worker);
    server.finish();
}

#[test]
fn an_old_job_that_is_given_back_leaves_the_new_connection_alone() {
    let (go, may_assign) = channel();
    let (server, mut worker, job) = with_old_job(move |peer| {
        may_assign.recv().unwrap();
        assign(peer, 2);
        peer.expect(kind::WORK_COMPLETE, b"H:2\0");
        peer.expect_close();
    });
    worker.give_back(&job);
    assert!(worker.pool.is_up(0) && is_in_exchange(&mut worker));
    go.send(()).unwrap();
    let job = work(&mut worker).unwrap();
    assert_eq!(job.assignment.workload(), b"2");
    complete(&mut worker, &job, b"").unwrap();
    drop(worker);
    server.finish();
}

#[test]
fn a_job_is_never_answered_by_a_worker_that_did_not_get_it() {
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            assign(peer, 1);
            peer.expect_close();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 2);
            peer.expect_close();
        }),
    ]);
    let mut current = worker([server.server()]);
    let job = work(&mut current).unwrap();
    // As GearmanWorker::__destruct() does it.
    current = worker([server.server()]);
    work(&mut current).unwrap();
    assert_eq!(complete(&mut current, &job, b"").unwrap_err().code(), ReturnCode::LostConnection);
    current.give_back(&job);
    assert!(current.pool.is_up(0));
}

#[test]
fn an_answer_to_a_server_that_is_gone_fails_or_is_lost_and_the_worker_goes_on() {
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            assign(peer, 1);
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 2);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    // Until the kernel knows: the first writes after a close may succeed.
    let mut attempts = 0;
    let error = loop {
        match complete(&mut worker, &job, b"result") {
            Ok(()) => attempts += 1,
            Err(error) => break error,
        }
        assert!(attempts < 100_000, "nothing was ever lost");
    };
    assert_eq!(error.code(), ReturnCode::LostConnection);
    assert_eq!(workload(work(&mut worker)), "2");
}

#[test]
fn a_refusal_of_an_answer_does_not_disturb_the_next_job() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::WORK_FAIL, b"H:1");
        peer.answer(kind::ERROR, b"JOB_NOT_FOUND\0unknown job");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 2);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    worker.send(&job, &Request::work_fail(job.handle()).unwrap()).unwrap();
    run(|watch| worker.poll_sent(&job, watch)).unwrap();
    assert_eq!(workload(work(&mut worker)), "2");
}
