//! What a worker can do.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::error::{Error, Result, ReturnCode};
use crate::protocol::Request;

#[derive(Debug)]
struct Function {
    timeout: u32,
    /// Counts up with every function that is added.
    number: u64,
}

/// The functions of a worker, with their timeouts, and its id.  A change is told to the servers that are connected as
/// it is made; a new link is told everything.
#[derive(Debug, Default)]
pub struct Registry {
    functions: HashMap<Box<[u8]>, Function>,
    added: u64,
    /// How many of the functions have a timeout.
    timeouts: usize,
    id: Option<Request>,
}

impl Registry {
    /// Adds a function or changes its timeout.  Returns what servers have to be told, if anything.
    pub fn add(&mut self, name: &[u8], timeout: u32) -> Result<Option<Request>> {
        let request = Request::can_do(name, timeout)?;
        if self.functions.get(name).is_some_and(|function| function.timeout == timeout) {
            return Ok(None);
        }
        self.added += 1;
        self.forget(name);
        self.timeouts += usize::from(timeout > 0);
        self.functions.insert(Box::from(name), Function { timeout, number: self.added });
        Ok(Some(request))
    }

    /// Removes a function; fails when there is none of this name.  Returns what servers have to be told.
    pub fn remove(&mut self, name: &[u8]) -> Result<Request> {
        if !self.forget(name) {
            let text = format!("the worker has no function \"{}\"", name.escape_ascii());
            return Err(Error::new(ReturnCode::NoRegisteredFunction, text).advising("was it added by this name?"));
        }
        Request::cant_do(name)
    }

    fn forget(&mut self, name: &[u8]) -> bool {
        let Some(function) = self.functions.remove(name) else { return false };
        self.timeouts -= usize::from(function.timeout > 0);
        true
    }

    /// Removes all functions.  Returns what servers have to be told.
    pub fn clear(&mut self) -> Request {
        self.functions.clear();
        self.timeouts = 0;
        Request::reset_abilities()
    }

    /// Names the worker.  Returns what servers have to be told.
    pub fn set_id(&mut self, id: &[u8]) -> Result<Request> {
        let request = Request::set_client_id(id)?;
        self.id = Some(request.clone());
        Ok(request)
    }

    /// Whether there is no function at all.
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty()
    }

    /// Whether any function has a timeout.
    pub fn has_timeout(&self) -> bool {
        self.timeouts > 0
    }

    /// What a server must be told that knows nothing.
    pub fn introduction(&self) -> Vec<Request> {
        // The newest first: gearmand asks a worker's functions in the opposite order for jobs, and so the function that
        // was added first is served first, as with libgearman (measured).
        let mut functions: Vec<_> = self.functions.iter().collect();
        functions.sort_unstable_by_key(|(_, function)| Reverse(function.number));
        // Names were checked when they were added.
        let can_do = functions.into_iter().filter_map(|(name, function)| Request::can_do(name, function.timeout).ok());
        self.id.iter().cloned().chain(can_do).collect()
    }
}
