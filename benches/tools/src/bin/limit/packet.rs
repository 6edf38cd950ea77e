//! The packets that the loads need, by their numbers in the protocol.

pub const CAN_DO: u32 = 1;
pub const PRE_SLEEP: u32 = 4;
pub const NOOP: u32 = 6;
pub const SUBMIT_JOB: u32 = 7;
pub const JOB_CREATED: u32 = 8;
pub const GRAB_JOB: u32 = 9;
pub const NO_JOB: u32 = 10;
pub const JOB_ASSIGN: u32 = 11;
pub const WORK_COMPLETE: u32 = 13;
pub const ECHO_REQ: u32 = 16;
pub const ECHO_RES: u32 = 17;
pub const SUBMIT_JOB_BG: u32 = 18;

pub const HEADER: usize = 12;

/// Appends a request whose last argument is the payload; the payload itself is not copied.
pub fn put_head(out: &mut Vec<u8>, kind: u32, arguments: &[&[u8]], payload: &[u8]) {
    let length = arguments.iter().map(|argument| argument.len() + 1).sum::<usize>() + payload.len();
    out.extend_from_slice(b"\0REQ");
    out.extend_from_slice(&kind.to_be_bytes());
    out.extend_from_slice(&(length as u32).to_be_bytes());
    for argument in arguments {
        out.extend_from_slice(argument);
        out.push(0);
    }
}

/// The type of a packet and the length of its body.
pub fn read_header(header: &[u8; HEADER]) -> (u32, usize) {
    let [_, _, _, _, a, b, c, d, e, f, g, h] = *header;
    (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]) as usize)
}

/// Splits a body after its first argument.
pub fn split_first(body: &[u8]) -> (&[u8], &[u8]) {
    let end = body.iter().position(|byte| *byte == 0).unwrap_or(body.len());
    (&body[..end], body.get(end + 1..).unwrap_or_default())
}
