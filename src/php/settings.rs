//! The settings `gearman.*`.

use std::cell::Cell;
use std::ffi::{CStr, OsStr, c_int};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;
use std::thread::LocalKey;
use std::time::Duration;

use crate::error::describe_io;
use crate::net::{Persistence, Selection, Trace};
use crate::zend::exception::Format;
use crate::zend::halt::Php;
use crate::zend::settings::{Kind, Setting, Settings, end, is_on, is_word, may_open, number_of, row, text};
use crate::zend::warning::warn;

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
    Duration::from_millis(number_of::<ConnectTimeout>())
}

/// Whether one server that cannot be reached is enough to fail.
pub fn require_all_servers() -> bool {
    is_on::<RequireAllServers>()
}

/// Whether a TLS certificate must be for the server's name.
pub fn verify_peer_name() -> bool {
    is_on::<VerifyPeerName>()
}

/// How many jobs a worker asks for ahead at most.
pub fn prefetch() -> usize {
    number_of::<Prefetch>() as usize
}

/// After what time a worker asks a server again that sleeps.
pub fn regrab_interval() -> Option<Duration> {
    Some(Duration::from_millis(number_of::<RegrabInterval>())).filter(|interval| !interval.is_zero())
}

/// How a client's connections outlive it, if they do.
pub fn persistence() -> Option<Persistence> {
    is_on::<Persistent>().then(|| Persistence {
        idle: Duration::from_secs(number_of::<PersistentIdle>()),
        most: number_of::<PersistentMax>() as usize,
    })
}

/// Which of several servers a job goes to.
pub fn server_selection() -> Selection {
    if is_word::<ServerSelection>("spread") { Selection::Spread } else { Selection::Ordered }
}

/// Where every packet is written down, if anywhere.  When that cannot be, a warning says why.
pub fn trace() -> Php<Option<Arc<Trace>>> {
    if !is_on::<TraceTarget>() {
        return Ok(None);
    }
    let shown = number_of::<TracePayload>() as usize;
    // A warning may run an error handler, and that may change the setting.
    let target = text::<TraceTarget>().to_owned();
    if target.as_c_str() == c"stderr" {
        return Ok(Some(Arc::new(Trace::to_stderr(shown))));
    }
    if !may_open(&target)? {
        return Ok(None);
    }
    match Trace::to_file(Path::new(OsStr::from_bytes(target.to_bytes())), shown) {
        Ok(trace) => Ok(Some(Arc::new(trace))),
        Err(cause) => {
            warn(&format!("gearman.trace: {}: {}", target.to_string_lossy(), describe_io(&cause)))?;
            Ok(None)
        }
    }
}

/// How a worker writes an exception down.
pub fn exception_format() -> Format {
    if is_word::<ExceptionFormat>("json") { Format::Json } else { Format::Text }
}

/// Declares settings: the type, the name, the default, and what may be set.
macro_rules! settings {
    ($($setting:ident $name:literal $default:literal $kind:expr;)+) => {
        $(
            struct $setting;

            impl Setting for $setting {
                const NAME: &'static CStr = $name;
                const DEFAULT: &'static CStr = $default;
                const KIND: Kind = $kind;
                const VALUE: &'static LocalKey<Cell<u64>> = {
                    thread_local! {
                        static VALUE: Cell<u64> = const { Cell::new(0) };
                    }
                    &VALUE
                };
            }
        )+

        static SETTINGS: Settings<{ [$($name),+].len() + 1 }> = Settings([$(row::<$setting>(),)+ end()]);
    };
}

settings! {
    ConnectTimeout    c"gearman.connect_timeout"      c"2000" Kind::Number("milliseconds", 1..=86_400_000);
    RequireAllServers c"gearman.require_all_servers"  c"0"    Kind::Switch;
    ExceptionFormat   c"gearman.exception_format"     c"text" Kind::Word(&["text", "json"]);
    VerifyPeerName    c"gearman.ssl_verify_peer_name" c"1"    Kind::Switch;
    Prefetch          c"gearman.prefetch"             c"0"    Kind::Number("jobs", 0..=64);
    ServerSelection   c"gearman.server_selection"     c"ordered" Kind::Word(&["ordered", "spread"]);
    RegrabInterval    c"gearman.regrab_interval"      c"0"    Kind::Number("milliseconds", 0..=86_400_000);
    Persistent        c"gearman.persistent"           c"0"    Kind::Switch;
    PersistentIdle    c"gearman.persistent_idle"      c"60"   Kind::Number("seconds", 1..=86_400);
    PersistentMax     c"gearman.persistent_max"       c"4"    Kind::Number("connections", 1..=1000);
    TraceTarget       c"gearman.trace"                c""     Kind::Text;
    TracePayload      c"gearman.trace_payload"        c"0"    Kind::Number("bytes", 0..=65_536);
}
