//! Memory for large payloads, which whoever is to have them provides.

use std::mem::MaybeUninit;

use bytes::Bytes;

/// Memory for one payload.  What is read into it is where it is needed, and is not copied again.
pub trait Room {
    /// Makes room for so many bytes in all; false when there is no memory for them.
    fn reserve(&mut self, capacity: usize) -> bool;

    /// What there is room for and has not come.
    fn spare(&mut self) -> &mut [MaybeUninit<u8>];

    /// So many more have come.
    ///
    /// # Safety
    ///
    /// The first `count` of the spare bytes must be initialised.
    unsafe fn advance(&mut self, count: usize);

    /// What has come.
    fn filled(&self) -> &[u8];

    /// All has come.
    fn finish(self: Box<Self>) -> Bytes;
}

/// Makes one, with room for nothing yet.
pub type MakeRoom = fn() -> Box<dyn Room>;
