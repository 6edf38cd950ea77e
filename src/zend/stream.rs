//! A stream resource that stands for a descriptor: it can be waited for, and nothing else.

use std::ffi::{c_char, c_int, c_void};
use std::os::fd::RawFd;
use std::ptr::{null, null_mut};
use std::rc::Rc;

use ext_php_rs::ffi::{IS_RESOURCE, php_stream, php_stream_ops, zend_resource};
use ext_php_rs::types::Zval;

use super::engine::{_php_stream_alloc, zend_list_close};
use super::value::clone_of;
use crate::readiness::Readiness;

const SUCCESS: c_int = 0;
const FAILURE: c_int = -1;

/// PHP_STREAM_AS_FD_FOR_SELECT
const FOR_SELECT: c_int = 3;
/// PHP_STREAM_FLAG_NO_SEEK | PHP_STREAM_FLAG_NO_BUFFER
const FLAGS: u32 = 0x1 | 0x2;
/// The type of a resource with a count of holders: IS_RESOURCE_EX.
const IS_COUNTED_RESOURCE: u32 = IS_RESOURCE | 1 << 8;

/// A stream, held.  Whoever drops one does it by [`release`](super::halt::release): it is closed, and its filters may be
/// the script's.
pub struct Stream(Zval);

impl Stream {
    /// A stream of what `readiness` tells.
    pub fn new(readiness: &Rc<Readiness>) -> Option<Self> {
        let this = Rc::into_raw(Rc::clone(readiness)).cast_mut().cast();
        // SAFETY: the operations live as long as the process; the stream takes over the hold of the readiness, and gives
        // up that of its resource to the value.
        unsafe {
            let stream = allocate(this);
            if stream.is_null() {
                drop(Rc::from_raw(this.cast::<Readiness>()));
                return None;
            }
            (*stream).flags |= FLAGS;
            (*stream).set___exposed(1);
            let mut value = Zval::new();
            value.value.res = (*stream).res;
            value.u1.type_info = IS_COUNTED_RESOURCE;
            Some(Self(value))
        }
    }

    /// Whether the script has not closed it.
    pub fn is_open(&self) -> bool {
        // SAFETY: the value holds the resource.
        unsafe { (*self.resource()).type_ >= 0 }
    }

    /// Another hold of it, as a value.
    pub fn value(&self) -> Zval {
        clone_of(&self.0)
    }

    fn resource(&self) -> *mut zend_resource {
        // SAFETY: the value is a resource.
        unsafe { self.0.value.res }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // SAFETY: the value holds the resource; one that is closed stays so.
        unsafe { zend_list_close(self.resource()) };
    }
}

struct Operations(php_stream_ops);

// SAFETY: nobody writes to it, and the label is a literal.
unsafe impl Sync for Operations {}

static OPERATIONS: Operations = Operations(php_stream_ops {
    write: Some(write),
    read: Some(read),
    close: Some(close),
    flush: Some(flush),
    label: c"readiness".as_ptr(),
    seek: None,
    cast: Some(cast),
    stat: None,
    set_option: None,
});

unsafe fn allocate(this: *mut c_void) -> *mut php_stream {
    // SAFETY: the caller's; in a debug build, where it was allocated is told, too.
    unsafe {
        _php_stream_alloc(
            &raw const OPERATIONS.0,
            this,
            null(),
            c"r".as_ptr(),
            #[cfg(php_debug)]
            0,
            #[cfg(php_debug)]
            c"stream.rs".as_ptr(),
            #[cfg(php_debug)]
            line!(),
            #[cfg(php_debug)]
            null(),
            #[cfg(php_debug)]
            0,
        )
    }
}

unsafe fn readiness<'a>(stream: *mut php_stream) -> Option<&'a Readiness> {
    // SAFETY: it was allocated by `Stream::new`, and holds the readiness until it is closed.
    unsafe { (*stream).abstract_.cast::<Readiness>().as_ref() }
}

unsafe extern "C" fn write(_: *mut php_stream, _: *const c_char, _: usize) -> isize {
    0
}

unsafe extern "C" fn read(_: *mut php_stream, _: *mut c_char, _: usize) -> isize {
    0
}

unsafe extern "C" fn flush(_: *mut php_stream) -> c_int {
    SUCCESS
}

unsafe extern "C" fn close(stream: *mut php_stream, _: c_int) -> c_int {
    // SAFETY: the stream's own hold, given up once.
    unsafe {
        if let Some(held) = readiness(stream) {
            (*stream).abstract_ = null_mut();
            drop(Rc::from_raw(held));
        }
    }
    SUCCESS
}

unsafe extern "C" fn cast(stream: *mut php_stream, wanted: c_int, to: *mut *mut c_void) -> c_int {
    // SAFETY: the engine passes a stream of ours; for a descriptor, it passes a place for one, or null where it only asks.
    unsafe {
        let Some(readiness) = readiness(stream).filter(|_| wanted == FOR_SELECT) else { return FAILURE };
        if let Some(descriptor) = to.cast::<RawFd>().as_mut() {
            *descriptor = readiness.descriptor();
        }
    }
    SUCCESS
}
