use std::sync::mpsc::channel;

use bytes::Bytes;

use super::{call, client, next_event};
use crate::client::{Call, Client, Event, Outcome, Owner};
use crate::error::ReturnCode;
use crate::protocol::{Progress, Request};
use crate::testing::{FakeServer, background_job, bytes, job, kind, look_again, packet, run, run_until, script};

#[test]
fn a_call_returns_the_whole_result() {
    let (status_sent, told) = channel();
    let (go, may_finish) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::SUBMIT_JOB, b"reverse\0u\0work\0load");
        peer.answer(kind::JOB_CREATED, b"H:a:1");
        peer.answer(kind::WORK_DATA, b"H:a:1\0a");
        peer.answer(kind::WORK_STATUS, b"H:a:1\x003\x004");
        peer.answer(29, b"H:a:1\0a warning");
        status_sent.send(()).unwrap();
        may_finish.recv().unwrap();
        peer.answer(kind::WORK_DATA, b"H:a:1\0b\0");
        peer.answer(kind::WORK_COMPLETE, b"H:a:1\0c");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut call = Call::begin(&mut client, &job("reverse", b"work\0load")).unwrap();
    run_until(&told, |watch| call.poll(&mut client, watch));
    // The signal may come before the packets do.
    let far = Progress { known: true, running: true, numerator: 3, denominator: 4 };
    run(|watch| {
        assert!(call.poll(&mut client, watch).is_pending());
        if call.progress() == far { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    });
    assert_eq!(call.handle(), "H:a:1");
    go.send(()).unwrap();
    assert_eq!(run(|watch| call.poll(&mut client, watch)), Outcome::Complete(bytes("ab\0c")));
}

#[test]
fn a_call_may_end_in_other_ways() {
    for (kind, body, outcome) in [
        (kind::WORK_COMPLETE, &b"H\0"[..], Outcome::Complete(Bytes::new())),
        (kind::WORK_FAIL, b"H", Outcome::Fail),
        (kind::WORK_EXCEPTION, b"H\0Oops", Outcome::Exception(bytes("Oops"))),
    ] {
        let server = FakeServer::play(move |peer| {
            peer.receive();
            peer.raw(&[packet(kind::JOB_CREATED, b"H"), packet(kind, body)].concat());
            peer.expect_close();
        });
        assert_eq!(call(&mut client([server.server()]), &job("f", b"")), outcome);
    }
}

#[test]
fn a_background_call_returns_the_handle() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0w");
        peer.answer(kind::JOB_CREATED, b"H:a:1");
        peer.expect_close();
    });
    let outcome = call(&mut client([server.server()]), &background_job("f", b"w"));
    assert_eq!(outcome, Outcome::Queued(bytes("H:a:1")));
}

#[test]
fn a_call_without_servers_fails_at_once() {
    let error = Call::begin(&mut Client::default(), &job("f", b"")).unwrap_err();
    assert_eq!(error.to_string(), "GEARMAN_NO_SERVERS no server was added");
}

#[test]
fn a_task_may_be_added_before_any_server() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        peer.expect_close();
    });
    let mut client = Client::default();
    let early = client.submit(Owner::Run, &background_job("f", b"")).unwrap();
    client.pool.add(server.server());
    assert_eq!(next_event(&mut client), Some((early, Event::Queued(bytes("H")))));
    assert_eq!(next_event(&mut client), None);
}

#[test]
fn tasks_without_any_server_are_kept_for_the_next_run() {
    let server = FakeServer::play(|peer| {
        for number in [1, 2] {
            peer.expect(kind::SUBMIT_JOB_BG, format!("f\0u\0{number}").as_bytes());
            peer.answer(kind::JOB_CREATED, format!("H{number}").as_bytes());
        }
        peer.expect_close();
    });
    let mut client = Client::default();
    let ids = ["1", "2"].map(|it| client.submit(Owner::Run, &background_job("f", it.as_bytes())).unwrap());
    for _ in 0..2 {
        client.begin_run();
        assert_eq!(next_event(&mut client), None);
        assert_eq!(client.stall_reason().map(|error| error.code()), Some(ReturnCode::NoServers));
    }
    client.pool.add(server.server());
    client.begin_run();
    assert_eq!(next_event(&mut client), Some((ids[0], Event::Queued(bytes("H1")))));
    assert_eq!(next_event(&mut client), Some((ids[1], Event::Queued(bytes("H2")))));
    assert_eq!(next_event(&mut client), None);
    assert_eq!(client.stall_reason(), None);
}

#[test]
fn what_cannot_be_submitted_is_refused_and_leaves_nothing() {
    let mut client = Client::default();
    let error = client.submit(Owner::Run, &job("a\0b", b"")).unwrap_err();
    assert_eq!(error.code(), ReturnCode::InvalidArgument);
    assert_eq!(next_event(&mut client), None);
}

#[test]
fn tasks_are_submitted_in_the_order_they_were_added() {
    let server = FakeServer::play(|peer| {
        for number in 0..10 {
            peer.expect(kind::SUBMIT_JOB_BG, format!("f\0u\0{number}").as_bytes());
            peer.answer(kind::JOB_CREATED, format!("H:{number}").as_bytes());
        }
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    for number in 0..10 {
        client.submit(Owner::Run, &background_job("f", number.to_string().as_bytes())).unwrap();
    }
    while next_event(&mut client).is_some() {}
}

#[test]
fn a_call_within_a_run_leaves_the_run_alone() {
    let (created, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::SUBMIT_JOB, b"slow\0u\0");
        peer.answer(kind::JOB_CREATED, b"H1");
        created.send(()).unwrap();
        peer.expect(kind::SUBMIT_JOB, b"quick\0u\0");
        peer.answer(kind::JOB_CREATED, b"H2");
        peer.answer(kind::WORK_COMPLETE, b"H1\0slow");
        peer.answer(kind::WORK_COMPLETE, b"H2\0quick");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let slow = client.submit(Owner::Run, &job("slow", b"")).unwrap();
    assert_eq!(next_event(&mut client), Some((slow, Event::Created(bytes("H1")))));
    told.recv().unwrap();
    assert_eq!(call(&mut client, &job("quick", b"")), Outcome::Complete(bytes("quick")));
    assert_eq!(next_event(&mut client), Some((slow, Event::Complete(bytes("slow")))));
    assert_eq!(next_event(&mut client), None);
}

#[test]
fn a_call_that_was_given_up_never_answers_another() {
    let (acknowledged, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::SUBMIT_JOB, b"f\0u\0first");
        peer.answer(kind::JOB_CREATED, b"H1");
        acknowledged.send(()).unwrap();
        peer.expect(kind::SUBMIT_JOB, b"f\0u\0second");
        peer.answer(kind::WORK_COMPLETE, b"H1\0late");
        peer.answer(kind::JOB_CREATED, b"H2");
        peer.answer(kind::WORK_COMPLETE, b"H2\0in time");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut first = Call::begin(&mut client, &job("f", b"first")).unwrap();
    run_until(&told, |watch| first.poll(&mut client, watch));
    client.abandon(first.id());
    assert_eq!(call(&mut client, &job("f", b"second")), Outcome::Complete(bytes("in time")));
}

#[test]
fn a_call_given_up_before_its_acknowledgement_never_answers_another() {
    let (received, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.expect(kind::SUBMIT_JOB, b"f\0u\0first");
        received.send(()).unwrap();
        peer.expect(kind::SUBMIT_JOB, b"f\0u\0second");
        peer.answer(kind::JOB_CREATED, b"H1");
        peer.answer(kind::JOB_CREATED, b"H2");
        peer.answer(kind::WORK_COMPLETE, b"H1\0late");
        peer.answer(kind::WORK_COMPLETE, b"H2\0in time");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut first = Call::begin(&mut client, &job("f", b"first")).unwrap();
    run_until(&told, |watch| first.poll(&mut client, watch));
    client.abandon(first.id());
    assert_eq!(call(&mut client, &job("f", b"second")), Outcome::Complete(bytes("in time")));
}

#[test]
fn exceptions_are_asked_for_on_a_connection_that_is_made_already() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0");
        peer.answer(kind::JOB_CREATED, b"H1");
        peer.expect(kind::OPTION_REQ, b"exceptions");
        peer.expect(kind::SUBMIT_JOB, b"f\0u\0");
        peer.answer(kind::OPTION_RES, b"exceptions");
        peer.answer(kind::JOB_CREATED, b"H2");
        peer.answer(kind::WORK_EXCEPTION, b"H2\0Oops");
        peer.answer(kind::WORK_FAIL, b"H2");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    assert_eq!(call(&mut client, &background_job("f", b"")), Outcome::Queued(bytes("H1")));
    client.enable_exceptions();
    client.enable_exceptions();
    assert_eq!(call(&mut client, &job("f", b"")), Outcome::Exception(bytes("Oops")));
}

#[test]
fn exceptions_are_asked_for_first_on_a_connection_to_come() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::OPTION_REQ, b"exceptions");
        peer.answer(kind::OPTION_RES, b"exceptions");
        peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0");
        peer.answer(kind::JOB_CREATED, b"H1");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    client.enable_exceptions();
    assert_eq!(call(&mut client, &background_job("f", b"")), Outcome::Queued(bytes("H1")));
}

#[test]
fn activity_is_seen_and_not_taken() {
    let (asked, told) = channel();
    let (go, may_answer) = channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        asked.send(()).unwrap();
        may_answer.recv().unwrap();
        peer.answer(kind::JOB_CREATED, b"H");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let id = client.submit(Owner::Run, &background_job("f", b"")).unwrap();
    run_until(&told, |watch| client.poll_activity(watch));
    go.send(()).unwrap();
    run(|watch| client.poll_activity(watch));
    run(|watch| client.poll_activity(watch));
    assert_eq!(next_event(&mut client), Some((id, Event::Queued(bytes("H")))));
}

#[test]
fn a_client_is_idle_when_nobody_owes_it_anything() {
    let (go, may_end) = channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        may_end.recv().unwrap();
        peer.answer(kind::WORK_COMPLETE, b"H\0");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    assert!(client.is_idle());
    let id = client.submit(Owner::Run, &job("f", b"")).unwrap();
    // There is no link yet on which anything could come.
    assert!(client.is_idle() && client.has(id));
    assert!(matches!(next_event(&mut client), Some((_, Event::Created(_)))));
    assert!(!client.is_idle() && client.has(id));
    go.send(()).unwrap();
    run(|watch| client.poll_activity(watch));
    // Its end was not told yet.
    assert!(client.is_idle() && client.has(id));
    assert!(matches!(next_event(&mut client), Some((_, Event::Complete(_)))));
    assert!(client.is_idle() && !client.has(id));
    client.submit(Owner::Run, &job("f", b"")).unwrap();
    assert!(!client.is_idle());
}

#[test]
fn a_client_that_connects_anew_sends_again_what_was_not_acknowledged() {
    let (asked, told) = channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            peer.expect(kind::SUBMIT_JOB, b"f\0u\0acknowledged");
            peer.answer(kind::JOB_CREATED, b"H1");
            peer.expect(kind::SUBMIT_JOB, b"f\0u\0sent");
            asked.send(()).unwrap();
            peer.expect_close();
        }),
        script(|peer| {
            peer.expect(kind::SUBMIT_JOB, b"f\0u\0sent");
            peer.answer(kind::JOB_CREATED, b"H2");
            peer.expect_close();
        }),
    ]);
    let mut client = client([server.server()]);
    let first = client.submit(Owner::Run, &job("f", b"acknowledged")).unwrap();
    assert_eq!(next_event(&mut client), Some((first, Event::Created(bytes("H1")))));
    let second = client.submit(Owner::Run, &job("f", b"sent")).unwrap();
    run_until(&told, |watch| client.poll_run(watch));
    client.reconnect();
    assert!(matches!(next_event(&mut client), Some((id, Event::Failed(_))) if id == first));
    assert_eq!(next_event(&mut client), Some((second, Event::Created(bytes("H2")))));
}

#[test]
fn a_client_that_was_closed_begins_anew() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let id = client.submit(Owner::Run, &job("f", b"")).unwrap();
    assert_eq!(next_event(&mut client), Some((id, Event::Created(bytes("H")))));
    client.close();
    assert!(client.pool.is_empty() && client.is_idle());
    assert_eq!(next_event(&mut client), None);
    let later = client.submit(Owner::Run, &job("f", b"")).unwrap();
    assert_ne!(later, id, "an id was used twice");
    server.finish();
}

#[test]
fn a_call_whose_client_is_closed_under_it_ends() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut call = Call::begin(&mut client, &job("f", b"")).unwrap();
    run(|watch| {
        assert!(call.poll(&mut client, watch).is_pending());
        if call.handle().is_empty() { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    });
    client.close();
    let Outcome::Failed(error) = run(|watch| call.poll(&mut client, watch)) else { panic!("it did not fail") };
    assert_eq!(error.code(), ReturnCode::LostConnection);
}

#[test]
fn a_request_that_was_replaced_is_sent_in_its_place() {
    let server = FakeServer::play(|peer| {
        peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0filled in");
        peer.answer(kind::JOB_CREATED, b"H");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let id = client.submit(Owner::Run, &background_job("f", b"")).unwrap();
    client.replace_request(id, Request::submit_job(&background_job("f", b"filled in")).unwrap());
    assert_eq!(next_event(&mut client), Some((id, Event::Queued(bytes("H")))));
}

#[test]
fn only_what_is_said_of_its_own_job_is_progress_of_a_call() {
    let (go, may_go_on) = channel();
    let (chattered, has_chattered) = channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        may_go_on.recv().unwrap();
        peer.answer(kind::WORK_STATUS, b"of another\x001\x002");
        chattered.send(()).unwrap();
        may_go_on.recv().unwrap();
        peer.answer(kind::WORK_STATUS, b"H\x001\x002");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut call = Call::begin(&mut client, &job("f", b"")).unwrap();
    // Until the call makes progress, which is when its job is spoken of.
    let until_progress = |client: &mut Client, call: &mut Call| {
        run(|watch| {
            assert!(call.poll(client, watch).is_pending());
            if watch.has_progressed() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        });
    };
    until_progress(&mut client, &mut call);
    assert_eq!(call.handle(), "H");
    go.send(()).unwrap();
    has_chattered.recv().unwrap();
    let mut looks = 0;
    run(|watch| {
        looks += 1;
        assert!(call.poll(&mut client, watch).is_pending() && !watch.has_progressed());
        look_again(watch);
        if looks > 3 { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    });
    go.send(()).unwrap();
    until_progress(&mut client, &mut call);
    assert_eq!(call.progress().denominator, 2);
}
