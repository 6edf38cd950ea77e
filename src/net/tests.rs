//! Addresses, connections against a scripted server, pools, and what stands beside them: the runtime and fork().

mod address;
mod connection;
mod dial;
mod fork;
mod inbound;
mod parked;
mod pool;
mod readiness;
mod runtime;
mod socket;
mod tls;
