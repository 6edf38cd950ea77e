//! GearmanTask.

mod calls;
mod details;
mod state;

pub use calls::{
    construct, data, data_size, function_name, is_known, is_running, job_handle, recv_data, return_code, send_workload,
    task_denominator, task_numerator, unique,
};
pub use state::GearmanTask;
