//! The state of a GearmanTask.

use std::cell::RefCell;

use bytes::Bytes;
use ext_php_rs::types::Zval;

use super::details::Details;
use crate::client::Event;
use crate::zend::held::Held;
use crate::zend::object::{Class, State, This};
use crate::zend::value::{clone_of, reference_to, string};

static CLASS: Class = Class::new();

/// The state of a GearmanTask.
#[derive(Default)]
pub struct GearmanTask {
    details: RefCell<Option<Details>>,
    /// What addTask was given for its callbacks.  A reference, so that a callback that takes it by reference changes what
    /// the next one gets.
    context: RefCell<Option<Zval>>,
}

impl State for GearmanTask {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, held: &mut Held<'_>) {
        let Ok(context) = self.context.try_borrow() else { return };
        context.iter().for_each(|context| held.add(context));
    }

    fn is_inert(&self) -> bool {
        self.context.try_borrow().is_ok_and(|context| context.is_none())
    }
}

/// The object that a handler was called on.
pub type ThisTask = This<GearmanTask>;

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

    /// What its callbacks get as their second argument.
    pub fn set_context(&self, value: &Zval) {
        self.context.replace(Some(reference_to(value)));
    }

    /// The second argument for a callback, `None` when addTask had none.
    pub fn context(&self) -> Option<Zval> {
        self.context.borrow().as_ref().map(clone_of)
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

    /// The task is finished and was told so: nothing is left of it (`GEARMAN_CLIENT_FREE_TASKS`).
    pub fn free(&self) {
        self.details.take();
    }

    /// The runTasks() that finished it is over: the data of its last event goes.
    pub fn forget_data(&self) {
        self.with_mut(|details| details.data = Bytes::new());
    }

    /// Changes what is known of a task that was not made by hand.
    pub(super) fn with_mut<T>(&self, use_it: impl FnOnce(&mut Details) -> T) -> Option<T> {
        self.details.borrow_mut().as_mut().map(use_it)
    }

    /// What a live task answers; nothing when it is free, or was made by hand.
    pub(super) fn answer<T>(&self, look: impl FnOnce(&Details) -> T) -> Option<T> {
        self.details.borrow().as_ref().map(look)
    }
}
