//! The bits of options().

use std::cell::Cell;

/// Bits, of which some cannot be changed.
pub struct Options {
    bits: Cell<i64>,
    initial: i64,
    /// Bits that can be changed.
    known: i64,
    /// Of these, bits that removeOptions() leaves alone, as libgearman does (measured).
    sticky: i64,
    /// Bits that are always set.
    fixed: i64,
}

impl Options {
    /// Options that begin with `bits`.
    pub const fn new(bits: i64, known: i64, sticky: i64, fixed: i64) -> Self {
        Self { bits: Cell::new(bits), initial: bits, known, sticky, fixed }
    }

    /// As they began.
    pub fn reset(&self) {
        self.bits.set(self.initial);
    }

    /// options()
    pub fn bits(&self) -> i64 {
        self.bits.get()
    }

    /// Whether a bit is set.
    pub fn has(&self, bit: i64) -> bool {
        self.bits.get() & bit != 0
    }

    /// setOptions()
    pub fn set(&self, bits: i64) {
        self.bits.set(bits & self.known | self.fixed);
    }

    /// addOptions()
    pub fn add(&self, bits: i64) {
        self.bits.set(self.bits.get() | bits & self.known);
    }

    /// removeOptions()
    pub fn remove(&self, bits: i64) {
        self.bits.set(self.bits.get() & !(bits & self.known & !self.sticky) | self.fixed);
    }
}
