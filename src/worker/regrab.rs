//! When a server that sleeps is asked again.

use std::time::{Duration, Instant};

use super::standing::Standing;

/// How often a server is asked again that does not say when a delayed job is due.
const DILIGENT: Duration = Duration::from_secs(1);

/// See the module.
#[derive(Debug, Default)]
pub struct Regrab {
    /// As the script wants it.
    interval: Option<Duration>,
    /// Whether those are asked again that need it, when the script wants nothing.
    is_diligent: bool,
    /// The servers that were lost in place of telling their version, and are not asked for it any more.
    mute: Vec<usize>,
}

impl Regrab {
    /// Sets after what time.
    pub fn set_interval(&mut self, interval: Option<Duration>) {
        self.interval = interval;
    }

    /// Sets whether servers that need it are asked again when no time is set.
    pub fn set_diligent(&mut self, is_diligent: bool) {
        self.is_diligent = is_diligent;
    }

    /// Whether any is ever asked again.
    pub fn is_on(&self) -> bool {
        self.interval.is_some() || self.is_diligent
    }

    /// Whether it matters what version a server has.
    pub fn wants_version(&self, server: usize) -> bool {
        self.is_diligent && self.interval.is_none() && !self.mute.contains(&server)
    }

    /// When a server is to be asked again with which the worker stands so.
    pub fn due(&self, standing: &Standing) -> Option<Instant> {
        let by_itself = || (self.is_diligent && !standing.wakes_in_time()).then_some(DILIGENT);
        standing.sleeps_since()?.checked_add(self.interval.or_else(by_itself)?)
    }

    /// The link to a server is lost, of which this was known.
    pub fn note_loss(&mut self, server: usize, known: &Standing) {
        if known.owes_version() && !self.mute.contains(&server) {
            self.mute.push(server);
        }
    }
}
