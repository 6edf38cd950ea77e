//! What a client is told before it works, and how its last call ended.

use std::time::Duration;

use super::state::ThisClient;
use crate::php::endpoint::{self, Endpoint};
use crate::zend::halt::Php;
use crate::zend::returning::OrFalse;

/// Called again, it begins anew.
pub fn construct(client: ThisClient) -> Php<()> {
    client.reset()?;
    endpoint::construct(&*client, "GearmanClient")
}

pub fn destruct(client: ThisClient) -> Php<()> {
    client.reset()
}

pub fn return_code(client: ThisClient) -> Php<i64> {
    Ok(client.status.code().number())
}

pub fn error(client: ThisClient) -> Php<OrFalse<String>> {
    Ok(OrFalse(client.status.text()))
}

pub fn get_errno(client: ThisClient) -> Php<i64> {
    Ok(client.status.errno())
}

pub fn options(client: ThisClient) -> Php<i64> {
    Ok(client.options.bits())
}

pub fn set_options(client: ThisClient, bits: i64) -> Php<bool> {
    client.options.set(bits);
    Ok(true)
}

pub fn add_options(client: ThisClient, bits: i64) -> Php<bool> {
    client.options.add(bits);
    Ok(true)
}

pub fn remove_options(client: ThisClient, bits: i64) -> Php<bool> {
    client.options.remove(bits);
    Ok(true)
}

pub fn timeout(client: ThisClient) -> Php<i64> {
    Ok(client.timeout.get())
}

pub fn set_timeout(client: ThisClient, milliseconds: i64) -> Php<bool> {
    client.timeout.set(milliseconds);
    let limit = u64::try_from(milliseconds).ok().filter(|limit| *limit > 0);
    client.pool().settings_mut().timeout = limit.map(Duration::from_millis);
    Ok(true)
}

pub fn add_server(client: ThisClient, host: Option<&[u8]>, port: i64, exceptions: bool) -> Php<bool> {
    endpoint::add_server(&*client, host, port, exceptions)
}

pub fn add_servers(client: ThisClient, servers: Option<&[u8]>, exceptions: bool) -> Php<bool> {
    endpoint::add_servers(&*client, servers, exceptions)
}

pub fn enable_exception_handler(client: ThisClient) -> Php<bool> {
    endpoint::enable_exceptions(&*client, "enableExceptionHandler")
}

pub fn set_ssl(
    client: ThisClient,
    on: bool,
    ca: Option<&[u8]>,
    certificate: Option<&[u8]>,
    key: Option<&[u8]>,
) -> Php<bool> {
    endpoint::set_ssl(&*client, on, ca, certificate, key)
}

pub fn context(client: ThisClient) -> Php<Vec<u8>> {
    Ok(client.context.borrow().clone())
}

pub fn set_context(client: ThisClient, data: &[u8]) -> Php<bool> {
    client.context.replace(data.to_vec());
    Ok(true)
}
