use std::time::{Duration, Instant};

use bytes::Bytes;

use crate::error::ReturnCode;
use crate::protocol::{Assignment, Progress, Response};
use crate::testing::bytes;
use crate::worker::standing::{Phase, Standing};

fn assignment() -> Assignment {
    crate::testing::assignment("H", "f", "", "w")
}

fn in_phase(phase: Phase) -> Standing {
    let mut standing = Standing::default();
    if phase != Phase::Awake {
        standing.grab(Instant::now());
    }
    if matches!(phase, Phase::Refused | Phase::Sleeping) {
        standing.handle(Response::NoJob).unwrap();
    }
    if phase == Phase::Sleeping {
        standing.sleep(Instant::now());
    }
    assert_eq!(standing.phase(), phase);
    standing
}

fn grabbing() -> Standing {
    in_phase(Phase::Grabbing)
}

#[test]
fn a_grab_is_answered_by_a_job_or_none() {
    let mut standing = grabbing();
    assert_eq!(standing.handle(Response::JobAssign(assignment())).unwrap(), Some(assignment()));
    assert_eq!(standing.phase(), Phase::Awake);
    let mut standing = grabbing();
    assert_eq!(standing.handle(Response::NoJob).unwrap(), None);
    assert_eq!(standing.phase(), Phase::Refused);
}

#[test]
fn a_noop_wakes_a_sleeper_and_nobody_else() {
    for (phase, after) in [
        (Phase::Awake, Phase::Awake),
        (Phase::Grabbing, Phase::Grabbing),
        (Phase::Refused, Phase::Refused),
        (Phase::Sleeping, Phase::Awake),
    ] {
        let mut standing = in_phase(phase);
        assert_eq!(standing.handle(Response::Noop).unwrap(), None);
        assert_eq!(standing.phase(), after);
        let mut standing = in_phase(phase);
        standing.wake();
        assert_eq!(standing.phase(), after);
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
            let mut standing = in_phase(phase);
            let error = standing.handle(response).expect_err(name);
            assert_eq!(error.code(), ReturnCode::UnexpectedPacket);
            assert!(error.to_string().contains(name), "{error}");
            assert_eq!(standing.phase(), phase);
        }
    }
}

#[test]
fn what_was_given_up_may_still_be_answered() {
    let mut standing = grabbing();
    assert_eq!(standing.handle(Response::Echo { data: bytes("e") }).unwrap(), None);
    assert_eq!(standing.handle(Response::Option { name: bytes("exceptions") }).unwrap(), None);
    assert_eq!(standing.phase(), Phase::Grabbing);
}

#[test]
fn a_refusal_is_told_in_the_servers_words() {
    let mut standing = Standing::default();
    let error = standing.handle(Response::Error { code: bytes("CODE"), text: bytes("text") }).unwrap_err();
    assert_eq!(error.code(), ReturnCode::ServerError);
    assert!(error.to_string().contains("CODE: text"), "{error}");
    // Old servers write it in lower case.
    for code in ["JOB_NOT_FOUND", "job_not_found"] {
        let gone = Response::Error { code: bytes(code), text: bytes("text") };
        assert_eq!(standing.handle(gone).unwrap(), None);
    }
}

#[test]
fn a_new_round_asks_sleepers_and_one_without_sleep_those_who_refused() {
    for (phase, next, without_sleep) in [
        (Phase::Awake, Phase::Awake, Phase::Awake),
        (Phase::Grabbing, Phase::Grabbing, Phase::Grabbing),
        (Phase::Refused, Phase::Refused, Phase::Awake),
        (Phase::Sleeping, Phase::Awake, Phase::Awake),
    ] {
        let mut standing = in_phase(phase);
        standing.begin_round();
        assert_eq!(standing.phase(), next);
        standing.forget_refusal();
        assert_eq!(standing.phase(), without_sleep);
    }
}

#[test]
fn only_an_answer_to_a_grab_is_due() {
    let asked = Instant::now();
    let patience = Duration::from_secs(7);
    let mut standing = Standing::default();
    assert_eq!(standing.answer_due(patience), None);
    standing.grab(asked);
    assert_eq!(standing.answer_due(patience), Some(asked + patience));
    standing.handle(Response::NoJob).unwrap();
    assert_eq!(standing.answer_due(patience), None);
}

fn with_one_ahead() -> Standing {
    let mut standing = Standing::default();
    standing.grab_ahead(Instant::now());
    standing
}

#[test]
fn a_refusal_that_was_asked_for_ahead_is_not_the_last_word() {
    let mut standing = with_one_ahead();
    standing.handle(Response::NoJob).unwrap();
    assert_eq!(standing.phase(), Phase::Dry);
    assert_eq!(standing.ahead(), 0);
    standing.grab(Instant::now());
    standing.handle(Response::NoJob).unwrap();
    assert_eq!(standing.phase(), Phase::Refused);
}

#[test]
fn answers_come_in_the_order_of_the_questions() {
    let mut standing = grabbing();
    standing.grab_ahead(Instant::now());
    standing.grab_ahead(Instant::now());
    for (response, ahead, phase) in [
        (Response::NoJob, 2, Phase::Grabbing),
        (Response::JobAssign(assignment()), 1, Phase::Grabbing),
        (Response::NoJob, 0, Phase::Dry),
    ] {
        standing.handle(response).unwrap();
        assert_eq!((standing.ahead(), standing.phase()), (ahead, phase));
    }
    standing.handle(Response::NoJob).unwrap_err();
}

#[test]
fn a_server_is_trusted_with_as_many_questions_as_it_gave_jobs_in_a_row() {
    let mut standing = Standing::default();
    assert_eq!(standing.trust(), 1);
    for given in 1..5 {
        standing.grab(Instant::now());
        standing.handle(Response::JobAssign(assignment())).unwrap();
        assert_eq!(standing.trust(), given);
    }
    standing.grab(Instant::now());
    assert_eq!(standing.trust(), 4);
    standing.handle(Response::NoJob).unwrap();
    assert_eq!(standing.trust(), 0);
    standing.sleep(Instant::now());
    assert_eq!(standing.trust(), 0);
    standing.wake();
    assert_eq!(standing.trust(), 1);
}

#[test]
fn a_server_that_is_left_is_left_when_it_owes_nothing() {
    let mut standing = with_one_ahead();
    standing.grab_ahead(Instant::now());
    standing.leave();
    assert_eq!(standing.handle(Response::JobAssign(assignment())).unwrap(), None);
    assert!(!standing.has_left());
    assert_eq!(standing.trust(), 0);
    assert_eq!(standing.handle(Response::JobAssign(assignment())).unwrap(), None);
    assert!(standing.has_left());
}
