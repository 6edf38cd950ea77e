//! One thing that a client has asked of a server.

use bytes::Bytes;
use slotmap::new_key_type;

use crate::error::Error;
use crate::protocol::{Progress, Request};

new_key_type! {
    /// Names a task of one client; never used twice.
    pub struct TaskId;
}

/// Who is told what happens to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// `runTasks()`.
    Run,
    /// The one call that waits for it.
    Call,
    /// The call that waited has given up.
    Nobody,
}

/// The answer that a request gets first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// JOB_CREATED.
    Submission,
    /// STATUS_RES.
    Status,
    /// STATUS_RES_UNIQUE.
    StatusUnique,
    /// ECHO_RES.
    Echo,
    /// OPTION_RES.
    Option,
}

/// In which order servers are asked to take a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// In the order in which they were added.
    Given,
    /// The next one first, and the others after it, in turn.
    Turn(u32),
    /// By rendezvous: each server has a rank for each key, and the highest comes first.  So equal keys meet on one
    /// server, whoever submits them, and when a server is gone only its own keys go elsewhere.
    Key(u32),
}

/// An order in the four bytes that a task has to spare.
#[derive(Clone, Copy, Debug)]
struct Packed(u32);

impl Packed {
    const NUMBER: u32 = (1 << 30) - 1;
    const TURN: u32 = 1 << 30;
    const KEY: u32 = 1 << 31;

    fn new(order: Order) -> Self {
        Self(match order {
            Order::Given => 0,
            Order::Turn(number) => Self::TURN | (number & Self::NUMBER),
            Order::Key(number) => Self::KEY | (number & Self::NUMBER),
        })
    }

    fn get(self) -> Order {
        let number = self.0 & Self::NUMBER;
        match self.0 & !Self::NUMBER {
            0 => Order::Given,
            Self::TURN => Order::Turn(number),
            _ => Order::Key(number),
        }
    }
}

/// What happened to a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The server has the job under this handle.
    Created(Bytes),
    /// The end of a background task: the server has the job under this handle.
    Queued(Bytes),
    /// A part of the result.
    Data(Bytes),
    /// A warning.
    Warning(Bytes),
    /// The job is this far.
    Status {
        /// Done so far.
        numerator: u32,
        /// Out of this many.
        denominator: u32,
    },
    /// The end: the (last part of the) result.
    Complete(Bytes),
    /// The end: the job raised an exception.
    Exception(Bytes),
    /// The end: the job failed.
    Fail,
    /// The end of a status question.
    Known(Progress),
    /// The end of an echo.
    Echo(Bytes),
    /// The end of an option request.
    OptionSet,
    /// The end: it could not be submitted, or its server is gone.
    Failed(Error),
}

impl Event {
    /// Whether nothing more is to come of the task.
    pub fn is_last(&self) -> bool {
        !matches!(self, Self::Created(_) | Self::Data(_) | Self::Warning(_) | Self::Status { .. })
    }
}

/// A request and where it stands.  Kept small: a client may have hundreds of thousands.
#[derive(Debug)]
pub struct Task {
    pub(super) owner: Owner,
    pub(super) question: Question,
    pub(super) background: bool,
    /// The server it was sent to.
    pub(super) server: Option<u16>,
    /// The only server it may be sent to.
    pub(super) pinned: Option<u16>,
    /// In which order servers are asked to take it.
    order: Packed,
    /// Kept until the server has acknowledged it, so that it can be sent again.
    pub(super) request: Option<Request>,
    attempts: Option<Box<Attempts>>,
}

/// Where a task could not be sent, and why.
#[derive(Debug)]
pub(super) struct Attempts {
    pub(super) exhausted: Vec<usize>,
    pub(super) lost: Vec<usize>,
    pub(super) error: Error,
}

impl Task {
    /// A submission; it goes to the first server, in this order, that takes it.
    pub fn submission(owner: Owner, background: bool, order: Order, request: Request) -> Self {
        Self { background, ..Self::new(owner, Question::Submission, None, order, request) }
    }

    /// A question, for the server at `pinned` or for the first that answers.
    pub fn question(owner: Owner, question: Question, pinned: Option<usize>, request: Request) -> Self {
        Self::new(owner, question, pinned, Order::Given, request)
    }

    fn new(owner: Owner, question: Question, pinned: Option<usize>, order: Order, request: Request) -> Self {
        Self {
            owner,
            question,
            background: false,
            server: None,
            pinned: pinned.map(server_number),
            order: Packed::new(order),
            request: Some(request),
            attempts: None,
        }
    }

    /// In which order servers are asked to take it.
    pub(super) fn order(&self) -> Order {
        self.order.get()
    }

    /// Whether only one server can answer it.
    pub(super) fn is_pinned(&self) -> bool {
        self.pinned.is_some()
    }

    /// The server has it: it is not sent again.
    pub(super) fn acknowledge(&mut self) {
        self.request = None;
        self.attempts = None;
    }

    /// Whether no server has it yet.
    pub(super) fn is_unanswered(&self) -> bool {
        self.request.is_some()
    }

    /// Why it could not be sent so far.
    pub(super) fn failure(&self) -> Option<&Error> {
        self.attempts.as_ref().map(|attempts| &attempts.error)
    }

    /// Whether it may (still) be sent to `server`.
    pub(super) fn may_use(&self, server: usize) -> bool {
        self.pinned.is_none_or(|pinned| pinned == server_number(server))
            && self.attempts.as_ref().is_none_or(|attempts| !attempts.exhausted.contains(&server))
    }

    /// Whether the link to `server` broke when it had been sent there.
    pub(super) fn was_lost_by(&self, server: usize) -> bool {
        self.attempts.as_ref().is_some_and(|attempts| attempts.lost.contains(&server))
    }

    /// Whether it may be sent to one of these, which answer.  Those that have failed are tried again when there is no
    /// other: one that comes and goes would take it, and go, once more.
    pub(super) fn may_use_any(&mut self, servers: &[usize]) -> bool {
        if !servers.iter().any(|server| self.may_use(*server))
            && let Some(attempts) = &mut self.attempts
        {
            attempts.exhausted.retain(|exhausted| !servers.contains(exhausted));
        }
        servers.iter().any(|server| self.may_use(*server))
    }

    /// Every server may be tried again.
    pub(super) fn forget_failures(&mut self) {
        self.attempts = None;
    }

    /// It failed for this reason, wherever that was.
    pub(super) fn set_failure(&mut self, error: &Error) {
        if self.request.is_some() {
            let attempts = Attempts { exhausted: Vec::new(), lost: Vec::new(), error: error.clone() };
            self.attempts = Some(Box::new(attempts));
        }
    }

    /// Sending it to `server` has failed.  A link that broke gets a second chance, since it may have been an old one; a
    /// server that could not be reached, or did not answer, does not.
    pub(super) fn note_failure(&mut self, server: usize, error: &Error, retry: Retry) {
        if self.request.is_none() {
            return;
        }
        let attempts = match self.attempts.take() {
            // The last failure gives the code: a link that broke says less than a server that refused the next.
            Some(attempts) => Attempts { error: attempts.error.and(error).with_code(error.code()), ..*attempts },
            None => Attempts { exhausted: Vec::new(), lost: Vec::new(), error: error.clone() },
        };
        let attempts = self.attempts.insert(Box::new(attempts));
        if retry == Retry::Anywhere && !attempts.lost.contains(&server) {
            attempts.lost.push(server);
        } else {
            attempts.exhausted.push(server);
        }
    }
}

/// Where an unacknowledged task may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Nowhere: the server is not to be trusted.
    No,
    /// To the same server too, once: the link broke.
    Anywhere,
    /// To another server: this one cannot be reached, or does not answer.
    Elsewhere,
}

/// A server's place in the pool, which nobody fills with more than 65,535.
pub(super) fn server_number(server: usize) -> u16 {
    u16::try_from(server).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_has_failed_is_tried_again_when_no_other_answers() {
        let error = Error::no_servers();
        let mut task = Task::question(Owner::Call, Question::Echo, None, Request::echo(b"").unwrap());
        task.note_failure(0, &error, Retry::Elsewhere);
        assert!(task.may_use_any(&[0, 1]) && !task.may_use(0) && task.may_use(1));
        task.note_failure(1, &error, Retry::Elsewhere);
        assert!(task.may_use_any(&[0]) && task.may_use(0) && !task.may_use(1));
        assert!(!task.may_use_any(&[]));
    }

    #[test]
    fn orders_are_packed_and_tasks_stay_small() {
        for order in [Order::Given, Order::Turn(0), Order::Turn(7), Order::Key(0), Order::Key(Packed::NUMBER)] {
            assert_eq!(Packed::new(order).get(), order);
        }
        assert_eq!(Packed::new(Order::Turn(u32::MAX)).get(), Order::Turn(Packed::NUMBER));
        assert_eq!(size_of::<Task>(), 64);
    }
}
