//! Strings of PHP's, borrowed and held, and lent to those who know only bytes.

use std::marker::PhantomData;
use std::ops::Deref;

use bytes::Bytes;
use ext_php_rs::ffi::{GC_IMMUTABLE, ext_php_rs_zend_string_release, zend_string};

/// A string of PHP's that somebody else holds for as long.  No reference: the count of its holders changes.
#[derive(Clone, Copy)]
pub struct Str<'a>(*mut zend_string, PhantomData<&'a [u8]>);

impl<'a> Str<'a> {
    /// A string that PHP has given.
    ///
    /// # Safety
    ///
    /// `string` must be a string, and held for as long as `'a`.
    pub unsafe fn from_raw(string: *mut zend_string) -> Self {
        Self(string, PhantomData)
    }

    /// The bytes of it.
    pub fn bytes(self) -> &'a [u8] {
        // SAFETY: it is held, so it lives and nobody changes the bytes.
        unsafe { std::slice::from_raw_parts((&raw const (*self.0).val).cast(), (*self.0).len) }
    }

    /// Another hold of it.
    pub fn hold(self) -> Text {
        // SAFETY: it lives; a string of which there is one for all has no count of holders.
        unsafe {
            if (*self.0).gc.u.type_info & GC_IMMUTABLE == 0 {
                (*self.0).gc.refcount += 1;
            }
        }
        Text(self.0)
    }
}

impl Deref for Str<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes()
    }
}

/// A string of PHP's, held.
pub struct Text(*mut zend_string);

impl Text {
    /// Takes a hold over.
    ///
    /// # Safety
    ///
    /// `string` must be a string, and the hold the caller's.
    pub unsafe fn from_raw(string: *mut zend_string) -> Self {
        Self(string)
    }

    /// Gives the hold away.
    pub fn into_raw(self) -> *mut zend_string {
        let string = self.0;
        std::mem::forget(self);
        string
    }

    /// The string, for as long as it is held here.
    pub fn borrow(&self) -> Str<'_> {
        Str(self.0, PhantomData)
    }

    /// The string as bytes, and a hold of it until the last of them is dropped.
    ///
    /// PHP copies a string before it changes it while somebody else holds it.
    pub fn lend(self) -> Bytes {
        Bytes::from_owner(Lent(self))
    }
}

impl Deref for Text {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.borrow().bytes()
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        // SAFETY: the hold is ours, given up once; a string's end runs nothing of PHP.
        unsafe { ext_php_rs_zend_string_release(self.0) };
    }
}

struct Lent(Text);

// SAFETY: only objects of PHP's have bytes of it, directly or not.  They stay in their thread, and the engine frees them
// before it takes the memory of a request back.
unsafe impl Send for Lent {}

impl AsRef<[u8]> for Lent {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
