//! What `foreach` does, over whatever is `iterable`.

use ext_php_rs::ffi::{
    HashPosition, ZEND_RESULT_CODE_SUCCESS, zend_hash_get_current_data_ex, zend_hash_move_forward_ex,
    zend_object_iterator,
};
use ext_php_rs::types::Zval;

use super::engine::{pending_exception, zend_iterator_dtor};
use super::exception::argument_type_error;
use super::halt::{Halt, Php, guarded};
use super::value::clone_of;

/// The values of an array or a Traversable, one after the other.  Whoever drops one does it by
/// [`release`](super::halt::release).
pub struct Iteration(Over);

enum Over {
    /// The array is held, so nobody changes this one.
    Array {
        array: Zval,
        position: HashPosition,
    },
    Object {
        iterator: *mut zend_object_iterator,
        has_begun: bool,
    },
}

impl Iteration {
    /// Over an argument; `number` is its place among them.
    pub fn new(argument: &Zval, number: u32) -> Php<Self> {
        let argument = argument.dereference();
        if argument.is_array() {
            return Ok(Self(Over::Array { array: clone_of(argument), position: 0 }));
        }
        let get_iterator = argument.object().and_then(|object| {
            // SAFETY: an object has a class; only Traversable ones have an iterator.
            unsafe { (*object.ce).get_iterator.map(|get| (object.ce, get)) }
        });
        let Some((class, get)) = get_iterator else {
            return argument_type_error(number, "must be of type Traversable|array", argument);
        };
        let object = std::ptr::from_ref(argument).cast_mut();
        // SAFETY: the class's own function for an object of it; the iterator holds the object.
        let iterator = guarded(|| unsafe { get(class, object, 0) })?;
        if iterator.is_null() { Err(Halt::Exception) } else { Ok(Self(Over::Object { iterator, has_begun: false })) }
    }

    /// The next value.
    pub fn next(&mut self) -> Php<Option<Zval>> {
        match &mut self.0 {
            Over::Array { array, position } => Ok(next_element(array, position)),
            Over::Object { iterator, has_begun } => {
                let is_first = !std::mem::replace(has_begun, true);
                let iterator = *iterator;
                // SAFETY: the iterator is ours until it is dropped.
                guarded(|| unsafe { next_value(iterator, is_first) })
            }
        }
    }
}

impl Drop for Iteration {
    fn drop(&mut self) {
        if let Over::Object { iterator, .. } = self.0 {
            // SAFETY: ours, and not used any more.
            unsafe { zend_iterator_dtor(iterator) };
        }
    }
}

fn next_element(array: &Zval, position: &mut HashPosition) -> Option<Zval> {
    let table = std::ptr::from_ref(array.array()?).cast_mut();
    // SAFETY: the array is held; the position is one of this table.
    unsafe {
        let element = zend_hash_get_current_data_ex(table, position).as_ref()?;
        zend_hash_move_forward_ex(table, position);
        Some(clone_of(element.dereference()))
    }
}

/// An iterator may lack what it has nothing to do for; after each call it may have thrown.
unsafe fn next_value(iterator: *mut zend_object_iterator, is_first: bool) -> Option<Zval> {
    // SAFETY: the caller's; the engine's own order of calls.
    unsafe {
        let functions = &*(*iterator).funcs;
        let step = if is_first { functions.rewind } else { functions.move_forward };
        if let Some(step) = step {
            step(iterator);
        }
        let has_thrown = || !pending_exception().is_null();
        if has_thrown()
            || functions.valid.is_none_or(|valid| valid(iterator) != ZEND_RESULT_CODE_SUCCESS)
            || has_thrown()
        {
            return None;
        }
        let value = functions.get_current_data.map(|current| current(iterator))?;
        value.as_ref().filter(|_| !has_thrown()).map(|value| clone_of(value.dereference()))
    }
}
