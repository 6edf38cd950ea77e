//! When a server that sleeps is asked again.

use std::time::{Duration, Instant};

use super::standing::Standing;

/// See the module.
#[derive(Debug, Default)]
pub struct Regrab {
    /// As the script wants it.
    interval: Option<Duration>,
}

impl Regrab {
    /// Sets after what time.
    pub fn set_interval(&mut self, interval: Option<Duration>) {
        self.interval = interval;
    }

    /// Whether any is ever asked again.
    pub fn is_on(&self) -> bool {
        self.interval.is_some()
    }

    /// When a server is to be asked again with which the worker stands so.
    pub fn due(&self, standing: &Standing) -> Option<Instant> {
        standing.sleeps_since()?.checked_add(self.interval?)
    }
}
