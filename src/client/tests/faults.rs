use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::Poll;
use std::time::{Duration, Instant};

use super::{call, client, next_event};
use crate::client::{Call, Client, Event, Outcome, Owner, Question};
use crate::error::{Error, ReturnCode};
use crate::net::Server;
use crate::protocol::{Request, Submission};
use crate::runtime::{Deadline, Signals, Wait, wait};
use crate::testing::{
    BlackHole, DeadServer, FakeServer, Peer, Script, background_job, bytes, job, kind, look_again, packet, run,
    run_until, script,
};

/// A server that queues one job.
fn queueing(peer: &mut Peer) {
    peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0w");
    peer.answer(kind::JOB_CREATED, b"H");
    peer.expect_close();
}

/// A server that is asked whether it is there, then queues one job.
fn present(peer: &mut Peer) {
    peer.answer_echo();
    queueing(peer);
}

/// A server that takes everything and says nothing.
fn hung() -> FakeServer {
    FakeServer::play(|peer| {
        peer.rest();
    })
}

/// The same, which nothing but an echo was asked of.
fn asked_for_an_echo() -> FakeServer {
    FakeServer::play(|peer| {
        peer.expect(kind::ECHO_REQ, b"");
        peer.expect_close();
    })
}

fn mail() -> Submission<'static> {
    background_job("f", b"w")
}

fn failure(client: &mut Client, job: &Submission<'_>) -> Error {
    match call(client, job) {
        Outcome::Failed(error) => error,
        other => panic!("it did not fail: {other:?}"),
    }
}

fn queued() -> Outcome {
    Outcome::Queued(bytes("H"))
}

#[test]
fn a_dead_server_is_passed_over() {
    let (dead, live) = (DeadServer::new(), FakeServer::play(queueing));
    assert_eq!(call(&mut client([dead.server(), live.server()]), &mail()), queued());
}

#[test]
fn a_silent_server_is_passed_over() {
    let (hole, live) = (BlackHole::new(), FakeServer::play(present));
    let mut client = client([hole.server(), live.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_refusal_by_all_names_all() {
    let (first, second) = (DeadServer::new(), DeadServer::new());
    let error = failure(&mut client([first.server(), second.server()]), &mail());
    assert_eq!(error.errno(), libc::ECONNREFUSED);
    let expected = format!(
        "GEARMAN_COULD_NOT_CONNECT {}: connection refused; {}: connection refused",
        first.server(),
        second.server()
    );
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_client_tries_again_at_the_next_call() {
    let dead = DeadServer::new();
    let mut client = client([dead.server()]);
    for _ in 0..3 {
        assert_eq!(failure(&mut client, &mail()).code(), ReturnCode::CouldNotConnect);
        assert!(!client.pool.any_link());
    }
}

#[test]
fn a_submission_whose_acknowledgement_was_lost_is_sent_again() {
    let server = FakeServer::start(vec![script(|peer| peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0w")), script(queueing)]);
    assert_eq!(call(&mut client([server.server()]), &mail()), queued());
}

#[test]
fn a_submission_is_sent_twice_to_one_server_and_no_more() {
    let lose = || script(|peer| peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0w"));
    let server = FakeServer::start(vec![lose(), lose(), script(queueing)]);
    let mut client = client([server.server()]);
    let error = failure(&mut client, &mail());
    let expected = format!("GEARMAN_LOST_CONNECTION {}: the server closed the connection", server.server());
    assert_eq!(error.to_string(), expected);
    // The third connection was left to this call.
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn after_a_broken_connection_and_a_refusal_the_next_server_is_asked() {
    let (broken, live) = (FakeServer::play(|peer| drop(peer.receive())), FakeServer::play(queueing));
    assert_eq!(call(&mut client([broken.server(), live.server()]), &mail()), queued());
}

#[test]
fn an_acknowledged_job_is_not_sent_again() {
    let server = FakeServer::start(vec![
        script(|peer| {
            peer.receive();
            peer.answer(kind::JOB_CREATED, b"H");
        }),
        script(queueing),
    ]);
    let mut client = client([server.server()]);
    assert_eq!(failure(&mut client, &job("f", b"w")).code(), ReturnCode::LostConnection);
    // The second connection is made by this call, and for this one only.
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn an_idle_connection_that_was_closed_is_not_used() {
    let (closing, told) = channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            peer.receive();
            peer.answer(kind::JOB_CREATED, b"H");
            closing.send(()).unwrap();
        }),
        script(queueing),
    ]);
    let mut client = client([server.server()]);
    assert_eq!(call(&mut client, &mail()), queued());
    told.recv().unwrap();
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn when_a_server_dies_in_a_run_the_rest_goes_to_the_next() {
    let (dying, next): (Script, Script) = (
        script(|peer| {
            peer.expect(kind::SUBMIT_JOB, b"f\0u\x000");
            peer.expect(kind::SUBMIT_JOB, b"f\0u\x001");
            peer.expect(kind::SUBMIT_JOB, b"f\0u\x002");
            peer.answer(kind::JOB_CREATED, b"H0");
        }),
        script(|peer| {
            for number in [1, 2] {
                peer.expect(kind::SUBMIT_JOB, format!("f\0u\0{number}").as_bytes());
                peer.answer(kind::JOB_CREATED, format!("H{number}").as_bytes());
                peer.answer(kind::WORK_COMPLETE, format!("H{number}\0{number}").as_bytes());
            }
            peer.expect_close();
        }),
    );
    let (first, second) = (FakeServer::start(vec![dying]), FakeServer::start(vec![next]));
    let mut client = client([first.server(), second.server()]);
    let ids = ["0", "1", "2"].map(|workload| client.submit(Owner::Run, &job("f", workload.as_bytes())).unwrap());
    let events: Vec<_> = std::iter::from_fn(|| next_event(&mut client)).collect();
    let ends: Vec<_> = events.iter().filter(|(_, event)| !matches!(event, Event::Created(_))).collect();
    let [(lost, Event::Failed(error)), (one, Event::Complete(_)), (two, Event::Complete(_))] = &ends[..] else {
        panic!("{events:?}");
    };
    assert_eq!([*lost, *one, *two], ids);
    assert_eq!(error.code(), ReturnCode::LostConnection);
}

#[test]
fn garbage_fails_the_call_and_the_next_one_works() {
    let header = |kind: u32, length: u32| [&b"\0RES"[..], &kind.to_be_bytes(), &length.to_be_bytes()].concat();
    for (answer, code) in [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec(), ReturnCode::InvalidMagic),
        (header(99, 0), ReturnCode::InvalidCommand),
        (header(kind::JOB_CREATED, u32::MAX), ReturnCode::InvalidPacket),
        (packet(kind::NOOP, b""), ReturnCode::UnexpectedPacket),
        (packet(kind::ECHO_RES, b"nobody asked"), ReturnCode::UnexpectedPacket),
    ] {
        let server = FakeServer::start(vec![
            script(move |peer| {
                peer.receive();
                peer.raw(&answer);
                peer.expect_close();
            }),
            script(queueing),
        ]);
        let mut client = client([server.server()]);
        let error = failure(&mut client, &mail());
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().contains(&server.server().to_string()), "{error}");
        assert_eq!(call(&mut client, &mail()), queued());
    }
}

#[test]
fn half_a_packet_and_the_end_is_a_lost_connection() {
    let half = || {
        script(|peer: &mut Peer| {
            peer.receive();
            peer.raw(b"\0RES\0\0\0\x08\0\0\0\x05H:");
        })
    };
    let server = FakeServer::start(vec![half(), half(), script(queueing)]);
    let mut client = client([server.server()]);
    let error = failure(&mut client, &mail());
    assert_eq!(error.code(), ReturnCode::LostConnection);
    assert!(error.to_string().contains("in the middle of a packet"), "{error}");
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_full_queue_is_no_reason_to_close() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::ERROR, b"JOB_QUEUE_FULL\0the queue is full");
        queueing(peer);
    });
    let mut client = client([server.server()]);
    assert_eq!(failure(&mut client, &mail()).code(), ReturnCode::JobQueueFull);
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_submission_given_up_half_written_closes_its_connection() {
    let (accepted, told) = channel();
    let (go, may_read) = channel::<()>();
    let server = FakeServer::start(vec![
        script(move |peer| {
            accepted.send(()).unwrap();
            let _ = may_read.recv();
            peer.rest();
        }),
        script(queueing),
    ]);
    let mut client = client([server.server()]);
    let huge = vec![b'x'; 64 * 1024 * 1024];
    let mut first = Call::begin(&mut client, &job("f", &huge)).unwrap();
    run_until(&told, |watch| first.poll(&mut client, watch));
    client.abandon(first.id());
    assert!(!client.pool.any_link());
    drop(go);
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_submission_given_up_half_written_leaves_the_jobs_before_it_alone() {
    let (accepted, told) = channel();
    let (go, may_read) = channel::<()>();
    let huge = vec![b'x'; 64 * 1024 * 1024];
    let length = huge.len();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H1");
        accepted.send(()).unwrap();
        let _ = may_read.recv();
        assert!(peer.receive().1.len() > length);
        peer.answer(kind::JOB_CREATED, b"H2");
        peer.answer(kind::WORK_COMPLETE, b"H1\0done");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    client.submit(Owner::Run, &job("f", b"small")).unwrap();
    assert!(matches!(next_event(&mut client), Some((_, Event::Created(_)))));
    let mut call = Call::begin(&mut client, &job("f", &huge)).unwrap();
    run_until(&told, |watch| call.poll(&mut client, watch));
    client.abandon(call.id());
    drop(go);
    assert!(matches!(next_event(&mut client), Some((_, Event::Complete(result))) if result == "done"));
}

/// Gives a call up while its connection is being made.
fn give_up_dialing(client: &mut Client) {
    let (signal, told) = channel();
    let mut first = Call::begin(client, &mail()).unwrap();
    let mut polls = 0;
    run_until(&told, |watch| {
        polls += 1;
        // Once more after the kernel was asked.
        if polls == 3 {
            signal.send(()).unwrap();
        }
        first.poll(client, watch)
    });
    // As a call does whose time is over.
    client.note_silence();
    client.abandon(first.id());
}

#[test]
fn a_server_that_a_whole_call_was_spent_on_is_passed_over_by_the_next() {
    let (hole, live) = (BlackHole::new(), FakeServer::play(queueing));
    let mut client = client([hole.server(), live.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
    give_up_dialing(&mut client);
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_server_alone_is_dialed_again_after_a_call_was_given_up() {
    let hole = BlackHole::new();
    let mut client = client([hole.server()]);
    give_up_dialing(&mut client);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    assert_eq!(failure(&mut client, &mail()).code(), ReturnCode::CouldNotConnect);
}

#[test]
fn a_name_that_no_longer_resolves_is_passed_over() {
    let live = FakeServer::play(queueing);
    let nowhere = Server::new("x".repeat(64).as_bytes(), 1).unwrap();
    assert_eq!(call(&mut client([nowhere, live.server()]), &mail()), queued());
}

#[test]
fn a_run_waits_for_its_own_tasks_only() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H1");
        peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0w");
        peer.answer(kind::JOB_CREATED, b"H");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let mut endless = Call::begin(&mut client, &job("f", b"")).unwrap();
    run(|watch| {
        assert!(endless.poll(&mut client, watch).is_pending());
        if endless.handle().is_empty() { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    });
    client.abandon(endless.id());
    assert_eq!(next_event(&mut client), None);
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_hung_server_is_left_for_another_that_is_there() {
    let (hung, live) = (hung(), FakeServer::play(present));
    let mut client = client([hung.server(), live.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_hung_server_is_left_for_one_that_is_added_later() {
    let (submitted, told) = channel();
    let hung = FakeServer::play(move |peer| {
        peer.receive();
        submitted.send(()).unwrap();
        peer.rest();
    });
    let live = FakeServer::play(present);
    let mut client = client([hung.server()]);
    client.submit(Owner::Run, &mail()).unwrap();
    run_until(&told, |watch| client.poll_run(watch));
    client.note_silence();
    client.pool.add(live.server());
    assert!(matches!(next_event(&mut client), Some((_, Event::Queued(_)))));
    assert_eq!(next_event(&mut client), None);
}

#[test]
fn what_only_another_server_can_answer_does_not_wait_for_a_full_one() {
    let (go, may_read) = channel::<()>();
    let full = FakeServer::play(move |peer| {
        let _ = may_read.recv();
        peer.rest();
    });
    let free = FakeServer::play(|peer| {
        peer.expect(kind::GET_STATUS, b"H:a:1");
        peer.answer(kind::STATUS_RES, b"H:a:1\x001\x000\x000\x000");
        peer.expect_close();
    });
    let mut client = client([full.server(), free.server()]);
    let workload = vec![b'x'; 100_000];
    for _ in 0..300 {
        client.submit(Owner::Run, &background_job("f", &workload)).unwrap();
    }
    let mut stuck = 0;
    run(|watch| {
        assert!(client.poll_run(watch).is_pending());
        look_again(watch);
        // Until the kernel takes no more.
        stuck = if client.pool.unwritten(0) >= 256 * 1024 { stuck + 1 } else { 0 };
        if stuck > 20 { Poll::Ready(()) } else { Poll::Pending }
    });
    let request = Request::get_status(b"H:a:1").unwrap();
    let waiting = client.ask(Owner::Call, Question::Status, Some(0), request.clone());
    let id = client.ask(Owner::Call, Question::Status, Some(1), request);
    assert!(matches!(run(|watch| client.poll_call(id, watch)), Event::Known(progress) if progress.known));
    assert!(client.has(waiting));
    drop(go);
}

#[test]
fn chatter_about_jobs_that_nobody_knows_does_not_extend_the_deadline() {
    let server = FakeServer::play(|peer| {
        peer.receive();
        peer.flood(&packet(kind::WORK_DATA, b"H:other\0data"));
    });
    let mut client = client([server.server()]);
    let mut call = Call::begin(&mut client, &mail()).unwrap();
    let mut deadline = Deadline::after_ms(60).of_silence();
    let ended = wait(&mut deadline, Signals::Handled, || false, |watch| call.poll(&mut client, watch));
    assert!(matches!(ended, Wait::TimedOut), "{ended:?}");
}

#[test]
fn a_server_that_answered_while_a_call_waited_does_not_rest() {
    let (asked, told) = channel();
    let (go, may_answer) = channel();
    let (answered, is_answered) = channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.receive();
        asked.send(()).unwrap();
        may_answer.recv().unwrap();
        peer.answer(kind::JOB_CREATED, b"H1");
        answered.send(()).unwrap();
        peer.rest();
    });
    let mut client = client([server.server()]);
    client.submit(Owner::Run, &mail()).unwrap();
    client.submit(Owner::Run, &mail()).unwrap();
    run_until(&told, |watch| client.poll_run(watch));
    go.send(()).unwrap();
    is_answered.recv().unwrap();
    assert!(next_event(&mut client).is_some());
    client.note_silence();
    assert!(!client.pool.is_resting(0));
}

#[test]
fn a_server_that_answered_only_before_it_was_asked_rests() {
    let (asked, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        peer.receive();
        asked.send(()).unwrap();
        peer.rest();
    });
    let mut client = client([server.server()]);
    assert_eq!(call(&mut client, &mail()), queued());
    let mut second = Call::begin(&mut client, &mail()).unwrap();
    run_until(&told, |watch| second.poll(&mut client, watch));
    client.note_silence();
    assert!(client.pool.is_resting(0));
}

/// What was lost while nobody used it is not counted against a server.
#[test]
fn an_idle_link_that_was_closed_costs_no_second_chance() {
    let (closed, told) = channel();
    let server = FakeServer::start(vec![
        script(move |peer| {
            peer.receive();
            peer.answer(kind::JOB_CREATED, b"H");
            peer.close();
            closed.send(()).unwrap();
        }),
        script(|peer| peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0w")),
        script(queueing),
    ]);
    let mut client = client([server.server()]);
    assert_eq!(call(&mut client, &mail()), queued());
    told.recv().unwrap();
    // A server that has just spoken is not asked about.
    let mut looks = 0;
    run(|watch| {
        looks += 1;
        look_again(watch);
        if looks > 3 { Poll::Ready(()) } else { Poll::Pending }
    });
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_server_that_owes_nothing_is_not_listened_to() {
    let (go, may_speak) = channel();
    let (spoken, told) = channel();
    let idle = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        may_speak.recv().unwrap();
        peer.answer(kind::NOOP, b"");
        spoken.send(()).unwrap();
        peer.expect_close();
    });
    let other = FakeServer::play(|peer| {
        peer.expect(kind::GET_STATUS, b"H");
        peer.answer(kind::STATUS_RES, b"H\x001\x000\x000\x000");
        peer.expect_close();
    });
    let mut client = client([idle.server(), other.server()]);
    assert_eq!(call(&mut client, &mail()), queued());
    go.send(()).unwrap();
    told.recv().unwrap();
    let id = client.ask(Owner::Call, Question::Status, Some(1), Request::get_status(b"H").unwrap());
    run(|watch| client.poll_call(id, watch));
    assert!(client.pool.is_up(0));
}

/// A server that queues one job at once and is asked for another thing, which it answers only when it is told to.
fn late(asked: Sender<()>, may_answer: Receiver<()>, kind: u32, answer: &'static [u8]) -> FakeServer {
    FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        peer.receive();
        asked.send(()).unwrap();
        may_answer.recv().unwrap();
        peer.answer(kind, answer);
        peer.expect_close();
    })
}

#[test]
fn a_server_alone_has_all_the_time_of_the_call() {
    let ((asked, told), (go, may_answer)) = (channel(), channel());
    let server = late(asked, may_answer, kind::STATUS_RES, b"H\x001\x000\x000\x000");
    let mut client = client([server.server()]);
    assert_eq!(call(&mut client, &mail()), queued());
    client.pool.settings_mut().connect_timeout = Duration::ZERO;
    let id = client.ask(Owner::Call, Question::Status, Some(0), Request::get_status(b"H").unwrap());
    run_until(&told, |watch| client.poll_call(id, watch));
    go.send(()).unwrap();
    assert!(matches!(run(|watch| client.poll_call(id, watch)), Event::Known(_)));
}

/// A server that is silent for long is not left for this one.
fn is_not_left_for(other: Server, connect_timeout: Duration, rests: bool) {
    let ((asked, told), (go, may_answer)) = (channel(), channel());
    let server = late(asked, may_answer, kind::JOB_CREATED, b"H");
    let mut client = client([server.server(), other]);
    assert_eq!(call(&mut client, &mail()), queued());
    client.pool.settings_mut().connect_timeout = connect_timeout;
    if rests {
        client.pool.note_silence(1);
    }
    let mut second = Call::begin(&mut client, &mail()).unwrap();
    run_until(&told, |watch| second.poll(&mut client, watch));
    run(|watch| {
        assert!(second.poll(&mut client, watch).is_pending());
        if client.pool.is_resting(0) { Poll::Ready(()) } else { Poll::Pending }
    });
    go.send(()).unwrap();
    assert_eq!(run(|watch| second.poll(&mut client, watch)), queued());
}

#[test]
fn a_silent_server_is_not_left_for_one_that_is_silent_too() {
    let dead = DeadServer::new();
    is_not_left_for(dead.server(), Duration::ZERO, true);
}

/// It may be that the second would not answer either, and then the job is queued twice.
#[test]
fn a_silent_server_is_left_only_for_one_that_answers() {
    let unheard = asked_for_an_echo();
    is_not_left_for(unheard.server(), Duration::from_millis(60), false);
}

/// The others were asked meanwhile, and only the one that answers gets the job.
#[test]
fn however_many_servers_are_silent_a_job_waits_for_one() {
    let (hung, unheard, live) = (hung(), [asked_for_an_echo(), asked_for_an_echo()], FakeServer::play(present));
    let servers = [hung.server(), unheard[0].server(), unheard[1].server(), live.server()];
    let mut client = client(servers);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(200);
    assert_eq!(call(&mut client, &mail()), queued());
    // Nor does the next one wait for any of them.
    assert_eq!([0, 1, 2, 3].map(|server| client.pool.is_resting(server)), [true, true, true, false]);
}

#[test]
fn however_many_servers_are_silent_a_job_waits_for_one_that_cannot_be_reached() {
    let (hole, unheard, live) = (BlackHole::new(), asked_for_an_echo(), FakeServer::play(present));
    let mut client = client([hole.server(), unheard.server(), live.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(200);
    assert_eq!(call(&mut client, &mail()), queued());
}

/// A call with little time goes elsewhere while there is some left, and be it from a link that takes as long to be made.
#[test]
fn a_call_with_a_timeout_leaves_a_silent_server_in_time_for_another() {
    let timeout = Duration::from_secs(2);
    let leaves = |silent: Server| {
        let live = FakeServer::play(present);
        let mut client = client([silent, live.server()]);
        client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
        client.pool.settings_mut().timeout = Some(timeout);
        let mut call = Call::begin(&mut client, &mail()).unwrap();
        let mut deadline = Deadline::after(timeout);
        let ended = wait(&mut deadline, Signals::Handled, || false, |watch| call.poll(&mut client, watch));
        assert!(matches!(&ended, Wait::Ready(outcome) if *outcome == queued()), "{ended:?}");
    };
    let (hung, hole) = (hung(), BlackHole::new());
    leaves(hung.server());
    leaves(hole.server());
}

/// A job of the client runs there, so something is due from it already.
#[test]
fn a_server_with_a_job_is_asked_whether_it_is_there() {
    let hung = FakeServer::start(vec![script(|peer| drop(peer.receive())), script(|peer| drop(peer.rest()))]);
    let working = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"running");
        present(peer);
    });
    let mut client = client([hung.server(), working.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    client.submit(Owner::Run, &job("f", b"w")).unwrap();
    assert!(matches!(next_event(&mut client), Some((_, Event::Created(_)))));
    assert!(client.has_jobs());
    assert_eq!(call(&mut client, &mail()), queued());
}

#[test]
fn a_server_that_answered_while_nobody_looked_was_not_silent() {
    let (asked, told) = channel();
    let server = FakeServer::play(move |peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H");
        asked.send(()).unwrap();
        peer.expect_close();
    });
    let mut client = client([server.server(), DeadServer::new().server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
    let mut call = Call::begin(&mut client, &mail()).unwrap();
    // Sends it, and looks no further.
    run(|watch| {
        assert!(call.poll(&mut client, watch).is_pending());
        if client.pool.is_up(0) && client.pool.unwritten(0) == 0 { Poll::Ready(()) } else { Poll::Pending }
    });
    told.recv().unwrap();
    client.pool.settings_mut().connect_timeout = Duration::ZERO;
    assert_eq!(run(|watch| call.poll(&mut client, watch)), queued());
    assert!(!client.pool.is_resting(0));
}

/// It rests because it did not answer a while ago; by now it does.
#[test]
fn a_silent_server_is_left_for_one_that_is_back() {
    let (silent, back) = (hung(), FakeServer::play(present));
    let mut client = client([silent.server(), back.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    client.pool.note_silence(1);
    client.pool.note_silence(0);
    assert_eq!(call(&mut client, &mail()), queued());
    assert!(!client.pool.is_resting(1));
}

/// It is asked again and again while the other one is silent.
#[test]
fn a_silent_server_is_left_for_one_that_comes_back_meanwhile() {
    let back = FakeServer::start(vec![script(|peer| drop(peer.receive())), script(present)]);
    let silent = hung();
    let mut client = client([silent.server(), back.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    client.pool.note_silence(1);
    client.pool.note_silence(0);
    assert_eq!(call(&mut client, &mail()), queued());
}

/// While another one took all jobs, it was lost again and again, and nobody has listened to it since.
#[test]
fn a_server_is_asked_for_an_echo_however_long_its_pause_has_become() {
    let (silent, back) = (hung(), BlackHole::new());
    let mut client = client([silent.server(), back.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
    for _ in 0..9 {
        client.pool.refuse(1, Error::new(ReturnCode::LostConnection, "lost"));
    }
    let began = Instant::now();
    let mut call = Call::begin(&mut client, &mail()).unwrap();
    let is_asked = run(|watch| {
        assert!(call.poll(&mut client, watch).is_pending());
        let is_doubted = client.pool.known(0).is_some_and(|owed| owed.doubted_at(began).is_some());
        if is_doubted { Poll::Ready(!client.pool.is_down(1)) } else { Poll::Pending }
    });
    assert!(is_asked);
}

#[test]
fn a_server_that_refuses_is_not_asked_without_a_pause() {
    let (silent, dead) = (hung(), DeadServer::new());
    let mut client = client([silent.server(), dead.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
    for _ in 0..9 {
        client.pool.refuse(1, Error::new(ReturnCode::LostConnection, "lost"));
    }
    let due = client.pool.due_in_need_at(1);
    let mut call = Call::begin(&mut client, &mail()).unwrap();
    let is_down = run(|watch| {
        assert!(call.poll(&mut client, watch).is_pending());
        if client.pool.due_in_need_at(1) == due { Poll::Pending } else { Poll::Ready(client.pool.is_down(1)) }
    });
    assert!(is_down);
}

/// A server that takes one job, of which it tells the test and not the client.
fn forgetful(moved: Sender<()>) -> FakeServer {
    FakeServer::play(move |peer| {
        peer.answer_echo();
        peer.receive();
        moved.send(()).unwrap();
        peer.rest();
    })
}

#[test]
fn a_server_that_was_left_gets_the_job_again_when_it_answers_and_the_other_does_not() {
    let (moved, told) = channel();
    let lose = script(move |peer| {
        peer.expect(kind::SUBMIT_JOB_BG, b"f\0u\0w");
        told.recv().unwrap();
    });
    let (left, silent) = (FakeServer::start(vec![lose, script(present)]), forgetful(moved));
    let mut client = client([left.server(), silent.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    assert_eq!(call(&mut client, &mail()), queued());
}

/// Two servers that take longer to queue a job than they are waited for would be given it again and again.
#[test]
fn the_late_answer_of_a_server_that_was_left_counts() {
    let (moved, told) = channel();
    let left = FakeServer::play(move |peer| {
        peer.expect(kind::SUBMIT_JOB, b"f\0u\0w");
        told.recv().unwrap();
        peer.answer(kind::JOB_CREATED, b"late");
        peer.answer(kind::WORK_COMPLETE, b"late\0result");
        peer.expect_close();
    });
    let silent = forgetful(moved);
    let mut client = client([left.server(), silent.server()]);
    client.pool.settings_mut().connect_timeout = Duration::from_millis(60);
    assert_eq!(call(&mut client, &job("f", b"w")), Outcome::Complete(bytes("result")));
}

#[test]
fn a_submission_on_a_link_that_broke_goes_to_another_server_first() {
    let (broken, other) = (FakeServer::play(|peer| drop(peer.receive())), FakeServer::play(queueing));
    let mut client = client([broken.server(), other.server()]);
    let dialed = client.pool.epoch(0);
    assert_eq!(call(&mut client, &mail()), queued());
    assert!(client.pool.is_down(0) && client.pool.epoch(0) != dialed);
}
