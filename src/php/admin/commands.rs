//! What the servers are told to do.

use super::asking::{Reply, ask, warn_of};
use super::state::ThisAdmin;
use crate::error::{Error, ReturnCode};
use crate::protocol::Request;
use crate::protocol::text::{Answer, Limits, QueueLimits, Verdict};
use crate::zend::exception::argument_value_error;
use crate::zend::halt::Php;

/// The highest limit of a queue: gearmand reads it into an int.
const HIGHEST: i64 = i32::MAX as i64;

/// The places of the limits among the arguments, as PHP counts them.
const NORMAL: u32 = 2;
const HIGH: u32 = 3;
const LOW: u32 = 4;

/// True when any server had the job: a handle does not say whose it is.
pub fn cancel_job(admin: ThisAdmin, handle: &[u8]) -> Php<bool> {
    const OPERATION: &str = "cancelJob";
    let mut replies = match command(admin, Request::cancel_job(handle), Verdict::default())? {
        Ok(replies) => replies,
        Err(error) => return admin.status.fail(OPERATION, &error, false),
    };
    let is_cancelled = replies.iter().any(|reply| reply.found.is_ok());
    if is_cancelled {
        replies.retain(|reply| !is_unknown(reply));
    }
    warn_of(admin, OPERATION, &replies)?;
    Ok(is_cancelled)
}

pub fn set_max_queue(
    admin: ThisAdmin,
    function: &[u8],
    normal: Option<i64>,
    high: Option<i64>,
    low: Option<i64>,
) -> Php<bool> {
    let limits = Limits { normal: limit(NORMAL, normal)?, high: limit(HIGH, high)?, low: limit(LOW, low)? };
    everywhere(admin, "setMaxQueue", Request::max_queue(function, limits), QueueLimits::of(function))
}

pub fn create_function(admin: ThisAdmin, function: &[u8]) -> Php<bool> {
    everywhere(admin, "createFunction", Request::create_function(function), Verdict::default())
}

pub fn drop_function(admin: ThisAdmin, function: &[u8]) -> Php<bool> {
    everywhere(admin, "dropFunction", Request::drop_function(function), Verdict::default())
}

fn limit(place: u32, jobs: Option<i64>) -> Php<u32> {
    match u32::try_from(jobs.unwrap_or(0)) {
        Ok(limit) if i64::from(limit) <= HIGHEST => Ok(limit),
        _ => argument_value_error(place, &format!("must be between 0 and {HIGHEST}")),
    }
}

/// True when every server has done it.
fn everywhere<A: Answer>(admin: ThisAdmin, operation: &str, request: Result<Request, Error>, blank: A) -> Php<bool> {
    match command(admin, request, blank)? {
        Ok(replies) => {
            warn_of(admin, operation, &replies)?;
            Ok(replies.iter().all(|reply| reply.found.is_ok()))
        }
        Err(error) => admin.status.fail(operation, &error, false),
    }
}

fn command<A: Answer>(
    admin: ThisAdmin,
    request: Result<Request, Error>,
    blank: A,
) -> Php<Result<Vec<Reply<A::Found>>, Error>> {
    match request {
        Ok(request) => ask(admin, request, blank),
        Err(error) => Ok(Err(error)),
    }
}

fn is_unknown<T>(reply: &Reply<T>) -> bool {
    reply.found.as_ref().is_err_and(|error| error.code() == ReturnCode::JobNotFound)
}
