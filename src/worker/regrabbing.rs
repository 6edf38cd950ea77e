//! Asking again while a server sleeps: it may have a delayed job whose time has come, and not say so.

use std::time::Duration;

use super::core::Worker;
use super::standing::Standing;
use crate::protocol::Request;
use crate::runtime::Watch;

impl Worker {
    /// Sets after what time a server that sleeps is asked again; `None`, as it is at first, for never.
    pub fn set_regrab(&mut self, interval: Option<Duration>) {
        self.regrab.set_interval(interval);
    }

    /// Asks a server for its version, once on each link, if it matters.  Nobody waits for the answer.
    pub(super) fn ask_version(&mut self, server: usize) {
        if self.regrab.wants_version(server) && self.pool.known_mut(server).is_some_and(Standing::ask_version) {
            self.pool.ask_line(server, &Request::version_only());
        }
    }

    /// Wakes those who have slept long enough, as a NOOP would; true when there were any.
    #[inline]
    pub(super) fn wake_overdue(&mut self, watch: &mut Watch) -> bool {
        self.regrab.is_on() && self.wake_sleepers(watch)
    }

    #[cold]
    fn wake_sleepers(&mut self, watch: &mut Watch) -> bool {
        let now = watch.now();
        let mut has_woken = false;
        for standing in self.pool.iter_mut() {
            let Some(due) = self.regrab.due(standing) else { continue };
            if now < due {
                watch.until(due);
            } else {
                standing.wake();
                has_woken = true;
            }
        }
        has_woken
    }
}
