//! Many background jobs, submitted one behind the other without waiting for each answer.

use std::collections::VecDeque;
use std::task::Poll;

use bytes::Bytes;

use super::core::Client;
use super::task::{Event, Owner, TaskId};
use crate::error::{Error, Result};
use crate::protocol::Submission;
use crate::runtime::Watch;

/// How many jobs may be unanswered at a time.
const MOST_JOBS: usize = 2048;

/// How many bytes of workloads may be: they are kept until the server has the jobs.
const MOST_BYTES: usize = 1024 * 1024;

/// Jobs in the order of their submission, from the first one whose answer was not taken yet.
#[derive(Default)]
pub struct Batch {
    jobs: VecDeque<Job>,
    bytes: usize,
}

enum Job {
    /// A server was asked to take it, and a workload of this size is kept.
    Submitted(TaskId, usize),
    /// It cannot be submitted.
    Refused(Error),
}

impl Batch {
    /// Submits a background job.
    pub fn submit(&mut self, client: &mut Client, job: &Submission<'_>) {
        let size = job.workload.len();
        self.jobs.push_back(match client.submit(Owner::Call, job) {
            Ok(id) => {
                self.bytes += size;
                Job::Submitted(id, size)
            }
            Err(error) => Job::Refused(error),
        });
    }

    /// Whether another job may be submitted before answers are waited for.
    pub fn has_room(&self) -> bool {
        self.jobs.len() < MOST_JOBS && self.bytes < MOST_BYTES
    }

    /// Whether so few jobs are left that the server is soon without work.
    pub fn is_low(&self) -> bool {
        self.jobs.len() <= MOST_JOBS / 2 && self.bytes <= MOST_BYTES / 2
    }

    /// Whether every answer was taken.
    pub fn is_empty(&self) -> bool {
        self.jobs.is_empty()
    }

    /// Waits for the answer to the first job, and takes all that have come: the handle of each, or why no server took it.
    pub fn poll(&mut self, client: &mut Client, watch: &mut Watch, answers: &mut Vec<Result<Bytes>>) -> Poll<()> {
        while let Some(job) = self.jobs.front() {
            let answer = match job {
                Job::Refused(error) => Some(Err(error.clone())),
                Job::Submitted(id, _) => match client.poll_call(*id, watch) {
                    Poll::Ready(event) => answer_in(event),
                    Poll::Pending => break,
                },
            };
            if let Some(answer) = answer {
                self.pop();
                answers.push(answer);
            }
        }
        if answers.is_empty() && !self.jobs.is_empty() { Poll::Pending } else { Poll::Ready(()) }
    }

    /// Gives up waiting.  Of each job whose answer was not taken, the answer that has come while an earlier job waited for
    /// its own: another server may have given it.
    pub fn abandon(&mut self, client: &mut Client) -> Vec<Option<Result<Bytes>>> {
        let mut abandon = |job| match job {
            Job::Refused(error) => Some(Err(error)),
            Job::Submitted(id, _) => {
                let answer = client.next_call_event(id).and_then(answer_in);
                client.abandon(id);
                answer
            }
        };
        std::mem::take(self).jobs.into_iter().map(&mut abandon).collect()
    }

    fn pop(&mut self) {
        if let Some(Job::Submitted(_, size)) = self.jobs.pop_front() {
            self.bytes -= size;
        }
    }
}

fn answer_in(event: Event) -> Option<Result<Bytes>> {
    match event {
        Event::Queued(handle) => Some(Ok(handle)),
        Event::Failed(error) => Some(Err(error)),
        _ => None,
    }
}
