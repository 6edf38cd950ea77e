//! What a client has asked for and not yet been told: packets in, events out.  Pure; no sockets.
//!
//! The server answers requests on one connection in their order, so each connection has a line of
//! [`Awaited`] answers.  What follows JOB_CREATED is found by its handle, in constant time.

use std::collections::VecDeque;

use bytes::Bytes;
use slotmap::SlotMap;

use super::handles::Handles;
use super::task::{Event, Owner, Question, Task, TaskId, lane_number};
use crate::error::{Error, Result, ReturnCode};
use crate::protocol::{Request, Response};

/// One answer that a server owes.
struct Awaited {
    task: Option<TaskId>,
    question: Question,
}

/// The state of one connection.
#[derive(Default)]
struct Lane {
    awaited: VecDeque<Awaited>,
    handles: Handles,
}

/// Where an unacknowledged task may be sent again when its connection is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Nowhere: the server is not to be trusted.
    No,
    /// On the same server too, once: the connection broke.
    Anywhere,
    /// On another server: this one cannot be reached.
    Elsewhere,
}

/// All tasks of a client.
#[derive(Default)]
pub struct TaskSet {
    tasks: SlotMap<TaskId, Task>,
    lanes: Vec<Lane>,
    unsent: VecDeque<TaskId>,
    /// Tasks added for runTasks that no server would take; they wait for the next runTasks.
    stalled: Vec<TaskId>,
    unfinished: usize,
    run_events: VecDeque<(TaskId, Event)>,
    call_events: VecDeque<(TaskId, Event)>,
}

impl TaskSet {
    /// Takes a task in; it waits to be sent.
    pub fn add(&mut self, task: Task) -> TaskId {
        if task.owner == Owner::Run {
            self.unfinished += 1;
        }
        let id = self.tasks.insert(task);
        self.unsent.push_back(id);
        id
    }

    /// The task to be sent next.
    pub fn next_unsent(&mut self) -> Option<(TaskId, &Task)> {
        while let Some(id) = self.unsent.front().copied() {
            if self.tasks.contains_key(id) {
                return self.tasks.get(id).map(|task| (id, task));
            }
            self.unsent.pop_front();
        }
        None
    }

    /// What to send for a task.
    pub fn request_of(&self, id: TaskId) -> Option<&Request> {
        self.tasks.get(id).and_then(|task| task.unacknowledged.as_ref()).map(|it| &it.request)
    }

    /// The task at the front of the unsent was sent on the connection `lane`.
    pub fn sent(&mut self, lane: usize) {
        let Some(id) = self.unsent.pop_front() else { return };
        if let Some(task) = self.tasks.get_mut(id) {
            task.lane = Some(lane_number(lane));
            let question = task.question;
            self.lane(lane).awaited.push_back(Awaited { task: Some(id), question });
        }
    }

    /// A request that nobody waits for was sent on the connection `lane`; its answer must be taken off the line.
    pub fn sent_unattended(&mut self, lane: usize, question: Question) {
        self.lane(lane).awaited.push_back(Awaited { task: None, question });
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

    /// Whether anything is to be sent or answered.
    pub fn is_idle(&self) -> bool {
        self.unsent.is_empty() && (0..self.lanes.len()).all(|lane| !self.expects(lane))
    }

    /// Whether packets are due on the connection `lane`.
    pub fn expects(&self, lane: usize) -> bool {
        self.lanes.get(lane).is_some_and(|lane| !lane.awaited.is_empty() || !lane.handles.is_empty())
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
        self.call_events.remove(index).map(|(_, event)| event)
    }

    /// Whether an event of a task added for runTasks waits to be taken.
    pub fn has_run_event(&self) -> bool {
        !self.run_events.is_empty()
    }

    /// Whether the task is not finished, or has not been told its end.
    pub fn has(&self, id: TaskId) -> bool {
        self.tasks.contains_key(id)
    }

    /// Gives a task that was not sent yet another request.
    pub fn replace_request(&mut self, id: TaskId, request: Request) {
        if let Some(task) = self.tasks.get_mut(id).filter(|task| task.lane.is_none()) {
            if let Some(unacknowledged) = &mut task.unacknowledged {
                unacknowledged.request = request;
            }
        }
    }

    /// The connection that a task was sent on.
    pub fn lane_of(&self, id: TaskId) -> Option<usize> {
        self.tasks.get(id).and_then(|task| task.lane).map(usize::from)
    }

    /// No server took the task at the front of the unsent.  A task of runTasks waits for the next one; any other
    /// ends.
    pub fn fail_unsent(&mut self, error: &Error) {
        if let Some(id) = self.unsent.pop_front() {
            self.not_taken(id, error);
        }
    }

    fn not_taken(&mut self, id: TaskId, error: &Error) {
        match self.tasks.get_mut(id) {
            Some(task) if task.owner == Owner::Run => {
                task.set_failure(error);
                self.stalled.push(id);
            }
            _ => self.finish(id, Event::Failed(error.clone())),
        }
    }

    /// The call that waited for this task has given up.  Answers to what was sent for it will be thrown away.
    pub fn abandon(&mut self, id: TaskId) {
        let Some(task) = self.tasks.get_mut(id).filter(|task| task.owner == Owner::Call) else { return };
        task.owner = Owner::Nobody;
        if task.lane.is_none() {
            self.tasks.remove(id);
        }
        self.call_events.retain(|(task, _)| *task != id);
    }

    /// A packet came in on the connection `lane`.  An error means that the server is out of step and the
    /// connection must be closed.
    pub fn receive(&mut self, lane: usize, response: Response) -> Result<()> {
        let name = response.name();
        match response {
            Response::JobCreated { handle } => self.created(lane, handle),
            Response::Echo { data } => self.answered(lane, Question::Echo, name, Event::Echo(data)),
            Response::Status { progress, .. } => self.answered(lane, Question::Status, name, Event::Known(progress)),
            Response::StatusUnique { progress, .. } => {
                self.answered(lane, Question::StatusUnique, name, Event::Known(progress))
            }
            Response::Option { .. } => self.answered(lane, Question::Option, name, Event::OptionSet),
            Response::Error { code, text } => self.refused(lane, &code, &text),
            Response::WorkData { handle, data } => self.progressed(lane, &handle, Event::Data(data)),
            Response::WorkWarning { handle, data } => self.progressed(lane, &handle, Event::Warning(data)),
            Response::WorkStatus { handle, numerator, denominator } => {
                self.progressed(lane, &handle, Event::Status { numerator, denominator })
            }
            Response::WorkComplete { handle, data } => self.ended(lane, &handle, Event::Complete(data)),
            Response::WorkFail { handle } => self.ended(lane, &handle, Event::Fail),
            Response::WorkException { handle, data } => self.raised(lane, &handle, data),
            Response::Noop | Response::NoJob | Response::JobAssign(_) => Err(unexpected(name)),
        }
    }

    /// The connection `lane` is gone.  What it had not acknowledged goes back to the front of the unsent when
    /// `retry` allows; everything else on it has failed.
    pub fn lost(&mut self, lane: usize, error: &Error, retry: Retry) {
        let Some(gone) = self.lanes.get_mut(lane).map(std::mem::take) else { return };
        let mut again = Vec::new();
        for id in gone.awaited.into_iter().filter_map(|awaited| awaited.task) {
            let Some(task) = self.tasks.get_mut(id) else { continue };
            task.lane = None;
            if retry == Retry::No || task.owner == Owner::Nobody {
                self.not_taken(id, error);
            } else {
                task.note_failure(lane, error, retry == Retry::Anywhere);
                again.push(id);
            }
        }
        again.into_iter().rev().for_each(|id| self.unsent.push_front(id));

        for id in gone.handles.into_tasks() {
            self.finish(id, Event::Failed(error.clone()));
        }
    }

    /// This process is a child of the one that sent these tasks: they are the parent's.  A call that waits for one of
    /// them ends.
    pub fn leave_to_parent(&mut self) {
        let error = Error::new(ReturnCode::LostConnection, "the job belongs to the parent process");
        let sent = |task: &Task| task.lane.is_some() || task.failure().is_some();
        self.end_calls(&error, sent);
        self.lanes.clear();
        self.run_events.clear();
        self.tasks.retain(|_, task| !sent(task));
        self.stalled.retain(|id| self.tasks.contains_key(*id));
        self.unfinished = self.tasks.values().filter(|task| task.owner == Owner::Run).count();
    }

    /// Forgets all tasks.  A call that waits for one of them ends with `error`.
    pub fn clear(&mut self, error: &Error) {
        self.end_calls(error, |_| true);
        self.tasks.clear();
        self.lanes.clear();
        self.run_events.clear();
        self.unsent.clear();
        self.stalled.clear();
        self.unfinished = 0;
    }

    fn end_calls(&mut self, error: &Error, which: impl Fn(&Task) -> bool) {
        let calls = self.tasks.iter().filter(|(_, task)| task.owner == Owner::Call && which(task)).map(|(id, _)| id);
        let ended: Vec<TaskId> = calls.collect();
        self.call_events.retain(|(id, _)| !ended.contains(id));
        self.call_events.extend(ended.into_iter().map(|id| (id, Event::Failed(error.clone()))));
    }

    fn lane(&mut self, index: usize) -> &mut Lane {
        if self.lanes.len() <= index {
            self.lanes.resize_with(index + 1, Lane::default);
        }
        // The vector was just made long enough.
        #[allow(clippy::indexing_slicing)]
        &mut self.lanes[index]
    }

    fn next_awaited(&mut self, lane: usize, question: Question, name: &str) -> Result<Option<TaskId>> {
        let lane = self.lane(lane);
        match lane.awaited.front() {
            Some(awaited) if awaited.question == question => Ok(lane.awaited.pop_front().and_then(|it| it.task)),
            _ => Err(unexpected(name)),
        }
    }

    fn created(&mut self, lane: usize, handle: Bytes) -> Result<()> {
        let Some(id) = self.next_awaited(lane, Question::Submission, "JOB_CREATED")? else { return Ok(()) };
        let Some(task) = self.tasks.get_mut(id) else { return Ok(()) };
        task.unacknowledged = None;
        if task.background {
            self.finish(id, Event::Queued(handle));
            return Ok(());
        }
        self.lane(lane).handles.insert(&handle, id);
        self.tell(id, Event::Created(handle));
        Ok(())
    }

    fn answered(&mut self, lane: usize, question: Question, name: &str, event: Event) -> Result<()> {
        if let Some(id) = self.next_awaited(lane, question, name)? {
            self.finish(id, event);
        }
        Ok(())
    }

    fn refused(&mut self, lane: usize, code: &[u8], text: &[u8]) -> Result<()> {
        let lane = self.lane(lane);
        let error = server_error(code, text);
        match lane.awaited.pop_front() {
            None => return Err(error),
            Some(Awaited { task: Some(id), .. }) => self.finish(id, Event::Failed(error)),
            Some(Awaited { task: None, .. }) => {}
        }
        Ok(())
    }

    fn progressed(&mut self, lane: usize, handle: &[u8], event: Event) -> Result<()> {
        if let Some(id) = self.lane(lane).handles.next(handle) {
            self.tell(id, event);
        }
        Ok(())
    }

    fn ended(&mut self, lane: usize, handle: &[u8], event: Event) -> Result<()> {
        if let Some(id) = self.lane(lane).handles.leave(handle) {
            self.finish(id, event);
        }
        Ok(())
    }

    /// WORK_EXCEPTION.  The WORK_FAIL or WORK_COMPLETE that follows finds no task and is ignored.
    fn raised(&mut self, lane: usize, handle: &[u8], data: Bytes) -> Result<()> {
        self.ended(lane, handle, Event::Exception(data))
    }

    fn tell(&mut self, id: TaskId, event: Event) {
        match self.tasks.get(id).map(|task| task.owner) {
            Some(Owner::Run) => self.run_events.push_back((id, event)),
            Some(Owner::Call) => self.call_events.push_back((id, event)),
            Some(Owner::Nobody) | None => {}
        }
    }

    /// Ends a task.  One of runTasks keeps its id until it has been told: a new task must not get the same one.
    fn finish(&mut self, id: TaskId, event: Event) {
        self.tell(id, event);
        match self.tasks.get(id).map(|task| task.owner) {
            Some(Owner::Run) => self.unfinished = self.unfinished.saturating_sub(1),
            _ => drop(self.tasks.remove(id)),
        }
    }
}

fn unexpected(name: &str) -> Error {
    Error::new(ReturnCode::UnexpectedPacket, format!("the server sent {name}, which nothing was waiting for"))
}

/// An ERROR packet: gearmand names the code in words.  The codes are those that libgearman gives (measured).
fn server_error(code: &[u8], text: &[u8]) -> Error {
    let return_code = match code.to_ascii_uppercase().as_slice() {
        b"JOB_QUEUE_FULL" => ReturnCode::JobQueueFull,
        b"QUEUE_ERROR" => ReturnCode::QueueError,
        _ => ReturnCode::ServerError,
    };
    let (code, text) = (String::from_utf8_lossy(code), String::from_utf8_lossy(text));
    Error::new(return_code, format!("the server refused: {code}: {text}"))
}
