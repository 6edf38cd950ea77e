//! What a server has sent and nobody has taken yet.

use std::io;
use std::task::{Poll, ready};

use bytes::{BufMut, Bytes, BytesMut};

use super::room::{MakeRoom, Room};
use super::stream::{Read, Stream};
use crate::error::Result;
use crate::protocol::{Response, announced, decode, decode_parted, payload_of};

/// A packet of more bytes than this does not share its memory with what comes after it.
pub(super) const LARGE: usize = 64 * 1024;

/// A room is made for this many times the bytes that have come, or for twice as many if that is all that was announced.
/// What is not written to costs an address, no memory; and the fewer steps, the less is copied from one to the next.
const GROWTH: usize = 8;

/// See the module.
#[derive(Default)]
pub(super) struct Inbound {
    /// All of it; while a payload is read, what came before that.
    buffer: BytesMut,
    large: Option<Large>,
}

/// A payload that is read into a room.
struct Large {
    room: Box<dyn Room>,
    missing: usize,
}

impl Inbound {
    /// Whether nothing is there.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }

    /// How many bytes are there.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.buffer.len() + self.large.as_ref().map_or(0, |large| large.room.filled().len())
    }

    /// Whether a whole packet is there.
    pub(super) fn has_packet(&self) -> bool {
        (1..=self.len()).contains(&announced(&self.buffer))
    }

    /// The first packet, if it is there in one piece.
    pub(super) fn packet(&self) -> Option<&[u8]> {
        self.buffer.get(..announced(&self.buffer)).filter(|packet| !packet.is_empty())
    }

    /// What is there, for whoever reads it as text.
    pub(super) fn text(&mut self) -> &mut BytesMut {
        &mut self.buffer
    }

    /// Takes the first packet, if it is there.
    #[inline]
    pub(super) fn decode(&mut self) -> Result<Option<Response>> {
        match &self.large {
            None => decode(&mut self.buffer),
            Some(large) if large.missing > 0 => Ok(None),
            Some(_) => {
                let payload = self.large.take().map_or_else(Bytes::new, |large| large.room.finish());
                decode_parted(&mut self.buffer, payload).map(Some)
            }
        }
    }

    /// The memory of a large packet goes with it, and not with what comes after it.
    pub(super) fn move_out(&mut self) {
        if self.buffer.len() < LARGE {
            self.buffer = BytesMut::from(&self.buffer[..]);
        }
    }

    /// Reads more.  A large payload goes into a room that `make` makes.
    #[inline]
    pub(super) fn poll_read(
        &mut self,
        stream: &mut Stream,
        waits: bool,
        make: Option<MakeRoom>,
    ) -> Poll<io::Result<Read>> {
        let length = announced(&self.buffer);
        if let Some(make) = make.filter(|_| length > LARGE.max(self.buffer.len())) {
            self.make_room(make);
        }
        let Some(large) = &mut self.large else {
            let missing = length.saturating_sub(self.buffer.len());
            return stream.poll_read(&mut self.buffer, missing, waits);
        };
        let missing = large.missing;
        if missing == 0 {
            return Poll::Pending;
        }
        let spare = large.room.spare();
        let (room, _) = spare.split_at_mut(spare.len().min(missing));
        let read = ready!(stream.poll_read_into(room, waits))?;
        // SAFETY: the read has initialised so many.
        unsafe { large.room.advance(read.count) };
        large.missing -= read.count;
        Poll::Ready(Ok(read))
    }

    /// Begins a room, or makes it larger when it is full.
    #[cold]
    fn make_room(&mut self, make: MakeRoom) {
        let Some(large) = &mut self.large else {
            if self.buffer.len() < LARGE {
                self.begin(make);
            }
            return;
        };
        if large.missing > 0 && !large.grow() {
            // There is no memory for it, so what has come goes back to its head.
            self.buffer.extend_from_slice(large.room.filled());
            self.large = None;
        }
    }

    fn begin(&mut self, make: MakeRoom) {
        let Some(payload) = payload_of(&self.buffer) else { return };
        let Some(come) = self.buffer.get(payload.start..).filter(|come| !come.is_empty()) else { return };
        let mut room = make();
        if room.reserve(step(come.len(), payload.len())) {
            room.spare().put_slice(come);
            // SAFETY: that has initialised so many.
            unsafe { room.advance(come.len()) };
            let missing = payload.len().saturating_sub(come.len());
            self.buffer.truncate(payload.start);
            self.large = Some(Large { room, missing });
        }
    }
}

impl Large {
    /// Makes room for more, unless there is some.
    fn grow(&mut self) -> bool {
        let filled = self.room.filled().len();
        !self.room.spare().is_empty() || self.room.reserve(step(filled, filled + self.missing))
    }
}

/// How large a room is made when so many bytes of `length` have come.
fn step(come: usize, length: usize) -> usize {
    let step = come.saturating_mul(GROWTH);
    if length <= step.saturating_mul(2) { length } else { step }
}
