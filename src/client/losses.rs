//! What becomes of tasks when servers go away, or do not answer.

use std::collections::HashSet;

use super::owed::Owed;
use super::task::{Event, Owner, Retry, Task, TaskId};
use super::task_set::TaskSet;
use crate::error::{Error, ReturnCode};
use crate::stats::{self, Counter};

impl TaskSet {
    /// The link to `server` is gone, and this is what it owed.  What it had not acknowledged goes back to the front of
    /// the unsent when `retry` allows; what it had acknowledged has failed.
    pub fn lost(&mut self, server: usize, owed: Owed, error: &Error, retry: Retry) {
        let mut again = Vec::new();
        for id in owed.awaited.into_iter().filter(|awaited| !awaited.is_left).filter_map(|awaited| awaited.task) {
            self.retry(id, server, error, retry, &mut again);
        }
        for id in owed.queued {
            // What was not sent yet has not failed on a link that broke.
            match retry {
                Retry::Anywhere => again.push(id),
                _ => self.retry(id, server, error, retry, &mut again),
            }
        }
        self.put_back(again);
        for id in owed.handles.into_tasks() {
            stats::count(Counter::JobsFailed);
            self.finish(id, Event::Failed(error.clone()));
        }
    }

    fn retry(&mut self, id: TaskId, server: usize, error: &Error, retry: Retry, again: &mut Vec<TaskId>) {
        let Some(task) = self.tasks.get_mut(id).filter(|task| task.is_unanswered()) else { return };
        task.server = None;
        if retry == Retry::No || task.owner == Owner::Nobody {
            self.not_taken(id, error);
        } else {
            task.note_failure(server, error, retry);
            stats::count(Counter::Failovers);
            again.push(id);
        }
    }

    /// `server` does not answer.  What it has not acknowledged is sent again to servers that `may_go_elsewhere` knows
    /// of, and whichever answers first has it; what only this one can answer has failed when it is overdue.
    pub fn leave_silent(
        &mut self,
        server: usize,
        owed: &mut Owed,
        error: &Error,
        is_overdue: bool,
        may_go_elsewhere: impl Fn(&mut Task) -> bool,
    ) -> bool {
        let mut again = Vec::new();
        let mut left = false;
        owed.spoil();
        for awaited in owed.awaited.iter_mut().filter(|awaited| !awaited.is_left) {
            let Some(id) = awaited.task else { continue };
            let Some(task) = self.tasks.get_mut(id).filter(|task| task.owner != Owner::Nobody) else { continue };
            if !task.is_unanswered() {
                awaited.is_left = true;
                continue;
            }
            if task.pinned.is_some() {
                if is_overdue {
                    awaited.task = None;
                    left = true;
                    self.finish(id, Event::Failed(error.clone()));
                }
            } else if may_go_elsewhere(task) {
                awaited.is_left = true;
                task.server = None;
                task.note_failure(server, error, Retry::Elsewhere);
                stats::count(Counter::Failovers);
                again.push(id);
            }
        }
        if left || !again.is_empty() {
            again.extend(owed.queued.drain(..));
            left = true;
        }
        self.put_back(again);
        left
    }

    /// This process is a child of the one that sent these tasks: they are the parent's.  A call that waits for one of
    /// them ends.
    pub fn leave_to_parent(&mut self) {
        let error = Error::new(ReturnCode::LostConnection, "the job belongs to the parent process");
        let unsent: HashSet<TaskId> = self.unsent.iter().chain(&self.pinned).copied().collect();
        let is_parents =
            |id: TaskId, task: &Task| !unsent.contains(&id) || !task.is_unanswered() || task.failure().is_some();
        self.end_calls(&error, is_parents);
        self.run_events.clear();
        self.tasks.retain(|id, task| !is_parents(id, task));
        self.stalled.retain(|id| self.tasks.contains_key(*id));
        self.unfinished = self.tasks.values().filter(|task| task.owner == Owner::Run).count();
    }

    /// Forgets all tasks.  A call that waits for one of them ends with `error`.
    pub fn clear(&mut self, error: &Error) {
        self.end_calls(error, |_, _| true);
        self.tasks.clear();
        self.run_events.clear();
        self.unsent.clear();
        self.pinned.clear();
        self.stalled.clear();
        self.unfinished = 0;
    }

    fn end_calls(&mut self, error: &Error, which: impl Fn(TaskId, &Task) -> bool) {
        let calls = self.tasks.iter().filter(|(id, task)| task.owner == Owner::Call && which(*id, task));
        let ended: Vec<TaskId> = calls.map(|(id, _)| id).collect();
        self.call_events.retain(|(id, _)| !ended.contains(id));
        self.call_events.extend(ended.into_iter().map(|id| (id, Event::Failed(error.clone()))));
    }
}
