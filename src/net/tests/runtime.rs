use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::task::Poll;
use std::time::{Duration, Instant};

use crate::net::{Connection, Dialing};
use crate::protocol::Response;
use crate::runtime::{Deadline, Wait, wait};
use crate::testing::{FakeServer, kind, packet, run, run_once};

fn soon() -> Deadline {
    Deadline::after_ms(60)
}

#[test]
fn a_call_that_does_not_wait_sees_what_has_come() {
    let (sent, told) = channel();
    let (go, may_send) = channel::<()>();
    let server = FakeServer::play(move |peer| {
        while may_send.recv().is_ok() {
            peer.answer(kind::NOOP, b"");
            sent.send(()).unwrap();
        }
        peer.expect_close();
    });
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings::default());
    run(|watch| connection.poll_link(watch)).unwrap();
    for _ in 0..3 {
        assert!(run_once(|watch| connection.poll_receive(watch)).is_none());
        go.send(()).unwrap();
        told.recv().unwrap();
        assert_eq!(run_once(|watch| connection.poll_receive(watch)), Some(Ok(Response::Noop)));
    }
    drop(go);
}

#[test]
fn a_call_that_does_not_wait_polls_twice_at_most() {
    let polls = Cell::new(0);
    let ended = wait(
        Deadline::Now,
        || false,
        |_| {
            polls.set(polls.get() + 1);
            Poll::<()>::Pending
        },
    );
    assert!(matches!(ended, Ok(Wait::TimedOut)));
    assert_eq!(polls.get(), 2);
}

#[test]
fn what_is_ready_is_taken_though_the_deadline_has_passed() {
    let past = Deadline::At(Instant::now());
    assert!(matches!(wait(past, || true, |_| Poll::Ready(7)), Ok(Wait::Ready(7))));
}

#[test]
fn a_deadline_ends_a_wait() {
    let begun = Instant::now();
    assert!(matches!(wait(soon(), || false, |_| Poll::<()>::Pending), Ok(Wait::TimedOut)));
    assert!(begun.elapsed() >= Duration::from_millis(60));
}

#[test]
fn an_interruption_is_noticed_while_nothing_happens() {
    let interrupted = AtomicBool::new(false);
    let (entered, seen) = channel();
    let flag = &interrupted;
    let ended = std::thread::scope(|scope| {
        scope.spawn(move || {
            seen.recv().unwrap();
            flag.store(true, Ordering::Relaxed);
        });
        wait(
            Deadline::Never,
            || flag.load(Ordering::Relaxed),
            |_| {
                let _ = entered.send(());
                Poll::<()>::Pending
            },
        )
    });
    assert!(matches!(ended, Ok(Wait::Interrupted)));
}

#[test]
fn interruptions_do_not_extend_the_deadline() {
    let deadline = soon();
    // Rings at once, and then every 10 ms.
    let next = Cell::new(Instant::now());
    let alarm = || {
        let rings = Instant::now() >= next.get();
        if rings {
            next.set(Instant::now() + Duration::from_millis(10));
        }
        rings
    };
    let mut interruptions = 0;
    while let Wait::Interrupted = wait(deadline, alarm, |_| Poll::<()>::Pending).unwrap() {
        interruptions += 1;
    }
    assert!(interruptions > 0);
}

#[test]
fn a_poll_that_wakes_itself_does_not_extend_the_deadline() {
    let ended = wait(
        soon(),
        || false,
        |watch| {
            watch.waker().wake_by_ref();
            Poll::<()>::Pending
        },
    );
    assert!(matches!(ended, Ok(Wait::TimedOut)));
}

#[test]
fn chatter_does_not_extend_the_deadline() {
    let server = FakeServer::play(|peer| peer.flood(&packet(kind::NOOP, b"")));
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings::default());
    let packets = Cell::new(0);
    let ended = wait(
        soon(),
        || false,
        |watch| {
            loop {
                match connection.poll_receive(watch) {
                    Poll::Ready(Ok(_)) => packets.set(packets.get() + 1),
                    Poll::Ready(Err(error)) => return Poll::Ready(error),
                    Poll::Pending => return Poll::Pending,
                }
            }
        },
    );
    assert!(matches!(ended, Ok(Wait::TimedOut)), "{ended:?}");
}

#[test]
fn an_interrupted_wait_is_taken_up_where_it_was() {
    let (half, told) = channel();
    let (go, may_finish) = channel();
    let server = FakeServer::play(move |peer| {
        let whole = packet(kind::ECHO_RES, b"in two parts");
        peer.raw(&whole[..15]);
        half.send(()).unwrap();
        may_finish.recv().unwrap();
        peer.raw(&whole[15..]);
        peer.expect_close();
    });
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings::default());
    let ended = wait(Deadline::Never, || told.try_recv().is_ok(), |watch| connection.poll_receive(watch));
    assert!(matches!(ended, Ok(Wait::Interrupted)));
    go.send(()).unwrap();
    let Response::Echo { data } = run(|watch| connection.poll_receive(watch)).unwrap() else {
        panic!("another packet")
    };
    assert_eq!(data, "in two parts");
}

#[test]
fn milliseconds_become_deadlines() {
    assert!(matches!(Deadline::after_ms(-1), Deadline::Never));
    assert!(matches!(Deadline::after_ms(i64::MIN), Deadline::Never));
    assert!(matches!(Deadline::after_ms(0), Deadline::Now));
    let Deadline::At(at) = Deadline::after_ms(60_000) else { panic!("not a point in time") };
    assert!(at > Instant::now() + Duration::from_secs(50));
    // The end of time, or as near as the clock gets.
    let ended = wait(Deadline::after_ms(i64::MAX), || true, |_| Poll::<()>::Pending);
    assert!(matches!(ended, Ok(Wait::Interrupted)));
}
