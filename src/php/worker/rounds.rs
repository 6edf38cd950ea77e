//! The rounds of a `run()`: waiting for a job, doing it, and looking whether it was the last.

use std::task::Poll;
use std::time::{Duration, Instant};

use super::limits::{Limits, Reason};
use super::perform::perform;
use super::state::ThisWorker;
use crate::error::{Error, ReturnCode};
use crate::php::exception;
use crate::process::Origin;
use crate::runtime::{Deadline, Watch};
use crate::worker::{Job, Worker};
use crate::zend::engine::is_exiting;
use crate::zend::exception::{Format, describe_pending, discard_pending};
use crate::zend::halt::{Halt, Php};
use crate::zend::signals::Listening;
use crate::zend::waiting::{Waited, dispatch_signals};
use crate::zend::warning::warn;

/// How long the jobs in hand may take at the end.
const REST: Duration = Duration::from_secs(1);

/// See the module.
pub struct Rounds {
    worker: ThisWorker,
    limits: Limits,
    signals: Listening,
    origin: Origin,
}

/// What a wait for a job has brought.
enum Event {
    Job(Job),
    /// A server is away.
    Outage(Error),
    /// There is no server or no function any more.
    Failed(Error),
    /// The time is over, and no server owes an answer.
    Idle,
    /// Somebody wants the end.
    End(Reason),
}

impl Rounds {
    /// None yet.
    pub fn new(worker: ThisWorker, limits: Limits, signals: Listening) -> Self {
        Self { worker, limits, signals, origin: Origin::here() }
    }

    /// Until there is a reason to end.
    pub fn work(&mut self) -> Php<Reason> {
        let reason = loop {
            let next = match self.end() {
                Some(reason) => Err(reason),
                None => self.next()?,
            };
            match next {
                Ok(job) => self.perform(job)?,
                Err(reason) => break reason,
            }
            if self.origin.is_foreign() {
                // A child that came back from its parent's callback: jobs and connections are the parent's.
                return Ok(Reason::Stopped);
            }
        };
        self.finish(reason)?;
        Ok(reason)
    }

    /// The end, for this reason or for one that has come up since.
    pub fn close(self, reason: Reason) -> Php<Reason> {
        let reason = if self.worker.running.is_stopped() { Reason::Stopped } else { reason };
        if !self.signals.close() {
            return Ok(reason);
        }
        // The script's own handler runs before `run()` returns.
        dispatch_signals()?;
        Ok(Reason::Signal)
    }

    /// Why no other job is to be taken.
    fn end(&self) -> Option<Reason> {
        self.wish().or_else(|| self.limits.reached())
    }

    /// Why somebody wants the end.
    fn wish(&self) -> Option<Reason> {
        if self.signals.has_heard() {
            Some(Reason::Signal)
        } else {
            self.worker.running.is_stopped().then_some(Reason::Stopped)
        }
    }

    /// The next job, or why there is none.
    fn next(&self) -> Php<Result<Job, Reason>> {
        let mut core = self.worker.core.borrow_mut();
        core.set_prefetch(self.limits.prefetch());
        core.go_on();
        drop(core);
        loop {
            let (deadline, limit) = self.limits.wait();
            let mut waited = self.worker.wait(deadline, |core, watch| self.poll(core, watch))?;
            if matches!(waited, Waited::TimedOut) && limit == Reason::Idle {
                waited = self.wait_out()?;
            }
            match waited {
                Waited::Ready(Event::Job(job)) => return Ok(Ok(job)),
                Waited::Ready(Event::End(reason)) => return Ok(Err(reason)),
                Waited::Ready(Event::Idle) => return Ok(Err(Reason::Idle)),
                Waited::Ready(Event::Outage(error)) => warn(&format!("{}; it is tried again", error.text("run")))?,
                Waited::Ready(Event::Failed(error)) => {
                    self.worker.status.fail_quietly("run", &error);
                    return exception::throw(&error.text("run"));
                }
                Waited::TimedOut => return Ok(Err(limit)),
                Waited::Signalled => {}
            }
        }
    }

    fn poll(&self, core: &mut Worker, watch: &mut Watch) -> Poll<Event> {
        if let Some(reason) = self.wish() {
            return Poll::Ready(Event::End(reason));
        }
        match core.poll_job(watch) {
            Poll::Ready(Ok(job)) => Poll::Ready(Event::Job(job)),
            Poll::Ready(Err(error)) => Poll::Ready(Event::Failed(error)),
            Poll::Pending => core.next_outage().map_or(Poll::Pending, |error| Poll::Ready(Event::Outage(error))),
        }
    }

    /// After the time without a job is over: as long as a live server owes an answer, which may be a job, but no longer
    /// than a supervisor that has told the process to end should have to wait.
    fn wait_out(&self) -> Php<Waited<Event>> {
        self.worker.wait(Deadline::after(REST), |core, watch| match self.poll(core, watch) {
            Poll::Pending if !core.is_in_exchange(watch) => Poll::Ready(Event::Idle),
            polled => polled,
        })
    }

    /// Does a job.  What its callback throws ends the job and not the `run()`.
    fn perform(&mut self, job: Job) -> Php<()> {
        let function = job.assignment.function().to_vec();
        let performed = perform(self.worker, job, "run");
        self.limits.note_job();
        match performed {
            Err(Halt::Exception) if !is_exiting() => self.report(&function),
            performed => performed.map(drop),
        }
    }

    /// The pending exception, as a warning.
    fn report(&self, function: &[u8]) -> Php<()> {
        let thrown = describe_pending(Format::Text)?;
        discard_pending()?;
        let thrown = String::from_utf8_lossy(&thrown);
        let text = format!("the callback of \"{}\" threw {thrown}", function.escape_ascii());
        self.worker.status.fail("run", &Error::new(ReturnCode::WorkException, text), ())
    }

    /// What is in hand when no other job is to be taken: does what takes a moment, and gives back the rest.
    fn finish(&mut self, reason: Reason) -> Php<()> {
        let mut core = self.worker.core.borrow_mut();
        core.set_prefetch(0);
        let is_quick = core.rest_takes() < REST;
        drop(core);
        let began_at = Instant::now();
        while is_quick && reason != Reason::Jobs && began_at.elapsed() < REST {
            let left = REST.saturating_sub(began_at.elapsed());
            match self.worker.wait(Deadline::after(left), Worker::poll_rest)? {
                Waited::Ready(Some(job)) => self.perform(job)?,
                Waited::Ready(None) => return Ok(()),
                Waited::TimedOut => break,
                Waited::Signalled => {}
            }
            if self.origin.is_foreign() {
                return Ok(());
            }
        }
        self.worker.core.borrow_mut().give_back_rest();
        Ok(())
    }
}
