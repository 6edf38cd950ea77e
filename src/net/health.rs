//! Which servers could not be reached lately.
//!
//! A php-fpm process makes a new client for every request; without a memory of its own, every request would pay
//! the connect timeout of a black-holed first server again.  So the memory belongs to the thread, not the object.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Server;

/// How long a server is passed over that refused at once: trying it again is cheap.
const AFTER_REFUSAL: Duration = Duration::from_secs(1);
/// How long a server is passed over that did not answer: trying it again may cost the connect timeout.
const AFTER_SILENCE: Duration = Duration::from_secs(30);

/// Whether any thread has ever noted a failure: most never do, and need not look.
static IS_NEEDED: AtomicBool = AtomicBool::new(false);

thread_local! {
    static RESTING: RefCell<HashMap<Server, Instant>> = RefCell::default();
}

/// Remembers that `server` refused.
pub(super) fn note_refusal(server: &Server) {
    rest(server, AFTER_REFUSAL);
}

/// Remembers that `server` did not answer.
pub(super) fn note_silence(server: &Server) {
    rest(server, AFTER_SILENCE);
}

/// A shorter rest does not cut a longer one short.
fn rest(server: &Server, pause: Duration) {
    IS_NEEDED.store(true, Ordering::Relaxed);
    let until = Instant::now() + pause;
    RESTING.with_borrow_mut(|resting| {
        resting.entry(server.clone()).and_modify(|known| *known = until.max(*known)).or_insert(until);
    });
}

/// Forgets the failures of a server that answered.
pub(super) fn note_success(server: &Server) {
    if IS_NEEDED.load(Ordering::Relaxed) {
        RESTING.with_borrow_mut(|resting| resting.remove(server));
    }
}

/// How long `server` is passed over still.
#[cfg(test)]
pub(super) fn rest_of(server: &Server) -> Duration {
    RESTING.with_borrow(|resting| resting.get(server).map_or(Duration::ZERO, |until| *until - Instant::now()))
}

/// Whether `server` should be passed over while another one can be had.
pub(super) fn is_resting(server: &Server) -> bool {
    IS_NEEDED.load(Ordering::Relaxed)
        && RESTING.with_borrow(|resting| resting.get(server).is_some_and(|until| Instant::now() < *until))
}
