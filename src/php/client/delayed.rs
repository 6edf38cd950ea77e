//! Jobs that no worker gets before their time.

use std::time::{SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use ext_php_rs::types::Zval;

use super::add_task::add;
use super::jobs::submit;
use super::state::ThisClient;
use crate::protocol::{Mode, Priority};
use crate::zend::date::seconds_or_date;
use crate::zend::exception::argument_value_error;
use crate::zend::halt::Php;
use crate::zend::returning::OrFalse;
use crate::zend::text::Str;

/// The last second that every build of gearmand and of its queues can count.
const LAST: i64 = i32::MAX as i64;

/// The place of `$when` among the arguments, as PHP counts them.
const WHEN: u32 = 3;

pub fn do_background_at(
    client: ThisClient,
    function: &[u8],
    workload: Str<'_>,
    when: &Zval,
    unique: Option<&[u8]>,
) -> Php<Bytes> {
    submit(client, "doBackgroundAt", mode(when)?, function, workload, unique)
}

pub fn add_task_background_at(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    when: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    let mode = mode(when)?;
    add(client, "addTaskBackgroundAt", mode, function, workload, context, unique)
}

/// A job that is due already is one like any other: that also works where a server's queue has no delayed ones.
fn mode(when: &Zval) -> Php<Mode> {
    let when = seconds_or_date(when, WHEN)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    match u64::try_from(when) {
        Ok(time) if when <= LAST => Ok(if time <= now { Mode::Background(Priority::Normal) } else { Mode::At(time) }),
        _ => argument_value_error(WHEN, &format!("must be between 0 and {LAST} seconds since 1970")),
    }
}
