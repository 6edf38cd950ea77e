//! Where a worker stands with one server.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::error::{Error, Result, ReturnCode};
use crate::net::Knowledge;
use crate::protocol::text::major_version;
use crate::protocol::{Assignment, Request, Response};
use crate::stats::{self, Counter};

/// What the server was last told, or said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It may have a job.
    #[default]
    Awake,
    /// It was asked with GRAB_JOB, and owes an answer.
    Grabbing,
    /// It said NO_JOB, but was asked before the worker had nothing to do: it may have a job by now.
    Dry,
    /// It said NO_JOB.
    Refused,
    /// It was told PRE_SLEEP and will send NOOP.
    Sleeping,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Standing {
    phase: Phase,
    /// Whether it owes an answer to a GRAB_JOB that was not sent ahead.
    is_asked: bool,
    /// How many answers it owes to GRAB_JOBs that were sent ahead.
    ahead: usize,
    /// How many jobs it gave since it last said NO_JOB.
    given: usize,
    /// Whether its link is to be closed as soon as it owes nothing: until then the jobs that it gives are not done.
    is_leaving: bool,
    is_introduced: bool,
    /// How many of its jobs are being done.
    at_work: usize,
    /// What it is to be told when they are.
    withheld: Vec<Request>,
    /// Packets that came in while something else was waited for.
    inbox: VecDeque<Response>,
    /// How many echoes it owes.
    echoes: u32,
    asked_at: Option<Instant>,
    /// When it was told PRE_SLEEP.
    slept_at: Option<Instant>,
    version: Version,
}

/// What is known of a server's version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Version {
    /// It was not asked.
    #[default]
    Unasked,
    /// It owes the answer.
    Owed,
    /// It begins with this number, if it has one.
    Known(Option<u32>),
}

impl Knowledge for Standing {
    /// Its answer is taken off the line by [`handle`](Standing::handle), whenever it comes.
    fn greeted(&mut self) {}

    fn is_expected(&self) -> bool {
        matches!(self.phase, Phase::Grabbing | Phase::Sleeping) || self.echoes > 0
    }

    /// The server knows its functions.
    fn is_settled(&self) -> bool {
        false
    }
}

impl Standing {
    /// See [`Phase`].
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether the server was told what the worker can do.
    pub fn is_introduced(&self) -> bool {
        self.is_introduced
    }

    /// It was told.
    pub fn introduce(&mut self) {
        self.is_introduced = true;
    }

    /// One of its jobs is being done.
    pub fn start_job(&mut self) {
        self.at_work += 1;
    }

    /// The end of one of its jobs was sent; true when it was the last.
    pub fn end_job(&mut self) -> bool {
        self.at_work = self.at_work.saturating_sub(1);
        self.at_work == 0
    }

    /// Whether any of its jobs is being done.
    pub fn is_at_work(&self) -> bool {
        self.at_work > 0
    }

    /// Keeps back a loss, while a job of it is being done, and whatever comes after that; false when it may be told now.
    pub fn withhold(&mut self, change: &Request, is_loss: bool) -> bool {
        let must_wait = !self.withheld.is_empty() || (is_loss && self.at_work > 0);
        if must_wait {
            self.withheld.push(change.clone());
        }
        must_wait
    }

    /// What was kept back.
    pub fn take_withheld(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.withheld)
    }

    /// The server may have a job after all.
    pub fn wake(&mut self) {
        if self.phase == Phase::Sleeping {
            self.phase = Phase::Awake;
        }
    }

    /// A call begins: whatever the server said before, it is asked again.
    pub fn begin_round(&mut self) {
        self.wake();
    }

    /// A call begins that does not sleep.
    pub fn forget_refusal(&mut self) {
        if self.phase == Phase::Refused {
            self.phase = Phase::Awake;
        }
    }

    /// GRAB_JOB was sent.
    pub fn grab(&mut self, now: Instant) {
        self.phase = Phase::Grabbing;
        self.is_asked = true;
        self.asked_at = Some(now);
    }

    /// GRAB_JOB was sent while the worker has something to do.
    pub fn grab_ahead(&mut self, now: Instant) {
        self.phase = Phase::Grabbing;
        self.ahead += 1;
        self.asked_at = Some(now);
    }

    /// How many answers it owes to GRAB_JOBs that were sent ahead: jobs that are in hand, or will be.
    pub fn ahead(&self) -> usize {
        self.ahead
    }

    /// Gives back what is in hand: the link is to be closed.  Not before all of it has come: a link that is closed with
    /// something unread ends with a reset, and the server may have read the last results by then or not.
    pub fn leave(&mut self) {
        self.is_leaving = true;
    }

    /// Whether the link is to be closed now.
    pub fn has_left(&self) -> bool {
        self.is_leaving && self.phase != Phase::Grabbing
    }

    /// How many GRAB_JOBs it may be sent ahead: no more at a time than it gave jobs since it had none, so that a queue
    /// that is mostly empty is not asked in vain.
    pub fn trust(&self) -> usize {
        match self.phase {
            Phase::Awake | Phase::Grabbing if !self.is_leaving => self.given.max(1),
            _ => 0,
        }
    }

    /// PRE_SLEEP was sent.
    pub fn sleep(&mut self, now: Instant) {
        self.phase = Phase::Sleeping;
        self.slept_at = Some(now);
    }

    /// Since when it sleeps, if it does.
    pub fn sleeps_since(&self) -> Option<Instant> {
        self.slept_at.filter(|_| self.phase == Phase::Sleeping)
    }

    /// Whether its version is still to be asked for; from now on it is owed.
    pub fn ask_version(&mut self) -> bool {
        let is_unasked = self.version == Version::Unasked;
        if is_unasked {
            self.version = Version::Owed;
        }
        is_unasked
    }

    /// Whether it owes its version.
    pub fn owes_version(&self) -> bool {
        self.version == Version::Owed
    }

    /// Whether it sends a NOOP when a delayed job's time has come.  Gearmand 1.1 wakes sleepers when such a job is
    /// submitted, and not when it is due (measured).
    pub fn wakes_in_time(&self) -> bool {
        matches!(self.version, Version::Known(Some(2..)))
    }

    /// Until when its answer to GRAB_JOB is waited for; `None` when it owes none.
    pub fn answer_due(&self, patience: Duration) -> Option<Instant> {
        self.asked_at.filter(|_| self.phase == Phase::Grabbing).map(|at| at + patience)
    }

    /// Keeps a packet for later; of NOOPs in a row one says it all.
    pub fn keep(&mut self, response: Response) {
        if response != Response::Noop || self.inbox.back() != Some(&Response::Noop) {
            self.inbox.push_back(response);
        }
    }

    /// The first packet that was kept.
    pub fn take_kept(&mut self) -> Option<Response> {
        self.inbox.pop_front()
    }

    /// Whether a packet was kept.
    pub fn has_kept(&self) -> bool {
        !self.inbox.is_empty()
    }

    /// ECHO_REQ was sent.
    pub fn ask_echo(&mut self) {
        self.echoes += 1;
    }

    /// An echo has come; returns how many are owed still.
    pub fn take_echo(&mut self) -> u32 {
        self.echoes = self.echoes.saturating_sub(1);
        self.echoes
    }

    /// A GRAB_JOB is answered, and they are in the order they were sent.  The last answer leaves the server in this
    /// phase, or in the other one when it was asked ahead.
    fn answered(&mut self, phase: Phase, when_ahead: Phase) {
        // One that is not sent ahead is sent only while no answer is due, so it is the first.
        let was_asked = std::mem::take(&mut self.is_asked);
        if !was_asked {
            self.ahead = self.ahead.saturating_sub(1);
        }
        if self.ahead == 0 {
            self.phase = if was_asked { phase } else { when_ahead };
        }
    }

    /// A packet from the server.  An error means that it is out of step.
    #[inline]
    pub fn handle(&mut self, response: Response) -> Result<Option<Assignment>> {
        match response {
            // NOOPs come at any time, several for one job.
            Response::Noop => self.wake(),
            Response::NoJob if self.phase == Phase::Grabbing => {
                self.given = 0;
                self.answered(Phase::Refused, Phase::Dry);
            }
            Response::JobAssign(assignment) if self.phase == Phase::Grabbing => {
                self.given = self.given.saturating_add(1);
                self.answered(Phase::Awake, Phase::Awake);
                if !self.is_leaving {
                    return Ok(Some(assignment));
                }
                stats::count(Counter::JobsGivenBack);
            }
            // The answers to requests whose askers have given up.
            Response::Echo { .. } => {
                self.take_echo();
            }
            Response::Option { .. } => {}
            Response::Line(answer) => self.version = Version::Known(major_version(&answer)),
            // Gearmand 1.1.20 ends a job at WORK_EXCEPTION and answers the WORK_FAIL that follows like this, older
            // ones go on to the WORK_FAIL, or write the code in lower case; a job given to somebody else meanwhile is
            // answered the same way.
            Response::Error { code, .. } if code.eq_ignore_ascii_case(b"JOB_NOT_FOUND") => {}
            Response::Error { code, text } => {
                let (code, text) = (String::from_utf8_lossy(&code), String::from_utf8_lossy(&text));
                let error = Error::new(ReturnCode::ServerError, format!("the server refused: {code}: {text}"));
                return Err(error.advising("gearmand's log may say more"));
            }
            other => {
                let text = format!("the server sent {}, which nothing was waiting for", other.name());
                return Err(Error::new(ReturnCode::UnexpectedPacket, text));
            }
        }
        Ok(None)
    }
}
