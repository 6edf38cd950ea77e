use std::io::{self, IoSlice, Read};
use std::net::TcpListener;
use std::os::fd::{AsRawFd, BorrowedFd};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use socket2::SockRef;
use tokio::io::AsyncWrite;

use crate::net::socket::{Socket, retried};
use crate::testing::run;

#[test]
fn the_kernel_is_told_when_to_give_a_silent_connection_up() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let socket = Socket::connect(listener.local_addr().unwrap()).unwrap();
    // SAFETY: the socket outlives the borrow.
    let descriptor = unsafe { BorrowedFd::borrow_raw(socket.as_raw_fd()) };
    let socket = SockRef::from(&descriptor);
    assert!(socket.keepalive().unwrap() && socket.tcp_nodelay().unwrap());
    let unacknowledged = socket.tcp_user_timeout().unwrap().unwrap();
    assert!(socket.tcp_keepalive_interval().unwrap() <= unacknowledged);
    let idle = socket.tcp_keepalive_time().unwrap() + unacknowledged;
    assert!(idle.as_secs() <= 60 && unacknowledged.as_secs() <= 60);
}

#[test]
fn an_address_that_no_connection_can_lead_to_is_refused_at_once() {
    assert!(Socket::connect("255.255.255.255:1".parse().unwrap()).is_err());
}

#[test]
fn a_socket_is_full_from_a_write_that_found_no_room_to_one_that_did() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut socket = Socket::connect(listener.local_addr().unwrap()).unwrap();
    let (mut peer, _) = listener.accept().unwrap();
    let piece = [IoSlice::new(&[0; 4096])];
    let mut written = 0;
    while let Poll::Ready(count) = socket.poll_write_from(&piece) {
        assert!(!socket.is_full());
        written += count.unwrap();
    }
    assert!(socket.is_full());
    peer.read_exact(&mut vec![0; written]).unwrap();
    run(|watch| {
        watch.writable(socket.as_raw_fd());
        socket.poll_write_from(&piece)
    })
    .unwrap();
    assert!(!socket.is_full());
}

/// TLS writes slices, but may write bytes as well.
#[test]
fn bytes_are_written_as_slices_are() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut socket = Socket::connect(listener.local_addr().unwrap()).unwrap();
    let (mut peer, _) = listener.accept().unwrap();
    let written = Pin::new(&mut socket).poll_write(&mut Context::from_waker(Waker::noop()), b"bytes");
    assert!(matches!(written, Poll::Ready(Ok(5))));
    let mut seen = [0; 5];
    peer.read_exact(&mut seen).unwrap();
    assert_eq!(seen, *b"bytes");
}

#[test]
fn a_call_is_made_again_when_a_signal_came_between_and_not_when_it_would_block() {
    let result_of = |results: &[Result<usize, io::ErrorKind>]| {
        let mut results = results.iter().map(|result| result.map_err(io::Error::from));
        let polled = retried(|| results.next().expect("it was called once too often"));
        assert!(results.next().is_none(), "it was not called often enough");
        polled.map_err(|cause| cause.kind())
    };
    let (interrupted, blocked) = (Err(io::ErrorKind::Interrupted), Err(io::ErrorKind::WouldBlock));
    assert_eq!(result_of(&[interrupted, interrupted, Ok(7)]), Poll::Ready(Ok(7)));
    assert_eq!(result_of(&[interrupted, blocked]), Poll::Pending);
    let reset = io::ErrorKind::ConnectionReset;
    assert_eq!(result_of(&[Err(reset)]), Poll::Ready(Err(reset)));
}
