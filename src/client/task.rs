//! One thing that a client has asked of a server.

use bytes::Bytes;

use crate::error::Error;
use crate::protocol::{Progress, Request};

/// Names a task of one client; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(pub(super) u64);

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

/// What happened to a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The server has the job under this handle.  A background task ends with it.
    Created(Bytes),
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

/// A request and where it stands.
#[derive(Debug)]
pub struct Task {
    pub(super) owner: Owner,
    pub(super) question: Question,
    pub(super) background: bool,
    /// The connection it was sent on.
    pub(super) lane: Option<usize>,
    /// The only connection it may be sent on.
    pub(super) pinned: Option<usize>,
    /// Kept until the server has acknowledged it, so that it can be sent again.
    pub(super) request: Option<Request>,
    pub(super) attempts: Option<Box<Attempts>>,
}

/// Where a task could not be sent, and why.
#[derive(Debug)]
pub(super) struct Attempts {
    pub(super) exhausted: Vec<usize>,
    pub(super) lost: Vec<usize>,
    pub(super) error: Error,
}

impl Task {
    /// A submission; it goes to the first server that takes it.
    pub fn submission(owner: Owner, background: bool, request: Request) -> Self {
        Self { background, ..Self::question(owner, Question::Submission, None, request) }
    }

    /// A question, for the server at `pinned` or for the first that answers.
    pub fn question(owner: Owner, question: Question, pinned: Option<usize>, request: Request) -> Self {
        Self { owner, question, background: false, lane: None, pinned, request: Some(request), attempts: None }
    }

    pub(super) fn acknowledged(&mut self) {
        self.request = None;
        self.attempts = None;
    }

    /// Whether it may (still) be sent on the connection `lane`.
    pub(super) fn may_use(&self, lane: usize) -> bool {
        self.pinned.is_none_or(|pinned| pinned == lane)
            && self.attempts.as_ref().is_none_or(|attempts| !attempts.exhausted.contains(&lane))
    }

    /// Sending it on the connection `lane` has failed.  A connection that broke gets a second chance, since it
    /// may have been an old one; a server that could not be reached does not.
    pub(super) fn note_failure(&mut self, lane: usize, error: &Error, broke: bool) {
        match &mut self.attempts {
            Some(attempts) => attempts.error = attempts.error.clone().and(error),
            None => {
                self.attempts =
                    Some(Box::new(Attempts { exhausted: Vec::new(), lost: Vec::new(), error: error.clone() }));
            }
        }
        if let Some(attempts) = &mut self.attempts {
            if broke && !attempts.lost.contains(&lane) {
                attempts.lost.push(lane);
            } else {
                attempts.exhausted.push(lane);
            }
        }
    }
}
