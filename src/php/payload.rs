//! Payloads: what goes out and comes in without a copy.

use std::mem::MaybeUninit;

use bytes::Bytes;

use crate::net::Room;
use crate::protocol::Payload;
use crate::zend::incoming::Incoming;
use crate::zend::text::Str;

/// Up to this size, a copy is cheaper than a hold.
const COPIED: usize = 16 * 1024;

/// A string on its way out.
pub struct Outgoing<'a> {
    string: Str<'a>,
    lent: Option<Bytes>,
}

impl<'a> Outgoing<'a> {
    /// Holds the string, if it is large: it may have to wait until it can be written.
    pub fn new(string: Str<'a>) -> Self {
        Self { string, lent: (string.len() > COPIED).then(|| string.hold().lend()) }
    }

    /// What goes into a packet.
    pub fn payload(&self) -> Payload<'_> {
        self.lent.as_ref().map_or_else(|| self.string.bytes().into(), Payload::Lent)
    }
}

/// Room for a payload, which becomes the string that PHP gets.
pub fn make_room() -> Box<dyn Room> {
    Box::new(Incoming::new())
}

impl Room for Incoming {
    fn reserve(&mut self, capacity: usize) -> bool {
        self.reserve(capacity)
    }

    fn spare(&mut self) -> &mut [MaybeUninit<u8>] {
        self.spare()
    }

    unsafe fn advance(&mut self, count: usize) {
        // SAFETY: the caller's.
        unsafe { self.advance(count) };
    }

    fn filled(&self) -> &[u8] {
        self.filled()
    }

    fn finish(self: Box<Self>) -> Bytes {
        (*self).finish()
    }
}
