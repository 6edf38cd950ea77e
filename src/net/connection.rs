//! One connection to one server: dial, send, receive.
//!
//! All progress lives in the connection, none in a future, so any wait may be given up and taken up again.

use std::collections::VecDeque;
use std::future::Future;
use std::os::fd::AsRawFd;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};

use super::stream::{Stream, lost};
use super::{Dialing, Server, health};
use crate::error::{Error, Result, ReturnCode};
use crate::process::{ForkSafe, Origin};
use crate::protocol::{Request, Response, decode};

/// Small packets are copied together up to this many bytes, so that a burst of them is one system call.
const COALESCE: usize = 16 * 1024;

/// For how long a sign of life makes it needless to ask the kernel whether the link still stands.
const FRESH: Duration = Duration::from_millis(1);

/// A packet of more bytes than this does not share its memory with what comes after it.
const LARGE: usize = 64 * 1024;

static NEXT_EPOCH: AtomicU64 = AtomicU64::new(1);

type Dial = Pin<Box<dyn Future<Output = Result<(Stream, BytesMut)>>>>;

enum Link {
    Down,
    /// The dial registers sockets with the runtime, so it is as bound to its process as they are.
    Dialing(Dial),
    Up(ForkSafe<Stream>),
}

/// A connection, or the wish for one.
pub struct Connection {
    server: Server,
    link: Link,
    origin: Origin,
    epoch: u64,
    inbound: BytesMut,
    outbound: VecDeque<Bytes>,
    batch: BytesMut,
    queued: usize,
    /// When the server last sent something.
    heard_at: Option<Instant>,
}

impl Connection {
    /// A connection to `server` that is not made yet.
    pub fn new(server: Server) -> Self {
        Self {
            server,
            link: Link::Down,
            origin: Origin::here(),
            epoch: 0,
            inbound: BytesMut::new(),
            outbound: VecDeque::new(),
            batch: BytesMut::new(),
            queued: 0,
            heard_at: None,
        }
    }

    /// The server it leads to.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Names the link, among all that this process ever had; what belongs to an earlier one is void.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Whether there is no link, and none in the making.
    pub fn is_down(&self) -> bool {
        matches!(self.link, Link::Down)
    }

    /// Whether the link is made.
    pub fn is_up(&self) -> bool {
        matches!(self.link, Link::Up(_))
    }

    /// Whether the server has sent anything on this link, or on the last one when there is none.
    pub fn has_heard(&self) -> bool {
        self.heard_at.is_some()
    }

    /// Whether the link was made by a parent of this process.
    pub fn is_inherited(&self) -> bool {
        self.origin.is_foreign()
    }

    /// Whether the server was found unreachable a short while ago.
    pub fn is_resting(&self) -> bool {
        health::is_resting(&self.server)
    }

    /// What the kernel should watch for this connection; `None` while there is no link.
    pub fn poll_fd(&self) -> Option<libc::pollfd> {
        let Link::Up(stream) = &self.link else { return None };
        let writing = if self.queued > 0 { libc::POLLOUT } else { 0 };
        Some(libc::pollfd { fd: stream.as_raw_fd(), events: libc::POLLIN | writing, revents: 0 })
    }

    /// Bytes that were sent but not yet written.
    pub fn unwritten(&self) -> usize {
        self.queued
    }

    /// Begins to make a new link; what was sent before is forgotten.
    pub fn dial(&mut self, dialing: &Dialing) {
        self.close();
        self.epoch = NEXT_EPOCH.fetch_add(1, Ordering::Relaxed);
        self.heard_at = None;
        self.origin = Origin::here();
        self.link = Link::Dialing(Box::pin(Stream::connect(self.server.clone(), dialing.clone())));
    }

    /// Drops the link.  In a child process the parent's socket is closed, never shut down.
    pub fn close(&mut self) {
        match std::mem::replace(&mut self.link, Link::Down) {
            // A half-made socket of the parent leaks: closing it would need the runtime it belongs to.
            Link::Dialing(dial) if self.origin.is_foreign() => std::mem::forget(dial),
            link => drop(link),
        }
        self.inbound = BytesMut::new();
        self.outbound.clear();
        self.batch.clear();
        self.queued = 0;
    }

    /// Drops a link that a whole call was spent on in vain.
    pub fn give_up(&mut self) {
        if !self.is_up() {
            health::note_failure(&self.server, true);
        }
        self.close();
    }

    /// Drops a link that the server has closed while nobody was looking; true when it did.  A server that has sent
    /// something this very moment is taken to be there.
    pub fn close_if_lost(&mut self) -> bool {
        if self.heard_at.is_some_and(|at| at.elapsed() < FRESH) {
            return false;
        }
        let lost = matches!(&self.link, Link::Up(stream) if stream.get().is_closed());
        if lost {
            self.close();
        }
        lost
    }

    /// Queues a packet; it is written by the next poll.
    pub fn send(&mut self, request: &Request) {
        let bytes = request.bytes();
        self.queued += bytes.len();
        if bytes.len() <= COALESCE {
            self.batch.extend_from_slice(bytes);
            if self.batch.len() >= COALESCE {
                self.seal_batch();
            }
        } else {
            self.seal_batch();
            self.outbound.push_back(bytes.clone());
        }
    }

    fn seal_batch(&mut self) {
        if !self.batch.is_empty() {
            self.outbound.push_back(self.batch.split().freeze());
        }
    }

    /// Makes the link and writes until nothing is queued.
    pub fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        ready!(self.poll_link(cx))?;
        ready!(self.poll_write(cx)).map_err(|error| self.fail(error)).into()
    }

    /// The next packet from the server.  Writes what is queued meanwhile.  After an error the link is closed.
    pub fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Result<Response>> {
        ready!(self.poll_link(cx))?;
        // A server that closes while packets are being written may have answered before.
        let written = self.poll_write(cx);
        loop {
            match self.take_packet() {
                Ok(Some(response)) => return Poll::Ready(Ok(response)),
                Ok(None) => {}
                Err(error) => return Poll::Ready(Err(self.fail(error.at(&self.server)))),
            }
            match self.poll_read(cx) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(error)) => return Poll::Ready(Err(self.fail(error))),
                Poll::Pending => break,
            }
        }
        match written {
            Poll::Ready(Err(error)) => Poll::Ready(Err(self.fail(error))),
            _ => Poll::Pending,
        }
    }

    fn take_packet(&mut self) -> Result<Option<Response>> {
        let before = self.inbound.len();
        let response = decode(&mut self.inbound)?;
        // The buffer shares its memory with the packets that are cut off it: after a large one it moves out.
        if before - self.inbound.len() > LARGE && self.inbound.len() < LARGE {
            self.inbound = BytesMut::from(&self.inbound[..]);
        }
        Ok(response)
    }

    /// Makes the link that [`dial`](Self::dial) began.
    pub fn poll_link(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        match &mut self.link {
            Link::Up(_) => Poll::Ready(Ok(())),
            Link::Down => {
                Poll::Ready(Err(Error::new(ReturnCode::LostConnection, format!("{}: not connected", self.server))))
            }
            Link::Dialing(dial) => match ready!(dial.as_mut().poll(cx)) {
                Ok((stream, inbound)) => {
                    health::note_success(&self.server);
                    self.inbound = inbound;
                    self.link = Link::Up(ForkSafe::new(stream));
                    Poll::Ready(Ok(()))
                }
                Err(error) => {
                    health::note_failure(&self.server, error.errno() == libc::ETIMEDOUT);
                    Poll::Ready(Err(self.fail(error)))
                }
            },
        }
    }

    fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        self.seal_batch();
        let Link::Up(stream) = &mut self.link else { return Poll::Pending };
        let written = stream.get_mut().poll_write(cx, &mut self.outbound);
        // What TLS has encrypted and could not write yet counts, too, though nobody knows how much it is.
        self.queued = self.outbound.iter().map(Bytes::len).sum::<usize>().max(usize::from(written.is_pending()));
        written.map_err(|cause| lost(&self.server, &cause))
    }

    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let Link::Up(stream) = &mut self.link else { return Poll::Pending };
        let count =
            ready!(stream.get_mut().poll_read(cx, &mut self.inbound)).map_err(|cause| lost(&self.server, &cause))?;
        if count > 0 {
            self.heard_at = Some(Instant::now());
            return Poll::Ready(Ok(()));
        }
        let text = if self.inbound.is_empty() {
            "the server closed the connection"
        } else {
            "the server closed the connection in the middle of a packet"
        };
        Poll::Ready(Err(Error::new(ReturnCode::LostConnection, format!("{}: {text}", self.server))))
    }

    fn fail(&mut self, error: Error) -> Error {
        self.close();
        error
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.close();
    }
}
