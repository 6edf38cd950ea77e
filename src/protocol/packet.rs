//! Typed packets: requests by named constructors, responses by name.

use bytes::Bytes;

use super::arguments::{Arguments, wrong_arguments};
use super::assignment::Assignment;
use super::command::Command;
use super::header::{HEADER, MAX_BODY, MAX_FUNCTION, MAX_HANDLE, MAX_UNIQUE, REQUEST_MAGIC, SENT_UNIQUE};
use super::payload::Payload;
use crate::error::{Error, Result, ReturnCode};

/// Which of the server's queues a job goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// Before all others.
    High,
    /// As it comes.
    Normal,
    /// When nothing else is queued.
    Low,
}

/// How a job is queued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Somebody waits for the result.
    Foreground(Priority),
    /// Nobody does.
    Background(Priority),
    /// Nobody does, and no worker gets it before this time, in seconds since 1970.  The protocol has no other priority
    /// for it than the normal one.
    At(u64),
}

impl Mode {
    /// Whether nobody waits for the result.
    pub fn is_background(self) -> bool {
        !matches!(self, Self::Foreground(_))
    }
}

/// A job to be submitted.
#[derive(Clone, Copy, Debug)]
pub struct Submission<'a> {
    /// The name of the function, 1 to 512 bytes.
    pub function: &'a [u8],
    /// The key that makes equal jobs one, 0 to 64 bytes.
    pub unique: &'a [u8],
    /// What the job works on.
    pub workload: Payload<'a>,
    /// Whether equal jobs share the unique key: it was not made for this one alone.
    pub shares_key: bool,
    /// How it is queued.
    pub mode: Mode,
}

impl<'a> Submission<'a> {
    /// What is sent of the unique key, and known of it by everybody else.
    pub fn sent_unique(&self) -> &'a [u8] {
        sent_unique(self.unique)
    }
}

/// A packet on its way to the server: encoded, cheap to clone, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    bytes: Bytes,
    /// Boxed, because a client may have hundreds of thousands of requests, and few of them are large.
    lent: Option<Box<Bytes>>,
}

impl Request {
    /// What is encoded already.
    pub(super) fn of(bytes: Bytes) -> Self {
        Self { bytes, lent: None }
    }

    /// The bytes on the wire, but for a payload that is lent.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The payload that comes after [`bytes`](Self::bytes), if it is lent.
    pub fn lent(&self) -> Option<&Bytes> {
        self.lent.as_deref()
    }

    /// All that goes on the wire.
    pub fn in_one_piece(&self) -> Bytes {
        match self.lent() {
            None => self.bytes.clone(),
            Some(payload) => [&self.bytes[..], payload].concat().into(),
        }
    }

    /// What it is.
    pub fn command(&self) -> Option<Command> {
        let (_, rest) = self.bytes.split_at_checked(REQUEST_MAGIC.len())?;
        rest.first_chunk().and_then(|number| Command::from_number(u32::from_be_bytes(*number)))
    }

    /// SUBMIT_JOB, its five relatives, and SUBMIT_JOB_EPOCH.
    pub fn submit_job(job: &Submission<'_>) -> Result<Self> {
        let command = match job.mode {
            Mode::Foreground(Priority::High) => Command::SubmitJobHigh,
            Mode::Foreground(Priority::Normal) => Command::SubmitJob,
            Mode::Foreground(Priority::Low) => Command::SubmitJobLow,
            Mode::Background(Priority::High) => Command::SubmitJobHighBg,
            Mode::Background(Priority::Normal) => Command::SubmitJobBg,
            Mode::Background(Priority::Low) => Command::SubmitJobLowBg,
            Mode::At(_) => Command::SubmitJobEpoch,
        };
        check_text("function name", job.function, 1, MAX_FUNCTION)?;
        let unique = unique_key(job.unique)?;
        let (copied, lent) = job.workload.parts();
        match job.mode {
            Mode::At(time) => {
                Self::encode_with(command, &[job.function, unique, time.to_string().as_bytes(), copied], lent)
            }
            _ => Self::encode_with(command, &[job.function, unique, copied], lent),
        }
    }

    /// GET_STATUS: asks for a job by its handle.
    pub fn get_status(handle: &[u8]) -> Result<Self> {
        check_text("job handle", handle, 0, MAX_HANDLE)?;
        Self::encode(Command::GetStatus, &[handle])
    }

    /// GET_STATUS_UNIQUE: asks for a job by its unique key.
    pub fn get_status_unique(unique: &[u8]) -> Result<Self> {
        Self::encode(Command::GetStatusUnique, &[unique_key(unique)?])
    }

    /// ECHO_REQ: the server sends the data back.
    pub fn echo(data: &[u8]) -> Result<Self> {
        Self::encode(Command::EchoReq, &[data])
    }

    /// OPTION_REQ `exceptions`: this connection wants WORK_EXCEPTION packets.
    pub fn option_exceptions() -> Self {
        Self::encode_checked(Command::OptionReq, &[b"exceptions"])
    }

    /// CAN_DO, or CAN_DO_TIMEOUT when `timeout` is not 0.  The unit of the timeout is the server's affair:
    /// php-gearman's manual says seconds, gearmand from 1.1.19 takes milliseconds.
    pub fn can_do(function: &[u8], timeout: u32) -> Result<Self> {
        check_text("function name", function, 1, MAX_FUNCTION)?;
        if timeout == 0 {
            Self::encode(Command::CanDo, &[function])
        } else {
            Self::encode(Command::CanDoTimeout, &[function, timeout.to_string().as_bytes()])
        }
    }

    /// CANT_DO: the worker no longer has this function.
    pub fn cant_do(function: &[u8]) -> Result<Self> {
        check_text("function name", function, 1, MAX_FUNCTION)?;
        Self::encode(Command::CantDo, &[function])
    }

    /// RESET_ABILITIES: the worker has no function any more.
    pub fn reset_abilities() -> Self {
        Self::bare(const { &header(Command::ResetAbilities, 0) })
    }

    /// SET_CLIENT_ID: the worker's name in the admin command `workers`, whose columns spaces part.
    pub fn set_client_id(id: &[u8]) -> Result<Self> {
        check_word("worker id", id, MAX_FUNCTION)?;
        Self::encode(Command::SetClientId, &[id])
    }

    /// GRAB_JOB_UNIQ: asks for a job with its unique key.
    pub fn grab_job_uniq() -> Self {
        Self::bare(const { &header(Command::GrabJobUniq, 0) })
    }

    /// GRAB_JOB: asks for a job, without its unique key.
    pub fn grab_job() -> Self {
        Self::bare(const { &header(Command::GrabJob, 0) })
    }

    /// PRE_SLEEP: the worker waits for a NOOP.
    pub fn pre_sleep() -> Self {
        Self::bare(const { &header(Command::PreSleep, 0) })
    }

    /// `version`, of the text protocol, alone: answered by one line.
    pub fn version_only() -> Self {
        Self::of(Bytes::from_static(b"version\n"))
    }

    /// WORK_STATUS: progress of a job.
    pub fn work_status(handle: &[u8], numerator: u32, denominator: u32) -> Result<Self> {
        let (numerator, denominator) = (numerator.to_string(), denominator.to_string());
        Self::encode(Command::WorkStatus, &[handle, numerator.as_bytes(), denominator.as_bytes()])
    }

    /// WORK_DATA: a part of the result.
    pub fn work_data<'a>(handle: &[u8], data: impl Into<Payload<'a>>) -> Result<Self> {
        Self::about_job(Command::WorkData, handle, data.into())
    }

    /// WORK_WARNING: a warning for the client.
    pub fn work_warning<'a>(handle: &[u8], warning: impl Into<Payload<'a>>) -> Result<Self> {
        Self::about_job(Command::WorkWarning, handle, warning.into())
    }

    /// WORK_COMPLETE: the job is done.
    pub fn work_complete<'a>(handle: &[u8], result: impl Into<Payload<'a>>) -> Result<Self> {
        Self::about_job(Command::WorkComplete, handle, result.into())
    }

    /// WORK_EXCEPTION: what went wrong, for clients that asked for exceptions.
    pub fn work_exception<'a>(handle: &[u8], exception: impl Into<Payload<'a>>) -> Result<Self> {
        Self::about_job(Command::WorkException, handle, exception.into())
    }

    /// WORK_FAIL: the job has failed.
    pub fn work_fail(handle: &[u8]) -> Result<Self> {
        Self::encode(Command::WorkFail, &[handle])
    }

    /// A packet that is nothing but its header.
    fn bare(header: &'static [u8; HEADER]) -> Self {
        Self::of(Bytes::from_static(header))
    }

    fn about_job(command: Command, handle: &[u8], payload: Payload<'_>) -> Result<Self> {
        let (copied, lent) = payload.parts();
        Self::encode_with(command, &[handle, copied], lent)
    }

    fn encode(command: Command, arguments: &[&[u8]]) -> Result<Self> {
        Self::encode_with(command, arguments, None)
    }

    /// What is lent continues the last argument.
    fn encode_with(command: Command, arguments: &[&[u8]], lent: Option<&Bytes>) -> Result<Self> {
        let length = body_length(arguments) + lent.map_or(0, Bytes::len);
        check_length(command, length)?;
        Ok(Self { bytes: encode(command, arguments, length), lent: lent.cloned().map(Box::new) })
    }

    /// Encodes arguments whose length is known to fit.
    fn encode_checked(command: Command, arguments: &[&[u8]]) -> Self {
        Self::of(encode(command, arguments, body_length(arguments)))
    }
}

/// The one copy of a payload on its way out, unless it is lent.  `length` is that of the whole body.
fn encode(command: Command, arguments: &[&[u8]], length: usize) -> Bytes {
    let mut packet = Vec::with_capacity(HEADER + body_length(arguments));
    packet.extend_from_slice(&header(command, length as u32));
    for (index, argument) in arguments.iter().enumerate() {
        if index > 0 {
            packet.push(0);
        }
        packet.extend_from_slice(argument);
    }
    packet.into()
}

/// The header of a request with so many bytes behind it.
const fn header(command: Command, length: u32) -> [u8; HEADER] {
    let [m0, m1, m2, m3] = REQUEST_MAGIC;
    let [c0, c1, c2, c3] = (command as u32).to_be_bytes();
    let [l0, l1, l2, l3] = length.to_be_bytes();
    [m0, m1, m2, m3, c0, c1, c2, c3, l0, l1, l2, l3]
}

fn body_length(arguments: &[&[u8]]) -> usize {
    arguments.iter().map(|argument| argument.len()).sum::<usize>() + arguments.len().saturating_sub(1)
}

fn unique_key(key: &[u8]) -> Result<&[u8]> {
    check_text("unique key", key, 0, MAX_UNIQUE)?;
    Ok(sent_unique(key))
}

fn sent_unique(key: &[u8]) -> &[u8] {
    key.get(..SENT_UNIQUE).unwrap_or(key)
}

pub(super) fn check_length(command: Command, length: usize) -> Result<()> {
    if length > MAX_BODY {
        let text = format!("{} of {length} bytes, at most {MAX_BODY} can be sent", command.name());
        let error = Error::new(ReturnCode::ArgumentTooLarge, text);
        return Err(error.advising("keep large data elsewhere, and send where it is"));
    }
    Ok(())
}

/// A NUL would end the argument early and turn its rest into the next one, so it is refused, not sent.
fn check_text(what: &str, text: &[u8], min: usize, max: usize) -> Result<()> {
    let problem = if text.len() < min {
        "is empty".to_owned()
    } else if text.len() > max {
        format!("is {} bytes long, at most {max} are allowed", text.len())
    } else if memchr::memchr(0, text).is_some() {
        "contains a NUL byte".to_owned()
    } else {
        return Ok(());
    };
    Err(Error::new(ReturnCode::InvalidArgument, format!("the {what} {problem}")))
}

/// The same for what the text protocol separates with spaces and ends with a line.
pub(super) fn check_word(what: &str, word: &[u8], max: usize) -> Result<()> {
    check_text(what, word, 1, max)?;
    if word.iter().any(u8::is_ascii_whitespace) {
        return Err(Error::new(ReturnCode::InvalidArgument, format!("the {what} contains white space")));
    }
    Ok(())
}

/// How far a job is, as its worker last said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Whether the server has the job.
    pub known: bool,
    /// Whether a worker has it.
    pub running: bool,
    /// Done so far.
    pub numerator: u32,
    /// Out of this many.
    pub denominator: u32,
}

/// A packet from the server, or the line of text that answers one.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    Noop,
    NoJob,
    JobCreated { handle: Bytes },
    JobAssign(Assignment),
    WorkStatus { handle: Bytes, numerator: u32, denominator: u32 },
    WorkData { handle: Bytes, data: Bytes },
    WorkWarning { handle: Bytes, data: Bytes },
    WorkComplete { handle: Bytes, data: Bytes },
    WorkException { handle: Bytes, data: Bytes },
    WorkFail { handle: Bytes },
    Echo { data: Bytes },
    Status { handle: Bytes, progress: Progress },
    StatusUnique { unique: Bytes, progress: Progress },
    Option { name: Bytes },
    Error { code: Bytes, text: Bytes },
    Line(Bytes),
}

impl Response {
    /// The name of the packet's type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Noop => "NOOP",
            Self::NoJob => "NO_JOB",
            Self::JobCreated { .. } => "JOB_CREATED",
            Self::JobAssign(_) => "JOB_ASSIGN",
            Self::WorkStatus { .. } => "WORK_STATUS",
            Self::WorkData { .. } => "WORK_DATA",
            Self::WorkWarning { .. } => "WORK_WARNING",
            Self::WorkComplete { .. } => "WORK_COMPLETE",
            Self::WorkException { .. } => "WORK_EXCEPTION",
            Self::WorkFail { .. } => "WORK_FAIL",
            Self::Echo { .. } => "ECHO_RES",
            Self::Status { .. } => "STATUS_RES",
            Self::StatusUnique { .. } => "STATUS_RES_UNIQUE",
            Self::Option { .. } => "OPTION_RES",
            Self::Error { .. } => "ERROR",
            Self::Line(_) => "a line of text",
        }
    }

    /// The same packet with this payload, if it has one.
    #[cold]
    pub(super) fn with_payload(mut self, payload: Bytes) -> Self {
        match &mut self {
            Self::JobAssign(assignment) => assignment.put_workload(payload),
            Self::WorkData { data, .. }
            | Self::WorkWarning { data, .. }
            | Self::WorkComplete { data, .. }
            | Self::WorkException { data, .. }
            | Self::Echo { data } => *data = payload,
            _ => {}
        }
        self
    }

    #[inline]
    pub(super) fn parse(command: Command, mut arguments: Arguments) -> Result<Self> {
        let mut next = || arguments.take();
        Ok(match command {
            Command::Noop => Self::Noop,
            Command::NoJob => Self::NoJob,
            Command::JobCreated => Self::JobCreated { handle: handle(command, next()?)? },
            Command::JobAssign | Command::JobAssignUniq | Command::JobAssignAll => {
                Self::JobAssign(Assignment::parse(command, arguments)?)
            }
            Command::WorkStatus => Self::WorkStatus {
                handle: handle(command, next()?)?,
                numerator: number(&next()?),
                denominator: number(&next()?),
            },
            Command::WorkData => Self::WorkData { handle: handle(command, next()?)?, data: next()? },
            Command::WorkWarning => Self::WorkWarning { handle: handle(command, next()?)?, data: next()? },
            Command::WorkComplete => Self::WorkComplete { handle: handle(command, next()?)?, data: next()? },
            Command::WorkException => Self::WorkException { handle: handle(command, next()?)?, data: next()? },
            Command::WorkFail => Self::WorkFail { handle: handle(command, next()?)? },
            Command::EchoRes => Self::Echo { data: next()? },
            Command::StatusRes => Self::Status { handle: next()?, progress: progress(command, next)? },
            Command::StatusResUnique => Self::StatusUnique { unique: next()?, progress: progress(command, next)? },
            Command::OptionRes => Self::Option { name: next()? },
            Command::Error => Self::Error { code: next()?, text: next()? },
            _ => return Err(wrong_arguments(command)),
        })
    }
}

fn handle(command: Command, handle: Bytes) -> Result<Bytes> {
    if handle.is_empty() || handle.len() > MAX_HANDLE {
        return Err(wrong_arguments(command));
    }
    Ok(handle)
}

fn progress(command: Command, mut next: impl FnMut() -> Result<Bytes>) -> Result<Progress> {
    Ok(Progress {
        known: flag(command, &next()?)?,
        running: flag(command, &next()?)?,
        numerator: number(&next()?),
        denominator: number(&next()?),
    })
}

fn flag(command: Command, text: &[u8]) -> Result<bool> {
    match text {
        b"0" => Ok(false),
        b"1" => Ok(true),
        _ => Err(wrong_arguments(command)),
    }
}

/// The number a text begins with, 0 when it begins with none, as C's `strtoul` reads it: the server relays
/// what a worker in any language sent, and a worker that reports "0.5" must not cost its client the connection.
fn number(text: &[u8]) -> u32 {
    text.iter()
        .map_while(|byte| char::from(*byte).to_digit(10))
        .fold(0u32, |sum, digit| sum.saturating_mul(10).saturating_add(digit))
}
