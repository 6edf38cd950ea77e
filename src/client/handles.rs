//! Job handles of one server, and who is told what it says of them.

use std::collections::VecDeque;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::task::TaskId;

/// Who is told what the server says of a handle.
pub(super) enum Listeners {
    /// One task, as a rule.
    One(TaskId),
    /// Tasks whose equal unique keys the server made one job of.  It sends every packet once for each of them, the
    /// copies of one event in a row: the nth copy is the nth task's.
    Several(Box<Sharing>),
}

pub(super) struct Sharing {
    tasks: VecDeque<TaskId>,
    next: usize,
}

impl Listeners {
    fn join(&mut self, id: TaskId) {
        match self {
            Self::One(first) => {
                *self = Self::Several(Box::new(Sharing { tasks: VecDeque::from([*first, id]), next: 0 }));
            }
            Self::Several(sharing) => sharing.tasks.push_back(id),
        }
    }

    /// Whose copy of an event this one is.
    fn next(&mut self) -> Option<TaskId> {
        match self {
            Self::One(id) => Some(*id),
            Self::Several(sharing) => {
                let id = sharing.tasks.get(sharing.next).copied();
                sharing.next = (sharing.next + 1) % sharing.tasks.len().max(1);
                id
            }
        }
    }

    /// Whose end this is, and whether nobody is left.
    fn leave(&mut self) -> (Option<TaskId>, bool) {
        match self {
            Self::One(id) => (Some(*id), true),
            Self::Several(sharing) => {
                sharing.next = 0;
                (sharing.tasks.pop_front(), sharing.tasks.is_empty())
            }
        }
    }

    fn into_tasks(self) -> VecDeque<TaskId> {
        match self {
            Self::One(id) => VecDeque::from([id]),
            Self::Several(sharing) => sharing.tasks,
        }
    }
}

/// Listeners by handle.  Gearmand's handles are one prefix and a number (`H:host:17`), so for hundreds of thousands
/// of them the number is kept and the text is not; any other handle is kept whole.
#[derive(Default)]
pub(super) struct Handles {
    prefix: Option<Box<[u8]>>,
    numbered: FxHashMap<u64, Listeners>,
    other: FxHashMap<Box<[u8]>, Listeners>,
}

impl Handles {
    pub(super) fn is_empty(&self) -> bool {
        self.numbered.is_empty() && self.other.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.numbered.len() + self.other.len()
    }

    /// The task listens to this handle from now on.
    pub(super) fn insert(&mut self, handle: &[u8], id: TaskId) {
        if self.is_empty() && self.number(handle).is_none() {
            self.prefix = prefix_of(handle).map(Box::from);
        }
        let join = |listeners: &mut Listeners| listeners.join(id);
        match self.number(handle) {
            Some(number) => self.numbered.entry(number).and_modify(join).or_insert(Listeners::One(id)),
            None => self.other.entry(Box::from(handle)).and_modify(join).or_insert(Listeners::One(id)),
        };
    }

    /// Whose copy of an event this one is.
    pub(super) fn next(&mut self, handle: &[u8]) -> Option<TaskId> {
        self.get_mut(handle).and_then(Listeners::next)
    }

    /// Whose end this is; that task does not listen any more.
    pub(super) fn leave(&mut self, handle: &[u8]) -> Option<TaskId> {
        match self.number(handle) {
            Some(number) => leave(self.numbered.entry(number)),
            None => leave(self.other.entry(Box::from(handle))),
        }
    }

    /// Everybody who listens.
    pub(super) fn into_tasks(self) -> Vec<TaskId> {
        let listeners = self.numbered.into_values().chain(self.other.into_values());
        let mut tasks: Vec<TaskId> = listeners.flat_map(Listeners::into_tasks).collect();
        tasks.sort_unstable();
        tasks
    }

    fn get_mut(&mut self, handle: &[u8]) -> Option<&mut Listeners> {
        match self.number(handle) {
            Some(number) => self.numbered.get_mut(&number),
            None => self.other.get_mut(handle),
        }
    }

    /// The number of a handle that has the common prefix.
    fn number(&self, handle: &[u8]) -> Option<u64> {
        read_number(handle.strip_prefix(self.prefix.as_deref()?)?)
    }
}

/// Whose end this is; nobody listens any more after the last.
fn leave<K>(entry: Entry<'_, K, Listeners>) -> Option<TaskId> {
    let Entry::Occupied(mut listeners) = entry else { return None };
    let (id, nobody_left) = listeners.get_mut().leave();
    if nobody_left {
        listeners.remove();
    }
    id
}

/// `H:host:17` begins with `H:host:`.
fn prefix_of(handle: &[u8]) -> Option<&[u8]> {
    let digits = handle.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (prefix, number) = handle.split_at_checked(handle.len() - digits)?;
    read_number(number).map(|_| prefix)
}

/// Only what would be written the same way again counts as a number.
fn read_number(digits: &[u8]) -> Option<u64> {
    if matches!(digits, [] | [b'0', _, ..]) {
        return None;
    }
    digits.iter().try_fold(0u64, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(u64::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use slotmap::SlotMap;

    use super::*;
    use crate::testing::memory_in_use;

    #[test]
    fn handles_of_every_shape_find_their_task() {
        let mut ids = SlotMap::<TaskId, ()>::with_key();
        let mut handles = Handles::default();
        let shapes: [&[u8]; 8] =
            [b"H:a:1", b"H:a:01", b"H:a:10", b"H:b:1", b"1", b"H:a:", b"x", b"H:a:99999999999999999999"];
        let tasks: Vec<TaskId> = shapes.iter().map(|_| ids.insert(())).collect();
        for (handle, id) in shapes.iter().zip(&tasks) {
            handles.insert(handle, *id);
        }
        for (handle, id) in shapes.iter().zip(&tasks) {
            assert_eq!(handles.next(handle), Some(*id));
            assert_eq!(handles.leave(handle), Some(*id));
            assert_eq!(handles.next(handle), None);
        }
        assert!(handles.is_empty());
    }

    #[test]
    #[cfg_attr(miri, ignore = "too much for an interpreter")]
    fn the_text_of_a_numbered_handle_is_not_kept() {
        const COUNT: usize = 100_000;
        let mut ids = SlotMap::<TaskId, ()>::with_key();
        let id = ids.insert(());
        let before = memory_in_use();
        let mut handles = Handles::default();
        for number in 0..COUNT {
            handles.insert(format!("H:jobserver.example:{number}").as_bytes(), id);
        }
        let each = (memory_in_use() - before) / COUNT as isize;
        assert!(each <= 50, "{each} bytes for each");
    }

    /// The end of one task cuts a round of copies short: the next event begins with the first who is left.
    #[test]
    fn an_end_begins_the_round_anew() {
        let mut ids = SlotMap::<TaskId, ()>::with_key();
        let tasks = [(); 3].map(|()| ids.insert(()));
        let mut handles = Handles::default();
        tasks.iter().for_each(|id| handles.insert(b"H:a:1", *id));
        assert_eq!(handles.next(b"H:a:1"), Some(tasks[0]));
        assert_eq!(handles.leave(b"H:a:1"), Some(tasks[0]));
        assert_eq!(handles.next(b"H:a:1"), Some(tasks[1]));
    }

    #[test]
    fn copies_of_an_event_go_round() {
        let mut ids = SlotMap::<TaskId, ()>::with_key();
        let (one, two) = (ids.insert(()), ids.insert(()));
        let mut handles = Handles::default();
        handles.insert(b"H:a:1", one);
        handles.insert(b"H:a:1", two);
        let copies: Vec<_> = (0..4).filter_map(|_| handles.next(b"H:a:1")).collect();
        assert_eq!(copies, [one, two, one, two]);
        assert_eq!(handles.leave(b"H:a:1"), Some(one));
        assert_eq!(handles.next(b"H:a:1"), Some(two));
        assert_eq!(handles.next(b"H:a:1"), Some(two));
        assert_eq!(handles.into_tasks(), [two]);
    }
}
