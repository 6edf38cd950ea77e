//! What a worker can do, and which server has been told.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::error::{Error, Result, ReturnCode};
use crate::protocol::Request;

/// Counts changes; a connection that was told up to a revision needs only what came after it.
type Revision = u64;

#[derive(Debug)]
struct Function {
    timeout: u32,
    since: Revision,
}

/// The functions of a worker, with their timeouts, and its id.  Its size is that of the set of names, however
/// often they were added and removed.
#[derive(Debug, Default)]
pub struct Registry {
    revision: Revision,
    functions: HashMap<Box<[u8]>, Function>,
    removed: HashMap<Box<[u8]>, Revision>,
    reset: Revision,
    id: Option<(Request, Revision)>,
}

impl Registry {
    /// Adds a function or changes its timeout.  Returns whether servers have to be told.
    pub fn add(&mut self, name: &[u8], timeout: u32) -> Result<bool> {
        Request::can_do(name, timeout)?;
        if self.functions.get(name).is_some_and(|function| function.timeout == timeout) {
            return Ok(false);
        }
        let since = self.next_revision();
        self.removed.remove(name);
        self.functions.insert(Box::from(name), Function { timeout, since });
        Ok(true)
    }

    /// Removes a function; fails when there is none of this name.
    pub fn remove(&mut self, name: &[u8]) -> Result<()> {
        if self.functions.remove(name).is_none() {
            let text = format!("the worker has no function \"{}\"", name.escape_ascii());
            return Err(Error::new(ReturnCode::NoRegisteredFunction, text));
        }
        let revision = self.next_revision();
        self.removed.insert(Box::from(name), revision);
        Ok(())
    }

    /// Removes all functions.
    pub fn clear(&mut self) {
        self.functions.clear();
        self.removed.clear();
        self.reset = self.next_revision();
    }

    /// Names the worker.
    pub fn set_id(&mut self, id: &[u8]) -> Result<()> {
        let request = Request::set_client_id(id)?;
        let revision = self.next_revision();
        self.id = Some((request, revision));
        Ok(())
    }

    /// Whether there is no function at all.
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty()
    }

    /// The revision of now.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// What a server must be told that knows everything up to revision `known`; 0 is nothing.
    pub fn changes_since(&self, known: Revision) -> Result<Vec<Request>> {
        let mut requests = Vec::new();
        if known == self.revision {
            return Ok(requests);
        }
        requests.extend(self.id.iter().filter(|(_, since)| *since > known).map(|(request, _)| request.clone()));
        if known > 0 && self.reset > known {
            requests.push(Request::reset_abilities());
        }
        if known > 0 {
            for (name, _) in self.removed.iter().filter(|(_, since)| **since > known) {
                requests.push(Request::cant_do(name)?);
            }
        }
        // The newest first: gearmand asks a worker's functions in the opposite order for jobs, and so the function that
        // was added first is served first, as with libgearman (measured).
        let mut added: Vec<_> = self.functions.iter().filter(|(_, function)| function.since > known).collect();
        added.sort_unstable_by_key(|(_, function)| Reverse(function.since));
        for (name, function) in added {
            requests.push(Request::can_do(name, function.timeout)?);
        }
        Ok(requests)
    }

    fn next_revision(&mut self) -> Revision {
        self.revision += 1;
        self.revision
    }
}
