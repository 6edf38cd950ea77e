use std::net::TcpListener;
use std::os::fd::{AsRawFd, BorrowedFd};

use socket2::SockRef;

use crate::net::socket::Socket;

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
