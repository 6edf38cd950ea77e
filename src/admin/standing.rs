//! What is known of one server.

use crate::net::Knowledge;

/// Whether an answer is due.
#[derive(Debug, Default)]
pub struct Standing {
    pub(super) is_asked: bool,
}

impl Knowledge for Standing {
    /// An administrator greets nobody.
    fn greeted(&mut self) {}

    fn is_expected(&self) -> bool {
        self.is_asked
    }

    fn is_settled(&self) -> bool {
        !self.is_asked
    }
}
