//! The connections of one client or worker, in the order its servers were given.

use std::task::{Context, Poll, ready};

use super::{Connection, Dialing, Server};
use crate::error::{Error, Result};

/// One connection per server.
#[derive(Default)]
pub struct Pool {
    connections: Vec<Connection>,
    /// How new connections are made.
    pub dialing: Dialing,
}

impl Pool {
    /// Adds a server; one that is there already is not added twice.
    pub fn add(&mut self, server: Server) {
        if !self.connections.iter().any(|connection| *connection.server() == server) {
            self.connections.push(Connection::new(server));
        }
    }

    /// How many servers there are.
    pub fn len(&self) -> usize {
        self.connections.len()
    }

    /// Whether no server was added.
    pub fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    /// The connection to the server at `index`.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut Connection> {
        self.connections.get_mut(index)
    }

    /// The connection to the server at `index`.
    pub fn get(&self, index: usize) -> Option<&Connection> {
        self.connections.get(index)
    }

    /// All connections.
    pub fn iter(&self) -> impl Iterator<Item = &Connection> {
        self.connections.iter()
    }

    /// What the kernel should watch for all of them.
    pub fn poll_fds(&self) -> Vec<libc::pollfd> {
        self.connections.iter().filter_map(Connection::poll_fd).collect()
    }

    /// In a child process: closes what the parent has made.
    pub fn leave_to_parent(&mut self) {
        self.connections.iter_mut().filter(|it| !it.is_down() && it.is_inherited()).for_each(Connection::close);
    }

    /// Begins a new link to the server at `index`.
    pub fn dial(&mut self, index: usize) {
        if let Some(connection) = self.connections.get_mut(index) {
            connection.dial(&self.dialing);
        }
    }

    /// The first server, in the order given, that `usable` accepts; one that was found unreachable a short while
    /// ago only when there is no other.
    pub fn choose(&self, usable: impl Fn(usize) -> bool) -> Option<usize> {
        let mut resting = None;
        for (index, connection) in self.connections.iter().enumerate().filter(|(index, _)| usable(*index)) {
            if !connection.is_down() || !connection.is_resting() {
                return Some(index);
            }
            resting = resting.or(Some(index));
        }
        resting
    }
}

/// Making sure that servers can be reached, one after the other.
pub struct Reach {
    every: bool,
    tried: Vec<usize>,
    error: Option<Error>,
}

impl Reach {
    /// Until one server answers.
    pub fn any() -> Self {
        Self { every: false, tried: Vec::new(), error: None }
    }

    /// Until each server has answered.
    pub fn every() -> Self {
        Self { every: true, ..Self::any() }
    }

    /// Goes on.  Keeps nothing in `pool` but the connections, so it may be given up at any time.
    pub fn poll(&mut self, pool: &mut Pool, cx: &mut Context<'_>) -> Poll<Result<()>> {
        pool.leave_to_parent();
        loop {
            if !self.every && pool.iter().any(Connection::is_up) {
                return Poll::Ready(Ok(()));
            }
            let Some(index) = pool.choose(|index| !self.tried.contains(&index)) else {
                return Poll::Ready(self.error.take().map_or(Ok(()), Err));
            };
            if pool.get(index).is_some_and(Connection::is_down) {
                pool.dial(index);
            }
            let Some(connection) = pool.get_mut(index) else { return Poll::Ready(Ok(())) };
            let linked = ready!(connection.poll_link(cx));
            self.tried.push(index);
            if let Err(error) = linked {
                self.error = Some(self.error.take().map_or(error.clone(), |first| first.and(&error)));
                if self.every {
                    return Poll::Ready(Err(error));
                }
            }
        }
    }
}
