//! A drop-in replacement for php-gearman: the PHP extension `gearman`, without libgearman.
//!
//! Layers, each of which knows only what is below it:
//!
//! ```text
//! php        Gearman's classes for PHP: converts and delegates      (the only layer that knows both)
//! zend       what any PHP extension needs: objects, calls, values   (no Gearman)
//! client     submits jobs and hears how they end                    (state machines, no sockets by name)
//! worker     grabs jobs and answers them
//! admin      asks every server at once, in text
//! net        connections: dial, TLS, send, receive, failover        (the only layer that knows sockets)
//! protocol   bytes in, packets out                                  (no IO, no clock)
//! ```
//!
//! `runtime` (the one way to wait), `readiness` (the same for somebody else's event loop), `process` (what fork() leaves
//! behind) and `stats` (what is counted) stand beside `net`; `error` is everybody's.

// The unit tests link no PHP, and nothing but the PHP layers use everything below it.
#![cfg_attr(test, allow(dead_code, unused_imports))]

mod admin;
mod client;
mod error;
#[cfg(feature = "injected-panics")]
mod injected;
mod net;
#[cfg(not(test))]
mod php;
mod process;
mod protocol;
mod readiness;
mod runtime;
mod stats;
#[cfg(test)]
mod testing;
mod worker;
#[cfg(not(test))]
mod zend;
