//! GearmanClient.

mod add_task;
mod callbacks;
mod delayed;
mod hooks;
mod jobs;
mod many;
mod questions;
mod run_tasks;
mod setup;
mod state;
mod stream;
mod tasks;

pub use add_task::{
    add_task, add_task_background, add_task_high, add_task_high_background, add_task_low, add_task_low_background,
    add_task_status,
};
pub use callbacks::{
    clear_callbacks, set_complete_callback, set_created_callback, set_data_callback, set_exception_callback,
    set_fail_callback, set_status_callback, set_warning_callback, set_workload_callback,
};
pub use delayed::{add_task_background_at, do_background_at};
pub use jobs::{
    do_background, do_high, do_high_background, do_job_handle, do_low, do_low_background, do_normal, do_status,
};
pub use many::do_background_many;
pub use questions::{job_status, job_status_by_unique_key, ping, wait};
pub use run_tasks::run_tasks;
pub use setup::{
    add_options, add_server, add_servers, construct, context, destruct, enable_exception_handler, error, get_errno,
    options, remove_options, return_code, set_context, set_options, set_ssl, set_timeout, timeout,
};
pub use state::GearmanClient;
pub use stream::stream;
