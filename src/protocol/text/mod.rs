//! Gearman's text protocol, for administrators: lines in, rows out.
//!
//! It is spoken on the same connections as the binary one; the first byte of what comes next decides.  How many lines
//! answer a command differs: one, or a list that ends with a dot, or none.  So an ECHO_REQ goes out behind each command,
//! and its answer, the fence, ends the answer to the command: what comes before it is all that comes.  No line can be
//! taken for it, as it begins with a NUL.

mod answer;
mod command;
mod line;
mod listing;
mod queue_limits;
mod refusal;
mod rows;
mod version;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Pid, Verdict, Version};
pub use command::Limits;
pub use line::{Line, is_text, next_line, take_answer};
pub use listing::Listing;
pub use queue_limits::QueueLimits;
pub use rows::{FunctionStatus, Peer, PriorityStatus, QueuedJob, Row, UniqueKey};
pub use version::major_version;
