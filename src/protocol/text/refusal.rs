//! Answers that are none.

use crate::error::{Error, ReturnCode};

/// How much of a line is repeated to the user.
const SHOWN: usize = 80;

/// What the server says against a command: `ERR UNKNOWN_JOB`, `ERR function not found`, `ERR CODE A+text+like+this`.
pub(super) fn refusal(line: &[u8]) -> Option<Error> {
    let words = line.strip_prefix(b"ERR ")?;
    if words == b"UNKNOWN_JOB" {
        let error = Error::new(ReturnCode::JobNotFound, "the server has no job with this handle");
        return Some(error.advising("it has ended, or is on another server"));
    }
    Some(Error::new(ReturnCode::ServerError, format!("the server refused: {}", shown(words).replace('+', " "))))
}

/// A line that is no answer at all.
pub(super) fn garbage(line: &[u8]) -> Error {
    Error::new(ReturnCode::InvalidPacket, format!("the server answered with {}", quoted(line)))
}

/// The fence has come, and nothing before it.
pub(super) fn silence() -> Error {
    Error::new(ReturnCode::ServerError, "the server did not answer the command")
}

/// A line as it is shown to the user.
pub(super) fn quoted(line: &[u8]) -> String {
    format!("\"{}\"", shown(line))
}

fn shown(line: &[u8]) -> String {
    let text = line.get(..SHOWN).unwrap_or(line).escape_ascii();
    if line.len() > SHOWN { format!("{text}...") } else { text.to_string() }
}
