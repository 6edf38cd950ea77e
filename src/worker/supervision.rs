//! Which servers are away, and that it is told once.

use std::collections::VecDeque;

use crate::error::Error;

/// See the module.
#[derive(Debug, Default)]
pub struct Supervision {
    is_on: bool,
    /// The servers that are away and of which that is known.
    away: Vec<usize>,
    /// Why, where nobody was told yet.
    news: VecDeque<Error>,
}

impl Supervision {
    /// Begins to keep track, or ends it.
    pub fn new(is_on: bool) -> Self {
        Self { is_on, ..Self::default() }
    }

    /// Whether it keeps track.
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// A server could not be reached, or was lost.
    pub fn note_failure(&mut self, server: usize, error: &Error) {
        if self.is_on && !self.away.contains(&server) {
            self.away.push(server);
            self.news.push_back(error.clone());
        }
    }

    /// Those that are not away any more may be away again.
    pub fn keep(&mut self, is_away: impl Fn(usize) -> bool) {
        self.away.retain(|server| is_away(*server));
    }

    /// What is to be told next.
    pub fn next(&mut self) -> Option<Error> {
        self.news.pop_front()
    }
}
