//! How much of everything a `run()` may use, and what of it is left.

use std::time::{Duration, Instant};

use crate::runtime::Deadline;
use crate::zend::engine::memory_usage;
use crate::zend::exception::argument_value_error;
use crate::zend::halt::Php;

/// The most jobs that may be asked for ahead.
const MAX_PREFETCH: i64 = 64;

/// Why a `run()` ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Jobs,
    Seconds,
    Memory,
    Idle,
    Signal,
    Stopped,
}

impl Reason {
    /// What `run()` returns.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Seconds => "seconds",
            Self::Memory => "memory",
            Self::Idle => "idle",
            Self::Signal => "signal",
            Self::Stopped => "stopped",
        }
    }
}

/// See the module.
pub struct Limits {
    jobs: Option<u64>,
    seconds: Option<Duration>,
    memory: Option<usize>,
    /// Whether the last job has left more than that in use.
    is_full: bool,
    idle: Option<Duration>,
    prefetch: usize,
    began_at: Instant,
    /// When the last job ended, if that matters.
    idle_since: Instant,
}

impl Limits {
    /// The arguments of `run()`, in its order but for the signals.
    pub fn new(
        jobs: Option<i64>,
        seconds: Option<f64>,
        memory: Option<i64>,
        idle: Option<f64>,
        prefetch: i64,
    ) -> Php<Self> {
        if !(0..=MAX_PREFETCH).contains(&prefetch) {
            return argument_value_error(6, &format!("must be between 0 and {MAX_PREFETCH}"));
        }
        let now = Instant::now();
        Ok(Self {
            jobs: positive(jobs, 1)?,
            seconds: duration(seconds, 2)?,
            memory: positive(memory, 3)?.map(|bytes| usize::try_from(bytes).unwrap_or(usize::MAX)),
            is_full: false,
            idle: duration(idle, 4)?,
            prefetch: usize::try_from(prefetch).unwrap_or(0),
            began_at: now,
            idle_since: now,
        })
    }

    /// A job has ended.
    pub fn note_job(&mut self) {
        self.jobs = self.jobs.map(|jobs| jobs.saturating_sub(1));
        self.is_full = self.memory.is_some_and(|most| memory_usage() >= most);
        if self.idle.is_some() {
            self.idle_since = Instant::now();
        }
    }

    /// Which limit is reached before the next job.
    pub fn reached(&self) -> Option<Reason> {
        if self.jobs == Some(0) {
            Some(Reason::Jobs)
        } else if self.is_full {
            Some(Reason::Memory)
        } else if self.seconds.is_some_and(|most| self.began_at.elapsed() >= most) {
            Some(Reason::Seconds)
        } else {
            None
        }
    }

    /// How many jobs may be asked for ahead while the next one is done: that one and those in hand are no more than
    /// may be done.
    pub fn prefetch(&self) -> usize {
        let allowed = self.jobs.map_or(u64::MAX, |jobs| jobs.saturating_sub(2));
        self.prefetch.min(usize::try_from(allowed).unwrap_or(usize::MAX))
    }

    /// How long to wait for the next job, and which limit that is.
    pub fn wait(&self) -> (Deadline, Reason) {
        let left = |limit: Option<Duration>, since: Instant| Some(limit?.saturating_sub(since.elapsed()));
        match (left(self.seconds, self.began_at), left(self.idle, self.idle_since)) {
            (None, None) => (Deadline::NEVER, Reason::Idle),
            (Some(seconds), None) => (Deadline::after(seconds), Reason::Seconds),
            (None, Some(idle)) => (Deadline::after(idle), Reason::Idle),
            (Some(seconds), Some(idle)) if seconds <= idle => (Deadline::after(seconds), Reason::Seconds),
            (Some(_), Some(idle)) => (Deadline::after(idle), Reason::Idle),
        }
    }
}

fn positive(limit: Option<i64>, number: u32) -> Php<Option<u64>> {
    match limit.map(u64::try_from) {
        None => Ok(None),
        Some(Ok(limit)) if limit > 0 => Ok(Some(limit)),
        Some(_) => argument_value_error(number, "must be greater than 0"),
    }
}

/// A limit beyond what can be counted is none.
fn duration(limit: Option<f64>, number: u32) -> Php<Option<Duration>> {
    match limit {
        Some(seconds) if seconds.is_nan() || seconds < 0.0 => {
            argument_value_error(number, "must be greater than or equal to 0")
        }
        limit => Ok(limit.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())),
    }
}
