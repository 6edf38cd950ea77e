//! What is queued for a server and not yet written.

use std::collections::VecDeque;
use std::io::IoSlice;

use bytes::{Buf, Bytes};

/// Small packets are copied together up to this many bytes, so that a burst of them is one system call.
const COALESCE: usize = 16 * 1024;
/// Room for a few small packets, made once.
const FIRST_SIZE: usize = 512;
/// How many pieces one vectored write takes at most.
pub(super) const MAX_SLICES: usize = 16;

/// Large packets, each as it is, and small ones in one piece: the last of them may still grow.
#[derive(Default)]
pub(super) struct Outbound {
    sealed: VecDeque<Bytes>,
    /// Comes after all that is sealed.  It keeps its memory when it was written.
    open: Vec<u8>,
    /// How much of `open` is written.
    written: usize,
    sealed_length: usize,
}

impl Outbound {
    /// Adds a packet.
    #[inline]
    pub(super) fn push(&mut self, packet: &Bytes) {
        if packet.len() <= COALESCE {
            if self.open.len() >= COALESCE {
                self.seal();
            }
            if self.open.capacity() == 0 {
                self.open.reserve(FIRST_SIZE);
            }
            self.open.extend_from_slice(packet);
        } else {
            self.seal();
            self.sealed_length += packet.len();
            self.sealed.push_back(packet.clone());
        }
    }

    /// How many bytes there are.
    pub(super) fn len(&self) -> usize {
        self.sealed_length + self.open.len() - self.written
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All that is queued, if it is in one piece of small packets.
    pub(super) fn single(&self) -> Option<&[u8]> {
        if self.sealed.is_empty() { self.open.get(self.written..) } else { None }
    }

    /// Fills `slices` with what is to be written next, and returns those that it filled.
    pub(super) fn fill<'a, 'b>(&'a self, slices: &'b mut [IoSlice<'a>; MAX_SLICES]) -> &'b [IoSlice<'a>] {
        let open = self.open.get(self.written..).unwrap_or_default();
        let pieces = self.sealed.iter().map(|piece| &piece[..]).chain(Some(open).filter(|open| !open.is_empty()));
        let filled = slices.iter_mut().zip(pieces).map(|(slice, piece)| *slice = IoSlice::new(piece)).count();
        slices.get(..filled).unwrap_or_default()
    }

    /// The first `count` bytes are written.
    pub(super) fn advance(&mut self, mut count: usize) {
        while let Some(first) = self.sealed.front_mut() {
            let taken = count.min(first.len());
            self.sealed_length -= taken;
            count -= taken;
            first.advance(taken);
            if !first.is_empty() {
                return;
            }
            self.sealed.pop_front();
        }
        self.written += count;
        if self.written >= self.open.len() {
            self.open.clear();
            self.written = 0;
        }
    }

    fn seal(&mut self) {
        if self.open.len() > self.written {
            let piece = Bytes::from(std::mem::take(&mut self.open)).slice(self.written..);
            self.sealed_length += piece.len();
            self.sealed.push_back(piece);
        }
        self.open.clear();
        self.written = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(outbound: &mut Outbound, limit: usize) -> Vec<u8> {
        let mut slices = [IoSlice::new(&[]); MAX_SLICES];
        let bytes: Vec<u8> =
            outbound.fill(&mut slices).iter().flat_map(|slice| slice.iter().copied()).take(limit).collect();
        outbound.advance(bytes.len());
        bytes
    }

    /// Packets of all sizes, in their order, however little of them is taken at a time.
    #[test]
    fn what_goes_in_comes_out() {
        for limit in [1, 7, COALESCE - 1, COALESCE + 1, usize::MAX] {
            let mut outbound = Outbound::default();
            let (mut expected, mut written) = (Vec::new(), Vec::new());
            for (number, length) in
                [1, COALESCE, 3, COALESCE + 1, COALESCE - 1, 2, 0, 3 * COALESCE, 5].into_iter().enumerate()
            {
                let packet = Bytes::from(vec![number as u8; length]);
                outbound.push(&packet);
                expected.extend_from_slice(&packet);
                written.append(&mut take(&mut outbound, limit));
                assert_eq!(outbound.len(), expected.len() - written.len());
            }
            while !outbound.is_empty() {
                written.append(&mut take(&mut outbound, limit));
            }
            assert!(written == expected);
        }
    }

    #[test]
    fn small_packets_come_in_one_piece_and_large_ones_are_not_copied() {
        let mut outbound = Outbound::default();
        let large = Bytes::from(vec![0; COALESCE + 1]);
        [&b"a"[..], b"b"].iter().for_each(|small| outbound.push(&Bytes::from_static(small)));
        outbound.push(&large);
        outbound.push(&Bytes::from_static(b"c"));
        let mut slices = [IoSlice::new(&[]); MAX_SLICES];
        let pieces = outbound.fill(&mut slices);
        assert_eq!(pieces.iter().map(|piece| piece.len()).collect::<Vec<_>>(), [2, COALESCE + 1, 1]);
        assert_eq!(pieces[1].as_ptr(), large.as_ptr());
    }
}
