//! What a load has cost this process.

use std::fs;
use std::io::{self, Error};
use std::time::Instant;

/// Runs the load and gives its figures as JSON.
pub fn of(load: impl FnOnce() -> io::Result<()>) -> io::Result<String> {
    let (began, processor) = (Instant::now(), processor_nanoseconds()?);
    load()?;
    let seconds = began.elapsed().as_secs_f64();
    let cpu = (processor_nanoseconds()? - processor) as f64 / 1e9;
    Ok(format!("{{\"seconds\": {seconds}, \"cpu\": {cpu}, \"memory\": {}}}", peak_kibibytes()?))
}

/// The only thread's time, in user and system.
fn processor_nanoseconds() -> io::Result<u64> {
    first_number(&fs::read_to_string("/proc/self/schedstat")?)
}

fn peak_kibibytes() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    first_number(status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default())
}

fn first_number(text: &str) -> io::Result<u64> {
    text.split_whitespace().next().and_then(|word| word.parse().ok()).ok_or_else(|| Error::other("no number in /proc"))
}
