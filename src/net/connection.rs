//! One connection to one server: dial, send, receive.
//!
//! All progress lives in the connection, so any wait may be given up and taken up again.

use std::os::fd::AsRawFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Poll, ready};
use std::time::{Duration, Instant};

use super::dial::Dial;
use super::inbound::{Inbound, LARGE};
use super::outbound::Outbound;
use super::room::MakeRoom;
use super::stream::{Stream, lost};
use super::trace::{Trace, Way};
use super::{Server, Settings, health};
use crate::error::{Error, Result};
use crate::protocol::text::{Line, is_text, next_line, take_answer};
use crate::protocol::{Request, Response};
use crate::runtime::Watch;
use crate::stats::{self, Counter};

/// For how long a sign of life makes it needless to ask the kernel whether the link still stands.
const FRESH: Duration = Duration::from_millis(1);

/// One look reads no more often than this: who sends without an end must keep neither a deadline nor a signal away.
pub(super) const READS_PER_LOOK: u32 = 64;

/// While a lot of answers are due, a wait ends with so many bytes of them, or after [`FIRST_SLEEP`].  A client of 20,000
/// tasks otherwise wakes for almost every packet: 15,000 times, and with this 300 times (measured).
///
/// [`FIRST_SLEEP`]: crate::runtime::FIRST_SLEEP
const GATHERED: libc::c_int = 2048;

static NEXT_EPOCH: AtomicU64 = AtomicU64::new(1);

enum Link {
    Down,
    Dialing(Box<Dial>),
    Up(Stream),
}

/// A connection, or the wish for one.
pub(super) struct Connection {
    server: Server,
    link: Link,
    epoch: u64,
    inbound: Inbound,
    outbound: Outbound,
    /// How many lines of text the server was asked for and has not sent.
    owed_lines: usize,
    /// Whether TLS has encrypted something that is not written yet.
    is_encrypting: bool,
    /// Whether there may be something to read that the kernel need not be asked for.
    has_more: bool,
    reads: Reads,
    /// Whether what comes may gather before it is looked at.
    may_gather: bool,
    trace: Option<Arc<Trace>>,
    make_room: Option<MakeRoom>,
    /// When the server last sent something.
    heard_at: Option<Instant>,
    /// When it last took something.
    written_at: Option<Instant>,
    /// When the link was taken over.
    adopted_at: Option<Instant>,
}

/// How often one look has read.
#[derive(Default)]
pub(super) struct Reads {
    look: u64,
    count: u32,
}

impl Reads {
    /// Counts one more, unless the look has had enough.
    pub(super) fn may_read(&mut self, look: u64) -> bool {
        if self.look != look {
            *self = Self { look, count: 0 };
        }
        let may_read = self.count < READS_PER_LOOK;
        self.count += u32::from(may_read);
        may_read
    }
}

impl Connection {
    /// A connection to `server` that is not made yet.
    pub(super) fn new(server: Server) -> Self {
        Self {
            server,
            link: Link::Down,
            epoch: 0,
            inbound: Inbound::default(),
            outbound: Outbound::default(),
            owed_lines: 0,
            is_encrypting: false,
            has_more: false,
            reads: Reads::default(),
            may_gather: false,
            trace: None,
            make_room: None,
            heard_at: None,
            written_at: None,
            adopted_at: None,
        }
    }

    /// The server it leads to.
    pub(super) fn server(&self) -> &Server {
        &self.server
    }

    /// Names the link, among all that this process ever had; what belongs to an earlier one is void.
    pub(super) fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Whether there is no link, and none in the making.
    pub(super) fn is_down(&self) -> bool {
        matches!(self.link, Link::Down)
    }

    /// Whether the link is made.
    pub(super) fn is_up(&self) -> bool {
        matches!(self.link, Link::Up(_))
    }

    /// When the server last sent something on this link, or on the last one when there is none.
    pub(super) fn heard_at(&self) -> Option<Instant> {
        self.heard_at
    }

    /// When the server last sent or took something on this link, or on the last one when there is none.
    pub(super) fn moved_at(&self) -> Option<Instant> {
        self.heard_at.max(self.written_at)
    }

    /// Bytes that were sent but not yet written.  What TLS has encrypted and could not write counts, too, though nobody
    /// knows how much it is.
    pub(super) fn unwritten(&self) -> usize {
        self.outbound.len().max(usize::from(self.is_encrypting))
    }

    /// Begins to make a new link; there must be none.
    pub(super) fn dial(&mut self, settings: &Settings) {
        self.begin(Link::Dialing(Box::new(Dial::begin(&self.server, settings))), settings);
    }

    /// Takes over a link that somebody has [released](Self::release) and that was found well `now`; there must be none.
    pub(super) fn adopt(&mut self, stream: Stream, settings: &Settings, now: Instant) {
        self.begin(Link::Up(stream), settings);
        self.adopted_at = Some(now);
    }

    fn begin(&mut self, link: Link, settings: &Settings) {
        self.epoch = NEXT_EPOCH.fetch_add(1, Ordering::Relaxed);
        self.heard_at = None;
        self.written_at = None;
        self.adopted_at = None;
        self.trace.clone_from(&settings.trace);
        // What is traced comes in one piece.
        self.make_room = settings.make_room.filter(|_| self.trace.is_none());
        self.link = link;
    }

    /// Gives the link away, unless something is under way on it.
    pub(super) fn release(&mut self) -> Option<Stream> {
        if self.unwritten() > 0 || !self.inbound.is_empty() || self.owed_lines > 0 {
            return None;
        }
        match std::mem::replace(&mut self.link, Link::Down) {
            Link::Up(stream) => Some(stream),
            link => {
                self.link = link;
                None
            }
        }
    }

    /// Drops the link.  A child that inherited it only closes its own end: the parent goes on with it.
    pub(super) fn close(&mut self, is_inherited: bool) {
        match std::mem::replace(&mut self.link, Link::Down) {
            Link::Up(stream) if !is_inherited => stream.socket().shut_down(),
            Link::Dialing(dial) if !is_inherited && dial.is_overdue() => health::note_silence(&self.server),
            _ => {}
        }
        self.inbound = Inbound::default();
        self.outbound = Outbound::default();
        self.owed_lines = 0;
        self.is_encrypting = false;
        self.has_more = false;
    }

    /// Whether the server has closed the link while nobody was looking.  A server that has sent something this very
    /// moment is taken to be there, and so is one that was there when the link was taken over.
    pub(super) fn is_lost(&self, now: Instant) -> bool {
        match &self.link {
            Link::Up(stream) if self.heard_at.max(self.adopted_at).is_none_or(|at| now >= at + FRESH) => {
                stream.socket().is_closed()
            }
            _ => false,
        }
    }

    /// Queues a packet; it is written by the next poll.
    pub(super) fn send(&mut self, request: &Request) {
        if let Some(trace) = &self.trace {
            trace.packet(&self.server, Way::Out, &request.in_one_piece());
        }
        self.outbound.push(request.bytes());
        request.lent().into_iter().for_each(|payload| self.outbound.push(payload));
    }

    /// The same of a question in text, which one line answers.
    pub(super) fn ask_line(&mut self, question: &Request) {
        self.send(question);
        self.owed_lines += 1;
    }

    /// Whether so much is to come that nobody minds when a little of it is looked at a little later.
    pub(super) fn let_answers_gather(&mut self, may_gather: bool) {
        self.may_gather = may_gather;
    }

    /// Makes the link that [`dial`](Self::dial) began.
    #[inline]
    pub(super) fn poll_link(&mut self, watch: &mut Watch) -> Poll<Result<()>> {
        if self.is_up() { Poll::Ready(Ok(())) } else { self.poll_dial(watch) }
    }

    #[cold]
    fn poll_dial(&mut self, watch: &mut Watch) -> Poll<Result<()>> {
        match &mut self.link {
            Link::Up(_) => Poll::Ready(Ok(())),
            Link::Down => Poll::Ready(Err(Error::lost(&self.server, "not connected"))),
            Link::Dialing(dial) => {
                self.link = Link::Up(ready!(dial.poll(&self.server, watch))?);
                stats::count(Counter::ConnectionsOpened);
                Poll::Ready(Ok(()))
            }
        }
    }

    /// Makes the link and writes until nothing is queued.
    pub(super) fn poll_flush(&mut self, watch: &mut Watch) -> Poll<Result<()>> {
        ready!(self.poll_link(watch))?;
        match ready!(self.poll_write(watch)) {
            Ok(()) => Poll::Ready(Ok(())),
            Err(error) => Poll::Ready(Err(self.last_words(watch).unwrap_or(error))),
        }
    }

    /// What the server said before it closed tells more than that it takes no more.
    fn last_words(&mut self, watch: &mut Watch) -> Option<Error> {
        self.has_more = true;
        while let Poll::Ready(read) = self.poll_read(false, watch) {
            if let Err(error) = read {
                return Some(error);
            }
        }
        None
    }

    /// The next packet from the server.  Writes what is queued meanwhile.
    #[inline]
    pub(super) fn poll_receive(&mut self, watch: &mut Watch) -> Poll<Result<Response>> {
        self.poll_decoded(false, watch, Self::decode)
    }

    /// The same of a packet that is due, while nothing is due from anybody else: the read may wait for it.
    pub(super) fn poll_awaited(&mut self, watch: &mut Watch) -> Poll<Result<Response>> {
        self.poll_decoded(true, watch, Self::decode)
    }

    /// The next line from a server that was asked in text.  Writes what is queued meanwhile.
    pub(super) fn poll_line(&mut self, watch: &mut Watch) -> Poll<Result<Line>> {
        let line = ready!(self.poll_decoded(false, watch, |connection| next_line(connection.inbound.text())));
        if let Some(trace) = &self.trace
            && let Ok(Line::Text(text)) = &line
        {
            trace.packet(&self.server, Way::In, text);
        }
        Poll::Ready(line)
    }

    /// What `decode` takes off the front of what the server sends.
    #[inline]
    fn poll_decoded<T>(
        &mut self,
        is_awaited: bool,
        watch: &mut Watch,
        decode: impl Fn(&mut Self) -> Result<Option<T>> + Copy,
    ) -> Poll<Result<T>> {
        #[cfg(feature = "injected-panics")]
        crate::injected::panic_in("net");
        ready!(self.poll_link(watch))?;
        // A server that closes while packets are being written may have answered before.
        let written = self.poll_write(watch);
        self.has_more |= matches!(written, Poll::Ready(Err(_)));
        loop {
            if let Some(packet) = self.take_packet(decode)? {
                return Poll::Ready(Ok(packet));
            }
            match self.poll_read(is_awaited, watch) {
                Poll::Ready(result) => result?,
                Poll::Pending => break,
            }
        }
        match written {
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            _ => Poll::Pending,
        }
    }

    /// What the next poll waits for, said without polling.
    pub(super) fn foresee(&self, watch: &mut Watch) {
        match &self.link {
            Link::Down => {}
            Link::Dialing(dial) => dial.foresee(watch),
            Link::Up(stream) => {
                watch.readable(stream.as_raw_fd());
                if self.unwritten() > 0 || stream.socket().is_full() {
                    watch.writable(stream.as_raw_fd());
                }
                if self.has_more || self.inbound.has_packet() {
                    watch.at_once();
                }
            }
        }
    }

    /// Whether something is to be taken in that the kernel need not be asked for.
    pub(super) fn has_unread(&self) -> bool {
        self.has_more || !self.inbound.is_empty()
    }

    #[inline]
    fn take_packet<T>(&mut self, decode: impl Fn(&mut Self) -> Result<Option<T>>) -> Result<Option<T>> {
        let before = self.inbound.len();
        if before == 0 {
            return Ok(None);
        }
        if let Some(trace) = &self.trace
            && let Some(packet) = self.inbound.packet()
        {
            trace.packet(&self.server, Way::In, packet);
        }
        let packet = decode(self).map_err(|error| error.at(&self.server))?;
        if before - self.inbound.len() > LARGE {
            self.inbound.move_out();
        }
        Ok(packet)
    }

    #[inline]
    fn decode(&mut self) -> Result<Option<Response>> {
        if self.owed_lines > 0 && is_text(self.inbound.text()) { self.decode_line() } else { self.inbound.decode() }
    }

    #[cold]
    fn decode_line(&mut self) -> Result<Option<Response>> {
        let line = take_answer(self.inbound.text())?;
        if let Some(line) = &line {
            self.owed_lines -= 1;
            if let Some(trace) = &self.trace {
                trace.packet(&self.server, Way::In, line);
            }
        }
        Ok(line.map(Response::Line))
    }

    #[inline]
    fn poll_write(&mut self, watch: &mut Watch) -> Poll<Result<()>> {
        if self.is_up() && self.unwritten() == 0 { Poll::Ready(Ok(())) } else { self.write(watch) }
    }

    fn write(&mut self, watch: &mut Watch) -> Poll<Result<()>> {
        let Link::Up(stream) = &mut self.link else { return Poll::Pending };
        let queued = self.outbound.len();
        let was_full = stream.socket().is_full();
        let written = stream.poll_write(&mut self.outbound);
        self.is_encrypting = stream.is_tls() && written.is_pending();
        let has_moved = self.outbound.len() < queued;
        if has_moved {
            stats::add(Counter::BytesOut, queued - self.outbound.len());
        }
        // The first of it goes into the kernel's buffer, whether or not the server takes it from there.
        if has_moved && was_full {
            self.written_at = Some(watch.now());
        }
        if written.is_pending() {
            watch.writable(stream.as_raw_fd());
            if has_moved {
                watch.progressed();
            }
        }
        written.map_err(|cause| lost(&self.server, &cause))
    }

    fn poll_read(&mut self, is_awaited: bool, watch: &mut Watch) -> Poll<Result<()>> {
        let Link::Up(stream) = &mut self.link else { return Poll::Pending };
        let fd = stream.as_raw_fd();
        self.has_more |= watch.take_readable(fd);
        // Not on a new link: it may have been made for one job, which is not worth the two calls.
        let may_wait = is_awaited
            && !self.has_more
            && self.heard_at.is_some()
            && !stream.socket().is_full()
            && stream.let_reads_wait();
        let waits_since = if may_wait { watch.take_wait() } else { None };
        let waits = waits_since.is_some();
        if waits {
            stream.set_low_water(if self.may_gather { GATHERED } else { 1 });
        }
        self.has_more |= waits;
        if self.has_more && !self.reads.may_read(watch.look()) {
            let now = watch.now();
            watch.until(now);
            return Poll::Pending;
        }
        let incomplete = self.inbound.len();
        let read =
            match if self.has_more { self.inbound.poll_read(stream, waits, self.make_room) } else { Poll::Pending } {
                Poll::Ready(read) => read.map_err(|cause| lost(&self.server, &cause))?,
                Poll::Pending => {
                    self.has_more = false;
                    if waits {
                        watch.note_read_in_vain();
                    }
                    // Now the kernel is to tell of every byte.
                    stream.set_low_water(1);
                    watch.readable(fd);
                    if stream.socket().is_full() {
                        watch.writable(fd);
                    }
                    return Poll::Pending;
                }
            };
        self.has_more = read.more;
        stats::add(Counter::BytesIn, read.count);
        if read.count == 0 {
            return Poll::Ready(Err(self.ended()));
        }
        // Rather too early than another look at the clock in each round trip.
        self.heard_at = Some(waits_since.unwrap_or_else(|| watch.now()));
        health::note_success(&self.server);
        if incomplete >= LARGE {
            watch.progressed();
        }
        Poll::Ready(Ok(()))
    }

    fn ended(&self) -> Error {
        let text = if self.inbound.is_empty() {
            "the server closed the connection"
        } else {
            "the server closed the connection in the middle of a packet"
        };
        Error::lost(&self.server, text)
    }
}
