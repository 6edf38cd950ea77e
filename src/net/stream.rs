//! A byte stream to a server, plain or TLS.

use std::cell::Cell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::io::{self, IoSlice};
use std::os::fd::{AsRawFd, RawFd};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use bytes::{Buf, Bytes, BytesMut};
use socket2::{SockRef, TcpKeepalive};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use super::tls::describe;
use super::{Dialing, Server};
use crate::error::{Error, Result, ReturnCode, describe_io};
use crate::protocol::{Request, decode};

/// The buffer that one read may fill.  Large results come in one system call per 64 KiB and need no copy to
/// become a packet.
const READ_SIZE: usize = 64 * 1024;
/// How many queued packets one vectored write takes at most.
const MAX_SLICES: usize = 16;

/// A connection's socket.
#[derive(Debug)]
pub(super) enum Stream {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl Stream {
    /// Connects to the first address of `server` that answers, within the time that `dialing` allows.  What the
    /// server sent after its answer to the greeting is in the buffer.
    pub(super) async fn connect(server: Server, dialing: Dialing) -> Result<(Self, BytesMut)> {
        let limit = dialing.connect_timeout;
        let phase = Cell::new(Phase::Connecting);
        let connected = async {
            let tls = dialing.tls.as_ref().map(|tls| tls.as_ref().map_err(|error| error.at(&server))).transpose()?;
            let tcp = Self::connect_any(&server, limit).await?;
            let mut stream = match tls {
                None => Self::Plain(tcp),
                Some(tls) => {
                    phase.set(Phase::Handshaking);
                    Self::Tls(Box::new(tls.handshake(tcp, &server).await?))
                }
            };
            let mut inbound = BytesMut::new();
            if let Some(greeting) = &dialing.greeting {
                phase.set(Phase::Greeting);
                stream.greet(greeting, &mut inbound).await.map_err(|error| error.at(&server))?;
            }
            Ok((stream, inbound))
        };
        tokio::time::timeout(limit, connected).await.unwrap_or_else(|_| Err(silent(&server, phase.get(), limit)))
    }

    /// Sends the greeting and takes its answer.  An ERROR is an answer too: the server is there.
    async fn greet(&mut self, greeting: &Request, inbound: &mut BytesMut) -> Result<()> {
        let mut queue = VecDeque::from([greeting.bytes().clone()]);
        let broke = |cause: io::Error| {
            let text = describe(&cause).unwrap_or_else(|| describe_io(&cause));
            Error::new(ReturnCode::CouldNotConnect, text)
        };
        poll_fn(|cx| self.poll_write(cx, &mut queue)).await.map_err(broke)?;
        loop {
            if decode(inbound)?.is_some() {
                return Ok(());
            }
            if poll_fn(|cx| self.poll_read(cx, inbound)).await.map_err(broke)? == 0 {
                return Err(Error::new(ReturnCode::CouldNotConnect, "the server closed the connection"));
            }
        }
    }

    /// Tries one address after the other.  Each gets an equal share of the time that is left, so that one which does
    /// not answer cannot use up that of the next.
    async fn connect_any(server: &Server, limit: Duration) -> Result<TcpStream> {
        let addresses = server.resolve()?;
        let end = Instant::now() + limit;
        let mut refusal: Option<Error> = None;
        for (index, address) in addresses.iter().enumerate() {
            let left = u32::try_from(addresses.len() - index).unwrap_or(u32::MAX);
            let share = end.saturating_duration_since(Instant::now()) / left;
            let refused = |cause: &io::Error| Error::io(ReturnCode::CouldNotConnect, server, cause);
            let failure = match tokio::time::timeout(share, TcpStream::connect(address)).await {
                Ok(Ok(tcp)) => return prepare(&tcp).map(|()| tcp).map_err(|cause| refused(&cause)),
                Ok(Err(cause)) => refused(&cause),
                Err(_) => silent(server, Phase::Connecting, limit),
            };
            refusal = Some(refusal.map_or(failure.clone(), |first| first.and(&failure)));
        }
        Err(refusal.unwrap_or_else(|| Error::new(ReturnCode::Getaddrinfo, format!("{server}: no address"))))
    }

    /// Reads what there is into `buffer`; 0 is the end of the stream.
    pub(super) fn poll_read(&mut self, cx: &mut Context<'_>, buffer: &mut BytesMut) -> Poll<io::Result<usize>> {
        if buffer.capacity() - buffer.len() < READ_SIZE / 4 {
            buffer.reserve(READ_SIZE);
        }
        let mut unfilled = ReadBuf::uninit(buffer.spare_capacity_mut());
        let read = ready!(match self {
            Self::Plain(stream) => Pin::new(stream).poll_read(cx, &mut unfilled),
            Self::Tls(stream) => Pin::new(stream).poll_read(cx, &mut unfilled),
        });
        match read {
            Ok(()) => {}
            // TLS that ends without a goodbye ends all the same: packets know their own length.
            Err(cause) if cause.kind() == io::ErrorKind::UnexpectedEof => return Poll::Ready(Ok(0)),
            Err(cause) => return Poll::Ready(Err(cause)),
        }
        let count = unfilled.filled().len();
        // SAFETY: `poll_read` has initialised the first `count` bytes of the spare capacity.
        unsafe { buffer.set_len(buffer.len() + count) };
        Poll::Ready(Ok(count))
    }

    /// Writes from the front of `queue` until it is empty.
    pub(super) fn poll_write(&mut self, cx: &mut Context<'_>, queue: &mut VecDeque<Bytes>) -> Poll<io::Result<()>> {
        while !queue.is_empty() {
            let mut slices = [IoSlice::new(&[]); MAX_SLICES];
            let used = slices.iter_mut().zip(queue.iter()).map(|(slice, bytes)| *slice = IoSlice::new(bytes)).count();
            let slices = slices.get(..used).unwrap_or_default();
            let written = ready!(match self {
                Self::Plain(stream) => Pin::new(stream).poll_write_vectored(cx, slices),
                Self::Tls(stream) => Pin::new(stream).poll_write_vectored(cx, slices),
            })?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            advance(queue, written);
        }
        match self {
            Self::Plain(_) => Poll::Ready(Ok(())),
            Self::Tls(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    /// Whether the other end has closed, asked of the kernel without waiting or reading.
    pub(super) fn is_closed(&self) -> bool {
        let mut byte = [std::mem::MaybeUninit::uninit()];
        let flags = libc::MSG_PEEK | libc::MSG_DONTWAIT;
        match SockRef::from(self.tcp()).recv_with_flags(&mut byte, flags) {
            Ok(count) => count == 0,
            Err(cause) => cause.kind() != io::ErrorKind::WouldBlock && cause.kind() != io::ErrorKind::Interrupted,
        }
    }

    fn tcp(&self) -> &TcpStream {
        match self {
            Self::Plain(stream) => stream,
            Self::Tls(stream) => stream.get_ref().0,
        }
    }
}

impl AsRawFd for Stream {
    fn as_raw_fd(&self) -> RawFd {
        self.tcp().as_raw_fd()
    }
}

/// How far a connection is.
#[derive(Clone, Copy)]
enum Phase {
    Connecting,
    Handshaking,
    Greeting,
}

fn prepare(tcp: &TcpStream) -> io::Result<()> {
    tcp.set_nodelay(true)?;
    // A worker may wait for days.  When its server's machine vanishes without a word, keepalive ends the wait after
    // some minutes.
    let keepalive = TcpKeepalive::new().with_time(Duration::from_secs(60)).with_interval(Duration::from_secs(20));
    SockRef::from(tcp).set_tcp_keepalive(&keepalive)
}

fn silent(server: &Server, phase: Phase, limit: Duration) -> Error {
    let what = match phase {
        Phase::Connecting | Phase::Greeting => "no answer",
        Phase::Handshaking => "no answer to the TLS handshake",
    };
    let text = format!("{server}: {what} within {} ms", limit.as_millis());
    Error::new(ReturnCode::CouldNotConnect, text).with_errno(libc::ETIMEDOUT)
}

/// What a broken stream means, in words.
pub(super) fn lost(server: &Server, cause: &io::Error) -> Error {
    match describe(cause) {
        Some(text) => Error::new(ReturnCode::LostConnection, format!("{server}: {text}")),
        None => Error::io(ReturnCode::LostConnection, server, cause),
    }
}

fn advance(queue: &mut VecDeque<Bytes>, mut written: usize) {
    while let Some(front) = queue.front_mut() {
        if written < front.len() {
            front.advance(written);
            return;
        }
        written -= front.len();
        queue.pop_front();
    }
}
