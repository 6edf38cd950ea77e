//! Asking after a job.

use std::task::{Poll, ready};

use super::core::Client;
use super::task::{Event, Owner, Question, TaskId};
use crate::error::{Error, Result};
use crate::protocol::{Progress, Request};
use crate::runtime::Watch;

/// A question after a job, asked of one server after the other until one knows the job: a handle says which
/// machine gave it, but not where that machine is.
#[derive(Debug)]
pub struct StatusInquiry {
    request: Request,
    question: Question,
    /// The servers to ask yet, the next one last.
    servers: Vec<usize>,
    asked: Option<TaskId>,
    answered: bool,
    error: Option<Error>,
}

impl StatusInquiry {
    /// Asks by job handle.
    pub fn by_handle(client: &Client, handle: &[u8]) -> Result<Self> {
        Self::begin(client, Question::Status, Request::get_status(handle)?)
    }

    /// Asks by unique key.
    pub fn by_unique(client: &Client, unique: &[u8]) -> Result<Self> {
        Self::begin(client, Question::StatusUnique, Request::get_status_unique(unique)?)
    }

    fn begin(client: &Client, question: Question, request: Request) -> Result<Self> {
        if client.pool.is_empty() {
            return Err(Error::no_servers());
        }
        // Those that could not be reached a short while ago come after the others.
        let mut servers: Vec<usize> = (0..client.pool.len()).rev().collect();
        servers.sort_by_key(|index| !is_resting(client, *index));
        Ok(Self { request, question, servers, asked: None, answered: false, error: None })
    }

    /// Waits for the answer.  Fails only when no server answered.
    pub fn poll(&mut self, client: &mut Client, watch: &mut Watch) -> Poll<Result<Progress>> {
        loop {
            let id = match self.asked {
                Some(id) => id,
                None => match self.servers.pop().filter(|index| !self.answered || !is_resting(client, *index)) {
                    None => return Poll::Ready(self.unknown()),
                    Some(index) => {
                        *self.asked.insert(client.ask(Owner::Call, self.question, Some(index), self.request.clone()))
                    }
                },
            };
            let event = ready!(client.poll_call(id, watch));
            self.asked = None;
            match event {
                Event::Known(progress) if progress.known => return Poll::Ready(Ok(progress)),
                Event::Failed(error) => {
                    self.error = Some(self.error.take().map_or(error.clone(), |first| first.and(&error)));
                }
                _ => self.answered = true,
            }
        }
    }

    /// Gives up waiting.
    pub fn abandon(self, client: &mut Client) {
        if let Some(id) = self.asked {
            client.abandon(id);
        }
    }

    fn unknown(&mut self) -> Result<Progress> {
        match self.error.take() {
            Some(error) if !self.answered => Err(error),
            _ => Ok(Progress::default()),
        }
    }
}

fn is_resting(client: &Client, index: usize) -> bool {
    client.pool.is_resting(index)
}
