//! Unique keys that the caller left to us.

use std::cell::RefCell;
use std::ops::Deref;

use rand::rngs::SmallRng;
use rand::{RngCore, SeedableRng};
use uuid::Builder;
use uuid::fmt::Hyphenated;

use super::murmur::murmur3;
use crate::process::Origin;

/// The key to submit a job with.
pub enum UniqueKey<'a> {
    /// The caller's.
    Given(&'a [u8]),
    /// One of ours.
    Made([u8; Hyphenated::LENGTH]),
    /// One of ours, from the workload.
    Hash(String),
}

impl<'a> UniqueKey<'a> {
    /// The caller's, a new UUID when there is none, and for `#` a hash of the workload, by which equal workloads become
    /// one job.
    pub fn new(given: Option<&'a [u8]>, workload: &[u8]) -> Self {
        match given {
            None | Some(b"") => Self::Made(new_uuid()),
            Some(b"#") => Self::Hash(workload_hash(workload).to_string()),
            Some(key) => Self::Given(key),
        }
    }

    /// Whether equal jobs share it: it was not made for one job alone.
    pub fn is_shared(&self) -> bool {
        !matches!(self, Self::Made(_))
    }
}

impl Deref for UniqueKey<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Given(key) => key,
            Self::Made(key) => key,
            Self::Hash(key) => key.as_bytes(),
        }
    }
}

thread_local! {
    /// Where this thread's UUIDs come from: seeded by the system once for each process, since asking it for each UUID
    /// would be a system call for each job.
    static RANDOM: RefCell<Option<(Origin, SmallRng)>> = const { RefCell::new(None) };
}

fn fill_random(bytes: &mut [u8]) {
    RANDOM.with_borrow_mut(|random| {
        // A child must not repeat its parent's.
        if random.as_ref().is_some_and(|(origin, _)| origin.is_foreign()) {
            *random = None;
        }
        let (_, source) = random.get_or_insert_with(|| (Origin::here(), SmallRng::from_os_rng()));
        source.fill_bytes(bytes);
    });
}

/// A number that nobody can foretell.
pub(super) fn random_number() -> u32 {
    let mut bytes = [0; 4];
    fill_random(&mut bytes);
    u32::from_ne_bytes(bytes)
}

fn new_uuid() -> [u8; Hyphenated::LENGTH] {
    let mut bytes = [0; 16];
    fill_random(&mut bytes);
    let mut text = [0; Hyphenated::LENGTH];
    Builder::from_random_bytes(bytes).as_uuid().hyphenated().encode_lower(&mut text);
    text
}

/// The hash that libgearman's clients send for `#`, so that theirs and ours name equal workloads alike: its seed is
/// `0xdeadbeef * length`.  Measured against libgearman 1.1.20.
fn workload_hash(data: &[u8]) -> u32 {
    // libgearman's length is 32 bits wide, like the hash.
    murmur3(data, (data.len() as u32).wrapping_mul(0xdead_beef))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_libgearman() {
        let seen = [("a", 2_289_228_744), ("hello", 1_067_880_409), ("hello world", 2_727_477_341)];
        for (workload, hash) in seen {
            assert_eq!(workload_hash(workload.as_bytes()), hash, "{workload}");
        }
    }

    #[test]
    fn a_missing_key_is_generated_and_a_given_one_kept() {
        assert_eq!(*UniqueKey::new(Some(b"mine"), b"w"), *b"mine");
        assert_eq!(*UniqueKey::new(Some(b"#"), b"a"), *b"2289228744");
        let made = [UniqueKey::new(None, b"w"), UniqueKey::new(Some(b""), b"w")];
        assert_ne!(*made[0], *made[1]);
        for key in made {
            let uuid = uuid::Uuid::try_parse_ascii(&key).unwrap();
            assert_eq!((uuid.get_version_num(), uuid.get_variant()), (4, uuid::Variant::RFC4122));
        }
    }
}
