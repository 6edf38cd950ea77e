//! The worker: its servers, its functions, and where it stands with each server.

use super::ahead::Ahead;
use super::registry::Registry;
use super::regrab::Regrab;
use super::standing::Standing;
use super::supervision::Supervision;
use crate::error::{Error, Result, ReturnCode};
use crate::net::Pool;
use crate::protocol::Request;
use crate::runtime::Watch;

/// See the module.
pub struct Worker {
    /// The servers.
    pub pool: Pool<Standing>,
    pub(super) registry: Registry,
    /// Whether any server has ever answered: from then on it comes back, before it gives up at once.
    pub(super) has_been_connected: bool,
    /// Whether any link was made in the running call, or before it and not lost.
    pub(super) was_reached: bool,
    /// Whether the last call has left off waiting for a job.
    pub(super) is_waiting: bool,
    /// The server to ask first, so that none is favoured.
    pub(super) next_server: usize,
    /// What a server sent that no server may send.
    pub(super) offence: Option<Error>,
    /// The server that an echo is waited for from, and the link it was asked on.
    pub(super) echo: Option<(usize, u64)>,
    /// Whether jobs are asked for with their unique keys.
    pub(super) with_unique: bool,
    /// Whether the running call has not yet asked anybody.
    pub(super) is_new_round: bool,
    pub(super) ahead: Ahead,
    pub(super) regrab: Regrab,
    pub(super) supervision: Supervision,
}

impl Default for Worker {
    fn default() -> Self {
        Self {
            pool: Pool::default(),
            registry: Registry::default(),
            has_been_connected: false,
            was_reached: false,
            is_waiting: false,
            next_server: 0,
            offence: None,
            echo: None,
            with_unique: true,
            is_new_round: false,
            ahead: Ahead::default(),
            regrab: Regrab::default(),
            supervision: Supervision::default(),
        }
    }
}

impl Worker {
    /// Adds a function; `timeout` is passed to the server as it is, 0 is none.
    pub fn register(&mut self, name: &[u8], timeout: u32) -> Result<()> {
        if let Some(request) = self.registry.add(name, timeout)? {
            self.tell(&request, false);
            // A server does not wake a sleeper for jobs it was queued before the function was added (measured).
            self.pool.iter_mut().for_each(Standing::wake);
        }
        Ok(())
    }

    /// Removes a function.
    pub fn unregister(&mut self, name: &[u8]) -> Result<()> {
        let request = self.registry.remove(name)?;
        self.tell(&request, true);
        self.give_back_ahead();
        Ok(())
    }

    /// Removes all functions.
    pub fn unregister_all(&mut self) -> Result<()> {
        if self.registry.is_empty() {
            return Err(no_functions());
        }
        let request = self.registry.clear();
        self.tell(&request, true);
        self.give_back_ahead();
        Ok(())
    }

    /// Names the worker in the admin command `workers`, at once where a server is connected.
    pub fn set_id(&mut self, id: &[u8]) -> Result<()> {
        let request = self.registry.set_id(id)?;
        self.leave_to_parent();
        (0..self.pool.len()).for_each(|server| self.pool.send(server, &request));
        Ok(())
    }

    /// Sets how many jobs are asked for ahead at most; 0, as it is at first, asks for none.
    pub fn set_prefetch(&mut self, limit: usize) {
        self.ahead.set_limit(limit);
    }

    /// How many jobs are asked for ahead at most.
    pub fn prefetch(&self) -> usize {
        self.ahead.limit()
    }

    /// Sets whether jobs are asked for with their unique keys (`GEARMAN_WORKER_GRAB_UNIQ`).
    pub fn grab_unique(&mut self, unique: bool) {
        self.with_unique = unique;
    }

    /// Proves to every server, now and on each new link, that this worker speaks Gearman, by asking for exceptions.
    pub fn greet(&mut self) {
        self.pool.greet_with(Request::option_exceptions());
    }

    /// Fails when there is no server or no function to work with.
    pub fn check(&self) -> Result<()> {
        if self.pool.is_empty() {
            return Err(Error::no_servers());
        }
        if self.registry.is_empty() {
            return Err(no_functions());
        }
        Ok(())
    }

    /// Tells every server that knows what the worker can do of a change.  Of what it can do no more, a server whose job is
    /// being done is told after that: gearmand 1.1.20 queues a job again when its worker loses the function (measured).
    fn tell(&mut self, change: &Request, is_loss: bool) {
        self.leave_to_parent();
        for server in 0..self.pool.len() {
            if let Some(standing) = self.pool.known_mut(server).filter(|standing| standing.is_introduced())
                && !standing.withhold(change, is_loss)
            {
                self.pool.send(server, change);
            }
        }
    }

    /// Tells a server what was withheld from it.
    #[inline]
    pub(super) fn tell_withheld(&mut self, server: usize) {
        let withheld = self.pool.known_mut(server).map(Standing::take_withheld).unwrap_or_default();
        withheld.iter().for_each(|change| self.pool.send(server, change));
    }

    /// Writes what can be written at once: a change must not wait for the next `work()`.
    pub fn flush(&mut self, watch: &mut Watch) {
        self.leave_to_parent();
        for server in 0..self.pool.len() {
            if self.pool.is_up(server) && self.pool.unwritten(server) > 0 {
                // A loss is settled where links are made.
                let _ = self.pool.poll_flush(server, watch);
            }
        }
    }

    /// In a child process: the connections are the parent's.
    pub fn leave_to_parent(&mut self) {
        if self.pool.leave_to_parent() {
            self.ahead.leave_to_parent();
            self.forget_links();
        }
    }

    /// Closes its connections, for new ones to be made another way; jobs that came on them are queued again by their
    /// servers.  No server has answered to that way yet.
    pub fn reconnect(&mut self) {
        self.leave_to_parent();
        (0..self.pool.len()).for_each(|server| self.settle(server));
        self.pool.reconnect();
        self.forget_links();
    }

    fn forget_links(&mut self) {
        self.has_been_connected = false;
        self.was_reached = false;
        self.is_waiting = false;
        self.echo = None;
    }
}

/// The error of a call on a worker without functions.
fn no_functions() -> Error {
    Error::new(ReturnCode::NoRegisteredFunctions, "no function was added").advising("call addFunction() first")
}
