//! What a client keeps of its tasks between addTask and their end.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use bytes::Bytes;
use ext_php_rs::types::Zval;
use slotmap::SecondaryMap;

use crate::client::TaskId;
use crate::error::Error;
use crate::process::Origin;
use crate::protocol::{Mode, Submission};
use crate::zend::held::{Held, Owned};
use crate::zend::value::{clone_of, string};

/// A task that was added without a workload: the workload callback may still give it one.
#[allow(missing_docs)]
pub struct Empty {
    /// The task.
    pub id: TaskId,
    /// Everything of the job but its workload.
    pub function: Bytes,
    pub unique: Bytes,
    pub mode: Mode,
}

impl Empty {
    /// The job that it is with a workload.
    pub fn job<'a>(&'a self, workload: &'a [u8]) -> Submission<'a> {
        // Where it goes was decided when it was added.
        Submission {
            function: &self.function,
            unique: &self.unique,
            shares_key: false,
            workload: workload.into(),
            mode: self.mode,
        }
    }
}

/// One runTasks() in progress.
#[derive(Default)]
pub struct Run {
    number: u64,
    /// Why the first of the tasks was lost that were, since it began.
    pub loss: Option<Error>,
    /// Tasks that it has finished and that are not freed.
    pub finished: Vec<Owned>,
}

/// The tasks of a client.
pub struct Tasks {
    /// The GearmanTask of each.
    objects: RefCell<SecondaryMap<TaskId, Owned>>,
    empty: RefCell<VecDeque<Empty>>,
    /// The runTasks() in progress: callbacks may nest them, and Fibers end them in any order.
    runs: RefCell<Vec<Run>>,
    /// How many there were.
    run_count: Cell<u64>,
    /// The function that was added last, as a rule the next one's too.
    last_function: RefCell<Option<Zval>>,
    origin: Cell<Origin>,
}

impl Default for Tasks {
    fn default() -> Self {
        Self {
            objects: RefCell::default(),
            empty: RefCell::default(),
            runs: RefCell::default(),
            run_count: Cell::default(),
            last_function: RefCell::default(),
            origin: Cell::new(Origin::here()),
        }
    }
}

impl Tasks {
    /// Shows the garbage collector what is held.
    pub fn hold(&self, held: &mut Held<'_>) {
        let Ok(objects) = self.objects.try_borrow() else { return };
        objects.values().for_each(|task| held.add_object(task));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.objects.borrow().is_empty()
    }

    /// Forgets them all; returns their objects.
    pub fn take(&self) -> impl Sized + use<> {
        self.empty.take();
        self.objects.take()
    }

    /// Takes a task in.
    pub fn insert(&self, id: TaskId, object: Owned) {
        self.objects.borrow_mut().insert(id, object);
    }

    /// Another hold of a task's object.
    pub fn get(&self, id: TaskId) -> Option<Zval> {
        self.objects.borrow().get(id).map(Owned::value)
    }

    /// Forgets a task; returns its object.
    pub fn remove(&self, id: TaskId) -> Option<Owned> {
        self.objects.borrow_mut().remove(id)
    }

    /// Whether a parent of this process added them; asked once.
    pub fn were_inherited(&self) -> bool {
        let is_foreign = self.origin.get().is_foreign();
        if is_foreign {
            self.origin.set(Origin::here());
        }
        is_foreign
    }

    /// Forgets all tasks but some; returns the objects of the others.
    pub fn retain(&self, is_kept: impl Fn(TaskId) -> bool) -> Vec<Owned> {
        let mut objects = self.objects.borrow_mut();
        let others: Vec<TaskId> = objects.keys().filter(|id| !is_kept(*id)).collect();
        others.into_iter().filter_map(|id| objects.remove(id)).collect()
    }

    /// Remembers a task that has no workload yet.
    pub fn push_empty(&self, empty: Empty) {
        self.empty.borrow_mut().push_back(empty);
    }

    /// The first task that has no workload yet.
    pub fn pop_empty(&self) -> Option<Empty> {
        self.empty.borrow_mut().pop_front()
    }

    /// Leaves the tasks without a workload as they are.
    pub fn forget_empty(&self) {
        self.empty.take();
    }

    /// A runTasks() begins; returns its number.
    pub fn begin_run(&self) -> u64 {
        let number = self.run_count.get() + 1;
        self.run_count.set(number);
        self.runs.borrow_mut().push(Run { number, ..Run::default() });
        number
    }

    /// A task was lost.  Whichever run was told: none of those in progress has done all of its tasks.
    pub fn note_loss(&self, error: &Error) {
        for run in self.runs.borrow_mut().iter_mut() {
            run.loss.get_or_insert_with(|| error.clone());
        }
    }

    /// A finished task is kept until the run is over.
    pub fn keep_until_the_end(&self, number: u64, task: Option<Owned>) {
        if let Some(run) = self.runs.borrow_mut().iter_mut().find(|run| run.number == number) {
            run.finished.extend(task);
        }
    }

    /// A run is over.
    pub fn end_run(&self, number: u64) -> Run {
        let mut runs = self.runs.borrow_mut();
        let index = runs.iter().position(|run| run.number == number);
        index.map(|index| runs.remove(index)).unwrap_or_default()
    }

    /// One copy of a function's name for all tasks in a row that have it.
    pub fn share_name(&self, function: &[u8]) -> Zval {
        let last = self.last_function.borrow().as_ref().filter(|it| is_string(it, function)).map(clone_of);
        last.unwrap_or_else(|| {
            let name = string(function);
            self.last_function.replace(Some(clone_of(&name)));
            name
        })
    }
}

fn is_string(value: &Zval, text: &[u8]) -> bool {
    value.zend_str().is_some_and(|it| it.as_bytes() == text)
}
