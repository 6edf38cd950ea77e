//! The answer to a limit on a queue.

use bytes::Bytes;

use super::answer::{Answer, Verdict};
use super::listing::Listing;
use super::rows::FunctionStatus;
use crate::error::{Error, Result, ReturnCode};

/// The answer to `maxqueue` and `status`.
#[derive(Clone, Debug)]
pub struct QueueLimits {
    function: Bytes,
    verdict: Verdict,
    functions: Listing<FunctionStatus>,
}

impl QueueLimits {
    /// For this function.
    pub fn of(function: &[u8]) -> Self {
        let function = Bytes::copy_from_slice(function);
        Self { function, verdict: Verdict::default(), functions: Listing::default() }
    }
}

impl Answer for QueueLimits {
    type Found = ();

    /// A row has tabs, a verdict has none.
    fn take(&mut self, line: Bytes) -> Result<()> {
        if self.verdict.so_far().is_none() && &line[..] != b"." && memchr::memchr(b'\t', &line).is_none() {
            return self.verdict.take(line);
        }
        self.functions.take(line)
    }

    fn end(self) -> Result<()> {
        if let Some(Err(refused)) = self.verdict.so_far() {
            return Err(refused.clone());
        }
        let is_known = self.functions.end()?.iter().any(|row| row.function == self.function);
        if !is_known {
            let error = Error::new(ReturnCode::NoRegisteredFunction, "the server has no function of this name");
            return Err(error.advising("createFunction() makes it"));
        }
        self.verdict.end()
    }
}
