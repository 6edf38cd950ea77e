//! What lists consist of.

use bytes::Bytes;
use memchr::memmem;

/// One row of a list.
pub trait Row: Clone {
    /// The command that lists such rows.
    const COMMAND: &'static str;

    /// Reads a line; `None` when it is no such row.
    fn parse(line: &Bytes) -> Option<Self>;
}

/// A function in `status`.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionStatus {
    pub function: Bytes,
    /// Jobs that the server has, running and delayed ones included.
    pub total: i64,
    pub running: i64,
    /// Connections that offer the function.
    pub workers: i64,
}

impl Row for FunctionStatus {
    const COMMAND: &'static str = "status";

    fn parse(line: &Bytes) -> Option<Self> {
        let (function, [total, running, workers]) = columns(line)?;
        Some(Self { function, total, running, workers })
    }
}

/// A function in `prioritystatus`: how many of its jobs wait.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorityStatus {
    pub function: Bytes,
    pub high: i64,
    pub normal: i64,
    pub low: i64,
    /// Connections that offer the function.
    pub workers: i64,
}

impl Row for PriorityStatus {
    const COMMAND: &'static str = "prioritystatus";

    fn parse(line: &Bytes) -> Option<Self> {
        let (function, [high, normal, low, workers]) = columns(line)?;
        Some(Self { function, high, normal, low, workers })
    }
}

/// A connection in `workers`, be it a worker's or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Where it comes from.
    pub address: Bytes,
    /// What it calls itself; "-" when it does not.
    pub id: Bytes,
    offered: Bytes,
}

impl Peer {
    /// The functions that it offers.  A name that contains a space looks like two.
    pub fn functions(&self) -> impl Iterator<Item = &[u8]> {
        self.offered.split(|byte| *byte == b' ').filter(|name| !name.is_empty())
    }
}

impl Row for Peer {
    const COMMAND: &'static str = "workers";

    /// `FD ADDRESS ID : FUNCTION FUNCTION`; that of a connection which has just ended is -1 (gearmand 1.1.21, seen).
    fn parse(line: &Bytes) -> Option<Self> {
        let (descriptor, rest) = split(line, b" ")?;
        number(descriptor.strip_prefix(b"-").unwrap_or(&descriptor))?;
        let (address, rest) = split(&rest, b" ")?;
        let (id, offered) = match split(&rest, b" : ") {
            Some(parts) => parts,
            None => (rest.slice(..rest.strip_suffix(b" :")?.len()), Bytes::new()),
        };
        Some(Self { address, id, offered })
    }
}

/// A job in `show jobs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedJob {
    /// Its handle.
    pub handle: Bytes,
    /// How many workers were lost with it.
    pub retries: i64,
    /// Whether it was cancelled.
    pub ignored: bool,
    /// Whether the server keeps it for good, as it does with background jobs.
    pub queued: bool,
}

impl Row for QueuedJob {
    const COMMAND: &'static str = "show jobs";

    fn parse(line: &Bytes) -> Option<Self> {
        let (handle, [retries, ignored, queued]) = columns(line)?;
        Some(Self { handle, retries, ignored: ignored != 0, queued: queued != 0 })
    }
}

/// A line of `show unique jobs`: any line is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UniqueKey(pub Bytes);

impl Row for UniqueKey {
    const COMMAND: &'static str = "show unique jobs";

    fn parse(line: &Bytes) -> Option<Self> {
        Some(Self(line.clone()))
    }
}

/// A name and numbers behind tabs.  The name may contain tabs itself.
fn columns<const N: usize>(line: &Bytes) -> Option<(Bytes, [i64; N])> {
    let mut numbers = [0; N];
    let mut name = &line[..];
    for place in numbers.iter_mut().rev() {
        let tab = memchr::memrchr(b'\t', name)?;
        *place = number(name.get(tab + 1..)?)?;
        name = name.get(..tab)?;
    }
    Some((line.slice_ref(name), numbers))
}

/// Digits and nothing else.
pub(super) fn number(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?;
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn split(line: &Bytes, separator: &[u8]) -> Option<(Bytes, Bytes)> {
    let at = memmem::find(line, separator)?;
    Some((line.slice(..at), line.slice(at + separator.len()..)))
}
