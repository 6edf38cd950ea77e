//! The client: moves packets between its tasks and its servers.

use std::task::Poll;
use std::time::Instant;

use super::owed::{Owed, pop};
use super::spread::{order_of, servers_in};
use super::task::{Event, Order, Owner, Question, Retry, Task, TaskId};
use super::task_set::TaskSet;
use crate::error::{Error, Result, ReturnCode};
use crate::net::{Knowledge, Loss, Pool, Stage};
use crate::protocol::{Request, Submission};
use crate::runtime::Watch;

/// Submissions wait here, not in the connection's queue, while this many bytes of it are unwritten.
pub(super) const HIGH_WATER: usize = 256 * 1024;

/// So many answers are many: they have more bytes, whatever they are, than a wait for them gathers.
const MANY: usize = 256;

/// A client: its servers and its tasks.
#[derive(Default)]
pub struct Client {
    /// The servers, in the order they are tried.
    pub pool: Pool<Owed>,
    pub(super) tasks: TaskSet,
}

impl Client {
    /// Adds a job; it is sent by the next poll.
    pub fn submit(&mut self, owner: Owner, job: &Submission<'_>) -> Result<TaskId> {
        if self.pool.is_empty() && owner == Owner::Call {
            return Err(Error::no_servers());
        }
        let order = order_of(job, self.pool.settings().selection);
        Ok(self.tasks.add(Task::submission(owner, job.mode.is_background(), order, Request::submit_job(job)?)))
    }

    /// Adds a question to the server at `pinned`, or to the first that can be reached.
    pub fn ask(&mut self, owner: Owner, question: Question, pinned: Option<usize>, request: Request) -> TaskId {
        self.tasks.add(Task::question(owner, question, pinned, request))
    }

    /// Nobody waits for this task any more.  A link with an unwritten rest of it is closed, unless jobs run on it: the
    /// server has not got it, and everything behind it would wait as long.
    pub fn abandon(&mut self, id: TaskId) {
        let sent_to = self.tasks.server_of(id);
        self.tasks.abandon(id);
        sent_to.and_then(|server| self.pool.known_mut(server)).into_iter().for_each(Owed::spoil);
        if let Some(server) = sent_to.filter(|server| self.pool.unwritten(*server) > 0)
            && let Some(address) = self.pool.server(server)
            && self.pool.known(server).is_some_and(|owed| owed.handles.is_empty())
        {
            let error = Error::new(ReturnCode::LostConnection, format!("{address}: not answering"));
            self.pool.close(server, error);
        }
    }

    /// Gives a task that was not sent yet another request.
    pub fn replace_request(&mut self, id: TaskId, request: Request) {
        self.tasks.replace_request(id, request);
    }

    /// Whether the task is not finished, or has not been told its end.
    pub fn has(&self, id: TaskId) -> bool {
        self.tasks.has(id)
    }

    /// A new runTasks: tasks that no server took in the last one are tried again.
    pub fn begin_run(&mut self) {
        self.tasks.begin_run();
    }

    /// Why tasks added for runTasks could not be submitted; they are kept for the next runTasks.
    pub fn stall_reason(&self) -> Option<Error> {
        self.tasks.stall_reason().cloned()
    }

    /// The next event of a task added for runTasks; `None` when all of them are finished and told, or kept for the
    /// next runTasks.
    pub fn poll_run(&mut self, watch: &mut Watch) -> Poll<Option<(TaskId, Event)>> {
        self.poll(watch, |tasks| match tasks.next_run_event() {
            Some(event) => Some(Some(event)),
            None => tasks.is_run_over().then_some(None),
        })
    }

    /// The next event of the task `id`, which a call waits for.
    pub fn poll_call(&mut self, id: TaskId, watch: &mut Watch) -> Poll<Event> {
        self.poll(watch, |tasks| tasks.next_call_event(id)).map(|event| {
            watch.progressed();
            event
        })
    }

    /// What has happened already to the task `id`, which a call waits for.
    pub fn next_call_event(&mut self, id: TaskId) -> Option<Event> {
        self.tasks.next_call_event(id)
    }

    /// Until there is an event of a task added for runTasks.  The event stays where it is.
    pub fn poll_activity(&mut self, watch: &mut Watch) -> Poll<()> {
        self.poll(watch, |tasks| tasks.has_run_event().then_some(()))
    }

    /// Whether no server owes anything, so that waiting would be in vain.
    pub fn is_idle(&self) -> bool {
        let is_owed = self.pool.iter().any(Owed::is_expected);
        (!self.has_unsent() && !is_owed) || !self.pool.any_link()
    }

    /// Asks for WORK_EXCEPTION packets, on every link there is and every one to come.
    pub fn enable_exceptions(&mut self) {
        self.leave_to_parent();
        self.pool.greet_with(Request::option_exceptions());
    }

    /// Closes its connections; what they had not acknowledged is sent again on new ones.
    pub fn reconnect(&mut self) {
        self.leave_to_parent();
        self.pool.reconnect();
    }

    /// Forgets its servers and tasks.  A call that waits ends.
    pub fn close(&mut self) {
        if self.pool.is_empty() && self.tasks.is_empty() {
            return;
        }
        self.pool = Pool::default();
        if !self.tasks.is_empty() {
            self.tasks.clear(&Error::new(ReturnCode::LostConnection, "the client was closed meanwhile"));
        }
    }

    /// Moves packets until `wanted` finds something.
    fn poll<T>(&mut self, watch: &mut Watch, wanted: impl Fn(&mut TaskSet) -> Option<T>) -> Poll<T> {
        self.leave_to_parent();
        #[cfg(feature = "injected-panics")]
        crate::injected::panic_in("client");
        loop {
            if self.pool.has_losses() {
                self.settle_losses();
            }
            if self.has_unsent() {
                self.send_unsent(watch.now());
                if self.pool.has_losses() {
                    continue;
                }
            }
            if let Some(found) = wanted(&mut self.tasks) {
                return Poll::Ready(found);
            }
            let mut moved = false;
            for server in 0..self.pool.len() {
                moved |= self.receive(server, watch);
            }
            if !moved && !self.leave_silent_servers(watch) {
                return Poll::Pending;
            }
        }
    }

    fn settle_losses(&mut self) {
        while let Some(Loss { server, known, stage, error }) = self.pool.next_loss() {
            let retry = match stage {
                Stage::Dialing => Retry::Elsewhere,
                Stage::Up if error.code() == ReturnCode::LostConnection => Retry::Anywhere,
                Stage::Up => Retry::No,
            };
            self.tasks.lost(server, known, &error, retry);
        }
    }

    fn has_unsent(&self) -> bool {
        self.tasks.has_unsent() || self.has_queued()
    }

    fn has_queued(&self) -> bool {
        self.pool.iter().any(|owed| !owed.queued.is_empty())
    }

    /// Sends what is not sent yet.  A server that takes nothing more keeps waiting what is meant for it, and what comes
    /// after that; what only others can answer goes to them.
    fn send_unsent(&mut self, now: Instant) {
        if self.has_queued() {
            (0..self.pool.len()).for_each(|server| self.send_queued(server, now));
        }
        while let Some(task) = self.tasks.next_unsent() {
            let Some(server) = Self::choose(&self.pool, task) else {
                let error = task.failure().cloned().unwrap_or_else(Error::no_servers);
                self.tasks.fail_unsent(&error);
                continue;
            };
            if !task.is_pinned() && self.pool.unwritten(server) >= HIGH_WATER {
                return;
            }
            if self.takes_at_once(server, now) {
                self.send_first(server);
                continue;
            }
            self.pool.known_mut(server).into_iter().for_each(|owed| self.tasks.assign(owed));
            self.send_queued(server, now);
        }
    }

    /// Whether there is a link, with nothing before the next task.
    fn takes_at_once(&mut self, server: usize, now: Instant) -> bool {
        let Some(owed) = self.pool.known(server).filter(|owed| owed.queued.is_empty()) else { return false };
        let is_expected = owed.is_expected();
        self.pool.is_up(server)
            && self.pool.unwritten(server) < HIGH_WATER
            && (is_expected || !self.pool.notice_lost(server, now))
    }

    fn send_first(&mut self, server: usize) {
        let Some(id) = self.tasks.take_unsent() else { return };
        self.send_task(id, server);
    }

    fn send_task(&mut self, id: TaskId, server: usize) {
        if let Some(request) = self.tasks.request_of(id) {
            self.pool.send(server, request);
            self.pool.known_mut(server).into_iter().for_each(|owed| self.tasks.sent(id, server, owed));
        }
    }

    /// The server that a task is to be sent to.
    pub(super) fn choose(pool: &Pool<Owed>, task: &Task) -> Option<usize> {
        let again = task.failure().and_then(|_| Self::choose_again(pool, task));
        again.or_else(|| Self::choose_of(pool, task, |server| task.may_use(server)))
    }

    /// One of those that nothing speaks against; whoever lost the link to a server may find it as slow once more.
    #[cold]
    fn choose_again(pool: &Pool<Owed>, task: &Task) -> Option<usize> {
        let is_well = |server| task.may_use(server) && !task.was_lost_by(server) && !pool.is_resting(server);
        let heard = Self::choose_of(pool, task, |server| is_well(server) && !pool.is_unheard(server));
        heard.or_else(|| Self::choose_of(pool, task, is_well))
    }

    fn choose_of(pool: &Pool<Owed>, task: &Task, usable: impl Fn(usize) -> bool) -> Option<usize> {
        match task.order() {
            Order::Given => pool.choose(usable),
            order => pool.choose_of(servers_in(order, pool), usable),
        }
    }

    fn send_queued(&mut self, server: usize, now: Instant) {
        if self.pool.known(server).is_none_or(|owed| owed.queued.is_empty()) {
            return;
        }
        if self.pool.known(server).is_some_and(|owed| !owed.is_expected()) && self.pool.notice_lost(server, now) {
            return;
        }
        if self.pool.is_down(server) {
            self.redial(server);
        }
        while self.pool.unwritten(server) < HIGH_WATER {
            let Some(id) = self.pool.known_mut(server).and_then(|owed| pop(&mut owed.queued)) else { return };
            self.send_task(id, server);
        }
    }

    /// A new link; what is queued for the server stays so.
    fn redial(&mut self, server: usize) {
        let queued = self.pool.known_mut(server).map(|owed| std::mem::take(&mut owed.queued));
        self.pool.dial(server);
        if let Some((owed, queued)) = self.pool.known_mut(server).zip(queued) {
            owed.queued = queued;
        }
    }

    /// Takes one packet from a server; true when there was one, when there is room to send more, or the link broke.
    fn receive(&mut self, server: usize, watch: &mut Watch) -> bool {
        if self.pool.is_quiet(server) {
            return false;
        }
        let is_owed_much = self.pool.known(server).is_some_and(|owed| owed.count() >= MANY);
        self.pool.let_answers_gather(server, is_owed_much);
        let was_full = self.pool.unwritten(server) >= HIGH_WATER;
        let Poll::Ready(received) = self.pool.poll_receive(server, watch) else {
            return was_full && self.pool.unwritten(server) < HIGH_WATER;
        };
        if let Ok(response) = received
            && let Some(owed) = self.pool.known_mut(server)
            && let Err(error) = self.tasks.receive(owed, response)
        {
            self.pool.reject(server, &error);
        }
        true
    }

    /// Whether a server has taken a job of this client and not said how it ended.
    pub fn has_jobs(&self) -> bool {
        (0..self.pool.len()).any(|server| self.pool.known(server).is_some_and(Owed::has_jobs))
    }

    /// In a child process: the connections, and what was sent on them, are the parent's.
    pub fn leave_to_parent(&mut self) {
        if self.pool.leave_to_parent() {
            self.tasks.leave_to_parent();
        }
    }
}
