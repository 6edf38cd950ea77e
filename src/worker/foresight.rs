//! What a worker waits for, said without polling it.

use super::core::Worker;
use super::standing::{Phase, Standing};
use crate::runtime::Watch;

impl Worker {
    /// What the next poll waits for.
    pub fn foresee(&self, watch: &mut Watch) {
        if self.check().is_err() {
            return;
        }
        if self.pool.is_inherited() {
            return watch.at_once();
        }
        let (now, patience) = (watch.now(), self.pool.patience());
        let last = self.pool.iter().filter_map(|standing| standing.answer_due(patience)).max();
        // One that is overdue is waited for no more.
        let due = last.filter(|due| *due > now);
        due.into_iter().for_each(|due| watch.until(due));
        (0..self.pool.len()).for_each(|server| self.foresee_server(server, due.is_some(), watch));
    }

    fn foresee_server(&self, server: usize, is_answer_due: bool, watch: &mut Watch) {
        let Some(standing) = self.pool.known(server) else { return };
        if self.pool.is_down(server) {
            let due = self.pool.due_at(server).unwrap_or_else(|| watch.now());
            return watch.until(due);
        }
        self.pool.foresee(server, watch);
        self.regrab.due(standing).into_iter().for_each(|due| watch.until(due));
        let is_to_be_told = match standing.phase() {
            Phase::Refused => true,
            Phase::Awake | Phase::Dry => !is_answer_due,
            Phase::Grabbing | Phase::Sleeping => false,
        };
        if self.pool.is_up(server) && (is_to_be_told || standing.has_kept() || !standing.is_introduced()) {
            watch.at_once();
        }
    }

    /// No call waits for a job, but somebody wants to hear of one: servers that have none are told to say when they do.
    pub fn listen(&mut self, watch: &mut Watch) {
        if self.pool.is_inherited() {
            return;
        }
        let now = watch.now();
        for server in 0..self.pool.len() {
            let is_told = self.pool.known(server).is_some_and(Standing::is_introduced);
            if is_told && self.pool.is_up(server) && self.phase(server) == Phase::Refused {
                self.put_to_sleep(server, now);
            }
        }
        self.flush(watch);
    }
}
