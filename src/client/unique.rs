//! Unique keys that the caller left to us.

use std::cell::RefCell;
use std::ops::Deref;

use rand::rngs::SmallRng;
use rand::{RngCore, SeedableRng};
use uuid::Builder;
use uuid::fmt::Hyphenated;

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

fn new_uuid() -> [u8; Hyphenated::LENGTH] {
    let mut bytes = [0; 16];
    RANDOM.with_borrow_mut(|random| {
        // A child must not repeat its parent's.
        if random.as_ref().is_some_and(|(origin, _)| origin.is_foreign()) {
            *random = None;
        }
        let (_, source) = random.get_or_insert_with(|| (Origin::here(), SmallRng::from_os_rng()));
        source.fill_bytes(&mut bytes);
    });
    let mut text = [0; Hyphenated::LENGTH];
    Builder::from_random_bytes(bytes).as_uuid().hyphenated().encode_lower(&mut text);
    text
}
/// The hash that libgearman's clients send for `#`, so that theirs and ours name equal workloads alike: MurmurHash3
/// (x86, 32 bit) seeded with `0xdeadbeef * length`.  Measured against libgearman 1.1.20.
fn workload_hash(data: &[u8]) -> u32 {
    let scramble = |block: u32| block.wrapping_mul(0xcc9e_2d51).rotate_left(15).wrapping_mul(0x1b87_3593);
    // libgearman's length is 32 bits wide, like the hash.
    let length = data.len() as u32;
    let mut hash = length.wrapping_mul(0xdead_beef);
    let mut blocks = data.chunks_exact(4);
    for block in &mut blocks {
        hash ^= scramble(little_endian(block));
        hash = hash.rotate_left(13).wrapping_mul(5).wrapping_add(0xe654_6b64);
    }
    hash ^= scramble(little_endian(blocks.remainder()));
    hash ^= length;
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

fn little_endian(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
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
