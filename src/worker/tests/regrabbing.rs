use std::time::{Duration, Instant};

use super::{assign, greet, refuse, work, worker, workload};
use crate::protocol::Response;
use crate::testing::{FakeServer, Peer, bytes, kind, run, script};
use crate::worker::regrab::Regrab;
use crate::worker::standing::Standing;
use crate::worker::{Activity, Worker};

const SECOND: Duration = Duration::from_secs(1);

/// A server that was put to sleep now, and has told this version, if any.
fn asleep(now: Instant, version: Option<&'static str>) -> Standing {
    let mut standing = Standing::default();
    if let Some(version) = version {
        standing.handle(Response::Line(bytes(version))).unwrap();
    }
    standing.sleep(now);
    standing
}

#[test]
fn nobody_is_asked_again_unless_it_is_wanted() {
    let regrab = Regrab::default();
    assert_eq!(regrab.due(&asleep(Instant::now(), None)), None);
    assert!(!regrab.is_on());
}

#[test]
fn a_diligent_worker_asks_those_again_that_wake_nobody_in_time() {
    let now = Instant::now();
    let mut regrab = Regrab::default();
    regrab.set_diligent(true);
    for version in [None, Some("OK 1.1.20+ds"), Some("OK "), Some("ERR UNKNOWN_COMMAND")] {
        assert_eq!(regrab.due(&asleep(now, version)), Some(now + SECOND), "{version:?}");
    }
    assert_eq!(regrab.due(&asleep(now, Some("OK 2.0"))), None);
    let mut awake = asleep(now, None);
    awake.wake();
    assert_eq!(regrab.due(&awake), None);
}

#[test]
fn an_interval_that_is_set_counts_for_every_server() {
    let now = Instant::now();
    let mut regrab = Regrab::default();
    regrab.set_diligent(true);
    regrab.set_interval(Some(SECOND * 5));
    for version in [None, Some("OK 1.1.20+ds"), Some("OK 2.0")] {
        assert_eq!(regrab.due(&asleep(now, version)), Some(now + SECOND * 5));
    }
    assert!(!regrab.wants_version(0));
}

#[test]
fn a_sleeper_asks_again_by_itself() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        refuse(peer);
        for _ in 0..2 {
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            refuse(peer);
        }
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.set_regrab(Some(Duration::from_millis(10)));
    assert_eq!(workload(work(&mut worker)), "1");
}

#[test]
fn waiting_ends_when_it_is_time_to_ask_again() {
    let server = FakeServer::play(|peer| {
        greet(peer);
        refuse(peer);
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
        assign(peer, 1);
        peer.expect_close();
    });
    let mut worker = worker([server.server()]);
    worker.begin();
    let is_asleep = |worker: &mut Worker| super::is_asleep(worker);
    run(|watch| {
        assert!(worker.poll_job(watch).is_pending());
        if is_asleep(&mut worker) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    });
    worker.set_regrab(Some(Duration::from_millis(10)));
    assert_eq!(run(|watch| worker.poll_activity(watch)), Activity::Seen);
    assert_eq!(workload(work(&mut worker)), "1");
}

fn expect_version(peer: &mut Peer) {
    let mut question = [0; 8];
    peer.read_exactly(&mut question);
    assert_eq!(&question, b"version\n");
}

fn supervised(server: &FakeServer) -> Worker {
    let mut worker = worker([server.server()]);
    worker.supervise(true);
    worker
}

#[test]
fn the_version_is_asked_for_once_on_each_link_and_not_waited_for() {
    let greet_back = |peer: &mut Peer| {
        peer.expect(kind::CAN_DO, b"f");
        expect_version(peer);
        peer.expect(kind::GRAB_JOB_UNIQ, b"");
    };
    let server = FakeServer::start(vec![
        script(move |peer| {
            greet_back(peer);
            assign(peer, 1);
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            peer.raw(b"OK 2.0\n");
            assign(peer, 2);
            peer.expect(kind::GRAB_JOB_UNIQ, b"");
            peer.close();
        }),
        script(move |peer| {
            greet_back(peer);
            assign(peer, 3);
            peer.expect_close();
        }),
    ]);
    let mut worker = supervised(&server);
    for number in ["1", "2", "3"] {
        assert_eq!(workload(work(&mut worker)), number);
    }
}

#[test]
fn who_closes_in_place_of_a_version_is_not_asked_again() {
    let server = FakeServer::start(vec![
        script(|peer| {
            peer.expect(kind::CAN_DO, b"f");
            expect_version(peer);
            peer.close();
        }),
        script(|peer| {
            greet(peer);
            assign(peer, 1);
            peer.expect_close();
        }),
    ]);
    assert_eq!(workload(work(&mut supervised(&server))), "1");
}
