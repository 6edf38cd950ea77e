//! Single jobs: submitted and waited for.

use bytes::Bytes;

use super::state::ThisClient;
use crate::client::{Call, Outcome, UniqueKey};
use crate::error::ReturnCode;
use crate::php::payload::Outgoing;
use crate::protocol::{Mode, Priority, Progress, Submission};
use crate::zend::halt::Php;
use crate::zend::text::Str;

pub fn do_normal(client: ThisClient, function: &[u8], workload: Str<'_>, unique: Option<&[u8]>) -> Php<Bytes> {
    submit(client, "doNormal", Mode::Foreground(Priority::Normal), function, workload, unique)
}

pub fn do_high(client: ThisClient, function: &[u8], workload: Str<'_>, unique: Option<&[u8]>) -> Php<Bytes> {
    submit(client, "doHigh", Mode::Foreground(Priority::High), function, workload, unique)
}

pub fn do_low(client: ThisClient, function: &[u8], workload: Str<'_>, unique: Option<&[u8]>) -> Php<Bytes> {
    submit(client, "doLow", Mode::Foreground(Priority::Low), function, workload, unique)
}

pub fn do_background(client: ThisClient, function: &[u8], workload: Str<'_>, unique: Option<&[u8]>) -> Php<Bytes> {
    submit(client, "doBackground", Mode::Background(Priority::Normal), function, workload, unique)
}

pub fn do_high_background(client: ThisClient, function: &[u8], workload: Str<'_>, unique: Option<&[u8]>) -> Php<Bytes> {
    submit(client, "doHighBackground", Mode::Background(Priority::High), function, workload, unique)
}

pub fn do_low_background(client: ThisClient, function: &[u8], workload: Str<'_>, unique: Option<&[u8]>) -> Php<Bytes> {
    submit(client, "doLowBackground", Mode::Background(Priority::Low), function, workload, unique)
}

/// Submits one job and waits for its end; a background job's end is that the server has it.
pub fn submit(
    client: ThisClient,
    operation: &str,
    mode: Mode,
    function: &[u8],
    workload: Str<'_>,
    unique: Option<&[u8]>,
) -> Php<Bytes> {
    #[cfg(feature = "injected-panics")]
    crate::injected::panic_in("php");
    let unique = UniqueKey::new(unique, &workload);
    let workload = Outgoing::new(workload);
    let (workload, shares_key) = (workload.payload(), unique.is_shared());
    let job = Submission { function, unique: &unique, shares_key, workload, mode };
    let begun = Call::begin(&mut client.core.borrow_mut(), &job);
    let call = match begun {
        Ok(call) => client.calls.borrow_mut().begin(call),
        Err(error) => return client.fail(operation, &error, Bytes::new()),
    };
    let outcome = client.wait(client.deadline(), |core, watch| client.calls.borrow_mut().poll(call, core, watch));
    client.calls.borrow_mut().end(call);
    if !matches!(outcome, Ok(Ok(_))) {
        client.core.borrow_mut().abandon(call);
    }
    match outcome? {
        Ok(Outcome::Queued(handle)) => {
            client.status.succeed();
            client.last_queued.replace(handle.clone());
            Ok(handle)
        }
        Ok(Outcome::Complete(result)) => {
            client.status.succeed();
            Ok(result)
        }
        Ok(Outcome::Fail) => {
            client.status.fail_by_name(ReturnCode::WorkFail);
            Ok(Bytes::new())
        }
        Ok(Outcome::Exception(_)) => {
            client.status.fail_by_name(ReturnCode::WorkException);
            Ok(Bytes::new())
        }
        Ok(Outcome::Failed(error)) | Err(error) => client.fail(operation, &error, Bytes::new()),
    }
}

/// The handle of the call in progress, or else of the last background job.
pub fn do_job_handle(client: ThisClient) -> Php<Bytes> {
    let handle = client.calls.borrow().last().map(Call::handle);
    Ok(handle.unwrap_or_else(|| client.last_queued.borrow().clone()))
}

pub fn do_status(client: ThisClient) -> Php<(i64, i64)> {
    let progress = client.calls.borrow().last().map_or_else(Progress::default, Call::progress);
    Ok((i64::from(progress.numerator), i64::from(progress.denominator)))
}
