//! What a client does: submits jobs, asks after them, and hears how they end.
//!
//! [`TaskSet`] is the state machine; [`Client`] moves packets between it and the connections.

mod call;
mod handles;
mod inquiry;
mod task;
mod task_set;
mod unique;

#[cfg(test)]
mod tests;

use std::task::{Context, Poll};

pub use call::{Call, Outcome};
pub use inquiry::{Ping, StatusInquiry};
pub use task::{Event, Owner, Question, Task, TaskId};
pub use unique::unique_key;

use task_set::{Retry, TaskSet};

use crate::error::{Error, Result, ReturnCode};
use crate::net::{Connection, Pool};
use crate::process::Origin;
use crate::protocol::{Request, Submission};

/// Submissions wait here, not in the connection's queue, while this many bytes of it are unwritten.
const HIGH_WATER: usize = 256 * 1024;

/// A client: its servers and its tasks.
pub struct Client {
    /// The servers, in the order they are tried.
    pub pool: Pool,
    tasks: TaskSet,
    origin: Origin,
}

impl Default for Client {
    fn default() -> Self {
        Self { pool: Pool::default(), tasks: TaskSet::default(), origin: Origin::here() }
    }
}

impl Client {
    /// Adds a job; it is sent by the next poll.
    pub fn submit(&mut self, owner: Owner, job: &Submission<'_>) -> Result<TaskId> {
        if self.pool.is_empty() && owner == Owner::Call {
            return Err(no_servers());
        }
        Ok(self.tasks.add(Task::submission(owner, job.background, Request::submit_job(job)?)))
    }

    /// Adds a question to the server at `pinned`, or to the first that can be reached.
    pub fn ask(&mut self, owner: Owner, question: Question, pinned: Option<usize>, request: Request) -> TaskId {
        self.tasks.add(Task::question(owner, question, pinned, request))
    }

    /// Nobody waits for this task any more.  A connection with an unwritten rest of it is closed: the server has
    /// not got it, and everything behind it would wait as long.
    pub fn abandon(&mut self, id: TaskId) {
        if let Some(lane) = self.tasks.lane_of(id)
            && let Some(connection) = self.pool.get_mut(lane)
            && connection.unwritten() > 0
        {
            let error = Error::new(ReturnCode::LostConnection, format!("{}: not answering", connection.server()));
            connection.give_up();
            self.tasks.abandon(id);
            self.tasks.lost(lane, &error, Retry::Anywhere);
        } else {
            self.tasks.abandon(id);
        }
    }

    /// Gives a task that was not sent yet another request.
    pub fn replace_request(&mut self, id: TaskId, request: Request) {
        self.tasks.replace_request(id, request);
    }

    /// Whether the task is not finished, or has not been told its end.
    pub fn has(&self, id: TaskId) -> bool {
        self.tasks.has(id)
    }

    /// A new runTasks: tasks that no server took in the last one are tried again.
    pub fn begin_run(&mut self) {
        self.tasks.begin_run();
    }

    /// Why tasks added for runTasks could not be submitted; they are kept for the next runTasks.
    pub fn stall_reason(&self) -> Option<Error> {
        self.tasks.stall_reason().cloned()
    }

    /// The next event of a task added for runTasks; `None` when all of them are finished and told, or kept for the
    /// next runTasks.
    pub fn poll_run(&mut self, cx: &mut Context<'_>) -> Poll<Option<(TaskId, Event)>> {
        self.poll(cx, |tasks| match tasks.next_run_event() {
            Some(event) => Some(Some(event)),
            None => tasks.is_run_over().then_some(None),
        })
    }

    /// The next event of the task `id`, which a call waits for.
    pub fn poll_call(&mut self, id: TaskId, cx: &mut Context<'_>) -> Poll<Event> {
        self.poll(cx, |tasks| tasks.next_call_event(id))
    }

    /// Until there is an event of a task added for runTasks.  The event stays where it is.
    pub fn poll_activity(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.poll(cx, |tasks| tasks.has_run_event().then_some(()))
    }

    /// Whether no server owes anything, so that waiting would be in vain.
    pub fn is_idle(&self) -> bool {
        self.tasks.is_idle() || self.pool.iter().all(Connection::is_down)
    }

    /// Asks for WORK_EXCEPTION packets, on every connection there is and every one to come.
    pub fn enable_exceptions(&mut self) {
        self.leave_to_parent();
        if self.pool.dialing.greeting.is_some() {
            return;
        }
        self.pool.dialing.greeting = Some(Request::option_exceptions());
        for lane in 0..self.pool.len() {
            if let Some(connection) = self.pool.get_mut(lane).filter(|connection| !connection.is_down()) {
                connection.send(&Request::option_exceptions());
                self.tasks.sent_unattended(lane, Question::Option);
            }
        }
    }

    /// Closes its connections; what they had not acknowledged is sent again on new ones.
    pub fn reconnect(&mut self) {
        self.leave_to_parent();
        for lane in 0..self.pool.len() {
            if let Some(connection) = self.pool.get_mut(lane).filter(|connection| !connection.is_down()) {
                let error = Error::new(ReturnCode::LostConnection, format!("{}: reconnecting", connection.server()));
                connection.close();
                self.tasks.lost(lane, &error, Retry::Anywhere);
            }
        }
    }

    /// Forgets its servers and tasks.  A call that waits ends.
    pub fn close(&mut self) {
        self.pool = Pool::default();
        self.tasks.clear(&Error::new(ReturnCode::LostConnection, "the client was closed meanwhile"));
    }

    /// Moves packets until `wanted` finds something.
    fn poll<T>(&mut self, cx: &mut Context<'_>, wanted: impl Fn(&mut TaskSet) -> Option<T>) -> Poll<T> {
        self.leave_to_parent();
        loop {
            self.send_unsent();
            if let Some(found) = wanted(&mut self.tasks) {
                return Poll::Ready(found);
            }
            let mut moved = false;
            for lane in 0..self.pool.len() {
                moved |= self.receive(lane, cx);
            }
            if !moved {
                return Poll::Pending;
            }
        }
    }

    /// Takes one packet off the connection `lane`; true when there was one, or the connection broke.
    fn receive(&mut self, lane: usize, cx: &mut Context<'_>) -> bool {
        let expects = self.tasks.expects(lane);
        let Some(connection) = self.pool.get_mut(lane) else { return false };
        if connection.is_down() || (connection.is_up() && !expects && connection.unwritten() == 0) {
            return false;
        }
        let was_up = connection.is_up();
        let Poll::Ready(received) = connection.poll_receive(cx) else { return false };
        if let Err(error) = received.and_then(|response| {
            self.tasks.receive(lane, response).map_err(|error| {
                connection.close();
                error.at(connection.server())
            })
        }) {
            let retry = if was_up { retry_after(&error) } else { Retry::Elsewhere };
            self.tasks.lost(lane, &error, retry);
        }
        true
    }

    fn send_unsent(&mut self) {
        while let Some((id, task)) = self.tasks.next_unsent() {
            let Some(lane) = self.pool.choose(|lane| task.may_use(lane)) else {
                let error = task.failure().cloned().unwrap_or_else(no_servers);
                self.tasks.fail_unsent(&error);
                continue;
            };
            if self.tasks.expects(lane) {
                if self.pool.get(lane).is_some_and(|connection| connection.unwritten() >= HIGH_WATER) {
                    return;
                }
            } else if let Some(connection) = self.pool.get_mut(lane) {
                connection.close_if_lost();
            }
            if self.pool.get(lane).is_some_and(Connection::is_down) {
                self.pool.dial(lane);
            }
            if let Some((connection, request)) = self.pool.get_mut(lane).zip(self.tasks.request_of(id)) {
                connection.send(request);
            }
            self.tasks.sent(lane);
        }
    }

    /// In a child process: the connections, and what was sent on them, are the parent's.
    pub fn leave_to_parent(&mut self) {
        if self.origin.is_foreign() {
            self.origin = Origin::here();
            self.pool.leave_to_parent();
            self.tasks.leave_to_parent();
        }
    }
}

/// What may become of the tasks of a connection that ended so.
fn retry_after(error: &Error) -> Retry {
    if error.code() == ReturnCode::LostConnection { Retry::Anywhere } else { Retry::No }
}

fn no_servers() -> Error {
    Error::new(ReturnCode::NoServers, "no server was added")
}
