//! The embedded runtime: the one way to wait.
//!
//! What is waited for is polled as a future is, and says in the [`Watch`] what it waits for: sockets, and points in
//! time.  The kernel then waits for exactly those, with `ppoll(2)`, because only that takes a signal mask: an event
//! loop with an epoll descriptor of its own swallows EINTR, and shares that descriptor with every child of a fork.
//! Between two calls nothing runs, and nothing of this needs a descriptor.
//!
//! Where a plain socket's answer is all that is waited for, as in most calls, the first look writes the request and waits in
//! the read: a round trip is one write and one read, and nothing is looked at twice.

use std::os::fd::RawFd;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use smallvec::SmallVec;

/// How long a wait sleeps before it takes the trouble to hold signals back.  A signal that falls between the last
/// look and the kernel's wait is seen when this is over; after that there is no such gap.
pub const FIRST_SLEEP: Duration = Duration::from_millis(10);

/// How a wait ended.
#[derive(Debug)]
pub enum Wait<T> {
    /// With what was waited for.
    Ready(T),
    /// Its deadline has passed.
    TimedOut,
    /// A signal came, or PHP has something to run first: a signal handler, the end of its time limit.
    Interrupted,
}

/// Which signals end a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signals {
    /// Those after which PHP has something to run.
    Handled,
    /// Each, also one whose handler PHP runs only later (without `pcntl_async_signals`).
    Any,
}

/// Until when a call may wait.  Its time begins with the first wait and, where progress counts, anew with progress.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    limit: Option<Duration>,
    end: Option<Instant>,
    moves: bool,
}

impl Deadline {
    /// As long as it takes.
    pub const NEVER: Self = Self { limit: None, end: None, moves: false };
    /// Not at all: take what is there.
    pub const NOW: Self = Self { limit: Some(Duration::ZERO), end: None, moves: false };

    /// When this much time has passed.
    pub const fn after(limit: Duration) -> Self {
        Self { limit: Some(limit), end: None, moves: false }
    }

    /// `milliseconds` from now; a negative number is forever, as in `setTimeout(-1)`.
    pub fn after_ms(milliseconds: i64) -> Self {
        u64::try_from(milliseconds).map_or(Self::NEVER, |ms| Self::after(Duration::from_millis(ms)))
    }

    /// The same as a limit on silence: what [`Watch::progressed`] tells begins it anew.
    pub const fn of_silence(self) -> Self {
        Self { moves: true, ..self }
    }

    /// Whether there is no time at all.
    pub fn is_now(&self) -> bool {
        self.limit.is_some_and(|limit| limit.is_zero())
    }

    /// The time that is left, `None` when there is no end.
    fn left(&mut self, watch: &mut Watch) -> Option<Duration> {
        let limit = self.limit?;
        if std::mem::take(&mut watch.progress) && self.moves {
            self.end = None;
        }
        if limit.is_zero() {
            return Some(limit);
        }
        let now = watch.now();
        let end = match self.end {
            Some(end) => end,
            // An end beyond the clock's range is none.
            None => *self.end.insert(now.checked_add(limit)?),
        };
        Some(end.saturating_duration_since(now))
    }
}

/// What a poll waits for, and what the kernel has said of it.
#[derive(Debug, Default)]
pub struct Watch {
    wanted: SmallVec<[libc::pollfd; 4]>,
    ready: SmallVec<[libc::pollfd; 4]>,
    wake_at: Option<Instant>,
    now: Option<Instant>,
    look: u64,
    /// Whether the kernel was asked, so that what has come while nobody was looking is known.
    has_slept: bool,
    progress: bool,
    /// Whether a read of this look may be the wait.
    may_wait: bool,
    /// Whether such a read has brought nothing.
    read_in_vain: bool,
}

static LOOKS: AtomicU64 = AtomicU64::new(0);

impl Watch {
    /// Polls again when `socket` can be read from, or has ended.
    pub fn readable(&mut self, socket: RawFd) {
        self.want(socket, libc::POLLIN);
    }

    /// Whether a read may wait for [`FIRST_SLEEP`] itself, which saves asking the kernel first: it must be all that there
    /// is to do.  In each look one may.  The time before the wait, since it is another one after it.
    pub fn take_wait(&mut self) -> Option<Instant> {
        std::mem::take(&mut self.may_wait).then(|| {
            let now = self.now();
            self.now = None;
            now
        })
    }

    /// Such a read has waited, and brought nothing.
    pub fn note_read_in_vain(&mut self) {
        self.read_in_vain = true;
    }

    /// Polls again when `socket` can be written to, or has failed.
    pub fn writable(&mut self, socket: RawFd) {
        self.want(socket, libc::POLLOUT);
    }

    /// Polls again at this time at the latest.
    pub fn until(&mut self, time: Instant) {
        self.wake_at = Some(self.wake_at.map_or(time, |earlier| earlier.min(time)));
    }

    /// Polls again at once.
    pub fn at_once(&mut self) {
        let now = self.now();
        self.until(now);
    }

    /// The sockets that something is wanted from.
    pub fn wanted(&self) -> &[libc::pollfd] {
        &self.wanted
    }

    /// When it is to be polled again at the latest.
    pub fn wake_at(&self) -> Option<Instant> {
        self.wake_at
    }

    /// Whether it wants something else of sockets than `before`, or is to be polled at once and was not.
    pub fn wants_more_than(&self, before: &Self) -> bool {
        let wants = |watch: &Self| watch.wanted.iter().map(|it| (it.fd, it.events)).collect::<SmallVec<[_; 4]>>();
        let is_at_once = |watch: &Self| watch.wake_at.zip(watch.now).is_some_and(|(at, now)| at <= now);
        wants(self) != wants(before) || (is_at_once(self) && !is_at_once(before))
    }

    /// Whether it is later than `time`; otherwise polls again then.  The first look never says so: what was waited for may
    /// have come in time, and then the kernel has it.
    pub fn is_over(&mut self, time: Instant) -> bool {
        let is_over = self.has_slept && self.now() >= time;
        if !is_over {
            self.until(time);
        }
        is_over
    }

    /// Something was heard that the call waits for: its time of silence begins anew.
    pub fn progressed(&mut self) {
        self.progress = true;
    }

    /// Whether this look has told of progress.
    #[cfg(test)]
    pub fn has_progressed(&self) -> bool {
        self.progress
    }

    /// Whether the kernel has said that `socket` can be read from, which counts once.
    pub fn take_readable(&mut self, socket: RawFd) -> bool {
        self.take(socket, libc::POLLIN)
    }

    /// Whether the kernel has said that `socket` can be written to, which counts once.
    pub fn take_writable(&mut self, socket: RawFd) -> bool {
        self.take(socket, libc::POLLOUT)
    }

    /// A new socket has this number: what the kernel has said of an earlier one is void.
    pub fn forget(&mut self, socket: RawFd) {
        self.ready.retain(|it| it.fd != socket);
    }

    /// Names this look, among all of this process.
    pub fn look(&self) -> u64 {
        self.look
    }

    /// The time of this look: the clock is read once for each.
    pub fn now(&mut self) -> Instant {
        *self.now.get_or_insert_with(Instant::now)
    }

    fn want(&mut self, fd: RawFd, events: libc::c_short) {
        match self.wanted.iter_mut().find(|it| it.fd == fd) {
            Some(known) => known.events |= events,
            None => self.wanted.push(libc::pollfd { fd, events, revents: 0 }),
        }
    }

    fn take(&mut self, fd: RawFd, events: libc::c_short) -> bool {
        let Some(known) = self.ready.iter_mut().find(|it| it.fd == fd) else { return false };
        let wanted = events | libc::POLLHUP | libc::POLLERR | libc::POLLNVAL;
        let said = known.revents & wanted != 0;
        known.revents &= !wanted;
        said
    }

    fn begin_look(&mut self, may_wait: bool) {
        self.look = LOOKS.fetch_add(1, Ordering::Relaxed) + 1;
        self.wanted.clear();
        self.wake_at = None;
        self.may_wait = may_wait;
    }

    /// Sleeps until something that is wanted happens, `limit` is over, or a signal comes that `mask` lets through.
    fn sleep(&mut self, limit: Option<Duration>, mask: Option<&libc::sigset_t>) -> Slept {
        let wake_in = self.wake_at.map(|at| at.saturating_duration_since(self.now()));
        let limit = [limit, wake_in].into_iter().flatten().min().map(timespec);
        let limit = limit.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
        let mask = mask.map_or(std::ptr::null(), std::ptr::from_ref);
        let count = self.wanted.len() as libc::nfds_t;
        // SAFETY: the sockets, the time limit and the mask live as long as the call.
        let ready = unsafe { libc::ppoll(self.wanted.as_mut_ptr(), count, limit, mask) };
        self.now = None;
        self.has_slept = true;
        std::mem::swap(&mut self.wanted, &mut self.ready);
        match ready {
            0 => Slept::Over,
            1.. => Slept::Woken,
            // The only other failure that these arguments can have is a lack of memory, which the next look will meet.
            _ => {
                self.ready.clear();
                Slept::Signalled
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slept {
    Over,
    Woken,
    Signalled,
}

fn timespec(duration: Duration) -> libc::timespec {
    libc::timespec {
        // libc deprecates the name of this type on musl. Nobody waits for 68 years.
        tv_sec: duration.as_secs().try_into().unwrap_or(i32::MAX.into()),
        tv_nsec: libc::c_long::from(duration.subsec_nanos()),
    }
}

/// Polls until `poll` is ready, the deadline passes, or a signal or `interrupted` says that PHP has to run.
///
/// `poll` must keep its progress in what it borrows: it is called again after an interruption, by another wait.
/// It never runs PHP code; nothing that does may be called from it.
pub fn wait<T>(
    deadline: &mut Deadline,
    signals: Signals,
    interrupted: impl Fn() -> bool,
    mut poll: impl FnMut(&mut Watch) -> Poll<T>,
) -> Wait<T> {
    #[cfg(feature = "injected-panics")]
    crate::injected::panic_in("runtime");
    let mut watch = Watch::default();
    let mut held = (signals == Signals::Any).then(HeldSignals::new);
    let mut last = None;
    loop {
        let lasts = deadline.left(&mut watch).is_none_or(|left| left > FIRST_SLEEP);
        watch.begin_look(lasts && held.is_none() && !interrupted());
        if let Poll::Ready(value) = poll(&mut watch) {
            return Wait::Ready(value);
        }
        if std::mem::take(&mut watch.read_in_vain) {
            held.get_or_insert_with(HeldSignals::new);
        }
        // The kernel tells of signals only when it has nothing to tell of sockets.
        let came = last == Some(Slept::Woken) && held.as_ref().is_some_and(HeldSignals::let_in);
        if (came && signals == Signals::Any) || interrupted() {
            return Wait::Interrupted;
        }
        let left = deadline.left(&mut watch);
        // What the kernel knows is known only after it was asked, so a time of 0 asks once.
        if left.is_some_and(|left| left.is_zero()) && last.is_some() {
            return Wait::TimedOut;
        }
        let lasts = left.is_none_or(|left| left > FIRST_SLEEP);
        let slept = match &held {
            Some(held) => watch.sleep(left, Some(&held.before)),
            None => watch.sleep(if lasts { Some(FIRST_SLEEP) } else { left }, None),
        };
        last = Some(slept);
        match slept {
            Slept::Signalled if signals == Signals::Any => return Wait::Interrupted,
            Slept::Over if lasts && held.is_none() => held = Some(HeldSignals::new()),
            _ => {}
        }
    }
}

/// How a look ended.
#[derive(Debug)]
pub enum Look<T> {
    /// As a wait would have ended.
    Ended(Wait<T>),
    /// A wait would sleep now: for what the watch wants, and for this long at most.
    Sleep(Option<Duration>),
}

/// The same as [`wait`], but it is for the caller to sleep.
pub fn look<T>(
    deadline: &mut Deadline,
    interrupted: impl Fn() -> bool,
    watch: &mut Watch,
    mut poll: impl FnMut(&mut Watch) -> Poll<T>,
) -> Look<T> {
    let mut is_known = false;
    loop {
        watch.begin_look(false);
        if let Poll::Ready(value) = poll(watch) {
            return Look::Ended(Wait::Ready(value));
        }
        if interrupted() {
            return Look::Ended(Wait::Interrupted);
        }
        let left = deadline.left(watch);
        if is_known {
            let wake_in = watch.wake_at.map(|at| at.saturating_duration_since(watch.now()));
            return match left {
                Some(Duration::ZERO) => Look::Ended(Wait::TimedOut),
                _ => Look::Sleep([left, wake_in].into_iter().flatten().min()),
            };
        }
        watch.sleep(Some(Duration::ZERO), None);
        is_known = true;
    }
}

/// Keeps signals pending for as long as it lives.
struct HeldSignals {
    before: libc::sigset_t,
}

impl HeldSignals {
    fn new() -> Self {
        // SAFETY: the sets are filled in by the calls that are given them.
        unsafe {
            let (mut all, mut before) = (std::mem::zeroed(), std::mem::zeroed());
            libc::sigfillset(&raw mut all);
            libc::pthread_sigmask(libc::SIG_SETMASK, &raw const all, &raw mut before);
            Self { before }
        }
    }

    /// Lets in what was held back so far; true when there was something.
    fn let_in(&self) -> bool {
        let at_once = timespec(Duration::ZERO);
        // SAFETY: the time limit and the mask live as long as the call, and there are no sockets.
        unsafe { libc::ppoll(std::ptr::null_mut(), 0, &raw const at_once, &raw const self.before) < 0 }
    }
}

impl Drop for HeldSignals {
    fn drop(&mut self) {
        // SAFETY: puts back what `new` found.
        unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &raw const self.before, std::ptr::null_mut()) };
    }
}
