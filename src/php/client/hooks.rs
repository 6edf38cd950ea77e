//! The callbacks of a client, one for each kind of event.

use std::cell::RefCell;

use crate::zend::callback::Callback;
use crate::zend::held::Held;

/// The events that have callbacks.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
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

/// What the set*Callback methods were given.
#[derive(Default)]
pub struct Callbacks(RefCell<[Option<Callback>; HOOKS]>);

impl Callbacks {
    /// Another hold of the callback for `hook`.
    pub fn get(&self, hook: Hook) -> Option<Callback> {
        self.0.borrow().get(hook as usize).and_then(|callback| callback.as_ref().map(Callback::share))
    }

    /// Sets the callback for `hook`; returns the one before.
    pub fn replace(&self, hook: Hook, callback: Callback) -> Option<Callback> {
        self.0.borrow_mut().get_mut(hook as usize).and_then(|slot| slot.replace(callback))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().iter().all(Option::is_none)
    }

    /// Forgets them all; returns what they were.
    pub fn take(&self) -> impl Sized + use<> {
        self.0.take()
    }

    /// Shows the garbage collector what is held.
    pub fn hold(&self, held: &mut Held<'_>) {
        let Ok(callbacks) = self.0.try_borrow() else { return };
        callbacks.iter().flatten().for_each(|callback| held.add(callback.value()));
    }
}
