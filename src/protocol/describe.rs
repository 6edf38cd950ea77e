//! A packet in words, for people.

use std::fmt::Write;

use super::command::{Command, Last};
use super::header::HEADER;

/// The type, the arguments, and of a payload how many bytes it has and the first `shown` of them.
pub fn describe(packet: &[u8], shown: usize) -> String {
    let Some((header, body)) = packet.split_first_chunk::<HEADER>() else {
        return format!("\"{}\"", packet.escape_ascii());
    };
    let [_, _, _, _, a, b, c, d, ..] = header;
    let Some(command) = Command::from_number(u32::from_be_bytes([*a, *b, *c, *d])) else {
        return format!("\"{}\"", packet.escape_ascii());
    };
    let mut text = command.name().to_owned();
    for (index, argument) in body.splitn(command.arguments(), |byte| *byte == 0).enumerate() {
        let is_payload = index + 1 == command.arguments() && command.last() == Last::Payload;
        // Writing to a String does not fail.
        let _ =
            if is_payload { payload(&mut text, argument, shown) } else { write!(text, " {}", argument.escape_ascii()) };
    }
    text
}

fn payload(text: &mut String, bytes: &[u8], shown: usize) -> std::fmt::Result {
    write!(text, " ({} bytes)", bytes.len())?;
    match bytes.get(..shown.min(bytes.len())) {
        None | Some([]) => Ok(()),
        Some(first) => {
            write!(text, " \"{}\"{}", first.escape_ascii(), if first.len() < bytes.len() { "..." } else { "" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Mode, Priority, Request, Submission};

    fn submission(mode: Mode) -> Request {
        let job =
            Submission { function: b"mail", unique: b"key", shares_key: true, workload: b"a\0b\xff".into(), mode };
        Request::submit_job(&job).unwrap()
    }

    #[test]
    fn payloads_are_measured_and_shown_only_as_far_as_wanted() {
        let job = submission(Mode::Background(Priority::Normal));
        assert_eq!(describe(job.bytes(), 0), "SUBMIT_JOB_BG mail key (4 bytes)");
        assert_eq!(describe(job.bytes(), 2), "SUBMIT_JOB_BG mail key (4 bytes) \"a\\x00\"...");
        assert_eq!(describe(job.bytes(), 9), "SUBMIT_JOB_BG mail key (4 bytes) \"a\\x00b\\xff\"");
        assert_eq!(describe(submission(Mode::At(7)).bytes(), 0), "SUBMIT_JOB_EPOCH mail key 7 (4 bytes)");
        assert_eq!(describe(Request::echo(b"").unwrap().bytes(), 5), "ECHO_REQ (0 bytes)");
    }

    #[test]
    fn whatever_arrives_has_a_description() {
        assert_eq!(describe(Request::pre_sleep().bytes(), 0), "PRE_SLEEP");
        assert_eq!(describe(b"\0RES\0\0\0\x14\0\0\0\x09H:1\x001\x001\x000\x000", 0), "STATUS_RES H:1 1 1 0 0");
        assert_eq!(describe(b"\0RES\0\0\0\x63\0\0\0\0", 0), "\"\\x00RES\\x00\\x00\\x00c\\x00\\x00\\x00\\x00\"");
        assert_eq!(describe(b"OK 1.1.20\n", 0), "\"OK 1.1.20\\n\"");
    }
}
