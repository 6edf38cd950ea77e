//! How many jobs a worker asks for ahead, while it works.
//!
//! A job that waits here could be done by another worker that is idle.  So it must not wait for long: nothing is asked
//! for ahead before a run of jobs has shown that they are short, then no more than fits into a moment of such jobs, and
//! nothing again from the first job on that was not short.

use std::time::Duration;

/// How many jobs in a row must have been short.
const PROOF: usize = 16;

/// A job that took this long is not short.
const SHORT: Duration = Duration::from_millis(1);

/// How long the last of the jobs that were asked for ahead may have to wait for the others.
const BUDGET: Duration = Duration::from_millis(5);

/// The rule.  It reads no clock.
#[derive(Debug, Default)]
pub struct Prefetch {
    limit: usize,
    /// How many jobs in a row were short; no more than [`PROOF`] are counted.
    proven: usize,
    /// What the last of them took, in nanoseconds; the oldest is written over.
    took: [u32; PROOF],
    oldest: usize,
    sum: u32,
}

impl Prefetch {
    /// Sets how many jobs may be asked for ahead at most; 0 turns it off.
    pub fn set_limit(&mut self, limit: usize) {
        self.limit = limit;
    }

    /// How many jobs may be asked for ahead at most.
    pub fn limit(&self) -> usize {
        self.limit
    }

    /// Whether any may ever be.
    pub fn is_on(&self) -> bool {
        self.limit > 0
    }

    /// A job took this long, or the worker came this late for the next.
    pub fn note(&mut self, took: Duration) {
        if took >= SHORT {
            *self = Self { limit: self.limit, ..Self::default() };
            return;
        }
        // Less than a millisecond; 16 of them are far from 32 bits.
        let took = took.subsec_nanos();
        if let Some(oldest) = self.took.get_mut(self.oldest) {
            self.sum = self.sum - *oldest + took;
            *oldest = took;
        }
        self.oldest = (self.oldest + 1) % PROOF;
        self.proven = (self.proven + 1).min(PROOF);
    }

    /// What the jobs of the run took that were short, `None` when the last one was not.
    pub fn mean(&self) -> Option<Duration> {
        (self.proven > 0).then(|| Duration::from_nanos(u64::from(self.sum)) / self.proven as u32)
    }

    /// How many jobs to ask for ahead now.
    pub fn ahead(&self) -> usize {
        if self.proven < PROOF {
            return 0;
        }
        let fits = (BUDGET * PROOF as u32).as_nanos() / u128::from(self.sum.max(1));
        usize::try_from(fits).unwrap_or(usize::MAX).min(self.limit)
    }
}
