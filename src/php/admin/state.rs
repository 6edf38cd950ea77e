//! The state of a GearmanRs\Admin.

use std::cell::{Cell, RefCell, RefMut};

use crate::admin::Standing;
use crate::net::Pool;
use crate::php::endpoint::Endpoint;
use crate::php::status::Status;
use crate::php::waits::{Waiting, Waits};
use crate::runtime::Watch;
use crate::zend::held::Held;
use crate::zend::object::{Class, State, This};

/// The object that a handler was called on.
pub type ThisAdmin = This<Admin>;

static CLASS: Class = Class::new();

/// The state of a GearmanRs\Admin.
#[derive(Default)]
pub struct Admin {
    pool: RefCell<Pool<Standing>>,
    /// How often the pool was set up anew.
    edition: Cell<u64>,
    pub(super) status: Status,
    /// In milliseconds.
    pub(super) timeout: Cell<i64>,
    pub(super) waits: Waits,
}

/// The links of an object, for one call.
pub struct Lent {
    pub pool: Pool<Standing>,
    edition: u64,
}

impl State for Admin {
    fn definition() -> &'static Class {
        &CLASS
    }

    fn hold(&self, _: &mut Held<'_>) {}

    fn settle(&self) {
        Waits::settle(self);
    }
}

impl Waiting for Admin {
    fn waits(&self) -> &Waits {
        &self.waits
    }

    /// What a call asks goes with the links that it has taken.
    fn foresee(&self, _: &mut Watch) {}

    fn foresee_next(&self, _: &mut Watch) {}
}

impl Endpoint for Admin {
    type Known = Standing;

    fn waiting(&self) -> &impl Waiting {
        self
    }

    fn status(&self) -> &Status {
        &self.status
    }

    fn pool(&self) -> RefMut<'_, Pool<Standing>> {
        self.pool.borrow_mut()
    }

    fn reconnect(&self) {
        self.edition.set(self.edition.get() + 1);
        self.pool().reconnect();
    }

    /// An administrator hears of no job.
    fn request_exceptions(&self) {}
}

impl Admin {
    /// Takes the links for one call: a signal handler that calls meanwhile makes links of its own.
    pub(super) fn lend(&self) -> Lent {
        let mut pool = self.pool();
        let rest = pool.without_links();
        Lent { pool: std::mem::replace(&mut *pool, rest), edition: self.edition.get() }
    }

    /// Puts them back, unless they are to be made another way by now.
    pub(super) fn take_back(&self, lent: Lent) {
        if lent.edition == self.edition.get() {
            self.pool.replace(lent.pool);
        }
    }

    /// Other servers.
    pub(super) fn set_up(&self, pool: Pool<Standing>) {
        self.edition.set(self.edition.get() + 1);
        self.pool.replace(pool);
    }
}
