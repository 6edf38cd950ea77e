//! The settings `gearman.*`.

use std::ffi::{CStr, c_int};
use std::time::Duration;

use crate::net::Persistence;
use crate::zend::exception::Format;
use crate::zend::settings::{Setting, Settings, end, long, row, text};

/// The most jobs that a worker asks for ahead.
const MAX_PREFETCH: i64 = 64;

/// The most connections to one server that may be kept.
const MAX_PERSISTENT: i64 = 1000;

/// The longest that a connection may be kept unused, in seconds: a day.
const MAX_PERSISTENT_IDLE: i64 = 86_400;

/// The longest connect timeout, in milliseconds: a day.
const MAX_CONNECT_TIMEOUT: i64 = 86_400_000;

static SETTINGS: Settings<9> = Settings([
    row::<ConnectTimeout>(),
    row::<RequireAllServers>(),
    row::<ExceptionFormat>(),
    row::<VerifyPeerName>(),
    row::<Prefetch>(),
    row::<Persistent>(),
    row::<PersistentIdle>(),
    row::<PersistentMax>(),
    end(),
]);

/// Registers the settings.
///
/// # Safety
///
/// The engine must be starting the module up.
pub unsafe fn register(module_number: c_int) {
    // SAFETY: the caller's.
    unsafe { SETTINGS.register(module_number) };
}

/// How long a connection may take to be made.
pub fn connect_timeout() -> Duration {
    Duration::from_millis(u64::try_from(long::<ConnectTimeout>()).unwrap_or(2000))
}

/// Whether one server that cannot be reached is enough to fail.
pub fn require_all_servers() -> bool {
    long::<RequireAllServers>() != 0
}

/// Whether a TLS certificate must be for the server's name.
pub fn verify_peer_name() -> bool {
    long::<VerifyPeerName>() != 0
}

/// How many jobs a worker asks for ahead at most.
pub fn prefetch() -> usize {
    usize::try_from(long::<Prefetch>()).unwrap_or(0)
}

/// How a client's connections outlive it, if they do.
pub fn persistence() -> Option<Persistence> {
    (long::<Persistent>() != 0).then(|| Persistence {
        idle: Duration::from_secs(u64::try_from(long::<PersistentIdle>()).unwrap_or(60)),
        most: usize::try_from(long::<PersistentMax>()).unwrap_or(4),
    })
}

/// How a worker writes an exception down.
pub fn exception_format() -> Format {
    if text::<ExceptionFormat>() == c"json" { Format::Json } else { Format::Text }
}

struct ConnectTimeout;

impl Setting for ConnectTimeout {
    const NAME: &'static CStr = c"gearman.connect_timeout";
    const DEFAULT: &'static CStr = c"2000";

    fn expected() -> String {
        format!("a number of milliseconds from 1 to {MAX_CONNECT_TIMEOUT}")
    }

    fn accepts(text: &[u8]) -> bool {
        number(text).is_some_and(|ms| (1..=MAX_CONNECT_TIMEOUT).contains(&ms))
    }
}

struct ExceptionFormat;

impl Setting for ExceptionFormat {
    const NAME: &'static CStr = c"gearman.exception_format";
    const DEFAULT: &'static CStr = c"text";

    fn expected() -> String {
        "text or json".to_owned()
    }

    fn accepts(text: &[u8]) -> bool {
        matches!(text, b"text" | b"json")
    }
}

struct Persistent;

impl Setting for Persistent {
    const NAME: &'static CStr = c"gearman.persistent";
    const DEFAULT: &'static CStr = c"0";
    const IS_SWITCH: bool = true;

    fn expected() -> String {
        "0 or 1".to_owned()
    }

    fn accepts(text: &[u8]) -> bool {
        is_switch(text)
    }
}

struct PersistentIdle;

impl Setting for PersistentIdle {
    const NAME: &'static CStr = c"gearman.persistent_idle";
    const DEFAULT: &'static CStr = c"60";

    fn expected() -> String {
        format!("a number of seconds from 1 to {MAX_PERSISTENT_IDLE}")
    }

    fn accepts(text: &[u8]) -> bool {
        number(text).is_some_and(|seconds| (1..=MAX_PERSISTENT_IDLE).contains(&seconds))
    }
}

struct PersistentMax;

impl Setting for PersistentMax {
    const NAME: &'static CStr = c"gearman.persistent_max";
    const DEFAULT: &'static CStr = c"4";

    fn expected() -> String {
        format!("a number of connections from 1 to {MAX_PERSISTENT}")
    }

    fn accepts(text: &[u8]) -> bool {
        number(text).is_some_and(|connections| (1..=MAX_PERSISTENT).contains(&connections))
    }
}

struct Prefetch;

impl Setting for Prefetch {
    const NAME: &'static CStr = c"gearman.prefetch";
    const DEFAULT: &'static CStr = c"0";

    fn expected() -> String {
        format!("a number of jobs from 0 to {MAX_PREFETCH}")
    }

    fn accepts(text: &[u8]) -> bool {
        number(text).is_some_and(|jobs| (0..=MAX_PREFETCH).contains(&jobs))
    }
}

struct RequireAllServers;

impl Setting for RequireAllServers {
    const NAME: &'static CStr = c"gearman.require_all_servers";
    const DEFAULT: &'static CStr = c"0";
    const IS_SWITCH: bool = true;

    fn expected() -> String {
        "0 or 1".to_owned()
    }

    fn accepts(text: &[u8]) -> bool {
        is_switch(text)
    }
}

struct VerifyPeerName;

impl Setting for VerifyPeerName {
    const NAME: &'static CStr = c"gearman.ssl_verify_peer_name";
    const DEFAULT: &'static CStr = c"1";
    const IS_SWITCH: bool = true;

    fn expected() -> String {
        "0 or 1".to_owned()
    }

    fn accepts(text: &[u8]) -> bool {
        is_switch(text)
    }
}

fn number(text: &[u8]) -> Option<i64> {
    std::str::from_utf8(text).ok()?.trim().parse().ok()
}

/// php.ini's parser has turned On, Yes and True into 1 and their opposites into nothing.
fn is_switch(text: &[u8]) -> bool {
    matches!(text, b"" | b"0" | b"1")
}
