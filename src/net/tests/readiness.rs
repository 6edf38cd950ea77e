use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::rc::Rc;
use std::time::{Duration, Instant};

use crate::readiness::{Readiness, forget};
use crate::testing::{await_told, in_child, is_told};

fn readable(socket: &UnixStream) -> libc::pollfd {
    libc::pollfd { fd: socket.as_raw_fd(), events: libc::POLLIN, revents: 0 }
}

fn writable(socket: &UnixStream) -> libc::pollfd {
    libc::pollfd { events: libc::POLLOUT, ..readable(socket) }
}

fn telling(sockets: &[libc::pollfd]) -> Rc<Readiness> {
    let readiness = Readiness::new().unwrap();
    readiness.tell(sockets, None);
    readiness
}

#[test]
fn it_tells_of_the_sockets_that_it_was_given_and_of_no_others() {
    let ((ours, mut theirs), (other, mut its)) = (UnixStream::pair().unwrap(), UnixStream::pair().unwrap());
    let readiness = telling(&[readable(&ours)]);
    its.write_all(b"x").unwrap();
    assert!(!is_told(&readiness));
    theirs.write_all(b"x").unwrap();
    assert!(is_told(&readiness) && is_told(&readiness));
    readiness.tell(&[], None);
    assert!(!is_told(&readiness));
    readiness.tell(&[readable(&other)], None);
    assert!(is_told(&readiness));
}

#[test]
fn what_is_wanted_of_a_socket_may_change() {
    let (mut ours, mut theirs) = UnixStream::pair().unwrap();
    let readiness = telling(&[readable(&ours)]);
    readiness.tell(&[writable(&ours)], None);
    assert!(is_told(&readiness));
    readiness.tell(&[readable(&ours)], None);
    assert!(!is_told(&readiness));
    theirs.write_all(b"x").unwrap();
    assert!(is_told(&readiness));
    ours.read_exact(&mut [0]).unwrap();
    assert!(!is_told(&readiness));
}

#[test]
fn it_tells_when_the_time_has_come() {
    let readiness = Readiness::new().unwrap();
    let at = Instant::now() + Duration::from_millis(30);
    readiness.tell(&[], Some(at));
    await_told(&readiness);
    assert!(Instant::now() >= at);
    // The same again, which is over by now.
    readiness.tell(&[], Some(at));
    assert!(is_told(&readiness));
    readiness.tell(&[], Some(at + Duration::from_secs(3600)));
    assert!(!is_told(&readiness));
    readiness.tell(&[], None);
    assert!(!is_told(&readiness));
}

#[test]
fn it_tells_at_once_until_it_is_told_otherwise() {
    let readiness = Readiness::new().unwrap();
    assert!(!is_told(&readiness));
    readiness.tell_at_once();
    assert!(is_told(&readiness));
    readiness.tell(&[], Some(Instant::now()));
    assert!(is_told(&readiness));
    readiness.tell(&[], None);
    assert!(!is_told(&readiness));
}

#[test]
fn a_socket_that_cannot_be_told_of_is_looked_at_all_the_time() {
    let readiness = telling(&[libc::pollfd { fd: 1_000_000, events: libc::POLLIN, revents: 0 }]);
    assert!(is_told(&readiness));
}

#[test]
fn a_socket_is_forgotten_though_another_process_holds_it() {
    let (ours, theirs) = UnixStream::pair().unwrap();
    let readiness = telling(&[readable(&ours)]);
    // It stands for what a child has inherited.
    let _held = ours.try_clone().unwrap();
    let number = ours.as_raw_fd();
    forget(number);
    drop((ours, theirs));
    assert!(!is_told(&readiness));
}

#[test]
fn a_new_socket_may_have_the_number_of_a_forgotten_one() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    let readiness = telling(&[readable(&ours)]);
    forget(ours.as_raw_fd());
    theirs.write_all(b"x").unwrap();
    assert!(!is_told(&readiness));
    readiness.tell(&[readable(&ours)], None);
    assert!(is_told(&readiness));
}

#[test]
fn a_socket_that_another_object_goes_on_with_is_told_of_there() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    let (first, second) = (telling(&[readable(&ours)]), telling(&[readable(&ours)]));
    theirs.write_all(b"x").unwrap();
    assert!(!is_told(&first) && is_told(&second));
    forget(ours.as_raw_fd());
    assert!(!is_told(&second));
}

#[test]
fn a_child_has_one_of_its_own_and_leaves_its_parents() {
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    let readiness = telling(&[readable(&ours)]);
    in_child(|| {
        // Until it says what it waits for there may be something.
        assert!(is_told(&readiness));
        readiness.tell(&[], None);
        assert!(!is_told(&readiness));
    });
    in_child(|| {
        forget(ours.as_raw_fd());
        readiness.tell(&[writable(&ours)], None);
        assert!(is_told(&readiness));
    });
    assert!(!is_told(&readiness));
    theirs.write_all(b"x").unwrap();
    assert!(is_told(&readiness));
}
