//! What a client does: submits jobs, asks after them, and hears how they end.
//!
//! [`TaskSet`](task_set::TaskSet) is the state machine; [`Client`] moves packets between it and the connections.

mod answers;
mod batch;
mod call;
mod calls;
mod core;
mod foresight;
mod handles;
mod inquiry;
mod losses;
mod murmur;
mod owed;
mod ping;
mod silence;
mod spread;
mod task;
mod task_set;
mod unique;

#[cfg(test)]
mod tests;

pub use batch::Batch;
pub use call::{Call, Outcome};
pub use calls::Calls;
pub use core::Client;
pub use inquiry::StatusInquiry;
pub use owed::Owed;
pub use ping::Ping;
pub use task::{Event, Owner, Question, TaskId};
pub use unique::UniqueKey;
