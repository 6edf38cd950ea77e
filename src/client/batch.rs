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
                Job::Refused(error) => Err(error.clone()),
                Job::Submitted(id, _) => match client.poll_call(*id, watch) {
                    Poll::Ready(Event::Queued(handle)) => Ok(handle),
                    Poll::Ready(Event::Failed(error)) => Err(error),
                    Poll::Ready(_) => continue,
                    Poll::Pending => break,
                },
            };
            self.pop();
            answers.push(answer);
        }
        if answers.is_empty() && !self.jobs.is_empty() { Poll::Pending } else { Poll::Ready(()) }
    }

    /// Gives up waiting; how many jobs there were whose answers were not taken.
    pub fn abandon(&mut self, client: &mut Client) -> usize {
        let jobs = std::mem::take(self).jobs;
        for job in &jobs {
            if let Job::Submitted(id, _) = job {
                client.abandon(*id);
            }
        }
        jobs.len()
    }

    fn pop(&mut self) {
        if let Some(Job::Submitted(_, size)) = self.jobs.pop_front() {
            self.bytes -= size;
        }
    }
}
