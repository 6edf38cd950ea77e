//! What a worker does: says what it can do, grabs jobs, sleeps until there are some, answers them, and comes back
//! when a server does.

mod activity;
mod ahead;
mod answering;
mod connecting;
mod core;
mod echo;
mod finishing;
mod foresight;
mod grabbing;
mod job;
mod prefetch;
mod prefetching;
mod registry;
mod regrab;
mod regrabbing;
mod standing;
mod supervising;
mod supervision;

#[cfg(test)]
mod tests;

pub use activity::Activity;
pub use connecting::Reached;
pub use core::Worker;
pub use grabbing::Grab;
pub use job::Job;
pub use standing::Standing;
