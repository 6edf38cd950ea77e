use super::{call, client, next_event};
use crate::client::{Call, Event, Outcome, Owner};
use crate::error::ReturnCode;
use crate::testing::{FakeServer, Peer, background_job, bytes, in_child, job, kind, run, script};

/// The child's connection.
fn for_the_child(peer: &mut Peer) {
    peer.expect(kind::SUBMIT_JOB_BG, b"child\0u\0");
    peer.answer(kind::JOB_CREATED, b"H:child");
    peer.rest();
}

#[test]
fn a_client_used_before_a_fork_works_in_parent_and_child() {
    let server = FakeServer::start(vec![
        script(|peer| {
            for _ in 0..2 {
                peer.expect(kind::SUBMIT_JOB_BG, b"parent\0u\0");
                peer.answer(kind::JOB_CREATED, b"H:parent");
            }
            peer.expect_close();
        }),
        script(for_the_child),
    ]);
    let mut client = client([server.server()]);
    let parents = background_job("parent", b"");
    assert_eq!(call(&mut client, &parents), Outcome::Queued(bytes("H:parent")));
    in_child(|| {
        assert_eq!(call(&mut client, &background_job("child", b"")), Outcome::Queued(bytes("H:child")));
    });
    assert_eq!(call(&mut client, &parents), Outcome::Queued(bytes("H:parent")));
}

#[test]
fn a_child_forgets_what_its_parent_waits_for() {
    let (go, may_finish) = std::sync::mpsc::channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            peer.expect(kind::SUBMIT_JOB, b"parent\0u\0");
            peer.answer(kind::JOB_CREATED, b"H:parent");
            may_finish.recv().unwrap();
            peer.answer(kind::WORK_COMPLETE, b"H:parent\0result");
            peer.expect_close();
        }),
        script(for_the_child),
    ]);
    let mut client = client([server.server()]);
    let id = client.submit(Owner::Run, &job("parent", b"")).unwrap();
    assert_eq!(next_event(&mut client), Some((id, Event::Created(bytes("H:parent")))));
    in_child(|| {
        assert_eq!(next_event(&mut client), None);
        assert_eq!(call(&mut client, &background_job("child", b"")), Outcome::Queued(bytes("H:child")));
    });
    go.send(()).unwrap();
    assert_eq!(next_event(&mut client), Some((id, Event::Complete(bytes("result")))));
}

#[test]
fn a_call_that_was_forked_in_the_middle_ends_in_the_child() {
    let (go, may_finish) = std::sync::mpsc::channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        may_finish.recv().unwrap();
        peer.answer(kind::WORK_COMPLETE, b"H\0result");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut call = Call::begin(&mut client, &job("parent", b"")).unwrap();
    run(|watch| {
        assert!(call.poll(&mut client, watch).is_pending());
        if call.handle().is_empty() { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    });
    // As a signal handler may do it that runs while the call waits.
    in_child(|| match run(|watch| call.poll(&mut client, watch)) {
        Outcome::Failed(error) => assert_eq!(error.code(), ReturnCode::LostConnection),
        other => panic!("{other:?}"),
    });
    go.send(()).unwrap();
    assert_eq!(run(|watch| call.poll(&mut client, watch)), Outcome::Complete(bytes("result")));
}

#[test]
fn giving_up_in_a_child_does_the_parent_no_harm() {
    let (go, may_finish) = std::sync::mpsc::channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        may_finish.recv().unwrap();
        peer.answer(kind::WORK_COMPLETE, b"H\0result");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut call = Call::begin(&mut client, &job("parent", b"")).unwrap();
    run(|watch| {
        assert!(call.poll(&mut client, watch).is_pending());
        if call.handle().is_empty() { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    });
    in_child(|| {
        client.abandon(call.id());
        client.enable_exceptions();
        client.close();
    });
    go.send(()).unwrap();
    assert_eq!(run(|watch| call.poll(&mut client, watch)), Outcome::Complete(bytes("result")));
}
