//! When a server that was lost is tried again.

use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

/// The pause after the first failure.
const FIRST: Duration = Duration::from_millis(50);
/// No pause is longer.
const LONGEST: Duration = Duration::from_secs(3);

/// The pauses between tries: each is twice as long as the last, less a random part of up to a half, so that the
/// workers of a server that comes back do not all arrive at the same moment.
#[derive(Debug, Default)]
pub(super) struct Backoff {
    pause: Option<Duration>,
    /// When the last failure was, and how long the pause after it is.
    last: Option<(Instant, Duration)>,
}

impl Backoff {
    /// A try has failed, or a link was lost.
    pub(super) fn note_failure(&mut self, now: Instant) {
        let pause = self.pause.map_or(FIRST, |last| (last * 2).min(LONGEST));
        self.pause = Some(pause);
        self.last = Some((now, shortened(pause, RandomState::new().hash_one(()))));
    }

    /// The server has answered, or is to be tried at once.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// It may be tried at once; should that fail, the pauses go on to grow.
    pub(super) fn skip(&mut self) {
        self.last = None;
    }

    /// When it may be tried; `None` is now.
    pub(super) fn until(&self) -> Option<Instant> {
        self.until_within(LONGEST)
    }

    /// The same for somebody in need, for whom no pause is longer than `most`.
    pub(super) fn until_within(&self, most: Duration) -> Option<Instant> {
        self.last.map(|(failed_at, pause)| failed_at + pause.min(most))
    }
}

/// Between a half and the whole of `pause`.
fn shortened(pause: Duration, random: u64) -> Duration {
    let half = pause / 2;
    half + half.mul_f64(random as f64 / u64::MAX as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let mut backoff = Backoff::default();
        let now = Instant::now();
        let longest: Vec<_> = (0..9)
            .map(|_| {
                backoff.note_failure(now);
                let pause = backoff.until().unwrap() - now;
                let whole = backoff.pause.unwrap();
                assert!(pause >= whole / 2 && pause <= whole, "{pause:?} of {whole:?}");
                whole.as_millis()
            })
            .collect();
        assert_eq!(longest, [50, 100, 200, 400, 800, 1600, 3000, 3000, 3000]);
        backoff.forget();
        assert_eq!(backoff.until(), None);
    }

    #[test]
    fn a_pause_is_no_longer_than_somebody_in_need_can_wait() {
        let mut backoff = Backoff::default();
        let now = Instant::now();
        let most = FIRST * 2;
        assert_eq!(backoff.until_within(most), None);
        backoff.note_failure(now);
        assert_eq!(backoff.until_within(most), backoff.until());
        (0..9).for_each(|_| backoff.note_failure(now));
        assert_eq!(backoff.until_within(most), Some(now + most));
    }

    #[test]
    fn a_pause_that_is_skipped_makes_the_next_one_no_shorter() {
        let mut backoff = Backoff::default();
        let now = Instant::now();
        backoff.note_failure(now);
        backoff.skip();
        assert_eq!(backoff.until(), None);
        backoff.note_failure(now);
        assert!(backoff.until().unwrap() >= now + FIRST);
    }

    #[test]
    fn many_who_fail_at_once_do_not_return_at_once() {
        let now = Instant::now();
        let returns: std::collections::HashSet<_> = (0..100)
            .map(|_| {
                let mut backoff = Backoff::default();
                backoff.note_failure(now);
                backoff.until()
            })
            .collect();
        assert!(returns.len() > 50, "only {} different moments", returns.len());
    }

    #[test]
    fn the_random_part_is_at_most_a_half() {
        assert_eq!(shortened(FIRST, 0), FIRST / 2);
        assert_eq!(shortened(FIRST, u64::MAX), FIRST);
    }
}
