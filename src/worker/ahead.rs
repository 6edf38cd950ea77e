//! What a worker remembers in order to ask for jobs ahead.

use std::time::{Duration, Instant};

use super::job::Job;
use super::prefetch::Prefetch;

/// See the module.
#[derive(Debug, Default)]
pub struct Ahead {
    rule: Prefetch,
    /// When the last job was done.
    done_at: Option<Instant>,
    /// What the script did between then and the running call.
    pause: Duration,
    /// What the last job took.
    took: Duration,
    /// How many jobs were given to be done and are not: more than one when a callback works.
    at_work: usize,
}

impl Ahead {
    /// Sets how many jobs may be asked for ahead at most; 0 turns it off.
    pub fn set_limit(&mut self, limit: usize) {
        self.rule.set_limit(limit);
    }

    /// How many jobs may be asked for ahead at most.
    pub fn limit(&self) -> usize {
        self.rule.limit()
    }

    /// Whether any job may be asked for ahead.
    pub fn is_on(&self) -> bool {
        self.rule.is_on()
    }

    /// A call begins.
    pub fn begin(&mut self) {
        if let Some(at) = self.done_at.take() {
            self.pause = at.elapsed();
        }
    }

    /// A job is given to be done.
    pub fn start(&mut self, job: &Job) {
        self.at_work += usize::from(job.begun_at.is_some());
    }

    /// The job that was given at this time is done.
    pub fn note_done(&mut self, begun_at: Instant) {
        let now = Instant::now();
        // A script that does something else between two jobs keeps those waiting that are in hand.
        let took = now.saturating_duration_since(begun_at).saturating_add(std::mem::take(&mut self.pause));
        self.note(took, now);
    }

    /// A job is done now, and took this long.
    pub fn note(&mut self, took: Duration, now: Instant) {
        self.rule.note(took);
        self.took = took;
        self.done_at = Some(now);
        self.at_work = self.at_work.saturating_sub(1);
    }

    /// Whether the worker has no job to do.
    pub fn is_idle(&self) -> bool {
        self.at_work == 0
    }

    /// What the next job is expected to take: as the last ones that were short, or as the last when that was not.
    pub fn mean(&self) -> Duration {
        self.rule.mean().unwrap_or(self.took)
    }

    /// In a child process: the jobs are the parent's.
    pub fn leave_to_parent(&mut self) {
        self.at_work = 0;
    }

    /// How many jobs to ask for now that one is done, and what time it is then; `None` for none.
    pub fn wanted(&self) -> Option<(usize, Instant)> {
        let done_at = self.done_at?;
        // And the next one.
        Some(self.rule.ahead() + 1).filter(|wanted| *wanted > 1).zip(Some(done_at))
    }
}
