//! A TCP socket that blocks only where it is asked to.

use std::io::{self, IoSlice};
use std::mem::MaybeUninit;
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::os::fd::{AsRawFd, RawFd};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use socket2::{Domain, Protocol, SockRef, Socket as RawSocket, TcpKeepalive, Type};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::readiness;
use crate::runtime::FIRST_SLEEP;

/// A worker may wait for days.  When its server's machine vanishes without a word, probes after this much silence end
/// the wait: the first after this, the next ones at this interval.
const PROBE_AFTER: Duration = Duration::from_secs(20);
/// See [`PROBE_AFTER`].
const PROBE_EVERY: Duration = Duration::from_secs(10);
/// How long the other end may leave data, or probes, unacknowledged.
const GIVE_UP_AFTER: Duration = Duration::from_secs(30);

/// A peer that is gone is an error of the call, not a signal to the process.
const SEND_FLAGS: libc::c_int = libc::MSG_NOSIGNAL | libc::MSG_DONTWAIT;

/// A socket, closed when it is dropped.
///
/// Reading and writing are plain system calls that say `Pending` where they would block: whoever gets that asks the
/// `Watch` to wait.  No waker is involved, so none is registered anywhere.
#[derive(Debug)]
pub(super) struct Socket {
    tcp: TcpStream,
    /// Whether the last write found no room.
    is_full: bool,
    /// Whether a read may wait in the kernel.
    can_wait: bool,
    /// How many bytes a read that waits waits for.
    low_water: libc::c_int,
}

impl Socket {
    /// Begins to connect to `address`; when it is writable, [`take_error`](Self::take_error) tells how that went.
    pub(super) fn connect(address: SocketAddr) -> io::Result<Self> {
        let socket = RawSocket::new(Domain::for_address(address), Type::STREAM.nonblocking(), Some(Protocol::TCP))?;
        socket.set_tcp_nodelay(true)?;
        socket.set_tcp_keepalive(&TcpKeepalive::new().with_time(PROBE_AFTER).with_interval(PROBE_EVERY))?;
        socket.set_tcp_user_timeout(Some(GIVE_UP_AFTER))?;
        match socket.connect(&address.into()) {
            Ok(()) => {}
            Err(cause) if cause.raw_os_error() == Some(libc::EINPROGRESS) => {}
            Err(cause) => return Err(cause),
        }
        Ok(Self { tcp: socket.into(), is_full: false, can_wait: false, low_water: 1 })
    }

    /// What went wrong since this was last asked.
    pub(super) fn take_error(&self) -> io::Result<()> {
        self.tcp.take_error()?.map_or(Ok(()), Err)
    }

    /// Whether something waits to be written until there is room.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Whether the other end has closed, asked of the kernel without waiting or reading.
    pub(super) fn is_closed(&self) -> bool {
        let mut byte = [MaybeUninit::uninit()];
        let flags = libc::MSG_PEEK | libc::MSG_DONTWAIT;
        match SockRef::from(&self.tcp).recv_with_flags(&mut byte, flags) {
            Ok(count) => count == 0,
            Err(cause) => cause.kind() != io::ErrorKind::WouldBlock && cause.kind() != io::ErrorKind::Interrupted,
        }
    }

    /// Ends the connection for every process that holds it: a child that was forked would keep it open otherwise.
    pub(super) fn shut_down(&self) {
        // It fails only on a connection that has ended already.
        let _ = self.tcp.shutdown(Shutdown::Both);
    }

    /// Reads into `room`, whose first bytes are initialised then; 0 is the end of the stream.
    pub(super) fn poll_read_into(&self, room: &mut [MaybeUninit<u8>]) -> Poll<io::Result<usize>> {
        retried(|| SockRef::from(&self.tcp).recv_with_flags(room, libc::MSG_DONTWAIT))
    }

    /// From now on [`read_into`](Self::read_into) waits; false when the system has refused.
    pub(super) fn let_reads_wait(&mut self) -> bool {
        if !self.can_wait {
            let limited = self.tcp.set_read_timeout(Some(FIRST_SLEEP));
            self.can_wait = limited.and_then(|()| self.tcp.set_nonblocking(false)).is_ok();
        }
        self.can_wait
    }

    /// From now on a wait for something to read is over when there are so many bytes.
    pub(super) fn set_low_water(&mut self, bytes: libc::c_int) {
        if bytes == self.low_water {
            return;
        }
        // SAFETY: the option is an int, passed with its size.  Where it is refused, waits end with the first byte.
        unsafe {
            let (value, size) = ((&raw const bytes).cast(), size_of_val(&bytes) as libc::socklen_t);
            libc::setsockopt(self.as_raw_fd(), libc::SOL_SOCKET, libc::SO_RCVLOWAT, value, size);
        }
        self.low_water = bytes;
    }

    /// The same as [`poll_read_into`](Self::poll_read_into), but waits for something to come: no longer than
    /// [`FIRST_SLEEP`], and not when a signal comes (which Linux promises of sockets with a time limit, SA_RESTART or not).
    pub(super) fn read_into(&self, room: &mut [MaybeUninit<u8>]) -> Poll<io::Result<usize>> {
        match SockRef::from(&self.tcp).recv(room) {
            Err(cause) if matches!(cause.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {
                Poll::Pending
            }
            result => Poll::Ready(result),
        }
    }

    /// Writes from these.
    pub(super) fn poll_write_from(&mut self, slices: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let socket = SockRef::from(&self.tcp);
        let written = retried(|| match slices {
            [one] => socket.send_with_flags(one, SEND_FLAGS),
            _ => socket.send_vectored_with_flags(slices, SEND_FLAGS),
        });
        self.is_full = written.is_pending();
        written
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        readiness::forget(self.as_raw_fd());
    }
}

/// `EINTR` is no failure, and `EAGAIN` means later.
pub(super) fn retried(mut call: impl FnMut() -> io::Result<usize>) -> Poll<io::Result<usize>> {
    loop {
        match call() {
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) if cause.kind() == io::ErrorKind::WouldBlock => return Poll::Pending,
            result => return Poll::Ready(result),
        }
    }
}

impl AsRawFd for Socket {
    fn as_raw_fd(&self) -> RawFd {
        self.tcp.as_raw_fd()
    }
}

impl AsyncRead for Socket {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        // SAFETY: nothing is de-initialised, and `count` bytes were filled.
        unsafe {
            let count = ready!(self.poll_read_into(buffer.unfilled_mut()))?;
            buffer.assume_init(count);
            buffer.advance(count);
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Socket {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.poll_write_from(&[IoSlice::new(bytes)])
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.poll_write_from(slices)
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
