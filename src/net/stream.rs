//! A byte stream to a server, plain or TLS.

use std::io::{self, IoSlice};
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, RawFd};
use std::pin::Pin;
use std::task::{Context, Poll, Waker, ready};

use bytes::BytesMut;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::client::TlsStream;

use super::Server;
use super::outbound::{MAX_SLICES, Outbound};
use super::socket::Socket;
use super::tls::failure;
use crate::error::{Error, ReturnCode};

/// What one read may bring at least.  glibc tidies up its whole heap whenever 64 KiB or more are freed, so it is less.
const READ_SIZE: usize = 16 * 1024;

/// A connection's socket, with or without TLS on it.
#[derive(Debug)]
pub(super) enum Stream {
    Plain(Socket),
    Tls(Box<TlsStream<Socket>>),
}

/// What one read has brought.
pub(super) struct Read {
    /// How many bytes; 0 is the end of the stream.
    pub(super) count: usize,
    /// Whether there may be more at once.
    pub(super) more: bool,
}

impl Stream {
    /// Without TLS.
    pub(super) fn plain(socket: Socket) -> Self {
        Self::Plain(socket)
    }

    /// With TLS.
    pub(super) fn tls(stream: TlsStream<Socket>) -> Self {
        Self::Tls(Box::new(stream))
    }

    /// Reads what there is into `buffer`, of which `missing` bytes more are known to come.  Room is made for them as they
    /// come, twice as much as there are at most: that they are announced is only somebody's claim.
    pub(super) fn poll_read(&mut self, buffer: &mut BytesMut, missing: usize, waits: bool) -> Poll<io::Result<Read>> {
        let room = missing.min(buffer.len()).max(READ_SIZE / 4);
        if buffer.capacity() - buffer.len() < room {
            buffer.reserve(room.max(READ_SIZE));
        }
        let read = ready!(self.poll_read_into(buffer.spare_capacity_mut(), waits))?;
        // SAFETY: the read has initialised the first `count` bytes of the spare capacity.
        unsafe { buffer.set_len(buffer.len() + read.count) };
        Poll::Ready(Ok(read))
    }

    /// Reads what there is into `room`, whose first bytes are initialised then.
    #[inline]
    pub(super) fn poll_read_into(&mut self, room: &mut [MaybeUninit<u8>], waits: bool) -> Poll<io::Result<Read>> {
        let size = room.len();
        let (count, is_tls) = match self {
            Self::Plain(socket) if waits => (ready!(socket.read_into(room))?, false),
            Self::Plain(socket) => (ready!(socket.poll_read_into(room))?, false),
            Self::Tls(stream) => (ready!(read_tls(stream, room))?, true),
        };
        // TLS may hold more than the kernel has.
        Poll::Ready(Ok(Read { count, more: is_tls || count == size }))
    }

    /// Writes until nothing is queued.
    pub(super) fn poll_write(&mut self, queue: &mut Outbound) -> Poll<io::Result<()>> {
        while !queue.is_empty() {
            let written = ready!(match queue.single() {
                Some(piece) => self.poll_write_slices(&[IoSlice::new(piece)]),
                None => self.poll_write_slices(queue.fill(&mut [IoSlice::new(&[]); MAX_SLICES])),
            })?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            queue.advance(written);
        }
        match self {
            Self::Plain(_) => Poll::Ready(Ok(())),
            Self::Tls(stream) => Pin::new(stream).poll_flush(&mut Context::from_waker(Waker::noop())),
        }
    }

    fn poll_write_slices(&mut self, slices: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        match self {
            Self::Plain(socket) => socket.poll_write_from(slices),
            Self::Tls(stream) => Pin::new(stream).poll_write_vectored(&mut Context::from_waker(Waker::noop()), slices),
        }
    }

    /// Whether a read can wait.
    pub(super) fn let_reads_wait(&mut self) -> bool {
        match self {
            Self::Plain(socket) => socket.let_reads_wait(),
            Self::Tls(_) => false,
        }
    }

    /// See [`Socket::set_low_water`].  TLS always waits for the first byte.
    pub(super) fn set_low_water(&mut self, bytes: libc::c_int) {
        if let Self::Plain(socket) = self {
            socket.set_low_water(bytes);
        }
    }

    /// Whether the other end is there and has sent nothing.  What it has sent is lost: only a link of which nothing is
    /// expected may be asked.
    pub(super) fn is_silent(&mut self) -> bool {
        let mut byte = [MaybeUninit::uninit()];
        match self {
            Self::Plain(socket) => socket.poll_read_into(&mut byte).is_pending(),
            Self::Tls(stream) => read_tls(stream, &mut byte).is_pending(),
        }
    }

    /// Whether there is TLS on it.
    pub(super) fn is_tls(&self) -> bool {
        matches!(self, Self::Tls(_))
    }

    /// The socket below.
    pub(super) fn socket(&self) -> &Socket {
        match self {
            Self::Plain(socket) => socket,
            Self::Tls(stream) => stream.get_ref().0,
        }
    }
}

impl AsRawFd for Stream {
    fn as_raw_fd(&self) -> RawFd {
        self.socket().as_raw_fd()
    }
}

fn read_tls(stream: &mut TlsStream<Socket>, room: &mut [MaybeUninit<u8>]) -> Poll<io::Result<usize>> {
    let mut unfilled = ReadBuf::uninit(room);
    match ready!(Pin::new(stream).poll_read(&mut Context::from_waker(Waker::noop()), &mut unfilled)) {
        Ok(()) => Poll::Ready(Ok(unfilled.filled().len())),
        // TLS that ends without a goodbye ends all the same: packets know their own length.
        Err(cause) if cause.kind() == io::ErrorKind::UnexpectedEof => Poll::Ready(Ok(0)),
        Err(cause) => Poll::Ready(Err(cause)),
    }
}

/// What a broken stream means, in words.
pub(super) fn lost(server: &Server, cause: &io::Error) -> Error {
    failure(ReturnCode::LostConnection, server, cause)
        .unwrap_or_else(|| Error::io(ReturnCode::LostConnection, server, cause))
}
