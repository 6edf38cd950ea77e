//! What this process has done since it began: numbers for a dashboard.
//!
//! They are the whole process's, whatever thread counts, and a child of a fork begins with none.

use std::sync::atomic::{AtomicU64, Ordering};

macro_rules! counters {
    ($($(#[$doc:meta])* $name:ident $text:literal;)+) => {
        /// Something that is counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Counter {
            $($(#[$doc])* $name,)+
        }

        const NAMES: [&str; [$($text),+].len()] = [$($text),+];
    };
}

counters! {
    /// Connections that were made.
    ConnectionsOpened "connections_opened";
    /// Connections that an earlier client had left behind.
    ConnectionsReused "connections_reused";
    /// Connections that a server, or the network, has ended.
    ConnectionsLost "connections_lost";
    /// Requests that were sent again, because their server had not answered when it went away, or was silent.
    Failovers "failovers";
    /// Jobs that a server has taken.
    JobsSubmitted "jobs_submitted";
    /// Jobs whose result came.
    JobsCompleted "jobs_completed";
    /// Jobs that failed, raised an exception, or were lost with their server.
    JobsFailed "jobs_failed";
    /// Calls of a client that ended at its timeout.
    Timeouts "timeouts";
    /// Jobs of a worker that were completed.
    JobsWorked "jobs_worked";
    /// Jobs of a worker that it told its server to have failed.
    JobsWorkedInVain "jobs_worked_in_vain";
    /// Jobs that a worker has given back to the queue.
    JobsGivenBack "jobs_given_back";
    /// Bytes that came from servers, without those of TLS.
    BytesIn "bytes_in";
    /// Bytes that went to servers, without those of TLS.
    BytesOut "bytes_out";
}

static COUNTERS: [AtomicU64; NAMES.len()] = [const { AtomicU64::new(0) }; NAMES.len()];

/// Counts one more.
#[inline]
pub fn count(counter: Counter) {
    add(counter, 1);
}

/// Counts so many more.
#[inline]
pub fn add(counter: Counter, number: usize) {
    if let Some(counter) = COUNTERS.get(counter as usize) {
        counter.fetch_add(number as u64, Ordering::Relaxed);
    }
}

/// All counters, with their names.
pub fn read() -> impl Iterator<Item = (&'static str, u64)> {
    NAMES.iter().copied().zip(COUNTERS.iter().map(|counter| counter.load(Ordering::Relaxed)))
}

/// Begins anew: this is a child process.
pub fn reset() {
    COUNTERS.iter().for_each(|counter| counter.store(0, Ordering::Relaxed));
}
