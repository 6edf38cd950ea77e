//! What clients and workers have in common: servers, the option `exceptions` and TLS.

use std::cell::RefMut;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::sync::Arc;

use super::payload::make_room;
use super::status::Status;
use super::waits::{Waiting, Waits};
use super::{exception, settings};
use crate::error::{Error, Result, ReturnCode};
use crate::net::{Knowledge, Pool, Reach, Server, Tls, TlsFiles, look_up, servers_from_environment};
use crate::runtime::{Deadline, Signals};
use crate::zend::halt::Php;
use crate::zend::waiting::Waited;

/// An object that talks to servers.
pub trait Endpoint {
    /// What it knows of a server.
    type Known: Knowledge;

    /// How its last call ended.
    fn status(&self) -> &Status;

    /// What waits.
    fn waiting(&self) -> &impl Waiting;

    /// Its servers.  The borrow must end before anything of PHP runs.
    fn pool(&self) -> RefMut<'_, Pool<Self::Known>>;

    /// Closes its connections, for new ones to be made another way.
    fn reconnect(&self);

    /// Asks for WORK_EXCEPTION packets, on every connection there is and every one to come.
    fn request_exceptions(&self);
}

/// `__construct`: the servers of GEARMAN_SERVERS, with TLS when the environment asks for it.
pub fn construct(endpoint: &impl Endpoint, class: &str) -> Php<()> {
    use_tls_of_environment(endpoint, class)?;
    match servers_from_environment() {
        Ok(servers) if servers.is_empty() => {}
        Ok(servers) => {
            take_settings(endpoint)?;
            servers.into_iter().for_each(|server| endpoint.pool().add(server));
        }
        Err(error) => endpoint.status().fail(class, &error, ())?,
    }
    Ok(())
}

/// GEARMAND_CA_CERTIFICATE asks for TLS, and names the authority.
pub fn use_tls_of_environment(endpoint: &impl Endpoint, class: &str) -> Php<()> {
    if std::env::var_os("GEARMAND_CA_CERTIFICATE").is_some_and(|path| !path.is_empty())
        && let Err(error) = use_tls(endpoint, TlsFiles::default())
    {
        endpoint.status().fail(class, &error, ())?;
    }
    Ok(())
}

/// The connections are made as php.ini says now.
pub fn take_settings(endpoint: &impl Endpoint) -> Php<()> {
    let trace = settings::trace()?;
    let mut pool = endpoint.pool();
    let taken = pool.settings_mut();
    taken.connect_timeout = settings::connect_timeout();
    taken.selection = settings::server_selection();
    taken.persistence = settings::persistence();
    taken.trace = trace;
    taken.make_room = Some(make_room);
    Ok(())
}

/// `addServer`.
pub fn add_server(endpoint: &impl Endpoint, host: Option<&[u8]>, port: i64, exceptions: bool) -> Php<bool> {
    add_all(endpoint, "addServer", Server::new(host.unwrap_or_default(), port).map(Some), exceptions)
}

/// `addServers`.
pub fn add_servers(endpoint: &impl Endpoint, list: Option<&[u8]>, exceptions: bool) -> Php<bool> {
    add_all(endpoint, "addServers", Server::list(list.unwrap_or_default()), exceptions)
}

fn add_all(
    endpoint: &impl Endpoint,
    operation: &str,
    servers: Result<impl IntoIterator<Item = Server>>,
    exceptions: bool,
) -> Php<bool> {
    let servers = match servers {
        Ok(servers) => servers,
        Err(error) => return endpoint.status().fail(operation, &error, false),
    };
    take_settings(endpoint)?;
    // A name is looked up now to say at once that it is wrong.  It costs only itself: the other servers are used.
    let mut unresolved: Option<Error> = None;
    for server in servers {
        match look_up(&server) {
            Ok(()) => endpoint.pool().add(server),
            Err(error) => unresolved = Some(unresolved.map_or(error.clone(), |first| first.and(&error))),
        }
    }
    if let Some(error) = unresolved {
        return endpoint.status().fail(operation, &error, false);
    }
    endpoint.status().succeed();
    if exceptions { enable_exceptions(endpoint, operation) } else { Ok(true) }
}

/// `enableExceptionHandler`: true when a server (with `gearman.require_all_servers`, each of them) is there to be
/// asked; otherwise a GearmanException.
pub fn enable_exceptions(endpoint: &impl Endpoint, operation: &str) -> Php<bool> {
    endpoint.waiting().waits().refuse_second()?;
    endpoint.request_exceptions();
    if endpoint.pool().is_empty() {
        return refuse_exceptions(endpoint, operation, &Error::no_servers());
    }
    let mut reach = if settings::require_all_servers() { Reach::every() } else { Reach::any() };
    let reached = Waits::wait(endpoint.waiting(), Deadline::NEVER, Signals::Handled, |watch| {
        reach.poll(&mut endpoint.pool(), watch)
    })?;
    let error = match reached {
        Waited::Ready(Ok(())) => {
            endpoint.status().succeed();
            return Ok(true);
        }
        Waited::Ready(Err(error)) => error,
        Waited::TimedOut | Waited::Signalled => Error::new(ReturnCode::Timeout, "no server has answered"),
    };
    refuse_exceptions(endpoint, operation, &error)
}

/// The return code stays what it was, as in php-gearman; error() tells the reason.
fn refuse_exceptions(endpoint: &impl Endpoint, operation: &str, error: &Error) -> Php<bool> {
    endpoint.status().note(operation, error);
    exception::throw("Failed to set exception option")
}

/// `setSSL`.
pub fn set_ssl(
    endpoint: &impl Endpoint,
    on: bool,
    ca: Option<&[u8]>,
    certificate: Option<&[u8]>,
    key: Option<&[u8]>,
) -> Php<bool> {
    endpoint.reconnect();
    if !on {
        endpoint.pool().settings_mut().tls = None;
        endpoint.status().succeed();
        return Ok(true);
    }
    match use_tls(endpoint, TlsFiles { ca: path(ca), certificate: path(certificate), key: path(key) }) {
        Ok(()) => {
            endpoint.status().succeed();
            Ok(true)
        }
        Err(error) => endpoint.status().fail("setSSL", &error, false),
    }
}

fn use_tls(endpoint: &impl Endpoint, files: TlsFiles) -> Result<()> {
    let tls = Tls::load(&files.or_environment(), settings::verify_peer_name()).map(Arc::new);
    endpoint.pool().settings_mut().tls = Some(tls.clone());
    tls.map(drop)
}

fn path(bytes: Option<&[u8]>) -> Option<PathBuf> {
    bytes.filter(|bytes| !bytes.is_empty()).map(|bytes| PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}
