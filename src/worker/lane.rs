//! Where a worker stands with one server.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::error::{Error, Result, ReturnCode};
use crate::protocol::{Assignment, Response};

const FIRST_RETRY: Duration = Duration::from_millis(50);
const SLOWEST_RETRY: Duration = Duration::from_secs(3);

/// What the server was last told, or said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It may have a job.
    #[default]
    Awake,
    /// It was asked with GRAB_JOB.
    Grabbing,
    /// It said NO_JOB.
    Refused,
    /// It was told PRE_SLEEP and will send NOOP.
    Sleeping,
}

/// The state of one connection, and of the one that will follow it.
#[derive(Default)]
pub struct Lane {
    /// The link that this is the state of.
    pub epoch: u64,
    /// See [`Phase`].
    pub phase: Phase,
    /// The revision of the registry that the server knows.
    pub told: u64,
    /// Packets that came in while something else was waited for.
    pub inbox: VecDeque<Response>,
    /// How many echoes it owes.
    pub echoes: u32,
    /// Why the last link failed.
    pub error: Option<Error>,
    asked_at: Option<Instant>,
    asked: bool,
    retry_at: Option<Instant>,
    retry_after: Option<Duration>,
}

impl Lane {
    /// A new link is being made.
    pub fn begin(&mut self, epoch: u64) {
        *self = Self { epoch, retry_after: self.retry_after, ..Self::default() };
    }

    /// If the link is another one than this is the state of, it is a new one.
    pub fn follow(&mut self, epoch: u64) {
        if self.epoch != epoch {
            self.begin(epoch);
        }
    }

    /// An echo has come; returns how many are owed still.
    pub fn take_echo(&mut self) -> u32 {
        self.echoes = self.echoes.saturating_sub(1);
        self.echoes
    }

    /// The link is made.
    pub fn connected(&mut self) {
        self.retry_after = None;
        self.error = None;
    }

    /// The link was lost, or could not be made.
    pub fn lost(&mut self, error: Error) {
        let delay = self.retry_after.map_or(FIRST_RETRY, |last| (last * 2).min(SLOWEST_RETRY));
        *self = Self {
            epoch: self.epoch,
            error: Some(error),
            retry_at: Some(Instant::now() + delay),
            retry_after: Some(delay),
            ..Self::default()
        };
    }

    /// The link was closed by us; a new one may be made at once.
    pub fn closed(&mut self) {
        *self = Self { epoch: self.epoch, ..Self::default() };
    }

    /// Whether a new link may be tried.
    pub fn is_due(&self, now: Instant) -> bool {
        self.retry_at.is_none_or(|at| at <= now)
    }

    /// Whether the last link failed.
    pub fn has_failed(&self) -> bool {
        self.error.is_some()
    }

    /// The server may have a job after all.
    pub fn wake(&mut self) {
        if self.phase == Phase::Sleeping {
            self.phase = Phase::Awake;
        }
    }

    /// GRAB_JOB was sent.
    pub fn grab(&mut self) {
        self.phase = Phase::Grabbing;
        self.asked_at = Some(Instant::now());
        self.asked = true;
    }

    /// Whether it was asked since [`begin_round`](Self::begin_round).
    pub fn was_asked(&self) -> bool {
        self.asked
    }

    /// A new round of asking begins.
    pub fn begin_round(&mut self) {
        self.asked = false;
        if self.phase == Phase::Refused {
            self.phase = Phase::Awake;
        }
    }

    /// Whether it was asked, not longer than `patience` ago, and has not answered.
    pub fn is_grabbing_within(&self, patience: Duration) -> bool {
        self.phase == Phase::Grabbing && self.asked_at.is_some_and(|at| at.elapsed() < patience)
    }

    /// A packet from the server.  An error means that it is out of step.
    pub fn handle(&mut self, response: Response) -> Result<Option<Assignment>> {
        match response {
            // NOOPs come at any time, several for one job.
            Response::Noop => self.wake(),
            Response::NoJob if self.phase == Phase::Grabbing => self.phase = Phase::Refused,
            Response::JobAssign(assignment) if self.phase == Phase::Grabbing => {
                self.phase = Phase::Awake;
                return Ok(Some(assignment));
            }
            // The answers to requests whose askers have given up.
            Response::Echo { .. } => {
                self.take_echo();
            }
            Response::Option { .. } => {}
            // Gearmand 1.1.20 ends a job at WORK_EXCEPTION and answers the WORK_FAIL that follows like this, older
            // ones go on to the WORK_FAIL; a job given to somebody else meanwhile is answered the same way.
            Response::Error { code, .. } if code[..] == *b"JOB_NOT_FOUND" => {}
            Response::Error { code, text } => {
                let (code, text) = (String::from_utf8_lossy(&code), String::from_utf8_lossy(&text));
                return Err(Error::new(ReturnCode::ServerError, format!("the server refused: {code}: {text}")));
            }
            other => {
                let text = format!("the server sent {}, which nothing was waiting for", other.name());
                return Err(Error::new(ReturnCode::UnexpectedPacket, text));
            }
        }
        Ok(None)
    }
}
