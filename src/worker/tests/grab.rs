use std::sync::mpsc::channel;

use super::{assign, connect, greet, notice_loss, refuse, work, worker, workload};
use crate::error::{Result, ReturnCode};
use crate::testing::{DeadServer, FakeServer, kind, look_again, run, run_until};
use crate::worker::{Grab, Job, Worker};

fn grab(worker: &mut Worker) -> Result<Option<Job>> {
    let mut grab = Grab::default();
    worker.begin();
    run(|watch| worker.poll_grab(&mut grab, watch))
}

fn nothing(worker: &mut Worker) {
    assert_eq!(grab(worker).unwrap(), None);
}

fn something(worker: &mut Worker) -> String {
    workload(grab(worker).map(|job| job.expect("nothing was grabbed")))
}

#[test]
fn a_grab_takes_what_is_queued() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect_close();
    });
    assert_eq!(something(&mut worker([server.server()])), "1");
}

#[test]
fn a_grab_does_not_wait_for_a_job() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        peer.answer(kind::NO_JOB, b"");
        // Each asks once, and none of them goes to sleep.
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        peer.answer(kind::NO_JOB, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    nothing(&mut worker);
    nothing(&mut worker);
    assert_eq!(something(&mut worker), "1");
}

#[test]
fn a_grab_asks_every_server() {
    let servers = [1, 2].map(|number| {
        FakeServer::play(move |peer| {
            greet(peer);
            peer.answer(kind::NO_JOB, b"");
            if number == 2 {
                peer.expect(kind::GRAB_JOB_UNIQ, b"");
                assign(peer, 2);
                peer.expect_close();
            } else {
                peer.expect(kind::GRAB_JOB_UNIQ, b"");
                peer.answer(kind::NO_JOB, b"");
                peer.expect_close();
            }
        })
    });
    let mut worker = worker(servers.iter().map(FakeServer::server));
    connect(&mut worker);
    nothing(&mut worker);
    assert_eq!(something(&mut worker), "2");
}

#[test]
fn a_grab_wakes_a_sleeper_and_work_puts_it_to_sleep_again() {
    let (asleep, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        // The wake-up call that was on its way.
        peer.answer(kind::NOOP, b"");
        refuse(peer);
        peer.answer(kind::NOOP, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    nothing(&mut worker);
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_job_assigned_while_a_grab_was_given_up_is_kept() {
    let (asked, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        assign(peer, 1);
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        peer.answer(kind::NO_JOB, b"");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let mut given_up = Grab::default();
    let mut kept = None;
    // The answer may be there before the signal is seen.
    run(|watch| {
        if let std::task::Poll::Ready(job) = worker.poll_grab(&mut given_up, watch) {
            kept = job.unwrap();
        }
        look_again(watch);
        if told.try_recv().is_ok() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    });
    let job = kept.map_or_else(|| something(&mut worker), |job| workload(Ok(job)));
    assert_eq!(job, "1");
    nothing(&mut worker);
}

#[test]
fn a_refusal_that_comes_late_answers_the_next_grab() {
    let (asked, told) = channel();
    let (go, may_answer) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        may_answer.recv().unwrap();
        peer.answer(kind::NO_JOB, b"");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let mut given_up = Grab::default();
    run_until(&told, |watch| worker.poll_grab(&mut given_up, watch));
    go.send(()).unwrap();
    nothing(&mut worker);
}

#[test]
fn a_grab_without_any_server_fails() {
    let dead = DeadServer::new();
    assert_eq!(grab(&mut worker([dead.server()])).unwrap_err().code(), ReturnCode::CouldNotConnect);
}

#[test]
fn a_grab_from_a_server_that_went_away_says_so() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
    });
    let mut worker = worker([server.server()]);
    assert_eq!(something(&mut worker), "1");
    server.finish();
    // As grabJob() does it: what was lost while nobody looked is no answer.
    notice_loss(&mut worker);
    for _ in 0..2 {
        assert_eq!(grab(&mut worker).unwrap_err().code(), ReturnCode::CouldNotConnect);
    }
}

#[test]
fn a_grab_waits_for_a_hung_server_no_longer_than_for_a_connection() {
    for hung_first in [true, false] {
        let hung = FakeServer::play(|peer| {
            greet(peer);
            peer.rest();
        });
        let live = FakeServer::play(|peer| {
            greet(peer);
            peer.answer(kind::NO_JOB, b"");
            peer.expect_close();
        });
        let servers = [hung.server(), live.server()];
        let mut worker = worker(if hung_first { servers } else { [live.server(), hung.server()] });
        connect(&mut worker);
        worker.pool.settings_mut().connect_timeout = std::time::Duration::from_secs(2);
        nothing(&mut worker);
    }
}

#[test]
fn a_grab_that_nobody_answers_fails_and_the_late_answer_is_taken_by_the_next() {
    let (answer, may_answer) = channel::<()>();
    let (answered, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        may_answer.recv().unwrap();
        assign(peer, 1);
        answered.send(()).unwrap();
        // Not asked a second time meanwhile.
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    worker.pool.settings_mut().connect_timeout = std::time::Duration::from_millis(60);
    for _ in 0..2 {
        assert_eq!(grab(&mut worker).unwrap_err().code(), ReturnCode::Timeout);
    }
    answer.send(()).unwrap();
    told.recv().unwrap();
    assert_eq!(something(&mut worker), "1");
}
