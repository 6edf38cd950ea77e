//! What a handler returns, turned into PHP values.

use bytes::Bytes;
use ext_php_rs::types::{ZendHashTable, Zval};

use super::value::set_string;

/// What a handler may return.
pub trait Return {
    /// Stores it as the return value.
    fn write(self, value: &mut Zval);
}

impl Return for () {
    fn write(self, _: &mut Zval) {}
}

impl Return for bool {
    fn write(self, value: &mut Zval) {
        value.set_bool(self);
    }
}

impl Return for i64 {
    fn write(self, value: &mut Zval) {
        value.set_long(self);
    }
}

impl Return for &[u8] {
    fn write(self, value: &mut Zval) {
        set_string(value, self);
    }
}

impl Return for &str {
    fn write(self, value: &mut Zval) {
        self.as_bytes().write(value);
    }
}

impl Return for String {
    fn write(self, value: &mut Zval) {
        self.as_bytes().write(value);
    }
}

impl Return for Vec<u8> {
    fn write(self, value: &mut Zval) {
        self.as_slice().write(value);
    }
}

impl Return for Bytes {
    fn write(self, value: &mut Zval) {
        (&self[..]).write(value);
    }
}

impl Return for Zval {
    fn write(self, value: &mut Zval) {
        *value = self;
    }
}

/// `null` for nothing.
impl<T: Return> Return for Option<T> {
    fn write(self, value: &mut Zval) {
        match self {
            Some(inner) => inner.write(value),
            None => value.set_null(),
        }
    }
}

/// `false` for nothing, as in `string|false`.
pub struct OrFalse<T>(pub Option<T>);

impl<T: Return> Return for OrFalse<T> {
    fn write(self, value: &mut Zval) {
        match self.0 {
            Some(inner) => inner.write(value),
            None => value.set_bool(false),
        }
    }
}

/// A list of the elements of a tuple.
macro_rules! return_list {
    ($($name:ident)+) => {
        impl<$($name: Return),+> Return for ($($name,)+) {
            #[allow(non_snake_case)]
            fn write(self, value: &mut Zval) {
                let ($($name,)+) = self;
                let mut list = ZendHashTable::new();
                $(
                    let mut element = Zval::new();
                    $name.write(&mut element);
                    // Only appending after the highest integer key can fail.
                    let _ = list.push(element);
                )+
                value.set_hashtable(list);
            }
        }
    };
}

return_list!(A B);
return_list!(A B C D);
