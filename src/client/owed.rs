//! What one server owes a client.
//!
//! A server answers the requests on one connection in their order, so they form a line of [`Awaited`] answers.  What
//! follows JOB_CREATED is found by its handle, in constant time.

use std::collections::VecDeque;
use std::time::Instant;

use super::handles::Handles;
use super::task::{Question, TaskId};
use crate::error::{Error, Result, ReturnCode};
use crate::net::Knowledge;

/// One answer that a server owes.
pub(super) struct Awaited {
    /// Who waits for it; nobody any more when there is none.
    pub(super) task: Option<TaskId>,
    pub(super) question: Question,
    /// Whether that task was sent to another server since.  Whichever answers first has it.
    pub(super) is_left: bool,
}

impl Awaited {
    fn new(task: Option<TaskId>, question: Question) -> Self {
        Self { task, question, is_left: false }
    }
}

/// See the module.
#[derive(Default)]
pub struct Owed {
    /// Tasks that are to be sent to it.
    pub(super) queued: VecDeque<TaskId>,
    pub(super) awaited: VecDeque<Awaited>,
    pub(super) handles: Handles,
    /// Since when an answer has been due, or what waits for the link to be made.
    asked_at: Option<Instant>,
    /// When it was first seen that the answer is late.
    doubted_at: Option<Instant>,
    /// Whether something happened after which no other client should go on with the link.
    is_spoilt: bool,
}

impl Knowledge for Owed {
    fn greeted(&mut self) {
        self.awaited.push_back(Awaited::new(None, Question::Option));
    }

    fn is_expected(&self) -> bool {
        !self.awaited.is_empty() || !self.handles.is_empty()
    }

    fn is_settled(&self) -> bool {
        !self.is_spoilt && !self.is_expected() && self.queued.is_empty()
    }
}

impl Owed {
    /// How many answers and ends of jobs are due.
    pub(super) fn count(&self) -> usize {
        self.awaited.len() + self.handles.len()
    }

    /// Whether the server has taken a job and not said how it ended.
    pub(super) fn has_jobs(&self) -> bool {
        !self.handles.is_empty()
    }

    /// Something was refused, given up or not expected: the link ends with its client.
    pub(super) fn spoil(&mut self) {
        self.is_spoilt = true;
    }

    /// Whether an answer is due, or something waits for the link to be made.
    pub(super) fn is_asked(&self) -> bool {
        !self.awaited.is_empty() || !self.queued.is_empty()
    }

    /// Since when that is so.
    pub(super) fn asked_at(&self) -> Option<Instant> {
        self.asked_at.filter(|_| self.is_asked())
    }

    /// The same, given that it is `now`; `None` when nobody waits for what is due.
    pub(super) fn asked_since(&mut self, now: Instant) -> Option<Instant> {
        if !self.is_asked() {
            self.asked_at = None;
            return None;
        }
        let since = *self.asked_at.get_or_insert(now);
        let is_waited_for = |awaited: &Awaited| awaited.task.is_some() && !awaited.is_left;
        (!self.queued.is_empty() || self.awaited.iter().any(is_waited_for)).then_some(since)
    }

    /// Whether the answer comes is in doubt `now`, the server being silent `since`; since when that is so.
    pub(super) fn doubt(&mut self, since: Instant, now: Instant) -> Instant {
        let doubted_at = self.doubted_at(since).unwrap_or(now);
        self.doubted_at = Some(doubted_at);
        doubted_at
    }

    /// Since when that is in doubt, the server being silent `since`.
    pub(super) fn doubted_at(&self, since: Instant) -> Option<Instant> {
        self.doubted_at.filter(|doubted_at| *doubted_at >= since)
    }

    /// A request of `task` was sent.
    pub(super) fn ask(&mut self, task: TaskId, question: Question) {
        self.awaited.push_back(Awaited::new(Some(task), question));
    }

    /// An echo was asked for `now`, only to hear something, of a server that owed no answer.
    pub(super) fn probe(&mut self, now: Instant) {
        self.asked_at = Some(now);
        self.awaited.push_back(Awaited::new(None, Question::Echo));
    }

    /// The answer to `question` has come, in a packet of this name; who waited for it.
    pub(super) fn take_answer(&mut self, question: Question, name: &str) -> Result<Option<TaskId>> {
        match self.awaited.front() {
            Some(awaited) if awaited.question == question => Ok(self.take_next().and_then(|it| it.task)),
            _ => Err(unexpected(name)),
        }
    }

    /// The answer that comes first was given.
    pub(super) fn take_next(&mut self) -> Option<Awaited> {
        let first = pop(&mut self.awaited);
        if self.awaited.is_empty() {
            self.asked_at = None;
        }
        first
    }
}

/// The first of a line.  One that was long gives its memory back when it is empty.
pub(super) fn pop<T>(line: &mut VecDeque<T>) -> Option<T> {
    let first = line.pop_front();
    if line.is_empty() && line.capacity() > 1024 {
        *line = VecDeque::new();
    }
    first
}

/// The error of a packet that nothing was waiting for.
pub(super) fn unexpected(name: &str) -> Error {
    Error::new(ReturnCode::UnexpectedPacket, format!("the server sent {name}, which nothing was waiting for"))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_long_line_gives_its_memory_back_and_a_short_one_keeps_it() {
        for (length, is_kept) in [(10, true), (10_000, false)] {
            let mut line: VecDeque<_> = (0..length).collect();
            for number in 0..length {
                assert!(line.capacity() >= line.len());
                assert_eq!(pop(&mut line), Some(number));
            }
            assert_eq!((pop(&mut line), line.capacity() > 0), (None, is_kept));
        }
    }

    #[test]
    fn a_question_is_as_old_as_itself_and_not_as_the_last_one() {
        let (first, second) = (Instant::now(), Instant::now() + Duration::from_secs(3600));
        let mut owed = Owed::default();
        assert_eq!(owed.asked_since(first), None);
        owed.ask(TaskId::default(), Question::Echo);
        assert_eq!(owed.asked_since(first), Some(first));
        owed.ask(TaskId::default(), Question::Echo);
        assert_eq!(owed.asked_since(second), Some(first));
        for _ in 0..2 {
            owed.take_answer(Question::Echo, "ECHO_RES").unwrap();
        }
        // Nobody looked in between.
        owed.ask(TaskId::default(), Question::Echo);
        assert_eq!(owed.asked_since(second), Some(second));
    }

    #[test]
    fn what_waits_for_the_link_waits_for_the_server() {
        let now = Instant::now();
        let mut owed = Owed::default();
        owed.queued.push_back(TaskId::default());
        assert_eq!((owed.asked_since(now), owed.asked_at()), (Some(now), Some(now)));
    }

    #[test]
    fn nobody_waits_for_an_echo_that_only_probes_but_it_is_due() {
        let (now, later) = (Instant::now(), Instant::now() + Duration::from_secs(3600));
        let mut owed = Owed::default();
        owed.probe(now);
        assert_eq!((owed.is_asked(), owed.asked_since(later), owed.asked_at()), (true, None, Some(now)));
        owed.ask(TaskId::default(), Question::Submission);
        assert_eq!(owed.asked_since(later), Some(now));
    }

    #[test]
    fn nobody_waits_for_the_answer_of_a_server_that_was_left() {
        let now = Instant::now();
        let mut owed = Owed::default();
        owed.ask(TaskId::default(), Question::Submission);
        owed.awaited[0].is_left = true;
        assert_eq!((owed.is_asked(), owed.asked_since(now)), (true, None));
    }

    #[test]
    fn a_doubt_is_as_old_as_the_first_look_at_it_and_ends_with_a_sign_of_life() {
        let moment = |seconds| Instant::now() + Duration::from_secs(seconds);
        let (asked, seen, heard, later) = (moment(0), moment(100), moment(200), moment(300));
        let mut owed = Owed::default();
        assert_eq!(owed.doubted_at(asked), None);
        assert_eq!((owed.doubt(asked, seen), owed.doubt(asked, later)), (seen, seen));
        assert_eq!((owed.doubted_at(heard), owed.doubt(heard, later)), (None, later));
    }
}
