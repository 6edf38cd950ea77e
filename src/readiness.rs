//! A descriptor for somebody else's event loop: readable when something has happened that is waited for.
//!
//! It is an epoll descriptor, so it stays the same whatever connections come and go.  Sockets leave it before they are
//! closed, as a child that was forked may hold them open.  That child shares the descriptor itself, too: it makes one of
//! its own, and leaves its parent's as it is.

use std::cell::RefCell;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::rc::{Rc, Weak};
use std::time::{Duration, Instant};

use once_cell::sync::OnceCell;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::SmallVec;

use crate::process::Origin;

thread_local! {
    /// Who tells of a socket.  The last to want it, when two objects have used it one after the other.
    static TELLERS: RefCell<FxHashMap<RawFd, Weak<Readiness>>> =
        const { RefCell::new(FxHashMap::with_hasher(FxBuildHasher)) };
}

/// A socket is about to be closed, or belongs to nobody any more.
pub fn forget(socket: RawFd) {
    // There is nothing to forget when the thread ends.
    let teller = TELLERS.try_with(|tellers| tellers.borrow_mut().remove(&socket)).ok().flatten();
    if let Some(teller) = teller.and_then(|teller| teller.upgrade()) {
        teller.0.borrow_mut().leave(socket);
    }
}

/// See the module.
pub struct Readiness(RefCell<Set>);

impl Readiness {
    /// One that tells of nothing yet.
    pub fn new() -> io::Result<Rc<Self>> {
        Set::new().map(|set| Rc::new(Self(RefCell::new(set))))
    }

    /// The descriptor.  It is another one after a fork, which is readable until the child has said what it waits for.
    pub fn descriptor(&self) -> RawFd {
        let mut set = self.0.borrow_mut();
        if set.origin.is_foreign() {
            set.begin_anew();
            set.tell_at_once(true);
        }
        set.epoll.as_raw_fd()
    }

    /// Tells of these sockets from now on, of nothing else, and of `wake_at` when that has come.
    pub fn tell(self: &Rc<Self>, sockets: &[libc::pollfd], wake_at: Option<Instant>) {
        let mut set = self.0.borrow_mut();
        if set.origin.is_foreign() && !set.begin_anew() {
            return;
        }
        set.keep_only(sockets);
        let missing = sockets.iter().filter(|socket| !self.join(&mut set, socket)).count();
        let now = Instant::now();
        let is_over = wake_at.is_some_and(|at| at <= now);
        let is_set = set.wake_at(wake_at.filter(|_| !is_over), now);
        // What cannot be told of is looked at all the time.
        set.tell_at_once(is_over || missing > 0 || !is_set);
    }

    /// It is readable from now on, until it is told otherwise.
    pub fn tell_at_once(&self) {
        self.0.borrow_mut().tell_at_once(true);
    }

    fn join(self: &Rc<Self>, set: &mut Set, socket: &libc::pollfd) -> bool {
        let events = u32::from(socket.events.unsigned_abs());
        if let Some(member) = set.members.iter_mut().find(|member| member.socket == socket.fd) {
            let is_known = std::mem::replace(&mut member.events, events) == events;
            return is_known || control(&set.epoll, libc::EPOLL_CTL_MOD, socket.fd, events);
        }
        let before = TELLERS.with_borrow_mut(|tellers| tellers.insert(socket.fd, Rc::downgrade(self)));
        if let Some(before) = before.and_then(|before| before.upgrade()).filter(|before| !Rc::ptr_eq(before, self)) {
            before.0.borrow_mut().leave(socket.fd);
        }
        set.members.push(Member { socket: socket.fd, events });
        control(&set.epoll, libc::EPOLL_CTL_ADD, socket.fd, events)
    }
}

struct Member {
    socket: RawFd,
    events: u32,
}

struct Set {
    epoll: OwnedFd,
    members: SmallVec<[Member; 2]>,
    /// Made when a point in time is first waited for.
    timer: Option<OwnedFd>,
    wake_at: Option<Instant>,
    is_at_once: bool,
    origin: Origin,
}

impl Set {
    fn new() -> io::Result<Self> {
        // SAFETY: takes no pointer.
        let epoll = owned(unsafe { libc::epoll_create1(libc::EPOLL_CLOEXEC) })?;
        Ok(Self {
            epoll,
            members: SmallVec::new(),
            timer: None,
            wake_at: None,
            is_at_once: false,
            origin: Origin::here(),
        })
    }

    /// In a child process: leaves everything to the parent, unless there are no descriptors.
    fn begin_anew(&mut self) -> bool {
        Self::new().map(|new| *self = new).is_ok()
    }

    fn leave(&mut self, socket: RawFd) {
        let Some(index) = self.members.iter().position(|member| member.socket == socket) else { return };
        self.members.swap_remove(index);
        if !self.origin.is_foreign() {
            control(&self.epoll, libc::EPOLL_CTL_DEL, socket, 0);
        }
    }

    fn keep_only(&mut self, sockets: &[libc::pollfd]) {
        let epoll = &self.epoll;
        self.members.retain(|member| {
            let is_kept = sockets.iter().any(|socket| socket.fd == member.socket);
            if !is_kept {
                control(epoll, libc::EPOLL_CTL_DEL, member.socket, 0);
            }
            is_kept
        });
    }

    /// Sets the timer to `at`, or to nothing; false when that failed.
    fn wake_at(&mut self, at: Option<Instant>, now: Instant) -> bool {
        if self.wake_at == at {
            return true;
        }
        self.wake_at = at;
        if self.timer.is_none() {
            self.timer = timer_in(&self.epoll);
        }
        let left = at.map_or(Duration::ZERO, |at| at - now);
        self.timer.as_ref().is_some_and(|timer| set_timer(timer, left))
    }

    fn tell_at_once(&mut self, is_at_once: bool) {
        if self.is_at_once == is_at_once || self.origin.is_foreign() {
            return;
        }
        let Some(ready) = always_ready() else { return };
        self.is_at_once = is_at_once;
        let operation = if is_at_once { libc::EPOLL_CTL_ADD } else { libc::EPOLL_CTL_DEL };
        control(&self.epoll, operation, ready, READABLE);
    }
}

const READABLE: u32 = libc::EPOLLIN as u32;

/// A descriptor that can always be read from, for all sets of this process and of its children.
fn always_ready() -> Option<RawFd> {
    static READY: OnceCell<OwnedFd> = OnceCell::new();
    // SAFETY: takes no pointer.
    let ready = READY.get_or_try_init(|| owned(unsafe { libc::eventfd(1, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK) }));
    ready.ok().map(AsRawFd::as_raw_fd)
}

fn timer_in(epoll: &OwnedFd) -> Option<OwnedFd> {
    let flags = libc::TFD_CLOEXEC | libc::TFD_NONBLOCK;
    // SAFETY: takes no pointer.
    let timer = owned(unsafe { libc::timerfd_create(libc::CLOCK_MONOTONIC, flags) }).ok()?;
    control(epoll, libc::EPOLL_CTL_ADD, timer.as_raw_fd(), READABLE).then_some(timer)
}

/// No time at all turns it off.
fn set_timer(timer: &OwnedFd, left: Duration) -> bool {
    let never = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    let once = libc::timespec {
        // libc deprecates the name of this type on musl. Nobody waits for 68 years.
        tv_sec: left.as_secs().try_into().unwrap_or(i32::MAX.into()),
        tv_nsec: libc::c_long::from(left.subsec_nanos()),
    };
    let spec = libc::itimerspec { it_interval: never, it_value: once };
    // SAFETY: the times live as long as the call, and the old ones are not asked for.
    unsafe { libc::timerfd_settime(timer.as_raw_fd(), 0, &raw const spec, std::ptr::null_mut()) == 0 }
}

fn control(epoll: &OwnedFd, operation: libc::c_int, descriptor: RawFd, events: u32) -> bool {
    let mut event = libc::epoll_event { events, u64: 0 };
    // SAFETY: the event lives as long as the call.
    unsafe { libc::epoll_ctl(epoll.as_raw_fd(), operation, descriptor, &raw mut event) == 0 }
}

fn owned(descriptor: libc::c_int) -> io::Result<OwnedFd> {
    if descriptor < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the kernel has just made it for us.
    Ok(unsafe { OwnedFd::from_raw_fd(descriptor) })
}
