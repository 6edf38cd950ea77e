//! What a worker does: says what it can do, grabs jobs, sleeps until there are some, answers them, and comes back
//! when a server does.

mod echo;
mod job;
mod lane;
mod registry;

#[cfg(test)]
mod tests;

use std::task::{Context, Poll};
use std::time::Instant;

pub use job::Job;

use lane::{Lane, Phase};
use registry::Registry;

use crate::error::{Error, Result, ReturnCode};
use crate::net::{Connection, Pool, Server};
use crate::process::Origin;
use crate::protocol::{Request, Response};

/// What `wait()` saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// A server has sent something, or its connection was made or lost.
    Seen,
    /// There is no connection that could.
    NoConnection,
}

/// A worker: its servers, its functions, and where it stands with each server.
pub struct Worker {
    /// The servers.
    pub pool: Pool,
    lanes: Vec<Lane>,
    registry: Registry,
    /// Whether any server has ever answered: from then on it comes back, before it gives up at once.
    has_been_connected: bool,
    /// The connection to ask first, so that no server is favoured.
    next_lane: usize,
    /// What a server sent that no server may send.
    offence: Option<Error>,
    /// The connection that an echo is waited for on.
    echo: Option<usize>,
    /// Whether jobs are asked for with their unique keys.
    with_unique: bool,
    origin: Origin,
}

impl Default for Worker {
    fn default() -> Self {
        Self {
            pool: Pool::default(),
            lanes: Vec::new(),
            registry: Registry::default(),
            has_been_connected: false,
            next_lane: 0,
            offence: None,
            echo: None,
            with_unique: true,
            origin: Origin::here(),
        }
    }
}

impl Worker {
    /// Adds a server.
    pub fn add_server(&mut self, server: Server) {
        self.pool.add(server);
        self.lanes.resize_with(self.pool.len(), Lane::default);
    }

    /// Adds a function; `timeout` is passed to the server as it is, 0 is none.
    pub fn register(&mut self, name: &[u8], timeout: u32) -> Result<()> {
        if self.registry.add(name, timeout)? {
            // A server does not wake a sleeper for jobs it was queued before the function was added (measured).
            self.lanes.iter_mut().for_each(Lane::wake);
        }
        Ok(())
    }

    /// Removes a function.
    pub fn unregister(&mut self, name: &[u8]) -> Result<()> {
        self.registry.remove(name)
    }

    /// Removes all functions.
    pub fn unregister_all(&mut self) -> Result<()> {
        if self.registry.is_empty() {
            return Err(no_functions());
        }
        self.registry.clear();
        Ok(())
    }

    /// Names the worker in the admin command `workers`.
    pub fn set_id(&mut self, id: &[u8]) -> Result<()> {
        self.registry.set_id(id)
    }

    /// Sets whether jobs are asked for with their unique keys (`GEARMAN_WORKER_GRAB_UNIQ`).
    pub fn grab_unique(&mut self, unique: bool) {
        self.with_unique = unique;
    }

    /// Fails when there is no server or no function to work with.
    pub fn check(&self) -> Result<()> {
        if self.pool.is_empty() {
            return Err(Error::new(ReturnCode::NoServers, "no server was added"));
        }
        if self.registry.is_empty() {
            return Err(no_functions());
        }
        Ok(())
    }

    /// Tells the connected servers at once what has changed: a function that is gone must not be offered for as long
    /// as nobody calls `work()`.  What cannot be written now is written by the next poll.
    pub fn announce(&mut self, cx: &mut Context<'_>) {
        self.leave_to_parent();
        for index in 0..self.pool.len() {
            if self.is_up(index) {
                self.tell_changes(index);
            }
        }
        self.flush_all(cx);
    }

    /// A new call begins: a worker that never reached any server tries them all once more.
    pub fn begin(&mut self) {
        self.offence = None;
        if !self.has_been_connected {
            self.lanes.iter_mut().filter(|lane| lane.has_failed()).for_each(Lane::closed);
        }
    }

    /// Until there is a job.  Fails only before the first connection was made; after that it reconnects for as
    /// long as it is polled.
    pub fn poll_job(&mut self, cx: &mut Context<'_>) -> Poll<Result<Job>> {
        loop {
            self.connect();
            if let Some(job) = self.receive_all(cx) {
                return Poll::Ready(Ok(job));
            }
            if !self.ask_next(true) {
                self.flush_all(cx);
                return self.given_up().map_or(Poll::Pending, |error| Poll::Ready(Err(error)));
            }
        }
    }

    /// A job if any server has one now, `None` when each server that can be reached has said no.
    pub fn poll_grab(&mut self, grab: &mut Grab, cx: &mut Context<'_>) -> Poll<Result<Option<Job>>> {
        if !std::mem::replace(&mut grab.begun, true) {
            self.lanes.iter_mut().for_each(Lane::begin_round);
        }
        loop {
            self.connect();
            if let Some(job) = self.receive_all(cx) {
                return Poll::Ready(Ok(Some(job)));
            }
            if self.ask_next(false) {
                continue;
            }
            self.flush_all(cx);
            if let Some(error) = self.given_up() {
                return Poll::Ready(Err(error));
            }
            let busy = (0..self.pool.len()).any(|lane| self.is_dialing(lane) || self.phase(lane) == Phase::Grabbing);
            return if busy { Poll::Pending } else { Poll::Ready(Ok(None)) };
        }
    }

    /// Whether a live server owes an answer, or the first connection is being made: a work() whose time is over
    /// waits for that still, as libgearman does, so that a timeout of 1 ms finds the jobs there are.
    pub fn is_in_exchange(&self) -> bool {
        let patience = self.pool.dialing.connect_timeout;
        let up = self.pool.iter().any(Connection::is_up);
        let first_dial = !self.has_been_connected && self.pool.iter().any(|it| !it.is_down());
        let owed = self.lanes.iter().any(|lane| lane.is_grabbing_within(patience));
        (up && owed) || (!up && first_dial)
    }

    /// Whether every server that is connected has said that it has nothing.
    pub fn is_asleep(&self) -> bool {
        let mut connected = (0..self.pool.len()).filter(|lane| self.is_up(*lane)).peekable();
        connected.peek().is_some() && connected.all(|lane| self.phase(lane) == Phase::Sleeping)
    }

    /// Until something happens on any connection.  What came in is kept for the next poll.
    pub fn poll_activity(&mut self, cx: &mut Context<'_>) -> Poll<Activity> {
        self.leave_to_parent();
        let mut alive = false;
        for index in 0..self.pool.len() {
            let Some((connection, lane)) = self.pool.get_mut(index).zip(self.lanes.get_mut(index)) else { continue };
            if !lane.inbox.is_empty() {
                return Poll::Ready(Activity::Seen);
            }
            if connection.is_down() {
                continue;
            }
            alive = true;
            let was_up = connection.is_up();
            match connection.poll_receive(cx) {
                Poll::Ready(Ok(response)) => {
                    lane.inbox.push_back(response);
                    return Poll::Ready(Activity::Seen);
                }
                Poll::Ready(Err(error)) => {
                    lane.lost(error);
                    return Poll::Ready(Activity::Seen);
                }
                Poll::Pending if !was_up && connection.is_up() => return Poll::Ready(Activity::Seen),
                Poll::Pending => {}
            }
        }
        if alive { Poll::Pending } else { Poll::Ready(Activity::NoConnection) }
    }

    /// Queues an answer of `job`, for [`poll_sent`](Self::poll_sent) to write.  Fails when the connection it came on
    /// is gone: the server has queued the job again by then.
    pub fn send(&mut self, job: &Job, request: &Request) -> Result<()> {
        self.notice_lost(job.lane);
        match self.connection_of(job) {
            Some(connection) => {
                connection.send(request);
                Ok(())
            }
            None => Err(Error::new(ReturnCode::LostConnection, "the connection that the job came on is gone")),
        }
    }

    /// Closes its connections, for new ones to be made another way; jobs that came on them are queued again by their
    /// servers.  No server has answered to that way yet.
    pub fn reconnect(&mut self) {
        self.leave_to_parent();
        self.has_been_connected = false;
        self.echo = None;
        for index in 0..self.pool.len() {
            if let Some((connection, lane)) = self.pool.get_mut(index).zip(self.lanes.get_mut(index)) {
                connection.close();
                lane.closed();
            }
        }
    }

    /// Drops the connections that their servers have closed while nobody was looking.
    pub fn notice_all_lost(&mut self) {
        (0..self.pool.len()).for_each(|index| self.notice_lost(index));
    }

    fn notice_lost(&mut self, index: usize) {
        let Some((connection, lane)) = self.pool.get_mut(index).zip(self.lanes.get_mut(index)) else { return };
        if !connection.is_inherited() && connection.close_if_lost() {
            let text = format!("{}: the server closed the connection", connection.server());
            lane.lost(Error::new(ReturnCode::LostConnection, text));
        }
    }

    /// Waits until everything sent for `job` is written.
    pub fn poll_sent(&mut self, job: &Job, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let Some(connection) = self.connection_of(job) else { return Poll::Ready(Ok(())) };
        let flushed = connection.poll_flush(cx);
        if let Poll::Ready(Err(error)) = &flushed
            && let Some(lane) = self.lanes.get_mut(job.lane)
        {
            lane.lost(error.clone());
        }
        flushed
    }

    /// Gives `job` back: its connection is closed, and the server queues it again.
    pub fn give_back(&mut self, job: &Job) {
        let Some(connection) = self.connection_of(job) else { return };
        connection.close();
        if let Some(lane) = self.lanes.get_mut(job.lane) {
            lane.closed();
        }
    }

    /// In a child process: the connections are the parent's.  Returns whether this is one that did not know yet.
    pub fn leave_to_parent(&mut self) -> bool {
        if !self.origin.is_foreign() {
            return false;
        }
        self.origin = Origin::here();
        self.pool.leave_to_parent();
        self.lanes.iter_mut().for_each(|lane| *lane = Lane::default());
        self.has_been_connected = false;
        self.echo = None;
        true
    }

    /// Dials what is down and due.
    fn connect(&mut self) {
        self.leave_to_parent();
        let dialing = self.pool.dialing.clone();
        for index in 0..self.pool.len() {
            let Some((connection, lane)) = self.pool.get_mut(index).zip(self.lanes.get_mut(index)) else { continue };
            if !connection.is_down() {
                lane.follow(connection.epoch());
            }
            if connection.is_down() && lane.is_due(Instant::now()) && (self.has_been_connected || !lane.has_failed()) {
                connection.dial(&dialing);
                lane.begin(connection.epoch());
            }
        }
    }

    /// Takes in what has come; a job ends it.
    fn receive_all(&mut self, cx: &mut Context<'_>) -> Option<Job> {
        let count = self.pool.len();
        for offset in 0..count {
            let index = (self.next_lane + offset) % count;
            while let Some(response) = self.receive(index, cx) {
                let Some(lane) = self.lanes.get_mut(index) else { break };
                match lane.handle(response) {
                    Ok(None) => {}
                    Ok(Some(assignment)) => {
                        self.next_lane = (index + 1) % count;
                        return Some(Job { assignment, lane: index, epoch: lane.epoch });
                    }
                    Err(error) => {
                        let error = self.pool.get(index).map_or(error.clone(), |it| error.at(it.server()));
                        self.lost(index, error);
                    }
                }
            }
        }
        None
    }

    fn receive(&mut self, index: usize, cx: &mut Context<'_>) -> Option<Response> {
        let (connection, lane) = self.pool.get_mut(index).zip(self.lanes.get_mut(index))?;
        if let Some(response) = lane.inbox.pop_front() {
            return Some(response);
        }
        if connection.is_down() {
            return None;
        }
        let received = connection.poll_receive(cx);
        // Whoever only takes the connection is not yet known for a job server.
        if connection.has_heard() || (connection.is_up() && self.pool.dialing.greeting.is_some()) {
            self.has_been_connected = true;
            lane.connected();
        }
        match received {
            Poll::Ready(Ok(response)) => Some(response),
            Poll::Ready(Err(error)) => {
                self.lost(index, error);
                None
            }
            Poll::Pending => None,
        }
    }

    /// Asks the next server that may have a job, one at a time: two answers at once would keep a job waiting here
    /// that another worker could do.  A server that does not answer stops being waited for after a while.
    fn ask_next(&mut self, sleep: bool) -> bool {
        let count = self.pool.len();
        let patience = self.pool.dialing.connect_timeout;
        let mut sent = false;
        for offset in 0..count {
            let index = (self.next_lane + offset) % count;
            if !self.is_up(index) {
                continue;
            }
            self.tell_changes(index);
            let waiting = self.lanes.iter().any(|lane| lane.is_grabbing_within(patience));
            let Some((connection, lane)) = self.pool.get_mut(index).zip(self.lanes.get_mut(index)) else { continue };
            let may_ask = !waiting && (lane.phase == Phase::Awake || (!sleep && !lane.was_asked()));
            if lane.phase == Phase::Refused && sleep {
                connection.send(&Request::pre_sleep());
                lane.phase = Phase::Sleeping;
                sent = true;
            } else if may_ask && lane.phase != Phase::Grabbing && lane.phase != Phase::Refused {
                connection.send(&if self.with_unique { Request::grab_job_uniq() } else { Request::grab_job() });
                lane.grab();
                sent = true;
            }
        }
        sent
    }

    fn tell_changes(&mut self, index: usize) {
        let Some((connection, lane)) = self.pool.get_mut(index).zip(self.lanes.get_mut(index)) else { return };
        if let Ok(changes) = self.registry.changes_since(lane.told) {
            changes.iter().for_each(|request| connection.send(request));
            lane.told = self.registry.revision();
        }
    }

    fn flush_all(&mut self, cx: &mut Context<'_>) {
        for index in 0..self.pool.len() {
            let Some(connection) = self.pool.get_mut(index).filter(|it| it.is_up() && it.unwritten() > 0) else {
                continue;
            };
            if let Poll::Ready(Err(error)) = connection.poll_flush(cx) {
                self.lost(index, error);
            }
        }
    }

    fn lost(&mut self, index: usize, error: Error) {
        if !matches!(error.code(), ReturnCode::LostConnection | ReturnCode::CouldNotConnect | ReturnCode::Getaddrinfo) {
            self.offence = Some(error.clone());
        }
        if let Some(connection) = self.pool.get_mut(index) {
            connection.close();
        }
        if let Some(lane) = self.lanes.get_mut(index) {
            lane.lost(error);
        }
    }

    /// Why there is no use in waiting: no server was ever reached, or the last one spoke something else than
    /// Gearman.
    fn given_up(&mut self) -> Option<Error> {
        // A signal handler may have emptied the worker that waits.
        if let Err(error) = self.check() {
            return Some(error);
        }
        if self.pool.iter().any(|connection| !connection.is_down()) {
            return None;
        }
        if self.has_been_connected {
            return self.offence.take();
        }
        let errors = self.lanes.iter().filter_map(|lane| lane.error.clone());
        errors.reduce(|first, next| first.and(&next))
    }

    fn connection_of(&mut self, job: &Job) -> Option<&mut Connection> {
        self.pool.get_mut(job.lane).filter(|it| !it.is_inherited() && it.epoch() == job.epoch && !it.is_down())
    }

    fn is_up(&self, index: usize) -> bool {
        self.pool.get(index).is_some_and(Connection::is_up)
    }

    fn is_dialing(&self, index: usize) -> bool {
        self.pool.get(index).is_some_and(|connection| !connection.is_up() && !connection.is_down())
    }

    fn phase(&self, index: usize) -> Phase {
        self.lanes.get(index).map_or(Phase::Awake, |lane| lane.phase)
    }
}

/// One `grabJob()`.
#[derive(Debug, Default)]
pub struct Grab {
    begun: bool,
}

fn no_functions() -> Error {
    Error::new(ReturnCode::NoRegisteredFunctions, "no function was added")
}
