//! Asking every server, and warning of those that have not answered.

use super::state::ThisAdmin;
use crate::admin::Inquiry;
use crate::error::{Error, ReturnCode};
use crate::php::waits::Waits;
use crate::protocol::Request;
use crate::protocol::text::Answer;
use crate::runtime::{Deadline, Signals};
use crate::zend::halt::Php;
use crate::zend::waiting::Waited;

/// What one server has said, by its name.
pub struct Reply<T> {
    pub server: String,
    pub found: Result<T, Error>,
}

/// Asks all servers at once; fails when there is none.
pub fn ask<A: Answer>(admin: ThisAdmin, request: Request, blank: A) -> Php<Result<Vec<Reply<A::Found>>, Error>> {
    admin.waits.refuse_second()?;
    let mut lent = admin.lend();
    if lent.pool.is_empty() {
        return Ok(Err(Error::no_servers().advising("the constructor takes them: make a new object")));
    }
    let mut inquiry = Inquiry::new(&lent.pool, request, blank);
    let milliseconds = admin.timeout.get();
    let deadline = Deadline::after_ms(milliseconds);
    // Whether all have answered in time shows in what each has.
    let _: Waited<()> = Waits::wait(&*admin, deadline, Signals::Handled, |watch| inquiry.poll(&mut lent.pool, watch))?;
    let late = Error::new(ReturnCode::Timeout, format!("no answer within {milliseconds} ms"));
    let found = inquiry.end(&mut lent.pool, &late);
    let servers = (0..lent.pool.len()).filter_map(|server| lent.pool.server(server)).map(ToString::to_string);
    let replies = servers.zip(found).map(|(server, found)| Reply { server, found }).collect();
    admin.take_back(lent);
    Ok(Ok(replies))
}

/// Warns of every server that has failed.
pub fn warn_of<T>(admin: ThisAdmin, operation: &str, replies: &[Reply<T>]) -> Php<()> {
    admin.status.succeed();
    replies
        .iter()
        .filter_map(|reply| reply.found.as_ref().err())
        .try_for_each(|error| admin.status.fail(operation, error, ()))
}
