//! GearmanWorker, and GearmanRs\Worker that extends it.

mod functions;
mod limits;
mod perform;
mod rounds;
mod run;
mod running;
mod setup;
mod state;
mod stream;
mod waiting;
mod work;

pub use functions::{add_function, register, unregister, unregister_all};
pub use run::{run, stop};
pub use setup::{
    add_options, add_server, add_servers, construct, destruct, enable_exception_handler, error, get_errno, options,
    remove_options, return_code, set_id, set_options, set_ssl, set_timeout, timeout,
};
pub use state::GearmanWorker;
pub use stream::stream;
pub use waiting::{ping, wait};
pub use work::{grab_job, work};
