//! addTask and its relatives.

use bytes::Bytes;
use ext_php_rs::types::Zval;

use super::state::ThisClient;
use super::tasks::Empty;
use crate::client::{Owner, Question, TaskId, UniqueKey};
use crate::php::payload::Outgoing;
use crate::php::task::GearmanTask;
use crate::protocol::{Mode, Priority, Request, Submission};
use crate::zend::halt::Php;
use crate::zend::held::Owned;
use crate::zend::object::This;
use crate::zend::returning::OrFalse;
use crate::zend::value::to_text;

pub fn add_task(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTask", Mode::Foreground(Priority::Normal), function, workload, context, unique)
}

pub fn add_task_high(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskHigh", Mode::Foreground(Priority::High), function, workload, context, unique)
}

pub fn add_task_low(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskLow", Mode::Foreground(Priority::Low), function, workload, context, unique)
}

pub fn add_task_background(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskBackground", Mode::Background(Priority::Normal), function, workload, context, unique)
}

pub fn add_task_high_background(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskHighBackground", Mode::Background(Priority::High), function, workload, context, unique)
}

pub fn add_task_low_background(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskLowBackground", Mode::Background(Priority::Low), function, workload, context, unique)
}

/// What all of them do.
pub fn add(
    client: ThisClient,
    operation: &str,
    mode: Mode,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    let workload = to_text(workload)?;
    client.leave_to_parent()?;
    let unique = UniqueKey::new(unique, &workload);
    let outgoing = Outgoing::new(workload.borrow());
    let (payload, shares_key) = (outgoing.payload(), unique.is_shared());
    let job = Submission { function, unique: &unique, shares_key, workload: payload, mode };
    let submitted = client.core.borrow_mut().submit(Owner::Run, &job);
    let id = match submitted {
        Ok(id) => id,
        Err(error) => return client.fail(operation, &error, OrFalse(None)),
    };
    let (object, task) = This::<GearmanTask>::create();
    task.describe(client.tasks.share_name(function), job.sent_unique());
    if payload.is_empty() {
        client.tasks.push_empty(Empty {
            id,
            function: Bytes::copy_from_slice(function),
            unique: Bytes::copy_from_slice(&unique),
            mode,
        });
    }
    Ok(OrFalse(Some(keep(client, id, object, context))))
}

pub fn add_task_status(client: ThisClient, handle: &[u8], context: Option<&Zval>) -> Php<OrFalse<Zval>> {
    let request = match Request::get_status(handle) {
        Ok(request) => request,
        Err(error) => return client.fail("addTaskStatus", &error, OrFalse(None)),
    };
    client.leave_to_parent()?;
    let id = client.core.borrow_mut().ask(Owner::Run, Question::Status, None, request);
    let (object, task) = This::<GearmanTask>::create();
    task.describe_handle(handle);
    Ok(OrFalse(Some(keep(client, id, object, context))))
}

fn keep(client: ThisClient, id: TaskId, object: Zval, context: Option<&Zval>) -> Zval {
    if let Some(context) = context {
        GearmanTask::of(&object).set_context(context);
    }
    client.tasks.insert(id, Owned::new(&object));
    client.status.succeed();
    object
}
