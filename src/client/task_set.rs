//! What a client has asked for and not yet been told: tasks in, events out.  Pure; no sockets.

use std::collections::VecDeque;

use slotmap::SlotMap;
use smallvec::SmallVec;

use super::owed::{Owed, pop};
use super::task::{Event, Owner, Task, TaskId, server_number};
use crate::error::Error;
use crate::protocol::Request;

/// All tasks of a client.
pub struct TaskSet {
    pub(super) tasks: SlotMap<TaskId, Task>,
    /// Tasks that no server was chosen for yet.
    pub(super) unsent: VecDeque<TaskId>,
    /// The same, of tasks that only one server can answer: they wait for none but that.
    pub(super) pinned: VecDeque<TaskId>,
    /// Tasks added for runTasks that no server would take; they wait for the next runTasks.
    pub(super) stalled: Vec<TaskId>,
    pub(super) unfinished: usize,
    pub(super) run_events: VecDeque<(TaskId, Event)>,
    pub(super) call_events: SmallVec<[(TaskId, Event); 1]>,
}

impl Default for TaskSet {
    fn default() -> Self {
        Self {
            // Memory for the first is asked for in any case, and this is what it would grow to next.
            tasks: SlotMap::with_capacity_and_key(3),
            unsent: VecDeque::new(),
            pinned: VecDeque::new(),
            stalled: Vec::new(),
            unfinished: 0,
            run_events: VecDeque::new(),
            call_events: SmallVec::new(),
        }
    }
}

impl TaskSet {
    /// Takes a task in; it waits to be sent.
    pub fn add(&mut self, task: Task) -> TaskId {
        if task.owner == Owner::Run {
            self.unfinished += 1;
        }
        let is_pinned = task.pinned.is_some();
        let id = self.tasks.insert(task);
        if is_pinned { &mut self.pinned } else { &mut self.unsent }.push_back(id);
        id
    }

    /// Whether there is none, and nothing is left to be told.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.run_events.is_empty() && self.call_events.is_empty()
    }

    /// The task that a server must be chosen for next.
    pub fn next_unsent(&mut self) -> Option<&Task> {
        while let Some(id) = self.pinned.front().or(self.unsent.front()).copied() {
            if self.is_unanswered(id) {
                return self.tasks.get(id);
            }
            self.take_unsent();
        }
        None
    }

    /// Takes that one.
    pub fn take_unsent(&mut self) -> Option<TaskId> {
        self.pinned.pop_front().or_else(|| pop(&mut self.unsent))
    }

    /// A server was chosen for the next of the unsent.
    pub fn assign(&mut self, owed: &mut Owed) {
        owed.queued.extend(self.take_unsent());
    }

    /// No server takes the next of the unsent.
    pub fn fail_unsent(&mut self, error: &Error) {
        if let Some(id) = self.take_unsent() {
            self.not_taken(id, error);
        }
    }

    /// Puts tasks back to the front of the unsent, in their order.
    pub(super) fn put_back(&mut self, tasks: Vec<TaskId>) {
        for id in tasks.into_iter().rev() {
            let is_pinned = self.tasks.get(id).is_some_and(|task| task.pinned.is_some());
            if is_pinned { &mut self.pinned } else { &mut self.unsent }.push_front(id);
        }
    }

    /// Whether somebody waits for the task, and no server has it yet.
    pub(super) fn is_unanswered(&self, id: TaskId) -> bool {
        self.tasks.get(id).is_some_and(Task::is_unanswered)
    }

    /// Whether any task waits for a server to be chosen.
    pub fn has_unsent(&self) -> bool {
        !self.unsent.is_empty() || !self.pinned.is_empty()
    }

    /// What to send for a task; `None` when that is over.
    pub fn request_of(&self, id: TaskId) -> Option<&Request> {
        self.tasks.get(id).and_then(|task| task.request.as_ref())
    }

    /// That was sent to `server`, which owes this.
    pub fn sent(&mut self, id: TaskId, server: usize, owed: &mut Owed) {
        if let Some(task) = self.tasks.get_mut(id) {
            task.server = Some(server_number(server));
            owed.ask(id, task.question);
        }
    }

    /// Whether a runTasks has nothing more to wait for.
    pub fn is_run_over(&self) -> bool {
        self.unfinished == self.stalled.len()
    }

    /// A new runTasks: what no server took in the last one is tried again.
    pub fn begin_run(&mut self) {
        for id in std::mem::take(&mut self.stalled).into_iter().rev() {
            if let Some(task) = self.tasks.get_mut(id) {
                task.forget_failures();
                self.unsent.push_front(id);
            }
        }
    }

    /// Why the first of the stalled tasks was not taken.
    pub fn stall_reason(&self) -> Option<&Error> {
        self.stalled.first().and_then(|id| self.tasks.get(*id)).and_then(Task::failure)
    }

    /// The next event of a task added for runTasks.
    pub fn next_run_event(&mut self) -> Option<(TaskId, Event)> {
        let (id, event) = self.run_events.pop_front()?;
        if event.is_last() {
            self.tasks.remove(id);
        }
        Some((id, event))
    }

    /// The next event of one call.  Calls nest no deeper than PHP's callbacks, so the line is short.
    pub fn next_call_event(&mut self, id: TaskId) -> Option<Event> {
        let index = self.call_events.iter().position(|(task, _)| *task == id)?;
        Some(self.call_events.remove(index).1)
    }

    /// Whether an event of a task added for runTasks waits to be taken.
    pub fn has_run_event(&self) -> bool {
        !self.run_events.is_empty()
    }

    /// Whether an event of any task waits to be taken.
    pub fn has_event(&self) -> bool {
        self.has_run_event() || !self.call_events.is_empty()
    }

    /// Whether the task is not finished, or has not been told its end.
    pub fn has(&self, id: TaskId) -> bool {
        self.tasks.contains_key(id)
    }

    /// Gives a task that was not sent yet another request.
    pub fn replace_request(&mut self, id: TaskId, request: Request) {
        if let Some(task) = self.tasks.get_mut(id).filter(|task| task.server.is_none())
            && task.request.is_some()
        {
            task.request = Some(request);
        }
    }

    /// The server that a task was sent to.
    pub fn server_of(&self, id: TaskId) -> Option<usize> {
        self.tasks.get(id).and_then(|task| task.server).map(usize::from)
    }

    /// The call that waited for this task has given up.  Answers to what was sent for it will be thrown away.
    pub fn abandon(&mut self, id: TaskId) {
        let Some(task) = self.tasks.get_mut(id).filter(|task| task.owner == Owner::Call) else { return };
        task.owner = Owner::Nobody;
        if task.server.is_none() {
            self.tasks.remove(id);
        }
        self.call_events.retain(|(task, _)| *task != id);
    }

    /// A task of runTasks that no server takes waits for the next one; any other ends.
    pub(super) fn not_taken(&mut self, id: TaskId, error: &Error) {
        match self.tasks.get_mut(id) {
            Some(task) if task.owner == Owner::Run => {
                task.set_failure(error);
                self.stalled.push(id);
            }
            _ => self.finish(id, Event::Failed(error.clone())),
        }
    }

    /// A server has it: it is not sent again, and no other answer counts.
    pub(super) fn acknowledge(&mut self, id: TaskId) {
        let Some(task) = self.tasks.get_mut(id).filter(|task| task.is_unanswered()) else { return };
        if task.failure().is_some() {
            self.stalled.retain(|stalled| *stalled != id);
        }
        task.acknowledge();
    }

    pub(super) fn tell(&mut self, id: TaskId, event: Event) {
        match self.tasks.get(id).map(|task| task.owner) {
            Some(Owner::Run) => self.run_events.push_back((id, event)),
            Some(Owner::Call) => self.call_events.push((id, event)),
            Some(Owner::Nobody) | None => {}
        }
    }

    /// Ends a task.  One of runTasks keeps its id until it has been told: a new task must not get the same one.
    pub(super) fn finish(&mut self, id: TaskId, event: Event) {
        if self.tasks.get(id).is_some_and(|task| task.owner == Owner::Run) {
            self.acknowledge(id);
            self.unfinished = self.unfinished.saturating_sub(1);
            self.run_events.push_back((id, event));
        } else if self.tasks.remove(id).is_some_and(|task| task.owner == Owner::Call) {
            self.call_events.push((id, event));
        }
    }
}
