//! Return codes and the one error type.

use std::fmt;
use std::io;

/// One row per `gearman_return_t`: the numbers are libgearman's and part of the PHP API.
macro_rules! return_codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal $text:literal;)+) => {
        /// A `gearman_return_t`: how an operation ended.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(i32)]
        pub enum ReturnCode {
            $($(#[$doc])* $name = $number,)+
        }

        impl ReturnCode {
            /// The code with this number, `None` when libgearman has no such code.
            pub fn from_number(number: i64) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)+
                    _ => None,
                }
            }

            /// The name of the PHP constant.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

return_codes! {
    /// Done.
    Success = 0 "GEARMAN_SUCCESS";
    /// Not finished; a non-blocking call would have had to wait.
    IoWait = 1 "GEARMAN_IO_WAIT";
    /// The worker was told to stop.
    Shutdown = 2 "GEARMAN_SHUTDOWN";
    /// The worker was told to stop after this job.
    ShutdownGraceful = 3 "GEARMAN_SHUTDOWN_GRACEFUL";
    /// A system call failed.
    Errno = 4 "GEARMAN_ERRNO";
    /// Internal to libgearman.
    Event = 5 "GEARMAN_EVENT";
    /// Internal to libgearman.
    TooManyArgs = 6 "GEARMAN_TOO_MANY_ARGS";
    /// There is no live connection to wait on.
    NoActiveFds = 7 "GEARMAN_NO_ACTIVE_FDS";
    /// A packet did not begin with `\0RES`.
    InvalidMagic = 8 "GEARMAN_INVALID_MAGIC";
    /// A packet of an unknown type.
    InvalidCommand = 9 "GEARMAN_INVALID_COMMAND";
    /// A packet whose contents do not fit its type.
    InvalidPacket = 10 "GEARMAN_INVALID_PACKET";
    /// A packet that nothing was waiting for.
    UnexpectedPacket = 11 "GEARMAN_UNEXPECTED_PACKET";
    /// A host name could not be resolved.
    Getaddrinfo = 12 "GEARMAN_GETADDRINFO";
    /// No server was added.
    NoServers = 13 "GEARMAN_NO_SERVERS";
    /// The connection went away.
    LostConnection = 14 "GEARMAN_LOST_CONNECTION";
    /// Internal to libgearman.
    MemoryAllocationFailure = 15 "GEARMAN_MEMORY_ALLOCATION_FAILURE";
    /// Internal to gearmand.
    JobExists = 16 "GEARMAN_JOB_EXISTS";
    /// The server refused the job: its queue is full.
    JobQueueFull = 17 "GEARMAN_JOB_QUEUE_FULL";
    /// The server answered with an ERROR packet.
    ServerError = 18 "GEARMAN_SERVER_ERROR";
    /// Internal to libgearman.
    WorkError = 19 "GEARMAN_WORK_ERROR";
    /// A part of a result arrived.
    WorkData = 20 "GEARMAN_WORK_DATA";
    /// A warning arrived.
    WorkWarning = 21 "GEARMAN_WORK_WARNING";
    /// Progress arrived.
    WorkStatus = 22 "GEARMAN_WORK_STATUS";
    /// The job raised an exception.
    WorkException = 23 "GEARMAN_WORK_EXCEPTION";
    /// The job failed.
    WorkFail = 24 "GEARMAN_WORK_FAIL";
    /// Internal to libgearman.
    NotConnected = 25 "GEARMAN_NOT_CONNECTED";
    /// No server could be reached.
    CouldNotConnect = 26 "GEARMAN_COULD_NOT_CONNECT";
    /// Internal to libgearman.
    SendInProgress = 27 "GEARMAN_SEND_IN_PROGRESS";
    /// Internal to libgearman.
    RecvInProgress = 28 "GEARMAN_RECV_IN_PROGRESS";
    /// Internal to libgearman.
    NotFlushing = 29 "GEARMAN_NOT_FLUSHING";
    /// Internal to libgearman.
    DataTooLarge = 30 "GEARMAN_DATA_TOO_LARGE";
    /// A job came for a function that has no callback.
    InvalidFunctionName = 31 "GEARMAN_INVALID_FUNCTION_NAME";
    /// The callback is not callable.
    InvalidWorkerFunction = 32 "GEARMAN_INVALID_WORKER_FUNCTION";
    /// The worker has no function of this name.
    NoRegisteredFunction = 33 "GEARMAN_NO_REGISTERED_FUNCTION";
    /// The worker has no function at all.
    NoRegisteredFunctions = 34 "GEARMAN_NO_REGISTERED_FUNCTIONS";
    /// Nothing is queued.
    NoJobs = 35 "GEARMAN_NO_JOBS";
    /// A server's echo was not what was sent.
    EchoDataCorruption = 36 "GEARMAN_ECHO_DATA_CORRUPTION";
    /// A workload has to be sent by a workload callback and there is none.
    NeedWorkloadFn = 37 "GEARMAN_NEED_WORKLOAD_FN";
    /// A task callback asked for a pause.
    Pause = 38 "GEARMAN_PAUSE";
    /// Internal to libgearman.
    UnknownState = 39 "GEARMAN_UNKNOWN_STATE";
    /// Internal to libgearman.
    Pthread = 40 "GEARMAN_PTHREAD";
    /// Internal to libgearman.
    PipeEof = 41 "GEARMAN_PIPE_EOF";
    /// Internal to gearmand.
    QueueError = 42 "GEARMAN_QUEUE_ERROR";
    /// Internal to libgearman.
    FlushData = 43 "GEARMAN_FLUSH_DATA";
    /// Internal to libgearman.
    SendBufferTooSmall = 44 "GEARMAN_SEND_BUFFER_TOO_SMALL";
    /// Internal to libgearman.
    IgnorePacket = 45 "GEARMAN_IGNORE_PACKET";
    /// Internal to libgearman.
    UnknownOption = 46 "GEARMAN_UNKNOWN_OPTION";
    /// The time set by setTimeout was over.
    Timeout = 47 "GEARMAN_TIMEOUT";
    /// An argument is longer than the protocol allows.
    ArgumentTooLarge = 48 "GEARMAN_ARGUMENT_TOO_LARGE";
    /// An argument cannot be sent.
    InvalidArgument = 49 "GEARMAN_INVALID_ARGUMENT";
    /// Internal to libgearman.
    InProgress = 50 "GEARMAN_IN_PROGRESS";
    /// The server refused a connection option.
    InvalidServerOption = 51 "GEARMAN_INVALID_SERVER_OPTION";
    /// The server does not know the job.
    JobNotFound = 52 "GEARMAN_JOB_NOT_FOUND";
}

impl ReturnCode {
    /// The number that PHP sees.
    pub fn number(self) -> i64 {
        i64::from(self as i32)
    }
}

/// Why an operation failed: a code for the program, a text for the person, what may help, and what lies behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: ReturnCode,
    message: String,
    advice: Option<&'static str>,
    errno: i32,
}

/// What to look at when a connection ended that was well.
const LOST: &str = "did gearmand end? its log may say why";

impl Error {
    /// An error with the text that follows `operation(CODE)`.
    pub fn new(code: ReturnCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), advice: None, errno: 0 }
    }

    /// An error caused by a system call on the connection to `server`.
    pub fn io(code: ReturnCode, server: &impl fmt::Display, cause: &io::Error) -> Self {
        let errno = cause.raw_os_error().unwrap_or(0);
        let error = Self::new(code, format!("{server}: {}", describe_io(cause))).with_errno(errno);
        Self { advice: advice_on(errno), ..error }
    }

    /// The connection to `server` went away, as `what` says.
    pub fn lost(server: &impl fmt::Display, what: &str) -> Self {
        Self::new(ReturnCode::LostConnection, format!("{server}: {what}")).advising(LOST)
    }

    /// There is nobody to ask.
    pub fn no_servers() -> Self {
        Self::new(ReturnCode::NoServers, "no server was added").advising("call addServer() first")
    }

    /// The same error with what to look at, or to do, about it.
    pub fn advising(mut self, advice: &'static str) -> Self {
        self.advice = Some(advice);
        self
    }

    /// The same error with the system's `errno` behind it.
    pub fn with_errno(mut self, errno: i32) -> Self {
        self.errno = errno;
        self
    }

    /// The same failure under another return code.
    pub fn with_code(mut self, code: ReturnCode) -> Self {
        self.code = code;
        self
    }

    /// The same error with the server it happened at.
    pub fn at(&self, server: &impl fmt::Display) -> Self {
        Self { message: format!("{server}: {}", self.message), ..self.clone() }
    }

    /// The return code.
    pub fn code(&self) -> ReturnCode {
        self.code
    }

    /// The system's `errno`, 0 when no system call was involved.
    pub fn errno(&self) -> i32 {
        self.errno
    }

    /// The same failure as seen by a call that had further causes: `first; second`.  Advice that both have is given once.
    pub fn and(mut self, other: &Error) -> Self {
        if !self.message.contains(&other.message) {
            if self.advice != other.advice {
                self.message = self.advised();
                self.advice = other.advice;
            }
            self.message.push_str("; ");
            self.message.push_str(&other.message);
        }
        self
    }

    /// `operation(GEARMAN_CODE) host:port: what happened (what to do)`.
    pub fn text(&self, operation: &str) -> String {
        format!("{operation}({}) {}", self.code.name(), self.advised())
    }

    fn advised(&self) -> String {
        self.advice.map_or_else(|| self.message.clone(), |advice| format!("{} ({advice})", self.message))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code.name(), self.message)
    }
}

impl std::error::Error for Error {}

/// Everything below the PHP layer fails with [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

fn advice_on(errno: i32) -> Option<&'static str> {
    match errno {
        libc::ECONNREFUSED => Some("is gearmand running there, and does it listen on this address?"),
        libc::EHOSTUNREACH | libc::ENETUNREACH => Some("is the address right, and is there a route to it?"),
        libc::EMFILE | libc::ENFILE => Some("raise the limit of open files: ulimit -n"),
        libc::ECONNRESET | libc::EPIPE => Some(LOST),
        _ => None,
    }
}

/// The words without Rust's `(os error 111)`: the number is in [`Error::errno`].
pub fn describe_io(error: &io::Error) -> String {
    let mut text = error.to_string();
    if let Some(end) = text.find(" (os error") {
        text.truncate(end);
    }
    if error.raw_os_error().is_some()
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_agree_with_libgearman() {
        assert_eq!(ReturnCode::from_number(47), Some(ReturnCode::Timeout));
        assert_eq!(ReturnCode::Timeout.name(), "GEARMAN_TIMEOUT");
        assert_eq!(ReturnCode::from_number(53), None);
        assert_eq!(ReturnCode::from_number(-1), None);
        assert!((0..53).all(|n| ReturnCode::from_number(n).is_some_and(|code| code.number() == n)));
    }

    #[test]
    fn text_names_operation_code_and_server() {
        let refused = io::Error::from_raw_os_error(libc::ECONNREFUSED);
        let error = Error::io(ReturnCode::CouldNotConnect, &"10.0.0.1:4730", &refused);
        assert_eq!(
            error.text("doBackground"),
            "doBackground(GEARMAN_COULD_NOT_CONNECT) 10.0.0.1:4730: connection refused \
             (is gearmand running there, and does it listen on this address?)"
        );
        assert_eq!(error.errno(), libc::ECONNREFUSED);
    }

    #[test]
    fn advice_is_given_once_and_stays_with_its_cause() {
        let [a, b] = ["a:1: refused", "b:1: refused"];
        let refused = |text: &str| Error::new(ReturnCode::CouldNotConnect, text).advising("is it running?");
        let unknown = Error::new(ReturnCode::Getaddrinfo, "c:1: unknown");
        assert_eq!(
            refused(a).and(&refused(b)).text("ping"),
            "ping(GEARMAN_COULD_NOT_CONNECT) a:1: refused; b:1: refused (is it running?)"
        );
        assert_eq!(
            refused(a).and(&unknown).and(&refused(b)).text("ping"),
            "ping(GEARMAN_COULD_NOT_CONNECT) a:1: refused (is it running?); c:1: unknown; b:1: refused (is it running?)"
        );
    }

    #[test]
    fn causes_are_joined_once() {
        let a = Error::new(ReturnCode::CouldNotConnect, "a:1: refused");
        let b = Error::new(ReturnCode::CouldNotConnect, "b:1: refused");
        assert_eq!(
            a.clone().and(&b).and(&a).text("ping"),
            "ping(GEARMAN_COULD_NOT_CONNECT) a:1: refused; b:1: refused"
        );
    }
}
