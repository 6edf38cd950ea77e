//! What the servers tell.

use super::asking::{Reply, ask, warn_of};
use super::state::ThisAdmin;
use crate::protocol::Request;
use crate::protocol::text::{
    Answer, FunctionStatus, Listing, Peer, Pid, PriorityStatus, QueuedJob, Row, UniqueKey, Version,
};
use crate::zend::array::Array;
use crate::zend::halt::{Php, guarded};
use crate::zend::returning::Return;

pub fn versions(admin: ThisAdmin) -> Php<Array> {
    tell(admin, "versions", Request::version(), Version::default(), |version| version.clone())
}

pub fn pids(admin: ThisAdmin) -> Php<Array> {
    tell(admin, "pids", Request::getpid(), Pid::default(), |pid| *pid)
}

pub fn status(admin: ThisAdmin) -> Php<Array> {
    list(admin, "status", |rows: &Vec<FunctionStatus>| {
        let mut functions = Array::new();
        for row in rows {
            let numbers = [("total", row.total), ("running", row.running), ("workers", row.workers)];
            functions.set(&row.function, table(numbers));
        }
        functions
    })
}

pub fn priority_status(admin: ThisAdmin) -> Php<Array> {
    list(admin, "priorityStatus", |rows: &Vec<PriorityStatus>| {
        let mut functions = Array::new();
        for row in rows {
            let numbers = [("high", row.high), ("normal", row.normal), ("low", row.low), ("workers", row.workers)];
            functions.set(&row.function, table(numbers));
        }
        functions
    })
}

pub fn workers(admin: ThisAdmin) -> Php<Array> {
    list(admin, "workers", |rows: &Vec<Peer>| rows.iter().map(worker).collect::<Array>())
}

pub fn jobs(admin: ThisAdmin) -> Php<Array> {
    list(admin, "jobs", |rows: &Vec<QueuedJob>| rows.iter().map(job).collect::<Array>())
}

pub fn unique_jobs(admin: ThisAdmin) -> Php<Array> {
    list(admin, "uniqueJobs", |rows: &Vec<UniqueKey>| rows.iter().map(|key| key.0.clone()).collect::<Array>())
}

fn table(numbers: impl IntoIterator<Item = (&'static str, i64)>) -> Array {
    let mut row = Array::new();
    numbers.into_iter().for_each(|(name, number)| row.set(name.as_bytes(), number));
    row
}

fn worker(peer: &Peer) -> Array {
    let mut row = Array::new();
    row.set(b"address", peer.address.clone());
    row.set(b"id", peer.id.clone());
    row.set(b"functions", peer.functions().collect::<Array>());
    row
}

fn job(job: &QueuedJob) -> Array {
    let mut row = Array::new();
    row.set(b"handle", job.handle.clone());
    row.set(b"retries", job.retries);
    row.set(b"ignored", job.ignored);
    row.set(b"queued", job.queued);
    row
}

fn list<R: Row>(admin: ThisAdmin, operation: &str, show: impl Fn(&Vec<R>) -> Array) -> Php<Array> {
    tell(admin, operation, Request::list::<R>(), Listing::default(), show)
}

/// What each server has answered, by its name; null for one that has not.
fn tell<A: Answer, T: Return>(
    admin: ThisAdmin,
    operation: &str,
    request: Request,
    blank: A,
    show: impl Fn(&A::Found) -> T,
) -> Php<Array> {
    let replies = match ask(admin, request, blank)? {
        Ok(replies) => replies,
        Err(error) => return admin.status.fail(operation, &error, Array::new()),
    };
    warn_of(admin, operation, &replies)?;
    // The memory limit may be reached.
    guarded(|| {
        let mut servers = Array::new();
        for Reply { server, found } in &replies {
            servers.set(server.as_bytes(), found.as_ref().ok().map(&show));
        }
        servers
    })
}
