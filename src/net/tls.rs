//! TLS: certificates from files, verification of the server, and texts that say what was wrong.

use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::client::WebPkiServerVerifier;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    AlertDescription, CertificateError, ClientConfig, DigitallySignedStruct, Error as TlsError, InvalidMessage,
    OtherError, RootCertStore, SignatureScheme,
};
use tokio_rustls::{Connect, TlsConnector};

use super::Server;
use super::socket::Socket;
use crate::error::{Error, Result, ReturnCode, describe_io};

/// Where systems keep the certificates they trust; the first that exists is used when no CA file is given.
const SYSTEM_BUNDLES: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// The files that TLS works with, all PEM.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TlsFiles {
    /// The authorities to trust.
    pub ca: Option<PathBuf>,
    /// This client's certificate chain, for servers that ask for one.
    pub certificate: Option<PathBuf>,
    /// The key of that certificate.
    pub key: Option<PathBuf>,
}

impl TlsFiles {
    /// Fills what is not given from `GEARMAND_CA_CERTIFICATE`, `GEARMAN_CLIENT_PEM` and `GEARMAN_CLIENT_KEY`,
    /// the variables that libgearman reads.
    #[must_use]
    pub fn or_environment(self) -> Self {
        let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        Self {
            ca: self.ca.or_else(|| from("GEARMAND_CA_CERTIFICATE")),
            certificate: self.certificate.or_else(|| from("GEARMAN_CLIENT_PEM")),
            key: self.key.or_else(|| from("GEARMAN_CLIENT_KEY")),
        }
    }
}

/// A TLS configuration, read once and shared by all connections of an object.
#[derive(Debug)]
pub struct Tls {
    config: Arc<ClientConfig>,
    roots: Arc<RootCertStore>,
    verify_name: bool,
    identity: Option<Identity>,
}

/// Who we are to a server that asks.
type Identity = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

/// Two are equal when they believe the same servers and show the same certificate, whatever the files are called: what
/// was read is compared, not where it was.
impl PartialEq for Tls {
    fn eq(&self, other: &Self) -> bool {
        self.verify_name == other.verify_name
            && self.roots.roots == other.roots.roots
            && self.identity == other.identity
    }
}

impl Eq for Tls {}

impl Tls {
    /// Reads the files.  `verify_name` off accepts any name the chain vouches for.
    pub fn load(files: &TlsFiles, verify_name: bool) -> Result<Self> {
        let provider = Arc::new(ring::default_provider());
        let roots = Arc::new(roots(files)?);
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::clone(&roots), Arc::clone(&provider))
            .build()
            .map_err(|cause| unusable("the CA certificates", &cause))?;
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|cause| unusable("TLS", &cause))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Verifier { chain: verifier, verify_name }));
        let (config, identity) = match (&files.certificate, &files.key) {
            (None, None) => (builder.with_no_client_auth(), None),
            (Some(certificate), Some(key)) => {
                let chain = certificates("certificate", certificate)?;
                let secret =
                    PrivateKeyDer::from_pem_file(key).map_err(|cause| unreadable("key", key, &pem_failure(&cause)))?;
                let identity = (chain.clone(), secret.clone_key());
                let config = builder.with_client_auth_cert(chain, secret);
                (config.map_err(|cause| unmatched(certificate, key, &cause))?, Some(identity))
            }
            (Some(_), None) => return Err(incomplete("certificate", "key")),
            (None, Some(_)) => return Err(incomplete("key", "certificate")),
        };
        Ok(Self { config: Arc::new(config), roots, verify_name, identity })
    }

    /// Begins the handshake on a connection to `server`.
    pub(super) fn connect(&self, socket: Socket, server: &Server) -> Result<Connect<Socket>> {
        let name = ServerName::try_from(server.host().to_owned()).map_err(|_| {
            let text = format!("{server}: \"{}\" is not a name that a certificate can have", server.host());
            Error::new(ReturnCode::CouldNotConnect, text)
        })?;
        Ok(TlsConnector::from(Arc::clone(&self.config)).connect(name, socket))
    }
}

/// Why a handshake failed.
pub(super) fn handshake_failure(server: &Server, cause: &io::Error) -> Error {
    if let Some(error) = failure(ReturnCode::CouldNotConnect, server, cause) {
        return error.with_errno(cause.raw_os_error().unwrap_or(0));
    }
    if cause.kind() == io::ErrorKind::UnexpectedEof {
        let text = format!("{server}: the server closed the connection during the TLS handshake");
        return Error::new(ReturnCode::CouldNotConnect, text).advising("does it speak TLS?");
    }
    let text = format!("{server}: {} during the TLS handshake", describe_io(cause));
    Error::new(ReturnCode::CouldNotConnect, text).with_errno(cause.raw_os_error().unwrap_or(0))
}

/// What a failure of TLS means, in words, and what may help; `None` when it has nothing to do with TLS.
pub(super) fn failure(code: ReturnCode, server: &Server, cause: &io::Error) -> Option<Error> {
    let advised = |text: &str, advice| Error::new(code, format!("{server}: {text}")).advising(advice);
    Some(match cause.get_ref()?.downcast_ref::<TlsError>()? {
        TlsError::InvalidCertificate(problem) => match problem {
            // A signature is bad when another authority has the name of the trusted one.
            CertificateError::UnknownIssuer | CertificateError::BadSignature => advised(
                "the server's certificate was not issued by a trusted authority",
                "give setSSL() the CA file of the one that issued it",
            ),
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                advised("the server's certificate has expired", "give the server a new one")
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                advised("the server's certificate is not valid yet", "is the clock right?")
            }
            CertificateError::NotValidForName => advised("the server's certificate is for another name", OTHER_NAME),
            CertificateError::NotValidForNameContext { presented, .. } if presented.is_empty() => advised(
                "the server's certificate is for another name: it has no subjectAltName",
                "issue one that names the server",
            ),
            CertificateError::NotValidForNameContext { presented, .. } => advised(&other_names(presented), OTHER_NAME),
            CertificateError::Other(cause) if is_authoritys(cause) => advised(
                "the server's certificate is an authority's own (CA:TRUE), which no server may use",
                "issue one for the server from it",
            ),
            other => Error::new(code, format!("{server}: the server's certificate is not valid: {other}")),
        },
        TlsError::InvalidMessage(InvalidMessage::InvalidContentType) => {
            advised("the server does not speak TLS", "start gearmand with --ssl, or leave setSSL() out")
        }
        TlsError::AlertReceived(alert) => {
            let advice = match alert {
                AlertDescription::ProtocolVersion => "TLS 1.2 and 1.3 are spoken here",
                _ => "does it want a client certificate, or another one?",
            };
            advised(&format!("the server refused the TLS connection: {alert:?}"), advice)
        }
        other => Error::new(code, format!("{server}: TLS failed: {other}")),
    })
}

const OTHER_NAME: &str = "add the server by that name, or set gearman.ssl_verify_peer_name=0";

/// The names that a certificate is for; rustls gives them as `DnsName("queue.example")` and `IpAddress(192.0.2.1)`.
fn other_names(presented: &[String]) -> String {
    let bare = |name: &String| {
        let inner = name.split_once('(').map_or(name.as_str(), |(_, rest)| rest.trim_end_matches(')'));
        inner.trim_matches('"').to_owned()
    };
    let names: Vec<String> = presented.iter().map(bare).collect();
    format!("the server's certificate is for another name: {}", names.join(", "))
}

/// Webpki's refusal of a certificate that is no server's but an authority's.
fn is_authoritys(cause: &OtherError) -> bool {
    cause.0.to_string().contains("CaUsedAsEndEntity")
}

fn roots(files: &TlsFiles) -> Result<RootCertStore> {
    let system = || SYSTEM_BUNDLES.iter().map(PathBuf::from).find(|path| path.exists());
    let path = files.ca.clone().or_else(system).ok_or_else(|| {
        Error::new(ReturnCode::InvalidArgument, "there are no CA certificates").advising("give setSSL() a CA file")
    })?;
    let mut store = RootCertStore::empty();
    let (usable, _) = store.add_parsable_certificates(certificates("CA", &path)?);
    if usable == 0 {
        return Err(unreadable("CA", &path, NO_CERTIFICATE));
    }
    Ok(store)
}

const NO_CERTIFICATE: &str = "it holds no certificate";

fn certificates(what: &str, path: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let chain: Vec<_> = CertificateDer::pem_file_iter(path)
        .and_then(Iterator::collect)
        .map_err(|cause| unreadable(what, path, &pem_failure(&cause)))?;
    if chain.is_empty() {
        return Err(unreadable(what, path, NO_CERTIFICATE));
    }
    Ok(chain)
}

fn pem_failure(cause: &pem::Error) -> String {
    match cause {
        pem::Error::Io(cause) => describe_io(cause),
        pem::Error::NoItemsFound => "it holds no key, or an encrypted one (openssl pkey decrypts it)".to_owned(),
        other => other.to_string(),
    }
}

fn unreadable(what: &str, path: &Path, cause: &str) -> Error {
    Error::new(ReturnCode::InvalidArgument, format!("cannot read the {what} file {}: {cause}", quoted(path)))
}

fn unmatched(certificate: &Path, key: &Path, cause: &TlsError) -> Error {
    let cause = match cause {
        TlsError::InconsistentKeys(_) => "they do not belong together".to_owned(),
        other => other.to_string(),
    };
    let (certificate, key) = (quoted(certificate), quoted(key));
    let text = format!("cannot use the certificate file {certificate} with the key file {key}: {cause}");
    Error::new(ReturnCode::InvalidArgument, text)
}

fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display()).replace('\0', "\\0")
}

fn unusable(what: &str, cause: &impl Display) -> Error {
    Error::new(ReturnCode::InvalidArgument, format!("cannot use {what}: {cause}"))
}

fn incomplete(given: &str, missing: &str) -> Error {
    Error::new(ReturnCode::InvalidArgument, format!("a client {given} was given without its {missing}"))
        .advising("setSSL() takes both")
}

/// Verifies the chain always and the name unless told not to.
#[derive(Debug)]
struct Verifier {
    chain: Arc<WebPkiServerVerifier>,
    verify_name: bool,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, TlsError> {
        match self.chain.verify_server_cert(certificate, intermediates, name, ocsp_response, now) {
            // WebPKI looks at the name last, after chain and dates.
            Err(TlsError::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) if !self.verify_name => Ok(ServerCertVerified::assertion()),
            verdict => verdict,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        self.chain.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        self.chain.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.chain.supported_verify_schemes()
    }
}
