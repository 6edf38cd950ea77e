//! What a client asks its servers: how a job is, and whether they are there.

use super::state::ThisClient;
use crate::client::{Client, Ping, StatusInquiry};
use crate::error::{Error, ReturnCode};
use crate::protocol::Progress;
use crate::zend::halt::Php;

pub fn job_status(client: ThisClient, handle: &[u8]) -> Php<(bool, bool, i64, i64)> {
    inquire(client, "jobStatus", |core| StatusInquiry::by_handle(core, handle))
}

pub fn job_status_by_unique_key(client: ThisClient, unique: &[u8]) -> Php<(bool, bool, i64, i64)> {
    inquire(client, "jobStatusByUniqueKey", |core| StatusInquiry::by_unique(core, unique))
}

fn inquire(
    client: ThisClient,
    operation: &str,
    begin: impl FnOnce(&Client) -> Result<StatusInquiry, Error>,
) -> Php<(bool, bool, i64, i64)> {
    let begun = begin(&client.core.borrow());
    let mut inquiry = match begun {
        Ok(inquiry) => inquiry,
        Err(error) => return client.fail(operation, &error, (false, false, 0, 0)),
    };
    let answer = client.wait(client.deadline(), |core, watch| inquiry.poll(core, watch));
    inquiry.abandon(&mut client.core.borrow_mut());
    match answer?.and_then(|answer| answer) {
        Ok(Progress { known, running, numerator, denominator }) => {
            client.status.succeed();
            Ok((known, running, i64::from(numerator), i64::from(denominator)))
        }
        Err(error) => client.fail(operation, &error, (false, false, 0, 0)),
    }
}

pub fn ping(client: ThisClient, workload: &[u8]) -> Php<bool> {
    let begun = Ping::begin(&mut client.core.borrow_mut(), workload);
    let mut ping = match begun {
        Ok(ping) => ping,
        Err(error) => return client.fail("ping", &error, false),
    };
    let answer = client.wait(client.deadline(), |core, watch| ping.poll(core, watch));
    ping.abandon(&mut client.core.borrow_mut());
    match answer?.and_then(|answer| answer) {
        Ok(()) => {
            client.status.succeed();
            Ok(true)
        }
        Err(error) => client.fail("ping", &error, false),
    }
}

pub fn wait(client: ThisClient) -> Php<bool> {
    if client.core.borrow().is_idle() {
        let error = Error::new(ReturnCode::NoActiveFds, "no server owes an answer").advising("call runTasks() first");
        return client.fail("wait", &error, false);
    }
    match client.wait(client.deadline(), Client::poll_activity)? {
        Ok(()) => {
            client.status.succeed();
            Ok(true)
        }
        Err(error) if error.code() == ReturnCode::Timeout => {
            client.status.fail_quietly("wait", &error);
            Ok(false)
        }
        Err(error) => client.fail("wait", &error, false),
    }
}
