//! The `do*` calls in progress on one client: signal handlers may nest them.

use std::task::Poll;

use smallvec::SmallVec;

use super::call::{Call, Outcome};
use super::core::Client;
use super::task::TaskId;
use crate::error::Error;
use crate::runtime::Watch;

/// See the module.
#[derive(Default)]
pub struct Calls(SmallVec<[Call; 1]>);

impl Calls {
    /// Takes a call in, and names it.
    pub fn begin(&mut self, call: Call) -> TaskId {
        let id = call.id();
        self.0.push(call);
        id
    }

    /// Waits for the end of one.
    pub fn poll(&mut self, id: TaskId, client: &mut Client, watch: &mut Watch) -> Poll<Outcome> {
        match self.0.iter_mut().rfind(|call| call.id() == id) {
            Some(call) => call.poll(client, watch),
            None => Poll::Ready(Outcome::Failed(Error::no_servers())),
        }
    }

    /// One is over.
    pub fn end(&mut self, id: TaskId) {
        self.0.retain(|call| call.id() != id);
    }

    /// The innermost.
    pub fn last(&self) -> Option<&Call> {
        self.0.last()
    }
}
