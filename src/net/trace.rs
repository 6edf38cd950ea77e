//! What went over the wires, packet by packet, for whoever looks for a fault.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Server;
use crate::protocol::describe;

/// Which way a packet went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To the server.
    Out,
    /// From the server.
    In,
}

/// Where lines are written, one for each packet.
#[derive(Debug)]
pub struct Trace {
    target: Target,
    shown: usize,
}

#[derive(Debug)]
enum Target {
    Stderr,
    File(File),
}

impl Trace {
    /// To the process's standard error; each line with the first `shown` bytes of the packet's payload.
    pub fn to_stderr(shown: usize) -> Self {
        Self { target: Target::Stderr, shown }
    }

    /// To the end of a file, which is made when there is none; it stays open, also when somebody moves it away.
    pub fn to_file(path: &Path, shown: usize) -> io::Result<Self> {
        // A pipe that nobody reads from is refused at once.
        let file = OpenOptions::new().append(true).create(true).custom_flags(libc::O_NONBLOCK).open(path)?;
        Ok(Self { target: Target::File(file), shown })
    }

    /// Writes a packet down: seconds since 1970, process, server, direction, and what it is.
    #[cold]
    pub(super) fn packet(&self, server: &Server, way: Way, packet: &[u8]) {
        let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let sign = match way {
            Way::Out => '>',
            Way::In => '<',
        };
        let (seconds, micros) = (time.as_secs(), time.subsec_micros());
        let what = describe(packet, self.shown);
        let line = format!("{seconds}.{micros:06} {} {server} {sign} {what}\n", std::process::id());
        // One write for each line, so that the lines of several processes do not mix.  Who cannot be told of a fault
        // here is not told of it: a full disk must not end a job.
        let _ = match &self.target {
            Target::Stderr => io::stderr().write_all(line.as_bytes()),
            Target::File(file) => { file }.write_all(line.as_bytes()),
        };
    }
}
