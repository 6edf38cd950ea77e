//! What a server's version says of it.

/// The first number of a version in the answer to `version`, such as `OK 1.1.20+ds`; a build may have none.
pub fn major_version(answer: &[u8]) -> Option<u32> {
    let version = answer.strip_prefix(b"OK ")?;
    let digits = version.split(|byte| !byte.is_ascii_digit()).next()?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}
