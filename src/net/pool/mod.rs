//! The servers of one client or worker, in the order they were given: each with its connection and with what the owner
//! knows of it.
//!
//! Only the pool closes connections.  Whenever one goes away, what the owner knew of that server goes into a [`Loss`],
//! which waits until the owner takes it: nothing that was said on a link can be mistaken for the next one's.

mod core;
mod links;
mod loss;
mod slot;

pub use core::Pool;
pub use loss::{Knowledge, Loss, Stage};
