//! GearmanTask: what is known of a task.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use bytes::Bytes;
use ext_php_rs::types::Zval;

use super::arguments::OrFalse;
use super::halt::Php;
use super::object::{Class, Held, State, This};
use super::status::warn;
use super::value::{clone_of, reference_to, string};
use crate::client::Event;
use crate::error::ReturnCode;
use crate::protocol::Progress;

static CLASS: Class = Class::new();

struct Details {
    /// Strings of PHP's: handed out as they are.
    function: Zval,
    unique: Zval,
    handle: Zval,
    progress: Progress,
    data: Bytes,
    /// Whether `data` is only given out by recvData().
    unbuffered: bool,
    /// How much of it was.
    received: usize,
    code: Option<ReturnCode>,
    /// The workload that sendWorkload() is building.
    workload: Option<Vec<u8>>,
}

/// The state of a GearmanTask.
#[derive(Default)]
pub struct GearmanTask {
    details: RefCell<Option<Details>>,
    context: RefCell<Option<TaskContext>>,
    /// Set at its end; changes when the runTasks() that finished it is over.
    fate: RefCell<Option<Rc<Cell<Fate>>>>,
}

/// What addTask was given for the callbacks.
struct TaskContext {
    /// Its value then.  A reference, so that a callback that takes it by reference changes what the next one gets.
    value: Zval,
    /// The variable that was passed, for callbacks that take it by reference.
    variable: Option<Zval>,
}

impl TaskContext {
    /// From now on the variable counts; returns the value that counted before.
    fn become_variable(&mut self) -> Option<Zval> {
        let variable = self.variable.take()?;
        Some(std::mem::replace(&mut self.value, variable))
    }
}

/// What is left of a finished task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// Everything: the runTasks() that finished it is not over.
    #[default]
    Whole,
    /// Everything but the data of its last event.
    WithoutData,
    /// Nothing: `GEARMAN_CLIENT_FREE_TASKS`.
    Free,
}

impl State for GearmanTask {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, held: &mut Held<'_>) {
        let Ok(context) = self.context.try_borrow() else { return };
        for context in context.iter() {
            held.add(&context.value);
            context.variable.iter().for_each(|variable| held.add(variable));
        }
    }
}

type ThisTask = This<GearmanTask>;

impl GearmanTask {
    /// The state of the task in `object`: a GearmanTask, held for as long as the state is used.
    pub fn of(object: &Zval) -> ThisTask {
        // SAFETY: only objects of `This::<GearmanTask>::create` get here, and the callers keep their hold.
        unsafe { This::from_zval(std::ptr::from_ref(object).cast_mut()) }
    }

    /// A task of addTask.
    pub fn describe(&self, function: Zval, unique: &[u8]) {
        let details = Details { function, unique: string(unique), ..Details::default() };
        self.details.replace(Some(details));
    }

    /// A task of addTaskStatus, which has the handle for a function name too (measured).
    pub fn describe_handle(&self, handle: &[u8]) {
        self.details.replace(Some(Details { function: string(handle), handle: string(handle), ..Details::default() }));
    }

    /// What its callbacks get as their second argument: `value`, or the variable it came from.
    pub fn set_context(&self, value: Zval, variable: Option<Zval>) {
        self.context.replace(Some(TaskContext { value: reference_to(value), variable }));
    }

    /// The second argument for a callback, `None` when addTask had none.  A callback that takes it by reference gets
    /// the variable, and so do all after it; until then callbacks get the value that the variable had at addTask,
    /// whatever has become of it.
    pub fn context(&self, by_reference: impl FnOnce() -> bool) -> Option<Zval> {
        let has_variable = self.context.borrow().as_ref().is_some_and(|context| context.variable.is_some());
        if has_variable && by_reference() {
            let value = self.context.borrow_mut().as_mut().and_then(TaskContext::become_variable);
            drop(value);
        }
        self.context.borrow().as_ref().map(|context| clone_of(&context.value))
    }

    /// sendWorkload() is allowed from now on.
    pub fn expect_workload(&self) {
        self.with_mut(|details| details.workload = Some(Vec::new()));
    }

    /// What sendWorkload() has collected.
    pub fn take_workload(&self) -> Vec<u8> {
        self.with_mut(|details| details.workload.take()).flatten().unwrap_or_default()
    }

    /// Takes an event in.
    pub fn apply(&self, event: Event, unbuffered: bool) {
        self.with_mut(|details| {
            details.unbuffered = unbuffered;
            details.apply(event);
        });
    }

    /// The task is finished.
    pub fn finish(&self, fate: Rc<Cell<Fate>>) {
        self.fate.replace(Some(fate));
    }

    /// Data lasts as long as the runTasks() that brought it.
    fn unless_over(&self, data: Bytes) -> Bytes {
        if self.fate() == Fate::Whole { data } else { Bytes::new() }
    }

    fn fate(&self) -> Fate {
        self.fate.borrow().as_ref().map_or(Fate::Whole, |fate| fate.get())
    }

    fn with_mut<T>(&self, use_it: impl FnOnce(&mut Details) -> T) -> Option<T> {
        self.details.borrow_mut().as_mut().map(use_it)
    }

    /// What a live task answers; nothing when it is free, or was made by hand.
    fn answer<T>(&self, look: impl FnOnce(&Details) -> T) -> Option<T> {
        if self.fate() == Fate::Free {
            return None;
        }
        self.details.borrow().as_ref().map(look)
    }
}

impl Default for Details {
    fn default() -> Self {
        Self {
            function: string(b""),
            unique: string(b""),
            handle: string(b""),
            progress: Progress::default(),
            data: Bytes::new(),
            unbuffered: false,
            received: 0,
            code: None,
            workload: None,
        }
    }
}

impl Details {
    fn apply(&mut self, event: Event) {
        let at_work = |progress: Progress| Progress { known: true, running: true, ..progress };
        let over = |progress: Progress| Progress { known: false, running: false, ..progress };
        self.data = Bytes::new();
        self.received = 0;
        match event {
            Event::Created(handle) | Event::Queued(handle) => {
                self.handle = string(&handle);
                self.progress = Progress { known: true, ..self.progress };
            }
            Event::Data(data) | Event::Warning(data) => {
                self.progress = at_work(self.progress);
                self.data = data;
            }
            Event::Status { numerator, denominator } => {
                self.progress = Progress { known: true, running: true, numerator, denominator };
            }
            Event::Complete(data) | Event::Exception(data) => {
                self.progress = over(self.progress);
                self.data = data;
            }
            // Neither has a return code of its own (measured): which callback was called tells it.
            Event::Fail => self.progress = over(self.progress),
            Event::Failed(error) => {
                self.progress = over(self.progress);
                self.code = Some(error.code());
            }
            Event::Known(progress) => self.progress = progress,
            Event::Echo(_) | Event::OptionSet => {}
        }
    }

    /// The data of this event, unless it is left to recvData() (`GEARMAN_CLIENT_UNBUFFERED_RESULT`).
    fn whole_data(&self) -> Option<Bytes> {
        (!self.unbuffered).then(|| self.data.clone())
    }

    /// The next part of unbuffered data.
    fn receive(&mut self, limit: usize) -> Bytes {
        if !self.unbuffered {
            return Bytes::new();
        }
        let end = self.data.len().min(self.received.saturating_add(limit));
        let part = self.data.slice(self.received..end);
        self.received = end;
        part
    }
}

pub fn construct(_: ThisTask) -> Php<()> {
    Ok(())
}

pub fn return_code(task: ThisTask) -> Php<i64> {
    Ok(task.answer(|it| it.code.unwrap_or(ReturnCode::Success).number()).unwrap_or(0))
}

pub fn function_name(task: ThisTask) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(task.answer(|it| clone_of(&it.function))))
}

pub fn unique(task: ThisTask) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(task.answer(|it| clone_of(&it.unique))))
}

pub fn job_handle(task: ThisTask) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(task.answer(|it| clone_of(&it.handle))))
}

pub fn is_known(task: ThisTask) -> Php<bool> {
    Ok(task.answer(|it| it.progress.known).unwrap_or(false))
}

pub fn is_running(task: ThisTask) -> Php<bool> {
    Ok(task.answer(|it| it.progress.running).unwrap_or(false))
}

pub fn task_numerator(task: ThisTask) -> Php<OrFalse<i64>> {
    Ok(OrFalse(task.answer(|it| i64::from(it.progress.numerator))))
}

pub fn task_denominator(task: ThisTask) -> Php<OrFalse<i64>> {
    Ok(OrFalse(task.answer(|it| i64::from(it.progress.denominator))))
}

pub fn data(task: ThisTask) -> Php<OrFalse<Bytes>> {
    Ok(OrFalse(task.answer(Details::whole_data).flatten().map(|data| task.unless_over(data))))
}

pub fn data_size(task: ThisTask) -> Php<OrFalse<i64>> {
    Ok(OrFalse(task.answer(|it| task.unless_over(it.data.clone()).len() as i64)))
}

pub fn send_workload(task: ThisTask, data: &[u8]) -> Php<OrFalse<i64>> {
    let taken = task.with_mut(|details| details.workload.as_mut().map(|workload| workload.extend_from_slice(data)));
    if taken.flatten().is_none() {
        warn("a workload can only be sent from the workload callback")?;
        return Ok(OrFalse(None));
    }
    Ok(OrFalse(Some(data.len() as i64)))
}

pub fn recv_data(task: ThisTask, length: i64) -> Php<OrFalse<(i64, Bytes)>> {
    let Ok(limit) = usize::try_from(length) else {
        warn(&format!("the length must not be negative, {length} given"))?;
        return Ok(OrFalse(None));
    };
    if task.answer(|_| ()).is_none() {
        return Ok(OrFalse(None));
    }
    let part = task.with_mut(|details| details.receive(limit)).unwrap_or_default();
    Ok(OrFalse(Some((part.len() as i64, part))))
}
