//! GearmanRs\Admin.

mod asking;
mod commands;
mod lists;
mod setup;
mod state;

pub use commands::{cancel_job, create_function, drop_function, set_max_queue};
pub use lists::{jobs, pids, priority_status, status, unique_jobs, versions, workers};
pub use setup::{construct, set_ssl};
pub use state::Admin;
