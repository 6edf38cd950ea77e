use std::sync::mpsc::channel;

use super::{assign, complete, flush, greet, refuse, work, worker, workload};
use crate::error::ReturnCode;
use crate::testing::{DeadServer, FakeServer, Peer, in_child, kind, run, run_once, run_until, script};
use crate::worker::{Activity, Worker};

fn child(peer: &mut Peer) {
    greet(peer);
    assign(peer, 9);
    peer.expect(kind::WORK_COMPLETE, b"H:9\0from the child");
    peer.rest();
}

#[test]
fn a_child_in_a_job_cannot_end_it_and_its_exit_does_no_harm() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::WORK_COMPLETE, b"H:1\0from the parent");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    for _ in 0..3 {
        in_child(|| {
            let error = complete(&mut worker, &job, b"from a child").unwrap_err();
            assert_eq!(error.code(), ReturnCode::LostConnection);
            worker.give_back(&job);
            worker = Worker::default();
        });
    }
    complete(&mut worker, &job, b"from the parent").unwrap();
}

#[test]
fn a_child_works_on_a_connection_of_its_own() {
    let (asleep, told) = channel();
    let (go, may_wake) = channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            greet(peer);
            refuse(peer);
            asleep.send(()).unwrap();
            may_wake.recv().unwrap();
            peer.answer(kind::NOOP, b"");
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            assign(peer, 1);
            peer.expect_close();
        }),
        script(child),
    ]);
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    in_child(|| {
        let job = work(&mut worker).unwrap();
        complete(&mut worker, &job, b"from the child").unwrap();
    });
    go.send(()).unwrap();
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_child_does_not_hear_what_its_parent_is_told() {
    let (asked, told) = channel();
    let (go, may_assign) = channel();
    let (assigned, is_assigned) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        may_assign.recv().unwrap();
        assign(peer, 1);
        assigned.send(()).unwrap();
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    go.send(()).unwrap();
    is_assigned.recv().unwrap();
    in_child(|| {
        assert_eq!(run(|watch| worker.poll_activity(watch)), Activity::NothingOwed);
        flush(&mut worker);
    });
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_child_does_not_send_an_echo_through_its_parent() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    work(&mut worker).unwrap();
    in_child(|| assert!(run(|watch| worker.poll_echo(b"from the child", watch)).is_err()));
    drop(worker);
    server.finish();
}

#[test]
fn a_child_that_finds_no_server_fails_at_once() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.rest();
    });
    let dead = DeadServer::new();
    let mut worker = worker([server.server()]);
    work(&mut worker).unwrap();
    in_child(|| {
        worker.leave_to_parent();
        assert!(!worker.pool.leave_to_parent());
        worker.pool = Default::default();
        worker.pool.add(dead.server());
        assert_eq!(work(&mut worker).unwrap_err().code(), ReturnCode::CouldNotConnect);
    });
    assert!(!worker.pool.leave_to_parent());
}
