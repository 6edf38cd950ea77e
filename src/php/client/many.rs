//! Many background jobs at once.

use bytes::Bytes;
use ext_php_rs::boxed::ZBox;
use ext_php_rs::types::{ZendHashTable, Zval};

use super::state::ThisClient;
use crate::client::{Batch, UniqueKey};
use crate::error::{Error, Result, ReturnCode};
use crate::php::payload::Outgoing;
use crate::protocol::{Mode, Priority, Submission};
use crate::zend::exception::argument_type_error;
use crate::zend::halt::{Php, release_after};
use crate::zend::iteration::Iteration;
use crate::zend::value::{string, to_text};

const OPERATION: &str = "doBackgroundMany";

/// The place of `$workloads` among the arguments, as PHP counts them.
const WORKLOADS: u32 = 2;

pub fn do_background_many(client: ThisClient, function: &[u8], workloads: &Zval) -> Php<Zval> {
    client.leave_to_parent()?;
    let mut workloads = Iteration::new(workloads, WORKLOADS)?;
    let mut many = Many { client, batch: Batch::default(), handles: Handles::default(), has_given_up: false };
    let submitted = many.submit_all(function, &mut workloads);
    many.batch.abandon(&mut client.core.borrow_mut());
    release_after(submitted, workloads)?;
    many.handles.end(client)
}

/// One call in progress.
struct Many {
    client: ThisClient,
    batch: Batch,
    handles: Handles,
    /// No server takes jobs: what follows is only counted.
    has_given_up: bool,
}

impl Many {
    fn submit_all(&mut self, function: &[u8], workloads: &mut Iteration) -> Php<()> {
        while let Some(workload) = workloads.next()? {
            let submitted = self.submit(function, &workload);
            release_after(submitted, workload)?;
            if !self.batch.has_room() {
                while !self.batch.is_low() {
                    self.take_answers()?;
                }
            }
        }
        while !self.batch.is_empty() {
            self.take_answers()?;
        }
        Ok(())
    }

    fn submit(&mut self, function: &[u8], workload: &Zval) -> Php<()> {
        if workload.is_array() || workload.is_null() {
            return argument_type_error(WORKLOADS, "must contain only strings", workload);
        }
        let workload = to_text(workload)?;
        if self.has_given_up {
            self.handles.add(Err(None));
            return Ok(());
        }
        let unique = UniqueKey::new(None, &workload);
        let outgoing = Outgoing::new(workload.borrow());
        let mode = Mode::Background(Priority::Normal);
        let (workload, shares_key) = (outgoing.payload(), unique.is_shared());
        let job = Submission { function, unique: &unique, shares_key, workload, mode };
        self.batch.submit(&mut self.client.core.borrow_mut(), &job);
        Ok(())
    }

    fn take_answers(&mut self) -> Php<()> {
        let mut answers = Vec::new();
        let batch = &mut self.batch;
        let waited = self.client.wait(self.client.deadline(), |core, watch| batch.poll(core, watch, &mut answers))?;
        for answer in answers {
            // A server that has refused a job may take the next one.
            self.has_given_up |= answer.as_ref().is_err_and(|error| !is_refusal(error.code()));
            self.handles.add(answer.map_err(Some));
        }
        if let Err(error) = waited {
            self.has_given_up = true;
            let rest = self.batch.abandon(&mut self.client.core.borrow_mut());
            rest.into_iter().for_each(|answer| self.handles.add(answer.unwrap_or(Err(error.clone())).map_err(Some)));
        }
        Ok(())
    }
}

fn is_refusal(code: ReturnCode) -> bool {
    matches!(
        code,
        ReturnCode::ServerError | ReturnCode::JobQueueFull | ReturnCode::QueueError | ReturnCode::InvalidArgument
    )
}

/// What a call returns, and how it ends.
struct Handles {
    list: ZBox<ZendHashTable>,
    last: Bytes,
    /// How many jobs no server took, and why the first of them was not.
    lost: usize,
    failure: Option<Error>,
}

impl Default for Handles {
    fn default() -> Self {
        Self { list: ZendHashTable::new(), last: Bytes::new(), lost: 0, failure: None }
    }
}

impl Handles {
    /// The handle of the next job, or why it has none, where that is worth telling.
    fn add(&mut self, answer: Result<Bytes, Option<Error>>) {
        let handle = answer.unwrap_or_else(|error| {
            self.lost += 1;
            self.failure = self.failure.take().or(error);
            Bytes::new()
        });
        // Only appending after the highest integer key can fail.
        let _ = self.list.push(string(&handle));
        if !handle.is_empty() {
            self.last = handle;
        }
    }

    fn end(self, client: ThisClient) -> Php<Zval> {
        if !self.last.is_empty() {
            client.last_queued.replace(self.last);
        }
        let count = self.list.len();
        let mut list = Zval::new();
        list.set_hashtable(self.list);
        let Some(failure) = self.failure else {
            client.status.succeed();
            return Ok(list);
        };
        let lost = format!("{} of {count} jobs were taken by no server", self.lost);
        let failure = failure.clone().and(&Error::new(failure.code(), lost));
        match client.fail(OPERATION, &failure, ()) {
            Ok(()) => Ok(list),
            Err(halt) => release_after(Err(halt), list),
        }
    }
}
