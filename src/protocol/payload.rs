//! Payloads on their way out.

use std::ops::Deref;

use bytes::Bytes;

/// The last argument of a packet.
#[derive(Clone, Copy, Debug)]
pub enum Payload<'a> {
    /// Copied into the packet.
    Copied(&'a [u8]),
    /// Written from where it is: its owner keeps it for that long.
    Lent(&'a Bytes),
}

impl<'a> Payload<'a> {
    /// What goes into the packet, and what is written after that.
    pub(super) fn parts(self) -> (&'a [u8], Option<&'a Bytes>) {
        match self {
            Self::Copied(bytes) => (bytes, None),
            Self::Lent(bytes) => (&[], Some(bytes)),
        }
    }
}

impl<'a, T: AsRef<[u8]> + ?Sized> From<&'a T> for Payload<'a> {
    fn from(bytes: &'a T) -> Self {
        Self::Copied(bytes.as_ref())
    }
}

impl Deref for Payload<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Copied(bytes) => bytes,
            Self::Lent(bytes) => bytes,
        }
    }
}
