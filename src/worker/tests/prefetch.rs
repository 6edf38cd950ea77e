use std::time::Duration;

use crate::worker::prefetch::Prefetch;

const SHORT: Duration = Duration::from_micros(10);

fn after(limit: usize, jobs: impl IntoIterator<Item = Duration>) -> usize {
    let mut prefetch = Prefetch::default();
    prefetch.set_limit(limit);
    jobs.into_iter().for_each(|took| prefetch.note(took));
    prefetch.ahead()
}

fn micros(number: u64, count: usize) -> impl Iterator<Item = Duration> {
    std::iter::repeat_n(Duration::from_micros(number), count)
}

#[test]
fn nothing_is_asked_for_ahead_before_sixteen_short_jobs() {
    for count in 0..16 {
        assert_eq!(after(64, micros(10, count)), 0);
    }
    assert_eq!(after(64, micros(10, 16)), 64);
}

#[test]
fn it_is_off_until_it_is_set() {
    let mut prefetch = Prefetch::default();
    assert!(!prefetch.is_on());
    (0..20).for_each(|_| prefetch.note(SHORT));
    assert_eq!(prefetch.ahead(), 0);
    prefetch.set_limit(3);
    assert!(prefetch.is_on());
    assert_eq!(prefetch.ahead(), 3);
}

#[test]
fn as_many_are_asked_for_as_fit_into_five_milliseconds() {
    for (micros_each, ahead) in [(999, 5), (800, 6), (500, 10), (200, 25), (100, 50), (79, 63), (78, 64), (1, 64)] {
        assert_eq!(after(64, micros(micros_each, 16)), ahead, "{micros_each}");
        assert_eq!(after(4, micros(micros_each, 16)), 4);
    }
    // Jobs that took no time at all.
    assert_eq!(after(64, micros(0, 16)), 64);
}

#[test]
fn only_the_last_sixteen_count() {
    assert_eq!(after(64, micros(900, 100).chain(micros(500, 16))), 10);
    assert_eq!(after(64, micros(100, 100).chain(micros(900, 8))), 10);
}

#[test]
fn a_job_that_is_not_short_ends_it_until_sixteen_others_were() {
    for slow in [Duration::from_millis(1), Duration::from_secs(1), Duration::from_millis(4_294_968), Duration::MAX] {
        assert_eq!(after(64, micros(10, 16).chain([slow])), 0);
        assert_eq!(after(64, micros(10, 100).chain([slow]).chain(micros(10, 15))), 0);
        assert_eq!(after(64, micros(10, 100).chain([slow]).chain(micros(10, 16))), 64);
    }
}
