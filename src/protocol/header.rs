//! A packet's header, and the limits of what follows it.

/// Bytes of a packet's header.
pub const HEADER: usize = 12;
/// The first four bytes of a packet to the server.
pub const REQUEST_MAGIC: [u8; 4] = *b"\0REQ";
/// The first four bytes of a packet from the server.
pub const RESPONSE_MAGIC: [u8; 4] = *b"\0RES";

/// The longest packet body with a payload that is sent or accepted, in bytes: 2 GiB less one.  PHP strings may
/// be longer, but no gearmand is known to survive them, and a length above this is how garbage looks.
pub const MAX_BODY: usize = i32::MAX as usize;

/// The longest body of a packet without a payload: the text of an ERROR is the longest, libgearman caps it at
/// `GEARMAN_MAX_ERROR_SIZE` (2048).
pub const MAX_TEXT_BODY: usize = 4096;

/// The longest function name libgearman and gearmand accept, in bytes (`GEARMAN_FUNCTION_MAX_SIZE`).
pub const MAX_FUNCTION: usize = 512;
/// The longest unique key, in bytes (`GEARMAN_MAX_UNIQUE_SIZE`).
pub const MAX_UNIQUE: usize = 64;

/// More than all the arguments before a payload have together, with the header.
pub const MAX_HEAD: usize = 2048;

/// How much of a unique key is sent.  Gearmand (1.1.20) keeps no more; a key of 64 bytes makes it send the workload with
/// a NUL in front, and leaves a GET_STATUS_UNIQUE unanswered.  libgearman sends as much (measured).
pub const SENT_UNIQUE: usize = 63;
/// The longest job handle, in bytes: `GEARMAN_JOB_HANDLE_SIZE` less its terminating NUL.
pub const MAX_HANDLE: usize = 63;
