//! Server addresses and lists of them.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use crate::error::{Error, Result, ReturnCode};

/// The host used when none is given.
pub const DEFAULT_HOST: &str = "localhost";
/// The port used when none is given.
pub const DEFAULT_PORT: u16 = 4730;

/// Where a job server listens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Server {
    host: String,
    port: u16,
    /// When its host is one, and no name.
    address: Option<IpAddr>,
}

impl Server {
    /// A server by host (a name, or an IPv4 or IPv6 address without brackets) and port.  An empty host is
    /// [`DEFAULT_HOST`], port 0 is [`DEFAULT_PORT`], as in libgearman.
    pub fn new(host: &[u8], port: i64) -> Result<Self> {
        let port =
            u16::try_from(port).map_err(|_| invalid(format!("port {port} is not between 0 and {}", u16::MAX)))?;
        let host = match host {
            b"" => DEFAULT_HOST,
            _ => std::str::from_utf8(host)
                .ok()
                .filter(|host| is_host(host))
                .ok_or_else(|| invalid(format!("\"{}\" is not a host name or address", host.escape_ascii())))?,
        };
        let port = if port == 0 { DEFAULT_PORT } else { port };
        Ok(Self { host: host.to_owned(), port, address: host.parse().ok() })
    }

    /// A comma-separated list of `host`, `host:port` and `[ipv6]:port`; spaces around an entry and empty entries
    /// are tolerated, an empty list is the default server.
    pub fn list(list: &[u8]) -> Result<Vec<Self>> {
        let text = std::str::from_utf8(list)
            .map_err(|_| invalid(format!("\"{}\" is not a list of servers", list.escape_ascii())))?;
        let entries: Vec<&str> = text.split(',').map(str::trim).filter(|entry| !entry.is_empty()).collect();
        if entries.is_empty() {
            return Ok(vec![Self::new(b"", 0)?]);
        }
        entries.into_iter().map(Self::entry).collect()
    }

    fn entry(entry: &str) -> Result<Self> {
        let refuse = || invalid(format!("{entry:?} is not a server: host, host:port or [ipv6]:port was expected"));
        let (host, port) = if let Some(bracketed) = entry.strip_prefix('[') {
            let (host, rest) = bracketed.split_once(']').ok_or_else(refuse)?;
            if !is_ipv6(host) {
                return Err(refuse());
            }
            let port = if rest.is_empty() { None } else { Some(rest.strip_prefix(':').ok_or_else(refuse)?) };
            (host, port)
        } else if is_ipv6(entry) {
            (entry, None)
        } else {
            entry.split_once(':').map_or((entry, None), |(host, port)| (host, Some(port)))
        };
        let port = match port.map(str::trim) {
            None | Some("") => 0,
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse::<u16>().map_err(|_| refuse())?
            }
            Some(_) => return Err(refuse()),
        };
        let host = host.trim();
        if host.is_empty() {
            return Err(refuse());
        }
        Self::new(host.as_bytes(), i64::from(port)).map_err(|_| refuse())
    }

    /// The host, as TLS verifies it.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The address that its host is, `None` when that is a name.
    pub fn address(&self) -> Option<SocketAddr> {
        self.address.map(|address| SocketAddr::new(address, self.port))
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

/// The servers of the environment variable `GEARMAN_SERVERS`, which libgearman adds to every new client and
/// worker; none when it is not set.
pub fn servers_from_environment() -> Result<Vec<Server>> {
    use std::os::unix::ffi::OsStrExt;
    match std::env::var_os("GEARMAN_SERVERS") {
        Some(list) if !list.is_empty() => Server::list(list.as_bytes()),
        _ => Ok(Vec::new()),
    }
}

fn is_host(host: &str) -> bool {
    let is_odd = |byte: u8| byte.is_ascii_control() || byte.is_ascii_whitespace() || b"/@[]\"'".contains(&byte);
    !host.bytes().any(is_odd) && (!host.contains(':') || is_ipv6(host))
}

fn is_ipv6(host: &str) -> bool {
    // A scope such as fe80::1%eth0 is the resolver's to judge.
    let address = host.split_once('%').map_or(host, |(address, _)| address);
    address.parse::<Ipv6Addr>().is_ok()
}

fn invalid(message: String) -> Error {
    Error::new(ReturnCode::Getaddrinfo, message)
}
