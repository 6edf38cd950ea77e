use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use super::{assign, complete, connect, flush, greet, refuse, work, worker, workload};
use crate::error::Result;
use crate::protocol::Request;
use crate::testing::{FakeServer, Peer, in_child, kind, run, run_once, script};
use crate::worker::{Grab, Job, Worker};

const SHORT: Duration = Duration::from_micros(100);
const LONG: Duration = Duration::from_millis(1);

/// A worker that has seen so many short jobs that it asks for two ahead.
fn eager(servers: impl IntoIterator<Item = crate::net::Server>) -> Worker {
    let mut worker = worker(servers);
    worker.set_prefetch(2);
    (0..16).for_each(|_| worker.ahead.note(SHORT, Instant::now()));
    worker
}

/// What `work()` does when the callback has returned after this time.
fn finish(worker: &mut Worker, job: &Job, took: Duration) {
    worker.ahead.note(took, Instant::now());
    worker.send(job, &Request::work_complete(job.handle(), b"").unwrap()).unwrap();
    worker.ended(job);
    worker.ask_ahead(job);
    run(|watch| worker.poll_sent(job, watch)).unwrap();
}

/// Does jobs until this many are done; returns their workloads.
fn do_jobs(worker: &mut Worker, count: usize) -> Vec<String> {
    let mut done = Vec::new();
    for _ in 0..count {
        let job = work(worker).unwrap();
        finish(worker, &job, SHORT);
        done.push(workload(Ok(job)));
    }
    done
}

fn grab(worker: &mut Worker) -> Result<Option<Job>> {
    let mut grab = Grab::default();
    worker.begin();
    run(|watch| worker.poll_grab(&mut grab, watch))
}

fn expect_complete(peer: &mut Peer, number: u32) {
    peer.expect(kind::WORK_COMPLETE, format!("H:{number}\0").as_bytes());
}

fn expect_grabs(peer: &mut Peer, count: usize) {
    (0..count).for_each(|_| peer.expect(kind::GRAB_JOB_UNIQ, b""));
}

/// As [`assign`], to a worker that may be gone.
fn offer(peer: &mut Peer, number: u32) {
    peer.offer(kind::JOB_ASSIGN_UNIQ, format!("H:{number}\0f\0u\0{number}").as_bytes());
}

/// Gives a worker four jobs, of which the last two are in hand when the second one is done.
fn assign_ahead(peer: &mut Peer) {
    greet(peer);
    assign(peer, 1);
    expect_complete(peer, 1);
    expect_grabs(peer, 1);
    assign(peer, 2);
    expect_complete(peer, 2);
    expect_grabs(peer, 2);
    (3..5).for_each(|number| assign(peer, number));
}

#[test]
fn the_answer_takes_the_next_questions_along() {
    let server = FakeServer::play(|peer| {
        assign_ahead(peer);
        expect_complete(peer, 3);
        // One in hand, and two are to be.
        expect_grabs(peer, 2);
        assign(peer, 5);
        expect_complete(peer, 4);
        expect_grabs(peer, 1);
        peer.expect_close();
    });
    assert_eq!(do_jobs(&mut eager([server.server()]), 4), ["1", "2", "3", "4"]);
}

#[test]
fn nothing_is_asked_for_ahead_unless_it_is_set() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::CAN_DO, b"f");
        for number in 0..20 {
            expect_grabs(peer, 1);
            assign(peer, number);
            expect_complete(peer, number);
        }
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    for _ in 0..20 {
        let job = work(&mut worker).unwrap();
        assert_eq!(job.begun_at, None);
        finish(&mut worker, &job, SHORT);
    }
}

#[test]
fn a_long_job_ends_it_and_what_is_in_hand_is_done() {
    let server = FakeServer::play(|peer| {
        assign_ahead(peer);
        expect_complete(peer, 3);
        expect_complete(peer, 4);
        expect_grabs(peer, 1);
        assign(peer, 5);
        expect_complete(peer, 5);
        peer.expect_close();
    });
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    for number in ["3", "4", "5"] {
        let job = work(&mut worker).unwrap();
        finish(&mut worker, &job, if number == "3" { LONG } else { SHORT });
        assert_eq!(workload(Ok(job)), number);
    }
}

#[test]
fn the_first_job_after_an_empty_queue_asks_for_none() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        for number in 1..3 {
            assign(peer, number);
            expect_complete(peer, number);
            if number == 1 {
                expect_grabs(peer, 1);
                refuse(peer);
                peer.answer(kind::NOOP, b"");
                expect_grabs(peer, 1);
            }
        }
        peer.expect_close();
    });
    let mut worker = eager([server.server()]);
    assert_eq!(do_jobs(&mut worker, 2), ["1", "2"]);
}

#[test]
fn every_question_is_answered_before_the_worker_sleeps() {
    let server = FakeServer::play(|peer| {
        assign_ahead(peer);
        expect_complete(peer, 3);
        expect_grabs(peer, 2);
        peer.answer(kind::NO_JOB, b"");
        expect_complete(peer, 4);
        expect_grabs(peer, 1);
        peer.raw(&crate::testing::packet(kind::NO_JOB, b"").repeat(2));
        // They were asked before the call began: it asks for itself.
        expect_grabs(peer, 1);
        refuse(peer);
        peer.answer(kind::NOOP, b"");
        expect_grabs(peer, 1);
        assign(peer, 5);
        expect_complete(peer, 5);
        peer.expect_close();
    });
    assert_eq!(do_jobs(&mut eager([server.server()]), 5), ["1", "2", "3", "4", "5"]);
}

#[test]
fn a_job_may_come_between_two_refusals() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        expect_complete(peer, 1);
        expect_grabs(peer, 1);
        assign(peer, 2);
        expect_complete(peer, 2);
        expect_grabs(peer, 2);
        peer.answer(kind::NO_JOB, b"");
        assign(peer, 3);
        expect_complete(peer, 3);
        // It is as good as the first one after an empty queue.
        peer.expect_close();
    });
    assert_eq!(do_jobs(&mut eager([server.server()]), 3), ["1", "2", "3"]);
}

#[test]
fn no_job_is_asked_for_ahead_while_a_function_has_a_timeout() {
    let server = FakeServer::play(|peer| {
        assign_ahead(peer);
        peer.expect(kind::CAN_DO_TIMEOUT, b"g\x001000");
        expect_complete(peer, 3);
        expect_complete(peer, 4);
        peer.expect(kind::CANT_DO, b"g");
        expect_grabs(peer, 1);
        assign(peer, 5);
        expect_complete(peer, 5);
        expect_grabs(peer, 3);
        peer.expect_close();
    });
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    worker.register(b"g", 1000).unwrap();
    do_jobs(&mut worker, 2);
    worker.unregister(b"g").unwrap();
    do_jobs(&mut worker, 1);
}

#[test]
fn a_grab_takes_what_is_in_hand_and_asks_for_none_ahead() {
    let server = FakeServer::play(|peer| {
        assign_ahead(peer);
        expect_grabs(peer, 1);
        peer.answer(kind::NO_JOB, b"");
        expect_complete(peer, 3);
        peer.expect_close();
    });
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    let job = grab(&mut worker).unwrap().unwrap();
    assert_eq!(workload(grab(&mut worker).map(Option::unwrap)), "4");
    assert_eq!(grab(&mut worker).unwrap(), None);
    finish(&mut worker, &job, SHORT);
    assert_eq!(workload(Ok(job)), "3");
}

#[test]
fn a_call_that_does_not_wait_takes_what_is_in_hand() {
    let (assigned, told) = channel();
    let server = FakeServer::play(move |peer| {
        assign_ahead(peer);
        assigned.send(()).unwrap();
        peer.rest();
    });
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    told.recv().unwrap();
    for number in ["3", "4"] {
        worker.begin();
        assert_eq!(workload(run_once(|watch| worker.poll_job(watch)).unwrap()), number);
    }
    worker.begin();
    assert!(run_once(|watch| worker.poll_job(watch)).is_none());
}

#[test]
fn what_was_in_hand_goes_with_its_link() {
    let (closed, told) = channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            assign_ahead(peer);
            peer.close();
            closed.send(()).unwrap();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 9);
            expect_complete(peer, 9);
            peer.expect_close();
        }),
    ]);
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    told.recv().unwrap();
    // What has been read is done; that nobody hears of it shows when it is answered.
    let mut numbers = Vec::new();
    while numbers.last().is_none_or(|last| last != "9") {
        let job = work(&mut worker).unwrap();
        let _ = complete(&mut worker, &job, b"");
        numbers.push(workload(Ok(job)));
    }
    assert!(numbers.len() <= 3, "{numbers:?}");
}

#[test]
fn giving_a_job_back_gives_all_back_that_are_in_hand() {
    let server = FakeServer::start(vec![
        script(|peer| {
            assign_ahead(peer);
            peer.rest();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 9);
            peer.expect_close();
        }),
    ]);
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    let job = work(&mut worker).unwrap();
    worker.give_back(&job);
    assert_eq!(workload(work(&mut worker)), "9");
}

#[test]
fn what_is_in_hand_when_a_function_is_removed_goes_back() {
    let server = FakeServer::start(vec![
        script(|peer| {
            assign_ahead(peer);
            peer.expect(kind::CAN_DO, b"g");
            peer.expect(kind::CANT_DO, b"f");
            peer.expect_close();
        }),
        script(|peer| {
            peer.expect(kind::CAN_DO, b"g");
            expect_grabs(peer, 1);
            peer.answer(kind::JOB_ASSIGN_UNIQ, b"H:9\0g\0u\x009");
            peer.expect_close();
        }),
    ]);
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    worker.register(b"g", 0).unwrap();
    flush(&mut worker);
    worker.unregister(b"f").unwrap();
    assert!(!worker.pool.any_up());
    assert_eq!(workload(work(&mut worker)), "9");
}

#[test]
fn a_callback_that_removes_a_function_is_answered_before_the_rest_goes_back() {
    let server = FakeServer::start(vec![
        script(|peer| {
            assign_ahead(peer);
            expect_complete(peer, 3);
            peer.expect(kind::RESET_ABILITIES, b"");
            peer.expect(kind::CAN_DO, b"f");
            peer.expect_close();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 9);
            peer.expect_close();
        }),
    ]);
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    let job = work(&mut worker).unwrap();
    worker.unregister_all().unwrap();
    worker.register(b"f", 0).unwrap();
    finish(&mut worker, &job, SHORT);
    // The function is there again, but the server has queued the jobs again, too.
    assert_eq!(workload(work(&mut worker)), "9");
}

#[test]
fn a_worker_without_functions_has_nothing_in_hand() {
    let server = FakeServer::play(|peer| {
        assign_ahead(peer);
        expect_complete(peer, 3);
        peer.expect(kind::RESET_ABILITIES, b"");
        peer.expect_close();
    });
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    let job = work(&mut worker).unwrap();
    worker.unregister_all().unwrap();
    finish(&mut worker, &job, SHORT);
    assert!(worker.pool.any_up());
    // What a call does that fails for want of functions.
    worker.give_back_ahead();
    assert!(!worker.pool.any_up());
}

#[test]
fn everything_is_read_before_a_link_is_closed() {
    // A reset would reach the server before it has read the last result, or not.
    let ways: [fn(Worker); 2] = [drop, |mut worker| worker.reconnect()];
    for end in ways {
        let server = FakeServer::play(|peer| {
            greet(peer);
            assign(peer, 1);
            expect_complete(peer, 1);
            expect_grabs(peer, 1);
            assign(peer, 2);
            expect_complete(peer, 2);
            expect_grabs(peer, 2);
            assign(peer, 3);
            peer.answer(kind::NO_JOB, b"");
            assert!(peer.ends_cleanly());
        });
        let mut worker = eager([server.server()]);
        do_jobs(&mut worker, 2);
        end(worker);
    }
}

#[test]
fn a_hung_server_does_not_keep_a_worker_from_ending() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        expect_complete(peer, 1);
        expect_grabs(peer, 1);
        assign(peer, 2);
        expect_complete(peer, 2);
        expect_grabs(peer, 2);
        peer.expect_close();
    });
    do_jobs(&mut eager([server.server()]), 2);
}

#[test]
fn a_child_has_nothing_in_hand() {
    let server = FakeServer::start(vec![
        script(|peer| {
            assign_ahead(peer);
            expect_complete(peer, 3);
            expect_grabs(peer, 2);
            peer.rest();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 9);
            peer.rest();
        }),
    ]);
    let mut worker = eager([server.server()]);
    do_jobs(&mut worker, 2);
    let job = work(&mut worker).unwrap();
    in_child(|| assert_eq!(workload(work(&mut worker)), "9"));
    finish(&mut worker, &job, SHORT);
    assert_eq!(workload(work(&mut worker)), "4");
}

#[test]
fn every_server_has_its_turn() {
    let servers = [0, 1].map(|_| {
        FakeServer::play(|peer| {
            peer.expect(kind::CAN_DO, b"f");
            let mut number = 0;
            while let Some(asked) = peer.try_receive() {
                if asked == kind::GRAB_JOB_UNIQ {
                    number += 1;
                    offer(peer, number);
                }
            }
        })
    });
    let mut worker = eager(servers.iter().map(FakeServer::server));
    worker.set_prefetch(16);
    connect(&mut worker);
    let mut counts = [0; 2];
    // One may be quicker than the other.
    while counts.iter().any(|count| *count < 100) {
        assert!(counts.iter().all(|count| *count < 10_000), "{counts:?}");
        let job = work(&mut worker).unwrap();
        counts[job.server] += 1;
        finish(&mut worker, &job, SHORT);
    }
}

#[test]
fn a_server_without_jobs_is_put_to_sleep_and_wakes() {
    let (asleep, told) = channel();
    let (go, may_wake) = channel::<()>();
    let busy = FakeServer::play(|peer| {
        peer.expect(kind::CAN_DO, b"f");
        while let Some(asked) = peer.try_receive() {
            if asked == kind::GRAB_JOB_UNIQ {
                offer(peer, 1);
            }
        }
    });
    let idle = FakeServer::play(move |peer| {
        peer.expect(kind::CAN_DO, b"f");
        let mut woken = false;
        let mut was_told = false;
        while let Some(asked) = peer.try_receive() {
            match asked {
                kind::GRAB_JOB_UNIQ if woken => offer(peer, 2),
                kind::GRAB_JOB_UNIQ => peer.offer(kind::NO_JOB, b""),
                kind::PRE_SLEEP if !was_told => {
                    was_told = true;
                    asleep.send(()).unwrap();
                    may_wake.recv().unwrap();
                    woken = true;
                    peer.answer(kind::NOOP, b"");
                }
                _ => {}
            }
        }
    });
    let mut worker = eager([busy.server(), idle.server()]);
    connect(&mut worker);
    let mut counts = [0; 2];
    while counts[1] < 20 {
        let job = work(&mut worker).unwrap();
        counts[job.server] += 1;
        finish(&mut worker, &job, SHORT);
        if told.try_recv().is_ok() {
            go.send(()).unwrap();
        }
    }
    assert!(counts[0] > 0);
}
