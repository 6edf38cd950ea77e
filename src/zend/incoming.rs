//! Strings that are filled piece by piece from outside, and handed to PHP as they are.

use std::alloc::Layout;
use std::cell::RefCell;
use std::mem::{MaybeUninit, offset_of};
use std::ptr::null_mut;

use bytes::Bytes;
use ext_php_rs::alloc::{efree, emalloc};
use ext_php_rs::ffi::{IS_STRING, ext_php_rs_process_globals, zend_string};
use rustc_hash::FxHashMap;

use super::engine::memory_usage;
use super::text::{Str, Text};

/// Zend's GC_STRING: the type, and the flag GC_NOT_COLLECTABLE.
const GC_STRING: u32 = IS_STRING | 1 << 4;
/// Where a string's bytes begin.
const HEAD: usize = offset_of!(zend_string, val);
/// The engine takes memory in chunks of this size, and larger blocks begin with one.
const CHUNK: usize = 2 * 1024 * 1024;
/// A string that was filled is looked for among the others only from this size on.
const SMALLEST: usize = 32 * 1024;

thread_local! {
    /// The strings that were filled and of which there still are bytes, by where those begin.
    static FILLED: RefCell<FxHashMap<*const u8, *mut zend_string>> = RefCell::default();
}

/// A string that is being filled.
pub struct Incoming {
    /// Null at first.
    string: *mut zend_string,
    capacity: usize,
    filled: usize,
}

impl Incoming {
    /// Without room for anything.
    pub fn new() -> Self {
        Self { string: null_mut(), capacity: 0, filled: 0 }
    }

    /// Makes room for so many bytes in all.  False, and no fatal error, when PHP has not got the memory.
    pub fn reserve(&mut self, capacity: usize) -> bool {
        // The engine counts in multiples of 8, and ends the string with a NUL.
        let size = (HEAD + capacity + 1).next_multiple_of(8);
        if !is_to_be_had(size) {
            return false;
        }
        let Ok(layout) = Layout::from_size_align(size, align_of::<zend_string>()) else { return false };
        let larger = Self { string: emalloc(layout).cast(), capacity, filled: self.filled };
        // SAFETY: the new block is larger than what is filled.  The advice comes before the first byte.
        unsafe {
            advise_huge_pages(larger.string.cast(), size);
            std::ptr::copy_nonoverlapping(self.filled().as_ptr(), larger.start(), self.filled);
        }
        *self = larger;
        true
    }

    /// What there is room for.
    pub fn spare(&mut self) -> &mut [MaybeUninit<u8>] {
        if self.string.is_null() {
            return &mut [];
        }
        // SAFETY: the block has so many bytes behind those that are filled.
        unsafe { std::slice::from_raw_parts_mut(self.start().add(self.filled).cast(), self.capacity - self.filled) }
    }

    /// So many more are filled.
    ///
    /// # Safety
    ///
    /// The first `count` of the spare bytes must be initialised.
    pub unsafe fn advance(&mut self, count: usize) {
        self.filled = self.capacity.min(self.filled + count);
    }

    /// What is filled.
    pub fn filled(&self) -> &[u8] {
        if self.string.is_null() {
            return &[];
        }
        // SAFETY: so many bytes are initialised.
        unsafe { std::slice::from_raw_parts(self.start(), self.filled) }
    }

    /// The string as bytes, by which [`filled_string`] finds it.
    pub fn finish(mut self) -> Bytes {
        if self.string.is_null() && !self.reserve(0) {
            return Bytes::new();
        }
        let string = std::mem::replace(&mut self.string, null_mut());
        // SAFETY: a block of the right size, ours alone; each of a string's parts is written.
        unsafe {
            (*string).gc.refcount = 1;
            (*string).gc.u.type_info = GC_STRING;
            (*string).h = 0;
            (*string).len = self.filled;
            (&raw mut (*string).val).cast::<u8>().add(self.filled).write(0);
            Bytes::from_owner(Filled::new(string))
        }
    }

    fn start(&self) -> *mut u8 {
        // SAFETY: the block has at least the head of a string.
        unsafe { (&raw mut (*self.string).val).cast() }
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if !self.string.is_null() {
            // SAFETY: the block is the engine's, and ours alone.
            unsafe { efree(self.string.cast()) };
        }
    }
}

/// A string that was filled, as the bytes of it hold it.
struct Filled(Text);

// SAFETY: as of strings that are lent: nothing that has bytes of it leaves its thread, or outlives the request.
unsafe impl Send for Filled {}

impl Filled {
    /// Takes a hold over.
    ///
    /// # Safety
    ///
    /// `string` must be a string, and the hold the caller's.
    unsafe fn new(string: *mut zend_string) -> Self {
        // SAFETY: the caller's.
        let text = unsafe { Text::from_raw(string) };
        FILLED.with_borrow_mut(|filled| filled.insert(text.as_ptr(), string));
        Self(text)
    }
}

impl AsRef<[u8]> for Filled {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        FILLED.with_borrow_mut(|filled| filled.remove(&self.0.as_ptr()));
    }
}

/// The string whose bytes these are, if they are all the bytes of one that was filled.
pub fn filled_string(bytes: &[u8]) -> Option<Text> {
    if bytes.len() < SMALLEST {
        return None;
    }
    let string = FILLED.with_borrow(|filled| filled.get(&bytes.as_ptr()).copied())?;
    // SAFETY: it lives: what holds it takes it out of the table first.
    let string = unsafe { Str::from_raw(string) };
    (string.len() == bytes.len()).then(|| string.hold())
}

/// The end of a request: what a fatal error has kept from being dropped goes with the engine's memory.
pub fn forget_filled() {
    FILLED.take();
}

/// Whether the engine would give so many bytes more; it ends the script when it cannot.
fn is_to_be_had(size: usize) -> bool {
    // SAFETY: reads a number of this thread's globals.
    let limit = unsafe { (*ext_php_rs_process_globals()).memory_limit };
    // It may begin a new chunk, and align a block.
    let needed = size.saturating_add(2 * CHUNK);
    // Without a limit, the setting is -1.
    let is_allowed = usize::try_from(limit).map_or(true, |limit| memory_usage().saturating_add(needed) <= limit);
    is_allowed && (size < CHUNK || can_map(needed))
}

/// Whether the system would give so many bytes.
fn can_map(size: usize) -> bool {
    let (access, flags) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS);
    // SAFETY: a new mapping, taken away again before anybody uses it.
    unsafe {
        let mapped = libc::mmap(null_mut(), size, access, flags, -1, 0);
        mapped != libc::MAP_FAILED && libc::munmap(mapped, size) == 0
    }
}

/// Lets the whole chunks of a large block be huge pages: 64 MiB are 32 page faults then, and 16,384 otherwise.
///
/// # Safety
///
/// The block must have so many bytes.
unsafe fn advise_huge_pages(block: *mut u8, size: usize) {
    let skipped = block.align_offset(CHUNK);
    let length = size.saturating_sub(skipped) / CHUNK * CHUNK;
    if length > 0 {
        // SAFETY: the range is within the block.  A system that does not know the advice is as slow as without it.
        unsafe { libc::madvise(block.add(skipped).cast(), length, libc::MADV_HUGEPAGE) };
    }
}
