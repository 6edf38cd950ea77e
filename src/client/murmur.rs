//! MurmurHash3 (x86, 32 bit): the hash that libgearman's clients send for the unique key `#`.

/// The hash of `data`.
pub fn murmur3(data: &[u8], seed: u32) -> u32 {
    let scramble = |block: u32| block.wrapping_mul(0xcc9e_2d51).rotate_left(15).wrapping_mul(0x1b87_3593);
    let mut hash = seed;
    let mut blocks = data.chunks_exact(4);
    for block in &mut blocks {
        hash ^= scramble(little_endian(block));
        hash = hash.rotate_left(13).wrapping_mul(5).wrapping_add(0xe654_6b64);
    }
    hash ^= scramble(little_endian(blocks.remainder()));
    // The length counts as 32 bits.
    hash ^= data.len() as u32;
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

fn little_endian(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::murmur3;

    #[test]
    fn hashes_are_those_of_the_reference() {
        let known = [("", 0, 0), ("", 1, 0x514e_28b7), ("test", 0, 0xba6b_d213), ("Hello, world!", 0, 0xc036_3e43)];
        for (data, seed, hash) in known {
            assert_eq!(murmur3(data.as_bytes(), seed), hash, "{data}");
        }
    }
}
