use std::time::{Duration, Instant};

use super::{assign, greet, refuse, work, worker, workload};
use crate::testing::{FakeServer, kind, run};
use crate::worker::regrab::Regrab;
use crate::worker::standing::Standing;
use crate::worker::{Activity, Worker};

#[test]
fn nobody_is_asked_again_unless_it_is_wanted() {
    let mut standing = Standing::default();
    standing.sleep(Instant::now());
    assert_eq!(Regrab::default().due(&standing), None);
    assert!(!Regrab::default().is_on());
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
