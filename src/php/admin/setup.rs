//! What an administrator is told before it asks.

use super::state::ThisAdmin;
use crate::net::{Pool, Server};
use crate::php::{endpoint, exception};
use crate::zend::exception::argument_value_error;
use crate::zend::halt::Php;

/// The place of `$timeout` among the arguments, as PHP counts them.
const TIMEOUT: u32 = 2;

/// Called again, it begins anew.
pub fn construct(admin: ThisAdmin, servers: Option<&[u8]>, timeout: i64) -> Php<()> {
    if timeout <= 0 {
        return argument_value_error(TIMEOUT, "must be greater than 0");
    }
    let servers = match Server::list(servers.unwrap_or(b"localhost:4730")) {
        Ok(servers) => servers,
        Err(error) => return exception::throw(&error.text("GearmanRs\\Admin")),
    };
    let mut pool = Pool::default();
    servers.into_iter().for_each(|server| pool.add(server));
    admin.set_up(pool);
    admin.timeout.set(timeout);
    endpoint::take_settings(&*admin)?;
    endpoint::use_tls_of_environment(&*admin, "GearmanRs\\Admin")
}

pub fn set_ssl(
    admin: ThisAdmin,
    on: bool,
    ca: Option<&[u8]>,
    certificate: Option<&[u8]>,
    key: Option<&[u8]>,
) -> Php<bool> {
    endpoint::set_ssl(&*admin, on, ca, certificate, key)
}
