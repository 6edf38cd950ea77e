//! The making of a link: one address after the other, then TLS.

use std::net::SocketAddr;
use std::os::fd::{AsRawFd, RawFd};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use tokio_rustls::Connect;

use super::socket::Socket;
use super::stream::Stream;
use super::{Server, Settings, health, lookup, tls};
use crate::error::{Error, Result, ReturnCode};
use crate::runtime::Watch;

/// A link in the making.
pub(super) struct Dial {
    settings: Settings,
    began: Instant,
    until: Instant,
    addresses: smallvec::IntoIter<[SocketAddr; 1]>,
    step: Step,
    refusal: Option<Error>,
}

enum Step {
    /// The next address is to be tried.
    Next,
    /// TCP's answer is due, within this address's share of the time.
    Connecting(Socket, Instant),
    /// TLS's is.
    Handshaking(RawFd, Box<Connect<Socket>>),
}

impl Dial {
    /// Begins; what is wrong with the name or the settings shows at the first poll.
    pub(super) fn begin(server: &Server, settings: &Settings) -> Self {
        let began = Instant::now();
        let mut refusal = None;
        let mut refuse = |error: Error| {
            refusal = Some(error);
            lookup::Addresses::new()
        };
        let addresses = match &settings.tls {
            Some(Err(error)) => refuse(error.at(server)),
            _ => lookup::addresses_of(server).unwrap_or_else(refuse),
        };
        Self {
            settings: settings.clone(),
            began,
            until: began + settings.connect_timeout,
            addresses: addresses.into_iter(),
            step: Step::Next,
            refusal,
        }
    }

    /// Goes on.  What is learnt of the server is remembered for all who may want to reach it.
    pub(super) fn poll(&mut self, server: &Server, watch: &mut Watch) -> Poll<Result<Stream>> {
        #[cfg(feature = "injected-panics")]
        crate::injected::panic_in("net, dialing");
        loop {
            let step = match std::mem::replace(&mut self.step, Step::Next) {
                Step::Next => match self.addresses.next() {
                    Some(address) => self.connect(server, address, watch),
                    None => return Poll::Ready(Err(self.unreachable(server))),
                },
                Step::Connecting(socket, until) => self.connecting(server, socket, until, watch),
                Step::Handshaking(fd, handshake) => self.handshaking(server, fd, handshake, watch),
            };
            match step {
                Next::Made(stream) => return Poll::Ready(Ok(stream)),
                Next::Failed(error) => return Poll::Ready(Err(error)),
                Next::Go(step) => self.step = step,
                Next::Wait(step) => {
                    self.step = step;
                    return Poll::Pending;
                }
            }
        }
    }

    /// What the next poll waits for, said without polling.
    pub(super) fn foresee(&self, watch: &mut Watch) {
        match &self.step {
            Step::Next => watch.at_once(),
            Step::Connecting(socket, until) => {
                watch.writable(socket.as_raw_fd());
                watch.until(*until);
            }
            Step::Handshaking(fd, handshake) => {
                watch.readable(*fd);
                if handshake.get_ref().is_some_and(Socket::is_full) {
                    watch.writable(*fd);
                }
                watch.until(self.until);
            }
        }
    }

    /// Whether it has gone on for so long without an answer that a server which is well would have given one.
    pub(super) fn is_overdue(&self) -> bool {
        self.began.elapsed() >= PROMPT.min(self.settings.connect_timeout)
    }

    fn connect(&mut self, server: &Server, address: SocketAddr, watch: &mut Watch) -> Next {
        let now = watch.now();
        let share = share(self.until.saturating_duration_since(now), self.addresses.len());
        match Socket::connect(address) {
            Ok(socket) => {
                watch.forget(socket.as_raw_fd());
                Next::Go(Step::Connecting(socket, now + share))
            }
            Err(cause) => self.refused(Error::io(ReturnCode::CouldNotConnect, server, &cause)),
        }
    }

    fn connecting(&mut self, server: &Server, socket: Socket, until: Instant, watch: &mut Watch) -> Next {
        let fd = socket.as_raw_fd();
        if watch.take_writable(fd) {
            return match socket.take_error() {
                Ok(()) => self.connected(server, socket),
                Err(cause) => self.refused(Error::io(ReturnCode::CouldNotConnect, server, &cause)),
            };
        }
        if watch.is_over(until) {
            health::note_silence(server);
            return self.refused(self.silent(server, "no answer").advising("does a firewall stand between?"));
        }
        watch.writable(fd);
        Next::Wait(Step::Connecting(socket, until))
    }

    fn connected(&mut self, server: &Server, socket: Socket) -> Next {
        match &self.settings.tls {
            Some(Ok(tls)) => {
                let fd = socket.as_raw_fd();
                match tls.connect(socket, server) {
                    Ok(handshake) => Next::Go(Step::Handshaking(fd, Box::new(handshake))),
                    Err(error) => Next::Failed(error),
                }
            }
            _ => Next::Made(Stream::plain(socket)),
        }
    }

    fn handshaking(
        &mut self,
        server: &Server,
        fd: RawFd,
        mut handshake: Box<Connect<Socket>>,
        watch: &mut Watch,
    ) -> Next {
        // Both are only hints: the handshake tries what it needs.
        let _ = (watch.take_readable(fd), watch.take_writable(fd));
        match Pin::new(&mut *handshake).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(stream)) => return Next::Made(Stream::tls(stream)),
            Poll::Ready(Err(cause)) => {
                health::note_refusal(server);
                return Next::Failed(tls::handshake_failure(server, &cause));
            }
            Poll::Pending => {}
        }
        if watch.is_over(self.until) {
            health::note_silence(server);
            let error = self.silent(server, "no answer to the TLS handshake");
            return Next::Failed(error.advising("is this the port that gearmand serves TLS on?"));
        }
        watch.readable(fd);
        if handshake.get_ref().is_some_and(Socket::is_full) {
            watch.writable(fd);
        }
        Next::Wait(Step::Handshaking(fd, handshake))
    }

    /// One address has failed; there may be another.
    fn refused(&mut self, error: Error) -> Next {
        self.refusal = Some(self.refusal.take().map_or(error.clone(), |first| first.and(&error)));
        Next::Go(Step::Next)
    }

    fn unreachable(&mut self, server: &Server) -> Error {
        health::note_refusal(server);
        lookup::forget(server);
        self.refusal.take().unwrap_or_else(|| Error::new(ReturnCode::CouldNotConnect, format!("{server}: no address")))
    }

    fn silent(&self, server: &Server, what: &str) -> Error {
        let text = format!("{server}: {what} within {} ms", self.settings.connect_timeout.as_millis());
        Error::new(ReturnCode::CouldNotConnect, text).with_errno(libc::ETIMEDOUT)
    }
}

/// An address gets an equal share of the time that is `left`, so that one which does not answer cannot use up that of
/// the `others` after it.
pub(super) fn share(left: Duration, others: usize) -> Duration {
    left / u32::try_from(others).unwrap_or(u32::MAX).saturating_add(1)
}

/// A server that is well answers within this time, across an ocean, too.
pub(super) const PROMPT: Duration = Duration::from_millis(500);

/// What one step leads to.
enum Next {
    Go(Step),
    Wait(Step),
    Made(Stream),
    Failed(Error),
}
