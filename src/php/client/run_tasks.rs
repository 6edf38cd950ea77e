//! runTasks: the loop that brings events to tasks and their callbacks.

use ext_php_rs::types::Zval;

use super::hooks::Hook;
use super::state::{FREE_TASKS, NON_BLOCKING, ThisClient, UNBUFFERED_RESULT};
use super::tasks::Run;
use crate::client::{Client, Event, TaskId};
use crate::error::{Error, ReturnCode};
use crate::php::task::GearmanTask;
use crate::protocol::Request;
use crate::runtime::Deadline;
use crate::zend::callback::Callback;
use crate::zend::halt::{Php, release_after};
use crate::zend::value::{clone_of, to_long};

/// `runTasks`: brings events to callbacks until all tasks are finished, one of them stops it, or time is up.
pub fn run_tasks(client: ThisClient) -> Php<bool> {
    client.waits.refuse_second()?;
    client.leave_to_parent()?;
    client.core.borrow_mut().begin_run();
    let number = client.tasks.begin_run();
    let result = fill_empty(client).and_then(|()| run_loop(client, number));
    let Run { loss, finished, .. } = client.tasks.end_run(number);
    // Whatever ended it, the data of the tasks that it finished goes.
    finished.iter().for_each(|task| GearmanTask::of(&task.value()).forget_data());
    match release_after(result, finished)? {
        Some(result) => Ok(result),
        None => finish(client, loss),
    }
}

/// All tasks are finished, or kept for the next run.
fn finish(client: ThisClient, loss: Option<Error>) -> Php<bool> {
    let stalled = client.core.borrow().stall_reason();
    match loss.or(stalled) {
        Some(error) => client.fail("runTasks", &error, false),
        None => {
            client.status.succeed();
            Ok(true)
        }
    }
}

/// The result of a run that ended early, `None` when nothing is left to wait for.
fn run_loop(client: ThisClient, number: u64) -> Php<Option<bool>> {
    loop {
        // Each event begins the time of silence anew.
        let deadline = if client.options.has(NON_BLOCKING) { Deadline::NOW } else { client.deadline() };
        let (id, event) = match client.wait(deadline, Client::poll_run)? {
            Ok(Some(event)) => event,
            Ok(None) => return Ok(None),
            Err(error) => return interrupted(client, &error).map(Some),
        };
        if let Event::Failed(error) = &event {
            client.tasks.note_loss(error);
        }
        match dispatch(client, number, id, event)? {
            ReturnCode::Success => {}
            code @ (ReturnCode::Pause | ReturnCode::WorkFail | ReturnCode::WorkException) => {
                client.status.set(code);
                return Ok(Some(true));
            }
            code => {
                let error = Error::new(code, "a callback has returned this code");
                return client.fail("runTasks", &error, Some(false));
            }
        }
    }
}

/// The wait for the next event has ended without one.
fn interrupted(client: ThisClient, error: &Error) -> Php<bool> {
    match error.code() {
        ReturnCode::Timeout if client.options.has(NON_BLOCKING) => {
            client.status.set(ReturnCode::IoWait);
            Ok(true)
        }
        ReturnCode::IoWait => client.fail("runTasks", error, true),
        _ => client.fail("runTasks", error, false),
    }
}

/// Asks the workload callback for the workloads that are missing, before anything is sent.
fn fill_empty(client: ThisClient) -> Php<()> {
    let Some(callback) = client.callbacks.get(Hook::Workload) else {
        client.tasks.forget_empty();
        return Ok(());
    };
    let filled = fill_each(client, &callback);
    release_after(filled, callback)
}

fn fill_each(client: ThisClient, callback: &Callback) -> Php<()> {
    while let Some(empty) = client.tasks.pop_empty() {
        let Some(object) = client.tasks.get(empty.id) else { continue };
        let task = GearmanTask::of(&object);
        task.expect_workload();
        // The callback may empty the client: this hold keeps the task alive until its workload is taken.
        let called = call(callback.share(), clone_of(&object));
        let workload = task.take_workload();
        release_after(called, object)?;
        match Request::submit_job(&empty.job(&workload)) {
            Ok(request) => client.core.borrow_mut().replace_request(empty.id, request),
            Err(error) => client.fail("runTasks", &error, ())?,
        }
    }
    Ok(())
}

/// Tells one task what happened to it; the return code is what its callback asked for.
fn dispatch(client: ThisClient, number: u64, id: TaskId, event: Event) -> Php<ReturnCode> {
    let Some(object) = client.tasks.get(id) else { return Ok(ReturnCode::Success) };
    let task = GearmanTask::of(&object);
    let hook = hook_of(&event);
    let is_last = event.is_last();
    task.apply(event, client.options.has(UNBUFFERED_RESULT));
    let finished = if is_last { client.tasks.remove(id) } else { None };
    let answer = match client.callbacks.get(hook) {
        Some(callback) => call(callback, object),
        None => release_after(Ok(ReturnCode::Success), object),
    };
    if !client.options.has(FREE_TASKS) {
        client.tasks.keep_until_the_end(number, finished);
        return answer;
    }
    finished.iter().for_each(|task| GearmanTask::of(&task.value()).free());
    release_after(answer, finished)
}

fn hook_of(event: &Event) -> Hook {
    match event {
        Event::Created(_) | Event::Queued(_) => Hook::Created,
        Event::Data(_) => Hook::Data,
        Event::Warning(_) => Hook::Warning,
        Event::Status { .. } | Event::Known(_) => Hook::Status,
        Event::Exception(_) => Hook::Exception,
        Event::Fail | Event::Failed(_) => Hook::Fail,
        Event::Complete(_) | Event::Echo(_) | Event::OptionSet => Hook::Complete,
    }
}

/// The callback gets the task, and its context when it was added with one.
fn call(callback: Callback, object: Zval) -> Php<ReturnCode> {
    let wanted = |answer: &Zval| Ok(wish(answer));
    match GearmanTask::of(&object).context() {
        Some(context) => callback.call([object, context], wanted),
        None => callback.call([object], wanted),
    }
    .end()
}

/// What a callback asks for by its return value.  True and 1, and what is no number or no return code, ask for
/// nothing: many callbacks return what they did last.
fn wish(answer: &Zval) -> ReturnCode {
    let answer = answer.dereference();
    if answer.is_bool() || answer.is_object() || answer.is_array() {
        return ReturnCode::Success;
    }
    match ReturnCode::from_number(to_long(answer)) {
        None | Some(ReturnCode::IoWait) => ReturnCode::Success,
        Some(code) => code,
    }
}
