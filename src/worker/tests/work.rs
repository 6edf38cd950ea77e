use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::task::Poll;
use std::time::Duration;

use super::{
    assign, complete, connect, flush, greet, is_asleep, is_in_exchange, notice_loss, refuse, work, worker, workload,
};
use crate::error::ReturnCode;
use crate::protocol::Request;
use crate::testing::{BlackHole, DeadServer, FakeServer, kind, packet, run, run_once, run_until};
use crate::worker::{Reached, Worker};

#[test]
fn a_worker_introduces_itself_before_it_asks() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::SET_CLIENT_ID, b"me");
        peer.expect(kind::CAN_DO_TIMEOUT, b"g\x0030");
        peer.expect(kind::CAN_DO, b"f");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        peer.answer(kind::JOB_ASSIGN_UNIQ, b"H:1\0f\0key\0work\0load");
        peer.expect(kind::WORK_COMPLETE, b"H:1\0result");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.register(b"g", 30).unwrap();
    worker.set_id(b"me").unwrap();
    let job = work(&mut worker).unwrap();
    assert_eq!(job.handle(), b"H:1");
    assert_eq!(job.assignment.function(), b"f");
    assert_eq!(job.assignment.unique(), b"key");
    assert_eq!(job.assignment.workload(), b"work\0load");
    complete(&mut worker, &job, b"result").unwrap();
}

#[test]
fn a_worker_may_say_first_that_it_speaks_gearman() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::OPTION_REQ, b"exceptions");
        greet(peer);
        peer.answer(kind::OPTION_RES, b"exceptions");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.greet();
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_worker_that_has_nothing_to_do_sleeps_until_it_is_woken() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        refuse(peer);
        peer.answer(kind::NOOP, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    assert_eq!(workload(work(&mut worker([server.server()]))), "1");
}

#[test]
fn noops_that_nobody_waits_for_change_nothing() {
    let server = FakeServer::play(|peer| {
        let noop = packet(kind::NOOP, b"");
        peer.raw(&noop.repeat(3));
        greet(peer);
        // Between a GRAB_JOB and its answer.
        peer.raw(&[noop.repeat(2), packet(kind::NO_JOB, b""), noop.clone()].concat());
        peer.expect(kind::PRE_SLEEP, b"");
        // Several for one job: one GRAB_JOB.
        peer.raw(&noop.repeat(5));
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        peer.raw(&noop);
        assign(peer, 1);
        peer.raw(&noop);
        peer.expect(kind::WORK_COMPLETE, b"H:1\0");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 2);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    complete(&mut worker, &job, b"").unwrap();
    assert_eq!(workload(work(&mut worker)), "2");
}

#[test]
fn a_job_assigned_while_the_wait_was_given_up_is_kept() {
    let (asked, told) = channel();
    let (go, may_assign) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        asked.send(()).unwrap();
        may_assign.recv().unwrap();
        assign(peer, 1);
        // No second GRAB_JOB.
        peer.expect(kind::WORK_COMPLETE, b"H:1\0");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    run_until(&told, |watch| worker.poll_job(watch));
    assert!(is_in_exchange(&mut worker));
    assert_eq!(worker.reached(), Reached::Unanswered);
    worker.begin();
    assert!(run_once(|watch| worker.poll_job(watch)).is_none());
    go.send(()).unwrap();
    let job = work(&mut worker).unwrap();
    assert!(!is_in_exchange(&mut worker));
    complete(&mut worker, &job, b"").unwrap();
}

#[test]
fn each_call_asks_a_sleeping_server_again() {
    const CALLS: usize = 3;
    let (asleep, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::CAN_DO, b"f");
        for _ in 0..CALLS {
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            refuse(peer);
            asleep.send(()).unwrap();
        }
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    for _ in 0..CALLS {
        worker.begin();
        run_until(&told, |watch| worker.poll_job(watch));
        assert!(is_asleep(&worker) && !is_in_exchange(&mut worker));
    }
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn the_first_connection_is_waited_for_and_a_later_one_is_not() {
    let hole = BlackHole::new();
    let mut fresh = worker([hole.server()]);
    assert!(run_once(|watch| fresh.poll_job(watch)).is_none());
    assert!(is_in_exchange(&mut fresh));
    assert_eq!(fresh.reached(), Reached::Unanswered);
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
    });
    let mut old = worker([server.server(), hole.server()]);
    work(&mut old).unwrap();
    server.finish();
    notice_loss(&mut old);
    old.begin();
    assert!(run_once(|watch| old.poll_job(watch)).is_none());
    assert!(!is_in_exchange(&mut old));
    assert!(matches!(old.reached(), Reached::Nobody(error) if error.code() == ReturnCode::CouldNotConnect));
}

#[test]
fn an_id_is_told_at_once_to_servers_that_are_connected() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::SET_CLIENT_ID, b"early");
        peer.expect(kind::SET_CLIENT_ID, b"early");
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::SET_CLIENT_ID, b"late");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    connect(&mut worker);
    worker.set_id(b"early").unwrap();
    flush(&mut worker);
    work(&mut worker).unwrap();
    worker.set_id(b"late").unwrap();
    flush(&mut worker);
}

#[test]
fn a_function_is_told_at_once_to_servers_that_are_connected() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::CAN_DO_TIMEOUT, b"g\x007");
        peer.expect(kind::CAN_DO, b"h");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    work(&mut worker).unwrap();
    worker.register(b"g", 7).unwrap();
    worker.register(b"g", 7).unwrap();
    flush(&mut worker);
    worker.register(b"h", 0).unwrap();
    flush(&mut worker);
}

#[test]
fn a_function_added_while_the_worker_sleeps_wakes_it() {
    let (asleep, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        peer.expect(kind::CAN_DO, b"g");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        peer.answer(kind::JOB_ASSIGN_UNIQ, b"H:1\0g\0u\0for g");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    worker.register(b"g", 0).unwrap();
    assert_eq!(workload(work(&mut worker)), "for g");
}

#[test]
fn a_function_added_twice_wakes_nobody() {
    let (asleep, told) = channel();
    let server = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    run_until(&told, |watch| worker.poll_job(watch));
    worker.register(b"f", 0).unwrap();
    assert!(run_once(|watch| worker.poll_job(watch)).is_none());
    assert!(is_asleep(&worker));
}

#[test]
fn what_is_unregistered_is_announced_at_once() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::CAN_DO, b"g");
        peer.expect(kind::CAN_DO, b"f");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect(kind::CANT_DO, b"g");
        peer.expect(kind::RESET_ABILITIES, b"");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.register(b"g", 0).unwrap();
    let job = work(&mut worker).unwrap();
    worker.ended(&job);
    worker.unregister(b"g").unwrap();
    flush(&mut worker);
    worker.unregister_all().unwrap();
    flush(&mut worker);
    flush(&mut worker);
    assert_eq!(worker.unregister_all().unwrap_err().code(), ReturnCode::NoRegisteredFunctions);
}

#[test]
fn what_is_unregistered_while_its_job_is_done_is_announced_after_it_or_before_the_next_grab() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::WORK_FAIL, b"H:1");
        peer.expect(kind::CANT_DO, b"f");
        peer.expect(kind::CAN_DO, b"f");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 2);
        peer.expect(kind::RESET_ABILITIES, b"");
        peer.expect(kind::CAN_DO, b"g");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        peer.answer(kind::NO_JOB, b"");
        peer.expect(kind::PRE_SLEEP, b"");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    worker.unregister(b"f").unwrap();
    worker.register(b"f", 0).unwrap();
    worker.send(&job, &Request::work_fail(job.handle()).unwrap()).unwrap();
    worker.ended(&job);
    work(&mut worker).unwrap();
    worker.unregister_all().unwrap();
    worker.register(b"g", 0).unwrap();
    run(|watch| {
        assert!(worker.poll_job(watch).is_pending());
        if worker.reached() == Reached::Asleep { Poll::Ready(()) } else { Poll::Pending }
    });
}

#[test]
fn an_announcement_to_nobody_is_kept_for_the_connection_to_come() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::CAN_DO, b"g");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.unregister(b"f").unwrap();
    worker.register(b"g", 0).unwrap();
    flush(&mut worker);
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn jobs_are_asked_for_without_unique_keys_when_told_so() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::CAN_DO, b"f");
        peer.expect(kind::GRAB_JOB, b"");
        peer.answer(kind::JOB_ASSIGN, b"H:1\0f\0w");
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.grab_unique(false);
    let job = work(&mut worker).unwrap();
    assert_eq!((job.assignment.unique(), job.assignment.workload()), (&b""[..], &b"w"[..]));
}

#[test]
fn servers_are_asked_one_at_a_time() {
    let refused = Arc::new(AtomicBool::new(false));
    let first_refused = Arc::clone(&refused);
    let first = FakeServer::play(move |peer| {
        greet(peer);
        first_refused.store(true, Ordering::SeqCst);
        refuse(peer);
        peer.expect_close();
    });
    let second = FakeServer::play(move |peer| {
        peer.expect(kind::CAN_DO, b"f");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assert!(refused.load(Ordering::SeqCst), "it was asked while the first had not answered");
        assign(peer, 2);
        peer.expect_close();
    });
    let mut worker = worker([first.server(), second.server()]);
    connect(&mut worker);
    assert_eq!(workload(work(&mut worker)), "2");
}

#[test]
fn no_server_is_favoured() {
    let first = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 3);
        peer.expect_close();
    });
    let second = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 2);
        peer.expect_close();
    });
    let mut worker = worker([first.server(), second.server()]);
    connect(&mut worker);
    for number in ["1", "2", "3"] {
        assert_eq!(workload(work(&mut worker)), number);
    }
}

#[test]
fn a_server_that_does_not_answer_is_not_waited_for() {
    let (go, may_answer) = channel();
    let silent = FakeServer::play(move |peer| {
        greet(peer);
        may_answer.recv().unwrap();
        assign(peer, 1);
        peer.expect_close();
    });
    let live = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 2);
        peer.rest();
    });
    let mut worker = worker([silent.server(), live.server()]);
    connect(&mut worker);
    worker.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    assert_eq!(workload(work(&mut worker)), "2");
    go.send(()).unwrap();
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_dead_server_does_not_keep_a_worker_from_the_others() {
    let dead = DeadServer::new();
    let live = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect_close();
    });
    assert_eq!(workload(work(&mut worker([dead.server(), live.server()]))), "1");
}

#[test]
fn a_worker_without_servers_or_functions_is_told_so() {
    let mut worker = Worker::default();
    assert_eq!(worker.check().unwrap_err().code(), ReturnCode::NoServers);
    worker.pool.add(DeadServer::new().server());
    assert_eq!(worker.check().unwrap_err().code(), ReturnCode::NoRegisteredFunctions);
    worker.register(b"f", 0).unwrap();
    worker.check().unwrap();
}

#[test]
fn a_server_added_twice_is_connected_once() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server(), server.server()]);
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_worker_that_is_dropped_closes_its_connection() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    run(|watch| worker.poll_job(watch)).unwrap();
    drop(worker);
    server.finish();
}
