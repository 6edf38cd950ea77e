//! Making sure that servers can be reached, one after the other.

use std::task::{Poll, ready};

use super::{Knowledge, Pool};
use crate::error::{Error, Result};
use crate::runtime::Watch;

/// Asks until one server, or each of them, can be reached.
pub struct Reach {
    every: bool,
    tried: Vec<usize>,
    error: Option<Error>,
}

impl Reach {
    /// Until one server can be reached.
    pub fn any() -> Self {
        Self { every: false, tried: Vec::new(), error: None }
    }

    /// Until each server has been.
    pub fn every() -> Self {
        Self { every: true, ..Self::any() }
    }

    /// Goes on.  Keeps nothing in `pool` but the links, so it may be given up at any time.
    pub fn poll<K: Knowledge>(&mut self, pool: &mut Pool<K>, watch: &mut Watch) -> Poll<Result<()>> {
        pool.leave_to_parent();
        loop {
            if !self.every && pool.any_up() {
                return Poll::Ready(Ok(()));
            }
            let Some(server) = pool.choose(|server| !self.tried.contains(&server)) else {
                return Poll::Ready(self.error.take().map_or(Ok(()), Err));
            };
            pool.dial(server);
            let linked = ready!(pool.poll_link(server, watch));
            self.tried.push(server);
            if let Err(error) = linked {
                self.error = Some(self.error.take().map_or(error.clone(), |first| first.and(&error)));
                if self.every {
                    return Poll::Ready(Err(error));
                }
            }
        }
    }
}
