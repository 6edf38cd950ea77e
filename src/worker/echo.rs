//! Asking a worker's server whether it is there.

use std::task::{Poll, ready};
use std::time::Instant;

use bytes::Bytes;

use super::core::Worker;
use super::standing::Standing;
use crate::error::{Error, Result, ReturnCode};
use crate::protocol::{Request, Response};
use crate::runtime::Watch;

impl Worker {
    /// An echo of the first server that is connected.  Jobs that come in meanwhile are kept.
    pub fn poll_echo(&mut self, data: &[u8], watch: &mut Watch) -> Poll<Result<Bytes>> {
        self.leave_to_parent();
        let (server, epoch) = match self.echo {
            Some(asked) => asked,
            None => self.send_echo(data)?,
        };
        loop {
            if self.pool.epoch(server) != Some(epoch) {
                self.echo = None;
                return Poll::Ready(Err(Error::new(
                    ReturnCode::LostConnection,
                    "the connection was made anew meanwhile",
                )));
            }
            let received = ready!(self.pool.poll_receive(server, watch)).inspect_err(|_| self.echo = None)?;
            let Some(standing) = self.pool.known_mut(server) else { continue };
            match received {
                // Echoes that nobody waits for any more come before the one that somebody does.
                Response::Echo { data } if standing.take_echo() == 0 => {
                    self.echo = None;
                    return Poll::Ready(Ok(data));
                }
                Response::Echo { .. } => {}
                other => standing.keep(other),
            }
        }
    }

    /// Drops the links that their servers have closed while nobody was looking.
    pub fn notice_all_lost(&mut self) {
        self.leave_to_parent();
        let now = Instant::now();
        for server in 0..self.pool.len() {
            self.pool.notice_lost(server, now);
        }
    }

    /// Nobody waits for the echo any more; its answer is ignored when it comes.
    pub fn forget_echo(&mut self) {
        self.echo = None;
    }

    fn send_echo(&mut self, data: &[u8]) -> Result<(usize, u64)> {
        let request = Request::echo(data)?;
        let connected = (0..self.pool.len()).find(|server| self.pool.is_up(*server));
        let server = connected.ok_or_else(|| Error::new(ReturnCode::LostConnection, "no server is connected"))?;
        self.pool.send(server, &request);
        self.pool.known_mut(server).into_iter().for_each(Standing::ask_echo);
        let asked = (server, self.pool.epoch(server).unwrap_or_default());
        self.echo = Some(asked);
        Ok(asked)
    }
}
