//! What the owner of a pool knows, and what it is told when a link goes away.

use crate::error::Error;

/// What the owner of a pool knows of one server.  It begins anew with each link.
pub trait Knowledge: Default {
    /// The greeting was sent: its answer is due.
    fn greeted(&mut self);

    /// Whether packets are due.
    fn is_expected(&self) -> bool;

    /// Whether the server knows nothing of the owner, and neither waits for anything from the other: somebody else may
    /// go on with the link.
    fn is_settled(&self) -> bool;
}

/// How far a link was that went away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was being made.
    Dialing,
    /// It was made.
    Up,
}

/// A link that went away.
#[derive(Debug)]
pub struct Loss<K> {
    /// Whose it was.
    pub server: usize,
    /// What the owner knew.
    pub known: K,
    /// How far it was.
    pub stage: Stage,
    /// Why it went.
    pub error: Error,
}
