//! What servers say: packets in, events out.

use bytes::Bytes;

use super::owed::{Awaited, Owed, unexpected};
use super::task::{Event, Question};
use super::task_set::TaskSet;
use crate::error::{Error, Result, ReturnCode};
use crate::protocol::Response;
use crate::stats::{self, Counter};

impl TaskSet {
    /// A packet came from the server that owes this.  An error means that the server is out of step, and that its link
    /// must be closed.
    pub fn receive(&mut self, owed: &mut Owed, response: Response) -> Result<()> {
        let name = response.name();
        match response {
            Response::JobCreated { handle } => self.created(owed, handle),
            Response::Echo { data } => self.answered(owed, Question::Echo, name, Event::Echo(data)),
            Response::Status { progress, .. } => self.answered(owed, Question::Status, name, Event::Known(progress)),
            Response::StatusUnique { progress, .. } => {
                self.answered(owed, Question::StatusUnique, name, Event::Known(progress))
            }
            Response::Option { .. } => self.answered(owed, Question::Option, name, Event::OptionSet),
            Response::Error { code, text } => self.refused(owed, &code, &text),
            Response::WorkData { handle, data } => self.progressed(owed, &handle, Event::Data(data)),
            Response::WorkWarning { handle, data } => self.progressed(owed, &handle, Event::Warning(data)),
            Response::WorkStatus { handle, numerator, denominator } => {
                self.progressed(owed, &handle, Event::Status { numerator, denominator })
            }
            Response::WorkComplete { handle, data } => self.ended(owed, &handle, Event::Complete(data)),
            Response::WorkFail { handle } => self.ended(owed, &handle, Event::Fail),
            // The WORK_FAIL or WORK_COMPLETE that follows finds no task and is ignored.
            Response::WorkException { handle, data } => {
                owed.spoil();
                self.ended(owed, &handle, Event::Exception(data))
            }
            Response::Noop | Response::NoJob | Response::JobAssign(_) | Response::Line(_) => Err(unexpected(name)),
        }
    }

    fn created(&mut self, owed: &mut Owed, handle: Bytes) -> Result<()> {
        let waiting = owed.take_answer(Question::Submission, "JOB_CREATED")?;
        stats::count(Counter::JobsSubmitted);
        let Some(id) = waiting else { return Ok(()) };
        let Some(task) = self.tasks.get(id) else { return Ok(()) };
        if !task.is_unanswered() {
            // Another server has it already.
            owed.spoil();
            return Ok(());
        }
        let is_background = task.background;
        self.acknowledge(id);
        if is_background {
            self.finish(id, Event::Queued(handle));
            return Ok(());
        }
        owed.handles.insert(&handle, id);
        self.tell(id, Event::Created(handle));
        Ok(())
    }

    fn answered(&mut self, owed: &mut Owed, question: Question, name: &str, event: Event) -> Result<()> {
        if let Some(id) = owed.take_answer(question, name)?.filter(|id| self.is_unanswered(*id)) {
            self.finish(id, event);
        }
        Ok(())
    }

    fn refused(&mut self, owed: &mut Owed, code: &[u8], text: &[u8]) -> Result<()> {
        let error = server_error(code, text);
        owed.spoil();
        match owed.take_next() {
            None => return Err(error),
            Some(Awaited { task: Some(id), is_left: false, .. }) if self.is_unanswered(id) => {
                self.finish(id, Event::Failed(error));
            }
            Some(_) => {}
        }
        Ok(())
    }

    fn progressed(&mut self, owed: &mut Owed, handle: &[u8], event: Event) -> Result<()> {
        match owed.handles.next(handle) {
            Some(id) => self.tell(id, event),
            None => owed.spoil(),
        }
        Ok(())
    }

    fn ended(&mut self, owed: &mut Owed, handle: &[u8], event: Event) -> Result<()> {
        match owed.handles.leave(handle) {
            Some(id) => {
                let is_complete = matches!(event, Event::Complete(_));
                stats::count(if is_complete { Counter::JobsCompleted } else { Counter::JobsFailed });
                self.finish(id, event);
            }
            None => owed.spoil(),
        }
        Ok(())
    }
}

const QUEUE_IS_FULL: &str = "has the function its maximum of jobs? otherwise gearmand's log says why";

/// An ERROR packet: gearmand names the code in words.  The codes are those that libgearman gives (measured).
fn server_error(code: &[u8], text: &[u8]) -> Error {
    let (return_code, advice) = match code.to_ascii_uppercase().as_slice() {
        b"JOB_QUEUE_FULL" => (ReturnCode::JobQueueFull, QUEUE_IS_FULL),
        b"QUEUE_ERROR" => (ReturnCode::QueueError, QUEUE_IS_FULL),
        _ => (ReturnCode::ServerError, "gearmand's log may say more"),
    };
    let (code, text) = (String::from_utf8_lossy(code), String::from_utf8_lossy(text));
    Error::new(return_code, format!("the server refused: {code}: {text}")).advising(advice)
}
