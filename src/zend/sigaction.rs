//! The process's signal handlers: one of ours in front of what is there, and what is there put back.
//!
//! The engine keeps a handler of its own in front of all others, also where nobody has set one, and a table behind it
//! (ZEND_SIGNALS).  So what the kernel says is looked up there.  Ours stands in front of the engine's: it only touches
//! atomics, which may happen at any moment.

use std::cell::UnsafeCell;
use std::ffi::{c_int, c_void};
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use libc::{SA_ONSTACK, SA_RESTART, SA_SIGINFO, SIG_DFL, SIG_IGN, siginfo_t};
use once_cell::sync::OnceCell;

/// The highest signal.
pub const MAX: c_int = 64;

/// How many forks lie between this process and the one that loaded the module.
pub static GENERATION: AtomicU32 = AtomicU32::new(0);

/// How many signals have arrived in all.
static ALL: AtomicU32 = AtomicU32::new(0);

static SLOTS: [Slot; MAX as usize + 1] = [const { Slot::new() }; MAX as usize + 1];

struct Slot {
    /// How many want to hear of the signal.
    users: AtomicU32,
    arrivals: AtomicU32,
    /// Whether what was found is called, too.
    chains: AtomicBool,
    found: UnsafeCell<MaybeUninit<libc::sigaction>>,
}

// SAFETY: `found` is written by the main thread while there is no user, and so while nobody reads it.
unsafe impl Sync for Slot {}

impl Slot {
    const fn new() -> Self {
        Self {
            users: AtomicU32::new(0),
            arrivals: AtomicU32::new(0),
            chains: AtomicBool::new(false),
            found: UnsafeCell::new(MaybeUninit::zeroed()),
        }
    }

    fn found(&self) -> libc::sigaction {
        // SAFETY: all zeroes are a sigaction.
        unsafe { (*self.found.get()).assume_init() }
    }

    /// Calls the handler that was found, as the kernel would.
    fn pass_on(&self, signal: c_int, info: *mut siginfo_t, context: *mut c_void) {
        let found = self.found();
        // SAFETY: it is neither SIG_DFL nor SIG_IGN, and the flags say which of the two it is.
        unsafe {
            if found.sa_flags & SA_SIGINFO != 0 {
                let handler: extern "C" fn(c_int, *mut siginfo_t, *mut c_void) =
                    std::mem::transmute(found.sa_sigaction);
                handler(signal, info, context);
            } else {
                let handler: extern "C" fn(c_int) = std::mem::transmute(found.sa_sigaction);
                handler(signal);
            }
        }
    }
}

fn slot(signal: c_int) -> Option<&'static Slot> {
    SLOTS.get(usize::try_from(signal).ok()?)
}

/// Our handler.
extern "C" fn hear(signal: c_int, info: *mut siginfo_t, context: *mut c_void) {
    if !is_main_thread() {
        // SAFETY: sends the signal on to the main thread of this process, which may be waiting.
        unsafe { libc::syscall(libc::SYS_tgkill, libc::getpid(), libc::getpid(), signal) };
        return;
    }
    let Some(slot) = slot(signal) else { return };
    slot.arrivals.fetch_add(1, Ordering::Relaxed);
    ALL.fetch_add(1, Ordering::Release);
    if slot.chains.load(Ordering::Relaxed) {
        slot.pass_on(signal, info, context);
    }
}

/// Whether this is the thread that the process began with.
pub fn is_main_thread() -> bool {
    // SAFETY: two plain system calls.
    unsafe { libc::gettid() == libc::getpid() }
}

/// How many signals have arrived in all: a wait ends when there is one more.
pub fn all_arrivals() -> u32 {
    ALL.load(Ordering::Acquire)
}

/// How often a signal has arrived.
pub fn arrivals(signal: c_int) -> u32 {
    slot(signal).map_or(0, |slot| slot.arrivals.load(Ordering::Relaxed))
}

/// Puts our handler in front of what is there; false when the process ignores the signal.
pub fn install(signal: c_int) -> bool {
    let Some(slot) = slot(signal) else { return false };
    if slot.users.load(Ordering::Relaxed) == 0 {
        let Some(found) = current(signal) else { return false };
        let handler = handler_behind(signal, &found);
        if handler == SIG_IGN {
            return false;
        }
        restore_in_children();
        // SAFETY: nobody reads it before there is a user.
        unsafe { (*slot.found.get()).write(found) };
        slot.chains.store(handler != SIG_DFL, Ordering::Relaxed);
        set(signal, &ours(&found, handler != SIG_DFL));
    }
    slot.users.fetch_add(1, Ordering::Relaxed);
    true
}

/// Our handler, as often interrupting system calls as the one that is there.
fn ours(found: &libc::sigaction, chains: bool) -> libc::sigaction {
    let mut ours = *found;
    ours.sa_sigaction = hear as *const () as usize;
    // What the running job does in the kernel goes on after the signal.
    ours.sa_flags = if chains { found.sa_flags | SA_SIGINFO } else { SA_SIGINFO | SA_ONSTACK | SA_RESTART };
    ours
}

/// One of those who wanted to hear of a signal does so no more.
pub fn restore(signal: c_int) {
    if let Some(slot) = slot(signal)
        && slot.users.fetch_sub(1, Ordering::Relaxed) == 1
    {
        put_back(signal, slot);
    }
}

/// Unless somebody has set another handler meanwhile.
fn put_back(signal: c_int, slot: &Slot) {
    if current(signal).is_some_and(|current| current.sa_sigaction == hear as *const () as usize) {
        set(signal, &slot.found());
    }
}

fn restore_in_children() {
    static RESTORING: OnceCell<()> = OnceCell::new();
    RESTORING.get_or_init(|| {
        // SAFETY: the handler calls nothing but sigaction.  The C library forgets it when this module is unloaded.
        unsafe { libc::pthread_atfork(None, None, Some(restore_all)) };
    });
}

extern "C" fn restore_all() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
    for (signal, slot) in (0..=MAX).zip(&SLOTS) {
        if slot.users.swap(0, Ordering::Relaxed) > 0 {
            put_back(signal, slot);
        }
    }
}

fn current(signal: c_int) -> Option<libc::sigaction> {
    let mut current = MaybeUninit::zeroed();
    // SAFETY: the kernel fills it in, or leaves the zeroes.
    unsafe { (libc::sigaction(signal, null(), current.as_mut_ptr()) == 0).then(|| current.assume_init()) }
}

fn set(signal: c_int, action: &libc::sigaction) {
    // SAFETY: the handler is ours, or one that was there before.
    unsafe { libc::sigaction(signal, action, null_mut()) };
}

/// What stands behind the engine's own handler, or the handler itself when it is none of the engine's.
fn handler_behind(signal: c_int, found: &libc::sigaction) -> usize {
    let handler = found.sa_sigaction;
    // SAFETY: looks for a function of the engine's that not every build has.
    let zend_sigaction = unsafe { libc::dlsym(libc::RTLD_DEFAULT, c"zend_sigaction".as_ptr()) };
    if handler == SIG_DFL || handler == SIG_IGN || zend_sigaction.is_null() {
        return handler;
    }
    if object_of(handler) != object_of(zend_sigaction as usize) {
        return handler;
    }
    let mut behind: MaybeUninit<libc::sigaction> = MaybeUninit::zeroed();
    // SAFETY: it has this signature, and only tells what is in its table.
    unsafe {
        let ask: extern "C" fn(c_int, *const libc::sigaction, *mut libc::sigaction) =
            std::mem::transmute(zend_sigaction);
        ask(signal, null(), behind.as_mut_ptr());
        behind.assume_init().sa_sigaction
    }
}

/// Where the program or library begins that an address is in.
fn object_of(address: usize) -> usize {
    let mut info: MaybeUninit<libc::Dl_info> = MaybeUninit::zeroed();
    // SAFETY: only looks the address up; the zeroes stay when it is in none.
    unsafe {
        libc::dladdr(address as *const c_void, info.as_mut_ptr());
        info.assume_init().dli_fbase as usize
    }
}
