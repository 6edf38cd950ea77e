//! What a client waits for, said without polling it.

use super::core::{Client, HIGH_WATER};
use crate::runtime::Watch;

impl Client {
    /// Whether a runTasks that began now would have nothing to do.
    pub fn has_nothing_to_run(&self) -> bool {
        !self.tasks.has_run_event() && self.tasks.is_run_over() && self.tasks.stall_reason().is_none()
    }

    /// What the next poll waits for.
    pub fn foresee(&mut self, watch: &mut Watch) {
        let is_inherited = self.pool.is_inherited();
        if is_inherited || self.tasks.has_event() || self.pool.has_losses() || self.can_send() {
            watch.at_once();
        }
        if !is_inherited {
            (0..self.pool.len()).for_each(|server| self.foresee_server(server, watch));
            if self.tasks.stall_reason().is_some() {
                self.foresee_another_run(watch);
            }
        }
    }

    /// Tasks that no server took: another runTasks may find one.
    fn foresee_another_run(&self, watch: &mut Watch) {
        let now = watch.now();
        let due = (0..self.pool.len()).map(|server| self.pool.due_at(server).unwrap_or(now)).min();
        due.into_iter().for_each(|due| watch.until(due));
    }

    fn foresee_server(&mut self, server: usize, watch: &mut Watch) {
        if self.pool.is_quiet(server) {
            return;
        }
        self.pool.foresee(server, watch);
        self.foresee_silence(server, watch);
    }

    /// Whether there is something to send, and room for it.
    fn can_send(&mut self) -> bool {
        let has_room = |server: usize| self.pool.unwritten(server) < HIGH_WATER;
        let has_queued = |server: usize| self.pool.known(server).is_some_and(|owed| !owed.queued.is_empty());
        if (0..self.pool.len()).any(|server| has_queued(server) && has_room(server)) {
            return true;
        }
        let Some(task) = self.tasks.next_unsent() else { return false };
        task.is_pinned() || Self::choose(&self.pool, task).is_none_or(has_room)
    }
}
