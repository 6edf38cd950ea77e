//! Asking a worker's server whether it is there.

use std::task::{Context, Poll, ready};

use bytes::Bytes;

use super::Worker;
use crate::error::{Error, Result, ReturnCode};
use crate::protocol::{Request, Response};

impl Worker {
    /// An echo of the first server that is connected.  Jobs that come in meanwhile are kept.
    pub fn poll_echo(&mut self, data: &[u8], cx: &mut Context<'_>) -> Poll<Result<Bytes>> {
        self.leave_to_parent();
        if self.echo.is_none() {
            self.echo = Some(self.send_echo(data)?);
        }
        loop {
            let connection = self.echo.and_then(|index| self.pool.get_mut(index).zip(self.lanes.get_mut(index)));
            let Some((connection, lane)) = connection else {
                return Poll::Ready(Err(Error::new(ReturnCode::LostConnection, "the connection is gone")));
            };
            let response = ready!(connection.poll_receive(cx)).inspect_err(|error| lane.lost(error.clone()));
            match response {
                Ok(Response::Echo { data }) => {
                    // Echoes that nobody waits for any more come before the one that somebody does.
                    if lane.take_echo() == 0 {
                        self.echo = None;
                        return Poll::Ready(Ok(data));
                    }
                }
                Ok(other) => lane.inbox.push_back(other),
                Err(error) => {
                    self.echo = None;
                    return Poll::Ready(Err(error));
                }
            }
        }
    }

    /// Nobody waits for the echo any more; its answer is ignored when it comes.
    pub fn forget_echo(&mut self) {
        self.echo = None;
    }

    fn send_echo(&mut self, data: &[u8]) -> Result<usize> {
        let request = Request::echo(data)?;
        for index in 0..self.pool.len() {
            let Some((connection, lane)) = self.pool.get_mut(index).zip(self.lanes.get_mut(index)) else { continue };
            if connection.is_up() {
                lane.follow(connection.epoch());
                connection.send(&request);
                lane.echoes += 1;
                return Ok(index);
            }
        }
        Err(Error::new(ReturnCode::LostConnection, "no server is connected"))
    }
}
