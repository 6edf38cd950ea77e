//! GearmanJob.

mod assigned;
mod calls;

pub use assigned::Assigned;
pub use calls::{
    GearmanJob, destruct, function_name, handle, return_code, send_complete, send_data, send_exception, send_fail,
    send_status, send_warning, set_return, unique, workload, workload_size,
};
