use std::time::{Duration, Instant};

use bytes::Bytes;

use crate::error::{Error, ReturnCode};
use crate::protocol::{Assignment, Progress, Response};
use crate::testing::bytes;
use crate::worker::lane::{Lane, Phase};

fn assignment() -> Assignment {
    Assignment { handle: bytes("H"), function: bytes("f"), unique: Bytes::new(), workload: bytes("w") }
}

fn lost() -> Error {
    Error::new(ReturnCode::LostConnection, "a:1: gone")
}

fn in_phase(phase: Phase) -> Lane {
    let mut lane = Lane::default();
    lane.phase = phase;
    lane
}

fn grabbing() -> Lane {
    let mut lane = Lane::default();
    lane.grab();
    lane
}

#[test]
fn a_grab_is_answered_by_a_job_or_none() {
    let mut lane = grabbing();
    assert_eq!(lane.handle(Response::JobAssign(assignment())).unwrap(), Some(assignment()));
    assert_eq!(lane.phase, Phase::Awake);
    let mut lane = grabbing();
    assert_eq!(lane.handle(Response::NoJob).unwrap(), None);
    assert_eq!(lane.phase, Phase::Refused);
}

#[test]
fn a_noop_wakes_a_sleeper_and_nobody_else() {
    for (phase, after) in [
        (Phase::Awake, Phase::Awake),
        (Phase::Grabbing, Phase::Grabbing),
        (Phase::Refused, Phase::Refused),
        (Phase::Sleeping, Phase::Awake),
    ] {
        let mut lane = in_phase(phase);
        assert_eq!(lane.handle(Response::Noop).unwrap(), None);
        assert_eq!(lane.phase, after);
        let mut lane = in_phase(phase);
        lane.wake();
        assert_eq!(lane.phase, after);
    }
}

#[test]
fn what_answers_nothing_is_an_error() {
    let progress = Progress::default();
    for phase in [Phase::Awake, Phase::Refused, Phase::Sleeping] {
        for response in [
            Response::NoJob,
            Response::JobAssign(assignment()),
            Response::JobCreated { handle: bytes("H") },
            Response::WorkComplete { handle: bytes("H"), data: bytes("d") },
            Response::Status { handle: bytes("H"), progress },
        ] {
            let name = response.name();
            let mut lane = in_phase(phase);
            let error = lane.handle(response).expect_err(name);
            assert_eq!(error.code(), ReturnCode::UnexpectedPacket);
            assert!(error.to_string().contains(name), "{error}");
            assert_eq!(lane.phase, phase);
        }
    }
}

#[test]
fn what_was_given_up_may_still_be_answered() {
    let mut lane = grabbing();
    assert_eq!(lane.handle(Response::Echo { data: bytes("e") }).unwrap(), None);
    assert_eq!(lane.handle(Response::Option { name: bytes("exceptions") }).unwrap(), None);
    assert_eq!(lane.phase, Phase::Grabbing);
}

#[test]
fn a_refusal_is_told_in_the_servers_words() {
    let mut lane = Lane::default();
    let error = lane.handle(Response::Error { code: bytes("CODE"), text: bytes("text") }).unwrap_err();
    assert_eq!(error.code(), ReturnCode::ServerError);
    assert!(error.to_string().contains("CODE: text"), "{error}");
    let gone = Response::Error { code: bytes("JOB_NOT_FOUND"), text: bytes("text") };
    assert_eq!(lane.handle(gone).unwrap(), None);
}

#[test]
fn a_new_round_asks_those_who_refused() {
    let mut lane = grabbing();
    assert!(lane.was_asked());
    lane.handle(Response::NoJob).unwrap();
    lane.begin_round();
    assert!(!lane.was_asked());
    assert_eq!(lane.phase, Phase::Awake);
    let mut lane = grabbing();
    lane.begin_round();
    assert_eq!(lane.phase, Phase::Grabbing);
}

#[test]
fn patience_with_a_grab_ends() {
    let lane = grabbing();
    assert!(lane.is_grabbing_within(Duration::from_secs(3600)));
    assert!(!lane.is_grabbing_within(Duration::ZERO));
    assert!(!Lane::default().is_grabbing_within(Duration::from_secs(3600)));
}

#[test]
fn a_lost_link_is_tried_again_ever_more_slowly() {
    let mut lane = Lane::default();
    assert!(lane.is_due(Instant::now()));
    for milliseconds in [50, 100, 200, 400, 800, 1600, 3000, 3000] {
        let before = Instant::now();
        lane.lost(lost());
        let after = Instant::now();
        assert!(lane.has_failed());
        let delay = Duration::from_millis(milliseconds);
        assert!(!lane.is_due(before + delay - Duration::from_millis(1)), "tried before {milliseconds} ms");
        assert!(lane.is_due(after + delay), "not tried after {milliseconds} ms");
        lane.begin(7);
    }
    lane.connected();
    lane.lost(lost());
    assert!(lane.is_due(Instant::now() + Duration::from_millis(50)));
}

#[test]
fn a_lost_link_takes_its_state_along() {
    let mut lane = grabbing();
    lane.told = 7;
    lane.inbox.push_back(Response::Noop);
    lane.lost(lost());
    assert_eq!((lane.phase, lane.told, lane.inbox.len()), (Phase::Awake, 0, 0));
    assert_eq!(lane.error, Some(lost()));
}

#[test]
fn a_link_that_was_closed_on_purpose_is_made_again_at_once() {
    let mut lane = grabbing();
    lane.lost(lost());
    lane.closed();
    assert!(lane.is_due(Instant::now()) && !lane.has_failed());
}
