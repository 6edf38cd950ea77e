//! Asking whether anybody is there.

use std::task::{Poll, ready};

use super::core::Client;
use super::task::{Event, Owner, Question, TaskId};
use crate::error::{Error, Result, ReturnCode};
use crate::protocol::Request;
use crate::runtime::Watch;

/// An echo, asked of the first server that can be reached.
#[derive(Debug)]
pub struct Ping<'a> {
    id: TaskId,
    data: &'a [u8],
}

impl<'a> Ping<'a> {
    /// Sends `data` out.
    pub fn begin(client: &mut Client, data: &'a [u8]) -> Result<Self> {
        if client.pool.is_empty() {
            return Err(Error::no_servers());
        }
        let request = Request::echo(data)?;
        let id = client.ask(Owner::Call, Question::Echo, None, request);
        Ok(Self { id, data })
    }

    /// Waits for the echo.
    pub fn poll(&mut self, client: &mut Client, watch: &mut Watch) -> Poll<Result<()>> {
        Poll::Ready(match ready!(client.poll_call(self.id, watch)) {
            Event::Echo(data) if data == self.data => Ok(()),
            Event::Failed(error) => Err(error),
            _ => Err(Error::new(ReturnCode::EchoDataCorruption, "the echo is not what was sent")),
        })
    }

    /// Gives up waiting.
    pub fn abandon(&self, client: &mut Client) {
        client.abandon(self.id);
    }
}
