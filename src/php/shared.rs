//! What a GearmanWorker shares with its jobs, which may outlive it.

use std::cell::RefCell;
use std::ops::Deref;
use std::task::Poll;

use super::waits::{Waiting, Waits};
use crate::runtime::{Deadline, Watch};
use crate::worker::Worker;
use crate::zend::waiting::wait_undisturbed;

/// See the module.
pub struct SharedWorker {
    core: RefCell<Worker>,
    waits: Waits,
}

impl SharedWorker {
    /// One that has not waited yet.
    pub fn new(core: Worker) -> Self {
        Self { core: RefCell::new(core), waits: Waits::default() }
    }
}

impl Deref for SharedWorker {
    type Target = RefCell<Worker>;

    fn deref(&self) -> &RefCell<Worker> {
        &self.core
    }
}

impl Waiting for SharedWorker {
    fn waits(&self) -> &Waits {
        &self.waits
    }

    fn foresee(&self, watch: &mut Watch) {
        self.core.borrow().foresee(watch);
    }

    fn foresee_next(&self, watch: &mut Watch) {
        wait_undisturbed(Deadline::NOW, |watch| {
            self.core.borrow_mut().listen(watch);
            Poll::Ready(())
        });
        self.foresee(watch);
    }
}
