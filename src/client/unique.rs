//! Unique keys that the caller left to us.

use std::borrow::Cow;

use uuid::Uuid;

/// The key to submit a job with: the caller's, a new UUID when there is none, and for `#` a hash of the workload,
/// by which equal workloads become one job.
pub fn unique_key<'a>(given: Option<&'a [u8]>, workload: &[u8]) -> Cow<'a, [u8]> {
    match given {
        None | Some(b"") => Cow::Owned(Uuid::new_v4().to_string().into_bytes()),
        Some(b"#") => Cow::Owned(workload_hash(workload).to_string().into_bytes()),
        Some(key) => Cow::Borrowed(key),
    }
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
        assert_eq!(unique_key(Some(b"mine"), b"w"), &b"mine"[..]);
        assert_eq!(unique_key(Some(b"#"), b"a"), &b"2289228744"[..]);
        assert_eq!(unique_key(None, b"w").len(), 36);
        assert_ne!(unique_key(Some(b""), b"w"), unique_key(None, b"w"));
    }
}
