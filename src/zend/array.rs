//! PHP arrays, filled from Rust.

use ext_php_rs::types::{ZendHashTable, Zval};

use super::engine::add_assoc_zval_ex;
use super::returning::Return;

/// An array in the making.
pub struct Array(Zval);

impl Array {
    /// Without elements.
    pub fn new() -> Self {
        let mut value = Zval::new();
        value.set_hashtable(ZendHashTable::new());
        Self(value)
    }

    /// Puts a value under a key.  A key that is written as an int is one, as in a script.
    pub fn set(&mut self, key: &[u8], value: impl Return) {
        let mut element = written(value);
        // SAFETY: `self` is an array that nobody else holds; the key is copied, the element moved.
        unsafe { add_assoc_zval_ex(&raw mut self.0, key.as_ptr().cast(), key.len(), &raw mut element) };
        std::mem::forget(element);
    }

    /// The same, for a list.
    pub fn push(&mut self, value: impl Return) {
        if let Some(table) = self.0.array_mut() {
            // It fails only behind the highest int.
            let _ = table.push(written(value));
        }
    }
}

/// A list of all of them.
impl<T: Return> FromIterator<T> for Array {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut list = Self::new();
        values.into_iter().for_each(|value| list.push(value));
        list
    }
}

impl Return for Array {
    fn write(self, value: &mut Zval) {
        *value = self.0;
    }
}

fn written(value: impl Return) -> Zval {
    let mut element = Zval::new();
    value.write(&mut element);
    element
}
