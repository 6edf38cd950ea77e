//! One `do*` call: a job that somebody waits for.

use std::task::Poll;

use bytes::{Bytes, BytesMut};

use super::core::Client;
use super::task::{Event, Owner, TaskId};
use crate::error::{Error, Result};
use crate::protocol::{Progress, Submission};
use crate::runtime::Watch;

/// How a call ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A background job is queued under this handle.
    Queued(Bytes),
    /// The whole result.
    Complete(Bytes),
    /// The job failed.
    Fail,
    /// The job raised an exception.
    Exception(Bytes),
    /// It could not be submitted, or its server is gone.
    Failed(Error),
}

/// A call in progress.
#[derive(Debug)]
pub struct Call {
    id: TaskId,
    handle: Bytes,
    progress: Progress,
    chunks: BytesMut,
}

impl Call {
    /// Submits `job`.
    pub fn begin(client: &mut Client, job: &Submission<'_>) -> Result<Self> {
        Ok(Self {
            id: client.submit(Owner::Call, job)?,
            handle: Bytes::new(),
            progress: Progress::default(),
            chunks: BytesMut::new(),
        })
    }

    /// Names it.
    pub fn id(&self) -> TaskId {
        self.id
    }

    /// The job's handle; empty until the server has named it.
    pub fn handle(&self) -> Bytes {
        self.handle.clone()
    }

    /// How far the job is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Waits for the end.  Chunks of the result come together here.
    pub fn poll(&mut self, client: &mut Client, watch: &mut Watch) -> Poll<Outcome> {
        loop {
            match std::task::ready!(client.poll_call(self.id, watch)) {
                Event::Queued(handle) => return Poll::Ready(Outcome::Queued(handle)),
                Event::Created(handle) => self.handle = handle,
                Event::Data(chunk) => self.chunks.extend_from_slice(&chunk),
                Event::Status { numerator, denominator } => {
                    self.progress = Progress { known: true, running: true, numerator, denominator };
                }
                Event::Complete(result) => return Poll::Ready(Outcome::Complete(self.whole(result))),
                Event::Fail => return Poll::Ready(Outcome::Fail),
                Event::Exception(data) => return Poll::Ready(Outcome::Exception(data)),
                Event::Failed(error) => return Poll::Ready(Outcome::Failed(error)),
                Event::Warning(_) | Event::Known(_) | Event::Echo(_) | Event::OptionSet => {}
            }
        }
    }

    fn whole(&mut self, last: Bytes) -> Bytes {
        if self.chunks.is_empty() {
            return last;
        }
        self.chunks.extend_from_slice(&last);
        self.chunks.split().freeze()
    }
}
