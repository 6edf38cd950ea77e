use std::cell::Cell;
use std::io::Write;
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::channel;
use std::task::Poll;
use std::time::{Duration, Instant};

use crate::net::Settings;
use crate::net::connection::Connection;
use crate::protocol::Response;
use crate::runtime::{Deadline, Look, Signals, Wait, Watch, look, wait};
use crate::testing::{FakeServer, Peer, in_child, kind, packet, run, run_once};

fn soon() -> Deadline {
    Deadline::after_ms(60)
}

/// A wait that only its deadline ends.
fn wait_for<T>(deadline: Deadline, poll: impl FnMut(&mut Watch) -> Poll<T>) -> Wait<T> {
    wait(&mut { deadline }, Signals::Handled, || false, poll)
}

fn linked(server: &FakeServer) -> Connection {
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings::default());
    run(|watch| connection.poll_link(watch)).unwrap();
    connection
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
    let mut connection = linked(&server);
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
    let ended = wait_for(Deadline::NOW, |_| {
        polls.set(polls.get() + 1);
        Poll::<()>::Pending
    });
    assert!(matches!(ended, Wait::TimedOut));
    assert_eq!(polls.get(), 2);
}

#[test]
fn what_is_ready_is_taken_though_the_deadline_has_passed() {
    let ended = wait(&mut { Deadline::NOW }, Signals::Handled, || true, |_| Poll::Ready(7));
    assert!(matches!(ended, Wait::Ready(7)));
}

#[test]
fn a_deadline_ends_a_wait() {
    let begun = Instant::now();
    assert!(matches!(wait_for(soon(), |_| Poll::<()>::Pending), Wait::TimedOut));
    assert!(begun.elapsed() >= Duration::from_millis(60));
}

#[test]
fn a_wait_looks_again_when_it_was_asked_to() {
    let at = Instant::now() + Duration::from_millis(30);
    let ended = wait_for(Deadline::NEVER, |watch| {
        watch.until(at);
        watch.until(at + Duration::from_secs(3600));
        if watch.now() >= at { Poll::Ready(()) } else { Poll::Pending }
    });
    assert!(matches!(ended, Wait::Ready(())));
}

#[test]
fn interruptions_do_not_extend_the_deadline() {
    let mut deadline = soon();
    let begun = Instant::now();
    let mut interruptions = 0;
    while let Wait::Interrupted = wait(&mut deadline, Signals::Handled, || true, |_| Poll::<()>::Pending) {
        interruptions += 1;
        // It would go on for ever otherwise: the time runs while PHP does something.
        if begun.elapsed() > Duration::from_millis(100) {
            break;
        }
    }
    assert!(interruptions > 0);
    assert!(matches!(wait_for(deadline, |_| Poll::<()>::Pending), Wait::TimedOut));
}

#[test]
fn only_silence_is_extended_by_progress() {
    for (deadline, rounds) in [(soon().of_silence(), 20), (soon(), 1)] {
        let mut looks = 0;
        let ended = wait_for(deadline, |watch| {
            looks += 1;
            if looks <= 20 {
                watch.progressed();
                watch.until(Instant::now() + Duration::from_millis(20));
            }
            Poll::<()>::Pending
        });
        assert!(matches!(ended, Wait::TimedOut));
        assert!(looks > rounds, "{looks} looks");
        assert!(rounds == 20 || looks < 20, "{looks} looks");
    }
}

#[test]
fn chatter_does_not_extend_the_deadline() {
    let server = FakeServer::play(|peer| peer.flood(&packet(kind::NOOP, b"")));
    let mut connection = linked(&server);
    let ended = wait_for(soon(), |watch| {
        for _ in 0..1000 {
            match connection.poll_receive(watch) {
                Poll::Ready(Ok(_)) => {}
                Poll::Ready(Err(error)) => return Poll::Ready(error),
                Poll::Pending => return Poll::Pending,
            }
        }
        watch.until(Instant::now());
        Poll::Pending
    });
    assert!(matches!(ended, Wait::TimedOut), "{ended:?}");
}

#[test]
fn a_socket_that_nobody_watches_wakes_nobody() {
    let server = FakeServer::play(|peer| {
        peer.answer(kind::NOOP, b"");
        peer.expect_close();
    });
    let mut connection = linked(&server);
    // It can be read from, and nobody wants to.
    let mut looks = 0;
    let ended = wait_for(soon(), |_| {
        looks += 1;
        Poll::<()>::Pending
    });
    assert!(matches!(ended, Wait::TimedOut));
    assert!(looks < 10, "{looks} looks");
    assert_eq!(run(|watch| connection.poll_receive(watch)).unwrap(), Response::Noop);
}

#[test]
fn a_silent_link_wakes_nobody() {
    let server = FakeServer::play(Peer::expect_close);
    let mut connection = linked(&server);
    let mut looks = 0;
    let ended = wait_for(soon(), |watch| {
        looks += 1;
        connection.poll_receive(watch)
    });
    assert!(matches!(ended, Wait::TimedOut));
    assert!(looks < 10, "{looks} looks");
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
    let mut connection = linked(&server);
    let was_told = Cell::new(false);
    let told = || {
        was_told.set(was_told.get() || told.try_recv().is_ok());
        was_told.get()
    };
    let ended = wait(&mut { Deadline::NEVER }, Signals::Handled, told, |watch| {
        watch.until(Instant::now() + Duration::from_millis(5));
        connection.poll_receive(watch)
    });
    assert!(matches!(ended, Wait::Interrupted));
    go.send(()).unwrap();
    let Response::Echo { data } = run(|watch| connection.poll_receive(watch)).unwrap() else {
        panic!("another packet")
    };
    assert_eq!(data, "in two parts");
}

/// What `look` sees after the kernel was asked for what `want` wants.
fn after_a_sleep<T>(want: impl Fn(&mut Watch), look: impl Fn(&mut Watch) -> T) -> T {
    let mut looks = 0;
    run(|watch| {
        looks += 1;
        if looks > 1 {
            return Poll::Ready(look(watch));
        }
        want(watch);
        Poll::Pending
    })
}

#[test]
fn what_the_kernel_says_of_each_direction_counts_once() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    theirs.write_all(b"to be read").unwrap();
    let socket = ours.as_raw_fd();
    let want = |watch: &mut Watch| {
        watch.readable(socket);
        watch.writable(socket);
    };
    let said =
        after_a_sleep(want, |watch| [(); 2].map(|()| (watch.take_readable(socket), watch.take_writable(socket))));
    assert_eq!(said, [(true, true), (false, false)]);
}

#[test]
fn an_end_or_a_failure_is_told_once_to_whoever_asks_first() {
    let (unwritten, _) = std::io::pipe().unwrap();
    let (_, unread) = std::io::pipe().unwrap();
    // The kernel says POLLHUP, POLLERR and POLLNVAL of these.
    for descriptor in [unwritten.as_raw_fd(), unread.as_raw_fd(), libc::c_int::MAX] {
        for is_reader_first in [true, false] {
            let said = after_a_sleep(
                |watch| watch.readable(descriptor),
                |watch| {
                    let mut take = |is_reader| {
                        if is_reader { watch.take_readable(descriptor) } else { watch.take_writable(descriptor) }
                    };
                    (take(is_reader_first), take(is_reader_first), take(!is_reader_first))
                },
            );
            assert_eq!(said, (true, false, false), "{descriptor}");
        }
    }
}

#[test]
fn each_socket_is_told_of_itself() {
    let (quiet, _kept) = UnixStream::pair().unwrap();
    let (spoken_to, mut other) = UnixStream::pair().unwrap();
    other.write_all(b"to be read").unwrap();
    let (quiet, spoken_to) = (quiet.as_raw_fd(), spoken_to.as_raw_fd());
    let said = after_a_sleep(
        |watch| {
            watch.readable(quiet);
            watch.readable(spoken_to);
        },
        |watch| (watch.take_readable(quiet), watch.take_readable(spoken_to)),
    );
    assert_eq!(said, (false, true));
}

#[test]
fn a_look_forgets_what_the_last_one_waited_for() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    theirs.write_all(b"never read").unwrap();
    let mut looks = 0;
    let ended = wait_for(soon(), |watch| {
        looks += 1;
        if looks <= 2 {
            watch.readable(ours.as_raw_fd());
            watch.until(Instant::now());
        }
        Poll::<()>::Pending
    });
    assert!(matches!(ended, Wait::TimedOut));
    assert!(looks < 10, "{looks} looks");
}

/// The signals that are held back.
fn held_back() -> Vec<libc::c_int> {
    // SAFETY: the set is filled in by the call that is given it.
    unsafe {
        let mut mask = std::mem::zeroed();
        assert_eq!(libc::pthread_sigmask(libc::SIG_BLOCK, std::ptr::null(), &raw mut mask), 0);
        (1..32).filter(|signal| libc::sigismember(&raw const mask, *signal) == 1).collect()
    }
}

#[test]
fn a_signal_that_comes_before_the_kernel_waits_is_not_missed() {
    // In the first look, or in one after which signals are held back.
    for (signals, look) in [(Signals::Handled, 1), (Signals::Handled, 3), (Signals::Any, 1), (Signals::Any, 3)] {
        in_child(|| {
            // SAFETY: the handler only touches an atomic.
            unsafe { libc::signal(libc::SIGUSR1, note_signal as *const () as libc::sighandler_t) };
            let interrupted = || signals == Signals::Handled && SIGNALLED.load(std::sync::atomic::Ordering::Relaxed);
            let mut looks = 0;
            let ended = wait(&mut { Deadline::NEVER }, signals, interrupted, |watch| {
                looks += 1;
                assert!(looks <= look + 1, "it was not noticed");
                if looks < look {
                    watch.until(Instant::now());
                } else if looks == look {
                    // SAFETY: sends this thread a signal that it has a handler for.
                    unsafe { libc::raise(libc::SIGUSR1) };
                }
                Poll::<()>::Pending
            });
            assert!(matches!(ended, Wait::Interrupted));
            assert!(SIGNALLED.load(std::sync::atomic::Ordering::Relaxed));
        });
    }
}

#[test]
fn a_signal_of_which_php_has_nothing_to_run_ends_no_wait() {
    in_child(|| {
        // SAFETY: the handler only touches an atomic.
        unsafe { libc::signal(libc::SIGUSR1, note_signal as *const () as libc::sighandler_t) };
        let mut looks = 0;
        let ended = wait_for(Deadline::NEVER, |watch| {
            looks += 1;
            match looks {
                // After these, signals are held back.
                1 | 2 => watch.until(Instant::now()),
                // SAFETY: sends this thread a signal that it has a handler for.
                3 => assert_eq!(unsafe { libc::raise(libc::SIGUSR1) }, 0),
                _ => return Poll::Ready(SIGNALLED.load(std::sync::atomic::Ordering::Relaxed)),
            }
            Poll::Pending
        });
        assert!(matches!(ended, Wait::Ready(true)), "{ended:?}");
    });
}

/// The kernel tells of signals only when it has nothing to tell of sockets.
#[test]
fn a_socket_that_is_always_ready_hides_no_signal() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    theirs.write_all(b"never read").unwrap();
    for signals in [Signals::Handled, Signals::Any] {
        in_child(|| {
            // SAFETY: the handler only touches an atomic.
            unsafe { libc::signal(libc::SIGUSR1, note_signal as *const () as libc::sighandler_t) };
            let interrupted = || signals == Signals::Handled && SIGNALLED.load(std::sync::atomic::Ordering::Relaxed);
            let mut looks = 0;
            let ended = wait(&mut { Deadline::NEVER }, signals, interrupted, |watch| {
                looks += 1;
                match looks {
                    // After this, signals are held back.
                    1 => watch.until(Instant::now()),
                    2 => assert!(held_back().contains(&libc::SIGUSR1)),
                    // SAFETY: sends this thread a signal that it has a handler for.
                    3 => assert_eq!(unsafe { libc::raise(libc::SIGUSR1) }, 0),
                    _ => assert!(looks < 10, "it was not noticed"),
                }
                if looks > 1 {
                    watch.readable(ours.as_raw_fd());
                }
                Poll::<()>::Pending
            });
            assert!(matches!(ended, Wait::Interrupted));
        });
    }
}

#[test]
fn a_socket_that_is_always_ready_is_no_signal() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    theirs.write_all(b"never read").unwrap();
    for signals in [Signals::Handled, Signals::Any] {
        let mut looks = 0;
        let ended = wait(
            &mut { Deadline::NEVER },
            signals,
            || false,
            |watch| {
                looks += 1;
                watch.readable(ours.as_raw_fd());
                if looks > 5 { Poll::Ready(()) } else { Poll::Pending }
            },
        );
        assert!(matches!(ended, Wait::Ready(())), "{ended:?}");
    }
}

/// What has come is taken, though a signal has come as well.
#[test]
fn a_signal_takes_no_result_away() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    in_child(|| {
        // SAFETY: the handler only touches an atomic.
        unsafe { libc::signal(libc::SIGUSR1, note_signal as *const () as libc::sighandler_t) };
        let mut looks = 0;
        let ended = wait(
            &mut { Deadline::NEVER },
            Signals::Any,
            || false,
            |watch| {
                looks += 1;
                if looks == 1 {
                    theirs.write_all(b"a result").unwrap();
                    // SAFETY: sends this thread a signal that it has a handler for.
                    assert_eq!(unsafe { libc::raise(libc::SIGUSR1) }, 0);
                }
                watch.readable(ours.as_raw_fd());
                if watch.take_readable(ours.as_raw_fd()) { Poll::Ready(()) } else { Poll::Pending }
            },
        );
        assert!(matches!(ended, Wait::Ready(())));
    });
}

#[test]
fn a_signal_that_came_before_the_wait_ends_it_when_php_has_something_to_run() {
    let mut looks = 0;
    let ended = wait(
        &mut { Deadline::NEVER },
        Signals::Handled,
        || true,
        |_| {
            looks += 1;
            Poll::<()>::Pending
        },
    );
    assert!(matches!(ended, Wait::Interrupted));
    assert_eq!(looks, 1);
}

#[test]
fn a_wait_leaves_the_signals_as_they_were() {
    let before = held_back();
    for signals in [Signals::Handled, Signals::Any] {
        let mut in_between = Vec::new();
        let mut deadline = soon();
        let ended = wait(
            &mut deadline,
            signals,
            || false,
            |_| {
                in_between = held_back();
                Poll::<()>::Pending
            },
        );
        assert!(matches!(ended, Wait::TimedOut));
        assert!(in_between.contains(&libc::SIGALRM), "they were never held back");
        assert_eq!(held_back(), before);
    }
}

static SIGNALLED: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

extern "C" fn note_signal(_: libc::c_int) {
    SIGNALLED.store(true, std::sync::atomic::Ordering::Relaxed);
}

/// Waits without an end in a process of its own, in which SIGALRM comes after `delay`.
fn wait_with_alarm(delay: Duration, signals: Signals) {
    in_child(|| {
        let alarm = libc::itimerval {
            it_interval: libc::timeval { tv_sec: 0, tv_usec: 0 },
            it_value: libc::timeval { tv_sec: 0, tv_usec: delay.as_micros() as libc::suseconds_t },
        };
        // SAFETY: the handler only touches an atomic.
        unsafe {
            libc::signal(libc::SIGALRM, note_signal as *const () as libc::sighandler_t);
            libc::setitimer(libc::ITIMER_REAL, &raw const alarm, std::ptr::null_mut());
        }
        // The handler of a signal of which PHP is told later leaves no trace.
        let interrupted = || signals == Signals::Handled && SIGNALLED.load(std::sync::atomic::Ordering::Relaxed);
        let ended = wait(&mut Deadline::after(Duration::from_secs(60)), signals, interrupted, |_| Poll::<()>::Pending);
        assert!(matches!(ended, Wait::Interrupted));
    });
}

#[test]
fn a_signal_ends_a_wait_whenever_it_comes() {
    for milliseconds in [1, 3, 50] {
        for signals in [Signals::Handled, Signals::Any] {
            wait_with_alarm(Duration::from_millis(milliseconds), signals);
        }
    }
}

#[test]
fn milliseconds_become_deadlines() {
    assert!(Deadline::after_ms(0).is_now());
    assert!(!Deadline::after_ms(1).is_now() && !Deadline::after_ms(-1).is_now());
    // The end of time, or as near as the clock gets.
    for milliseconds in [-1, i64::MIN, i64::MAX] {
        let mut deadline = Deadline::after_ms(milliseconds);
        let mut looks = 0;
        let ended = wait(
            &mut deadline,
            Signals::Handled,
            || false,
            |watch| {
                looks += 1;
                watch.until(Instant::now() + Duration::from_millis(5));
                if looks > 2 { Poll::Ready(()) } else { Poll::Pending }
            },
        );
        assert!(matches!(ended, Wait::Ready(())));
    }
}

/// A socket that has something to read, and the other end of it.
fn readable() -> (UnixStream, UnixStream) {
    let (socket, mut other) = UnixStream::pair().unwrap();
    other.write_all(b"x").unwrap();
    (socket, other)
}

#[test]
fn one_read_of_each_look_may_be_the_wait() {
    let (socket, _other) = readable();
    let mut looks = 0;
    let ended = wait_for(Deadline::NEVER, |watch| {
        looks += 1;
        let before = watch.take_wait().unwrap();
        std::thread::sleep(Duration::from_millis(1));
        assert!(watch.now() > before);
        assert_eq!(watch.take_wait(), None);
        watch.readable(socket.as_raw_fd());
        if looks == 2 { Poll::Ready(()) } else { Poll::Pending }
    });
    assert!(matches!(ended, Wait::Ready(())));
}

#[test]
fn no_read_waits_where_it_would_keep_a_deadline_or_a_signal_waiting() {
    for (deadline, signals, interrupted) in [
        (Deadline::NOW, Signals::Handled, false),
        (Deadline::after_ms(1), Signals::Handled, false),
        (Deadline::after_ms(60), Signals::Any, false),
        (Deadline::NEVER, Signals::Handled, true),
    ] {
        let ended = wait(
            &mut { deadline },
            signals,
            || interrupted,
            |watch| {
                assert_eq!(watch.take_wait(), None);
                Poll::<()>::Pending
            },
        );
        assert_eq!(matches!(ended, Wait::Interrupted), interrupted);
    }
}

#[test]
fn after_a_read_in_vain_the_kernel_is_asked() {
    let (socket, _other) = readable();
    let mut looks = 0;
    let ended = wait_for(Deadline::NEVER, |watch| {
        looks += 1;
        let may_wait = watch.take_wait().is_some();
        assert_eq!(may_wait, looks == 1);
        if may_wait {
            watch.note_read_in_vain();
        }
        watch.readable(socket.as_raw_fd());
        if watch.take_readable(socket.as_raw_fd()) { Poll::Ready(()) } else { Poll::Pending }
    });
    assert!(matches!(ended, Wait::Ready(())));
    assert_eq!(looks, 2);
}

#[test]
fn a_look_takes_what_has_come_and_leaves_the_sleep_to_its_caller() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    let fd = ours.as_raw_fd();
    let at = Instant::now() + Duration::from_secs(3600);
    let mut deadline = Deadline::after(Duration::from_secs(100));
    let mut watch = Watch::default();
    let poll = |watch: &mut Watch| {
        if watch.take_readable(fd) {
            return Poll::Ready(7);
        }
        watch.readable(fd);
        watch.until(at);
        Poll::Pending
    };
    let Look::Sleep(Some(limit)) = look(&mut deadline, || false, &mut watch, poll) else { panic!("it did not sleep") };
    assert!(limit <= Duration::from_secs(100) && limit > Duration::from_secs(50));
    assert!(matches!(watch.wanted(), [only] if only.fd == fd && only.events == libc::POLLIN));
    assert!(watch.wake_at() == Some(at));
    theirs.write_all(b"x").unwrap();
    let looked = look(&mut deadline, || false, &mut watch, poll);
    assert!(matches!(looked, Look::Ended(Wait::Ready(7))));
}

#[test]
fn a_look_says_that_the_time_is_over_or_that_something_comes_first() {
    let mut watch = Watch::default();
    let pending = |_: &mut Watch| Poll::<()>::Pending;
    let looked = look(&mut { Deadline::NOW }, || false, &mut watch, pending);
    assert!(matches!(looked, Look::Ended(Wait::TimedOut)));
    let looked = look(&mut { Deadline::NEVER }, || true, &mut watch, pending);
    assert!(matches!(looked, Look::Ended(Wait::Interrupted)));
    let looked = look(&mut { Deadline::NEVER }, || false, &mut watch, pending);
    assert!(matches!(looked, Look::Sleep(None)));
    let at_once = |watch: &mut Watch| {
        watch.at_once();
        Poll::<()>::Pending
    };
    let looked = look(&mut { Deadline::NEVER }, || false, &mut watch, at_once);
    assert!(matches!(looked, Look::Sleep(Some(Duration::ZERO))));
}

#[test]
fn what_is_wanted_more_is_told() {
    let watch = |wish: &dyn Fn(&mut Watch)| {
        let mut watch = Watch::default();
        wish(&mut watch);
        watch
    };
    let (nothing, reading) = (watch(&|_| {}), watch(&|it| it.readable(5)));
    let (both, other) = (watch(&|it| (it.readable(5), it.writable(5)).1), watch(&|it| it.readable(6)));
    let at_once = watch(&|it| (it.readable(5), it.at_once()).1);
    let later = watch(&|it| {
        (it.readable(5), {
            let at = it.now() + Duration::from_secs(9);
            it.until(at)
        })
            .1
    });
    assert!(
        !reading.wants_more_than(&reading) && !later.wants_more_than(&reading) && !reading.wants_more_than(&at_once)
    );
    assert!(reading.wants_more_than(&nothing) && nothing.wants_more_than(&reading));
    assert!(both.wants_more_than(&reading) && other.wants_more_than(&reading) && at_once.wants_more_than(&reading));
}
