use std::sync::mpsc::channel;
use std::task::Poll;

use super::{assign, complete, connect, greet, refuse, work, worker, workload};
use crate::error::ReturnCode;
use crate::runtime::{Deadline, Signals, Wait, wait};
use crate::testing::{DeadServer, FakeServer, kind, look_again, packet, run, run_until, script};
use crate::worker::Worker;

#[test]
fn a_worker_that_never_reached_any_server_fails_at_once() {
    let (first, second) = (DeadServer::new(), DeadServer::new());
    let mut worker = worker([first.server(), second.server()]);
    for _ in 0..3 {
        let error = work(&mut worker).unwrap_err();
        let expected = format!(
            "GEARMAN_COULD_NOT_CONNECT {}: connection refused; {}: connection refused",
            first.server(),
            second.server()
        );
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.errno(), libc::ECONNREFUSED);
    }
}

#[test]
fn a_worker_comes_back_with_its_server_and_registers_again() {
    let server = FakeServer::start(vec![
        script(|peer| {
            peer.expect(kind::SET_CLIENT_ID, b"me");
            greet(peer);
            refuse(peer);
        }),
        script(|peer| {
            peer.expect(kind::SET_CLIENT_ID, b"me");
            peer.expect(kind::CAN_DO, b"f");
        }),
        script(|peer| {
            peer.expect(kind::SET_CLIENT_ID, b"me");
            greet(peer);
            assign(peer, 1);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    worker.set_id(b"me").unwrap();
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn a_worker_that_was_connected_waits_for_its_server() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        refuse(peer);
    });
    let mut worker = worker([server.server()]);
    let mut was_connected = false;
    let mut rounds_without = 0;
    // Long enough for a few attempts to be refused.
    run(|watch| {
        assert!(worker.poll_job(watch).is_pending(), "it gave up");
        was_connected |= worker.pool.any_up();
        look_again(watch);
        rounds_without += u32::from(was_connected && !worker.pool.any_link());
        if rounds_without > 10 { Poll::Ready(()) } else { Poll::Pending }
    });
    worker.begin();
    assert!(crate::testing::run_once(|watch| worker.poll_job(watch)).is_none());
}

#[test]
fn a_lost_server_does_not_disturb_another() {
    let (asleep, told) = channel();
    let (go, may_close) = channel::<()>();
    let (lost, may_wake) = channel();
    let dying = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        let _ = may_close.recv();
    });
    let live = FakeServer::play(move |peer| {
        greet(peer);
        refuse(peer);
        asleep.send(()).unwrap();
        may_wake.recv().unwrap();
        peer.answer(kind::NOOP, b"");
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([dying.server(), live.server()]);
    connect(&mut worker);
    run_until(&told, |watch| worker.poll_job(watch));
    drop(go);
    run(|watch| {
        assert!(worker.poll_job(watch).is_pending());
        look_again(watch);
        if worker.pool.is_down(0) { Poll::Ready(()) } else { Poll::Pending }
    });
    lost.send(()).unwrap();
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn garbage_ends_the_wait_with_its_own_code_and_the_next_one_works() {
    let header = |kind: u32, length: u32| [&b"\0RES"[..], &kind.to_be_bytes(), &length.to_be_bytes()].concat();
    for (answer, code) in [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec(), ReturnCode::InvalidMagic),
        (header(99, 0), ReturnCode::InvalidCommand),
        (header(kind::JOB_ASSIGN, u32::MAX), ReturnCode::InvalidPacket),
        (packet(kind::JOB_ASSIGN_UNIQ, b"H\0f\0no workload"), ReturnCode::InvalidPacket),
        (packet(kind::WORK_COMPLETE, b"H\0result"), ReturnCode::UnexpectedPacket),
        (packet(kind::CAN_DO, b"f"), ReturnCode::UnexpectedPacket),
        (packet(kind::ERROR, b"CODE\0text"), ReturnCode::ServerError),
    ] {
        let server = FakeServer::start(vec![
            script(move |peer| {
                greet(peer);
                peer.raw(&answer);
                peer.expect_close();
            }),
            script(|peer| {
                greet(peer);
                assign(peer, 1);
                peer.expect_close();
            }),
        ]);
        let mut worker = worker([server.server()]);
        let error = work(&mut worker).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().contains(&server.server().to_string()), "{error}");
        assert_eq!(workload(work(&mut worker)), "1");
    }
}

#[test]
fn garbage_instead_of_a_greeting_is_named_as_well() {
    let server = FakeServer::play(|peer| {
        peer.raw(b"SSH-2.0-OpenSSH\r\n");
        peer.rest();
    });
    let error = work(&mut worker([server.server()])).unwrap_err();
    assert_eq!(error.code(), ReturnCode::InvalidMagic);
}

#[test]
fn a_second_job_for_one_grab_is_garbage() {
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            let job = |number| packet(kind::JOB_ASSIGN_UNIQ, format!("H:{number}\0f\0u\0{number}").as_bytes());
            peer.raw(&[job(1), job(2)].concat());
            peer.rest();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 3);
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    assert_eq!(workload(work(&mut worker)), "1");
    assert_eq!(work(&mut worker).unwrap_err().code(), ReturnCode::UnexpectedPacket);
    assert_eq!(workload(work(&mut worker)), "3");
}

#[test]
fn garbage_from_one_server_does_not_end_the_wait_for_another() {
    let bad = FakeServer::play(|peer| {
        greet(peer);
        peer.raw(b"garbage");
        peer.rest();
    });
    let good = FakeServer::play(|peer| {
        greet(peer);
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([bad.server(), good.server()]);
    connect(&mut worker);
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn half_a_job_and_the_end_is_a_lost_connection_that_is_made_again() {
    let server = FakeServer::start(vec![
        script(|peer| {
            greet(peer);
            peer.raw(b"\0RES\0\0\0\x1f\0\0\0\x20H:1\0f");
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 1);
            peer.expect(kind::WORK_COMPLETE, b"H:1\0");
            peer.expect_close();
        }),
    ]);
    let mut worker = worker([server.server()]);
    let job = work(&mut worker).unwrap();
    complete(&mut worker, &job, b"").unwrap();
}

#[test]
fn chatter_does_not_extend_the_deadline() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        peer.flood(&packet(kind::NOOP, b""));
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    let mut deadline = Deadline::after_ms(60);
    let ended = wait(&mut deadline, Signals::Handled, || false, |watch| worker.poll_job(watch));
    assert!(matches!(ended, Wait::TimedOut), "{ended:?}");
    assert!(worker.pool.any_up(), "it ended with the chatter");
}

#[test]
fn a_worker_that_connects_anew_gives_its_job_back_and_introduces_itself_again() {
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
    worker.reconnect();
    assert_eq!(complete(&mut worker, &job, b"").unwrap_err().code(), ReturnCode::LostConnection);
    assert_eq!(workload(work(&mut worker)), "2");
    // The new way leads nowhere: no server has answered to it yet, so that fails at once.
    server_is_gone(&mut worker, server);
    worker.reconnect();
    assert_eq!(work(&mut worker).unwrap_err().code(), ReturnCode::CouldNotConnect);
}

/// Ends the server's last link, and waits for its end.
fn server_is_gone(worker: &mut Worker, server: FakeServer) {
    worker.pool.reconnect();
    server.finish();
}
