//! runTasks: tasks, their callbacks and the loop that brings events to them.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use bytes::Bytes;
use ext_php_rs::types::Zval;
use slotmap::SecondaryMap;

use super::arguments::OrFalse;
use super::callback::Callback;
use super::caller::variable_behind;
use super::client::{FREE_TASKS, GearmanClient, NON_BLOCKING, UNBUFFERED_RESULT};
use super::halt::{Halt, Php, guarded};
use super::object::{Held, Owned, This};
use super::status::warn;
use super::task::{Fate, GearmanTask};
use super::value::{clone_of, string, to_bytes, to_long};
use crate::client::{Event, Owner, Question, TaskId, unique_key};
use crate::error::{Error, ReturnCode};
use crate::process::Origin;
use crate::protocol::{Priority, Request, Submission};
use crate::runtime::Deadline;

type ThisClient = This<GearmanClient>;

/// The events that have callbacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hook {
    Workload,
    Created,
    Data,
    Warning,
    Status,
    Complete,
    Exception,
    Fail,
}

/// How many hooks there are.
const HOOKS: usize = 8;

/// A task that was added without a workload: the workload callback may still give it one.
struct Empty {
    id: TaskId,
    function: Bytes,
    unique: Bytes,
    priority: Priority,
    background: bool,
}

impl Empty {
    fn job<'a>(&'a self, workload: &'a [u8]) -> Submission<'a> {
        Submission {
            function: &self.function,
            unique: &self.unique,
            workload,
            priority: self.priority,
            background: self.background,
        }
    }
}

/// What a client keeps for runTasks.
pub struct Run {
    /// The GearmanTask of every task between addTask and its end.
    tasks: RefCell<SecondaryMap<TaskId, Owned>>,
    empty: RefCell<VecDeque<Empty>>,
    callbacks: RefCell<[Option<Callback>; HOOKS]>,
    /// What becomes of the tasks that this run finishes, who share it: set when the run is over.
    fate: RefCell<Rc<Cell<Fate>>>,
    /// The function that was added last, as a rule the next one's too.
    last_function: RefCell<Option<Zval>>,
    origin: Cell<Origin>,
}

impl Default for Run {
    fn default() -> Self {
        Self {
            tasks: RefCell::default(),
            empty: RefCell::default(),
            callbacks: RefCell::default(),
            fate: RefCell::default(),
            last_function: RefCell::default(),
            origin: Cell::new(Origin::here()),
        }
    }
}

impl Run {
    /// Shows the garbage collector what is held.
    pub fn hold(&self, held: &mut Held<'_>) {
        let (Ok(tasks), Ok(callbacks)) = (self.tasks.try_borrow(), self.callbacks.try_borrow()) else { return };
        tasks.values().for_each(|task| held.add_object(task));
        callbacks.iter().flatten().for_each(|callback| held.add(callback.value()));
    }

    /// Forgets all tasks and callbacks.
    pub fn clear(&self) {
        let held = (self.tasks.take(), self.callbacks.take(), self.empty.take());
        drop(held);
    }

    /// One copy of a function's name for all tasks in a row that have it.
    fn share_name(&self, function: &[u8]) -> Zval {
        if let Some(last) = self
            .last_function
            .borrow()
            .as_ref()
            .filter(|last| last.zend_str().is_some_and(|it| it.as_bytes() == function))
        {
            return clone_of(last);
        }
        let name = string(function);
        self.last_function.replace(Some(clone_of(&name)));
        name
    }

    /// In a child process: lets go of the tasks that stay with the parent.
    fn leave_to_parent(&self, client: ThisClient) {
        if !self.origin.get().is_foreign() {
            return;
        }
        self.origin.set(Origin::here());
        let mut core = client.core.borrow_mut();
        core.leave_to_parent();
        let parents: Vec<TaskId> = self.tasks.borrow().keys().filter(|id| !core.has(*id)).collect();
        drop(core);
        let released: Vec<_> = {
            let mut tasks = self.tasks.borrow_mut();
            parents.into_iter().map(|id| tasks.remove(id)).collect()
        };
        drop(released);
    }

    fn task(&self, id: TaskId) -> Option<Zval> {
        self.tasks.borrow().get(id).map(Owned::value)
    }

    fn callback(&self, hook: Hook) -> Option<Callback> {
        self.callbacks.borrow().get(hook as usize).and_then(|callback| callback.as_ref().map(Callback::share))
    }
}

pub fn add_task(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTask", (Priority::Normal, false), function, workload, context, unique)
}

pub fn add_task_high(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskHigh", (Priority::High, false), function, workload, context, unique)
}

pub fn add_task_low(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskLow", (Priority::Low, false), function, workload, context, unique)
}

pub fn add_task_background(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskBackground", (Priority::Normal, true), function, workload, context, unique)
}

pub fn add_task_high_background(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskHighBackground", (Priority::High, true), function, workload, context, unique)
}

pub fn add_task_low_background(
    client: ThisClient,
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    add(client, "addTaskLowBackground", (Priority::Low, true), function, workload, context, unique)
}

fn add(
    client: ThisClient,
    operation: &str,
    (priority, background): (Priority, bool),
    function: &[u8],
    workload: &Zval,
    context: Option<&Zval>,
    unique: Option<&[u8]>,
) -> Php<OrFalse<Zval>> {
    let workload = to_bytes(workload)?;
    let unique = unique_key(unique, &workload);
    let job = Submission { function, unique: &unique, workload: &workload, priority, background };
    let submitted = client.core.borrow_mut().submit(Owner::Run, &job);
    let id = match submitted {
        Ok(id) => id,
        Err(error) => return client.fail(operation, &error, OrFalse(None)),
    };
    let (object, task) = This::<GearmanTask>::create();
    task.describe(client.run.share_name(function), &unique);
    if workload.is_empty() {
        client.run.empty.borrow_mut().push_back(Empty {
            id,
            function: Bytes::copy_from_slice(function),
            unique: Bytes::copy_from_slice(&unique),
            priority,
            background,
        });
    }
    Ok(OrFalse(Some(keep(client, id, object, context))))
}

pub fn add_task_status(client: ThisClient, handle: &[u8], context: Option<&Zval>) -> Php<OrFalse<Zval>> {
    let request = match Request::get_status(handle) {
        Ok(request) => request,
        Err(error) => return client.fail("addTaskStatus", &error, OrFalse(None)),
    };
    let id = client.core.borrow_mut().ask(Owner::Run, Question::Status, None, request);
    let (object, task) = This::<GearmanTask>::create();
    task.describe_handle(handle);
    Ok(OrFalse(Some(keep(client, id, object, context))))
}

fn keep(client: ThisClient, id: TaskId, object: Zval, context: Option<&Zval>) -> Zval {
    if let Some(context) = context {
        GearmanTask::of(&object).set_context(clone_of(context), variable_behind(context));
    }
    client.run.leave_to_parent(client);
    client.run.tasks.borrow_mut().insert(id, Owned::new(&object));
    client.status.succeed();
    object
}

/// `runTasks`: brings events to callbacks until all tasks are finished, one of them stops it, or time is up.
pub fn run_tasks(client: ThisClient) -> Php<bool> {
    client.run.leave_to_parent(client);
    client.core.borrow_mut().begin_run();
    let result = fill_empty(client).and_then(|()| run_loop(client));
    // Whatever ended it: the tasks that it finished are free, or at least their data is.
    let fate = if client.options.has(FREE_TASKS) { Fate::Free } else { Fate::WithoutData };
    client.run.fate.replace(Rc::default()).set(fate);
    result
}

fn run_loop(client: ThisClient) -> Php<bool> {
    let deadline = if client.options.has(NON_BLOCKING) { Deadline::Now } else { client.deadline() };
    let mut lost: Option<Error> = None;
    loop {
        let (id, event) = match client.wait(deadline, crate::client::Client::poll_run)? {
            Ok(Some(event)) => event,
            Ok(None) => break,
            Err(error) if error.code() == ReturnCode::Timeout && client.options.has(NON_BLOCKING) => {
                client.status.set(ReturnCode::IoWait);
                return Ok(true);
            }
            Err(error) if error.code() == ReturnCode::IoWait => return client.fail("runTasks", &error, true),
            Err(error) => return client.fail("runTasks", &error, false),
        };
        if let Event::Failed(error) = &event {
            lost.get_or_insert_with(|| error.clone());
        }
        match dispatch(client, id, event)? {
            ReturnCode::Success => {}
            code @ (ReturnCode::Pause | ReturnCode::WorkFail | ReturnCode::WorkException) => {
                client.status.set(code);
                return Ok(true);
            }
            code => {
                let error = Error::new(code, "a callback has returned this code");
                return client.fail("runTasks", &error, false);
            }
        }
    }
    let stalled = client.core.borrow().stall_reason();
    match lost.or(stalled) {
        Some(error) => client.fail("runTasks", &error, false),
        None => {
            client.status.succeed();
            Ok(true)
        }
    }
}

/// Asks the workload callback for the workloads that are missing, before anything is sent.
fn fill_empty(client: ThisClient) -> Php<()> {
    let Some(callback) = client.run.callback(Hook::Workload) else {
        client.run.empty.take();
        return Ok(());
    };
    loop {
        let next = { client.run.empty.borrow_mut().pop_front() };
        let Some(empty) = next else { return Ok(()) };
        let Some(object) = client.run.task(empty.id) else { continue };
        let task = GearmanTask::of(&object);
        task.expect_workload();
        // The callback may empty the client: this hold keeps the task alive until its workload is taken.
        let called = call(&callback, clone_of(&object));
        let workload = task.take_workload();
        called?;
        match Request::submit_job(&empty.job(&workload)) {
            Ok(request) => client.core.borrow_mut().replace_request(empty.id, request),
            Err(error) => client.fail("runTasks", &error, ())?,
        }
    }
}

/// Tells one task what happened to it; the return code is what its callback asked for.
fn dispatch(client: ThisClient, id: TaskId, event: Event) -> Php<ReturnCode> {
    let Some(object) = client.run.task(id) else { return Ok(ReturnCode::Success) };
    let task = GearmanTask::of(&object);
    let hook = match &event {
        Event::Created(_) | Event::Queued(_) => Hook::Created,
        Event::Data(_) => Hook::Data,
        Event::Warning(_) => Hook::Warning,
        Event::Status { .. } | Event::Known(_) => Hook::Status,
        Event::Exception(_) => Hook::Exception,
        Event::Fail | Event::Failed(_) => Hook::Fail,
        Event::Complete(_) | Event::Echo(_) | Event::OptionSet => Hook::Complete,
    };
    let is_last = event.is_last();
    task.apply(event, client.options.has(UNBUFFERED_RESULT));
    let finished = is_last.then(|| {
        task.finish(Rc::clone(&client.run.fate.borrow()));
        client.run.tasks.borrow_mut().remove(id)
    });
    let answer = match client.run.callback(hook) {
        Some(callback) => call(&callback, object),
        None => Ok(ReturnCode::Success),
    };
    if answer == Err(Halt::Bailout) {
        // After a fatal error no destructor may run; the end of the request frees what is left.
        std::mem::forget(finished);
        return answer;
    }
    // The last hold of a task, as a rule: its context's destructor may run, and throw.
    let freed = guarded(move || drop(finished));
    answer.and_then(|code| freed.map(|()| code))
}

/// The callback gets the task, and its context when it was added with one.
fn call(callback: &Callback, object: Zval) -> Php<ReturnCode> {
    let answer = match GearmanTask::of(&object).context(|| callback.takes_reference(1)) {
        Some(context) => callback.call([object, context])?,
        None => callback.call([object])?,
    };
    Ok(wish(&answer))
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

pub fn set_workload_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Workload, callable)
}

pub fn set_created_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Created, callable)
}

pub fn set_data_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Data, callable)
}

pub fn set_warning_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Warning, callable)
}

pub fn set_status_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Status, callable)
}

pub fn set_complete_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Complete, callable)
}

/// Also asks the servers for exceptions, without which there would be none to tell.
pub fn set_exception_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    let set = set_callback(client, Hook::Exception, callable)?;
    if set { super::endpoint::enable_exceptions(&*client, "setExceptionCallback") } else { Ok(false) }
}

pub fn set_fail_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Fail, callable)
}

pub fn clear_callbacks(client: ThisClient) -> Php<bool> {
    let old = client.run.callbacks.take();
    drop(old);
    Ok(true)
}

fn set_callback(client: ThisClient, hook: Hook, callable: &Zval) -> Php<bool> {
    match Callback::new(callable) {
        Ok(callback) => {
            let mut callbacks = client.run.callbacks.borrow_mut();
            let old = callbacks.get_mut(hook as usize).and_then(|slot| slot.replace(callback));
            drop(callbacks);
            drop(old);
            Ok(true)
        }
        Err(name) => warn(&format!("function {name} is not callable")).map(|()| false),
    }
}
