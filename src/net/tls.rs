//! TLS: certificates from files, verification of the server, and texts that say what was wrong.

use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::client::WebPkiServerVerifier;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error as TlsError, InvalidMessage, RootCertStore,
    SignatureScheme,
};

use super::Server;
use crate::error::{Error, Result, ReturnCode};

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
    connector: Config,
}

struct Config(Arc<ClientConfig>);

impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientConfig")
    }
}

impl Tls {
    /// Reads the files.  `verify_name` off accepts any name the chain vouches for.
    pub fn load(files: &TlsFiles, verify_name: bool) -> Result<Self> {
        let provider = Arc::new(ring::default_provider());
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots(files)?), Arc::clone(&provider))
            .build()
            .map_err(|cause| unusable("the CA certificates", &cause))?;
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|cause| unusable("TLS", &cause))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Verifier { chain: verifier, verify_name }));
        let config = match (&files.certificate, &files.key) {
            (None, None) => builder.with_no_client_auth(),
            (Some(certificate), Some(key)) => {
                let key = PrivateKeyDer::from_pem_file(key).map_err(|cause| unreadable("key", key, &cause))?;
                builder
                    .with_client_auth_cert(certificates("certificate", certificate)?, key)
                    .map_err(|cause| unusable("the client certificate and its key", &cause))?
            }
            (Some(_), None) => return Err(incomplete("certificate", "key")),
            (None, Some(_)) => return Err(incomplete("key", "certificate")),
        };
        Ok(Self { connector: Config(Arc::new(config)) })
    }

    pub(super) async fn handshake(&self, tcp: TcpStream, server: &Server) -> Result<TlsStream<TcpStream>> {
        let name = ServerName::try_from(server.host().to_owned()).map_err(|_| {
            let text = format!("{server}: \"{}\" is not a name that a certificate can have", server.host());
            Error::new(ReturnCode::CouldNotConnect, text)
        })?;
        let connector = TlsConnector::from(Arc::clone(&self.connector.0));
        connector.connect(name, tcp).await.map_err(|cause| match describe(&cause) {
            Some(text) => Error::new(ReturnCode::CouldNotConnect, format!("{server}: {text}")),
            None if cause.kind() == io::ErrorKind::UnexpectedEof => Error::new(
                ReturnCode::CouldNotConnect,
                format!("{server}: the server closed the connection during the TLS handshake; does it speak TLS?"),
            ),
            None => Error::io(ReturnCode::CouldNotConnect, server, &cause),
        })
    }
}

/// What a TLS failure means, in words; `None` when the failure has nothing to do with TLS.
pub(super) fn describe(cause: &io::Error) -> Option<String> {
    let error = cause.get_ref()?.downcast_ref::<TlsError>()?;
    Some(match error {
        TlsError::InvalidCertificate(problem) => match problem {
            CertificateError::UnknownIssuer => {
                "the server's certificate was not issued by a trusted authority".to_owned()
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "the server's certificate has expired".to_owned()
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                "the server's certificate is not valid yet".to_owned()
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                "the server's certificate is for another name".to_owned()
            }
            other => format!("the server's certificate is not valid: {other}"),
        },
        TlsError::InvalidMessage(InvalidMessage::InvalidContentType) => "the server does not speak TLS".to_owned(),
        TlsError::AlertReceived(alert) => format!("the server refused the TLS connection: {alert:?}"),
        other => format!("TLS failed: {other}"),
    })
}

fn roots(files: &TlsFiles) -> Result<RootCertStore> {
    let system = || SYSTEM_BUNDLES.iter().map(PathBuf::from).find(|path| path.exists());
    let path = files.ca.clone().or_else(system).ok_or_else(|| {
        Error::new(ReturnCode::InvalidArgument, "no CA certificates: give setSSL() a CA file".to_owned())
    })?;
    let mut store = RootCertStore::empty();
    store.add_parsable_certificates(certificates("CA", &path)?);
    Ok(store)
}

fn certificates(what: &str, path: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let chain: Vec<_> = CertificateDer::pem_file_iter(path)
        .and_then(Iterator::collect)
        .map_err(|cause| unreadable(what, path, &cause))?;
    if chain.is_empty() {
        return Err(unreadable(what, path, &"it holds no certificate"));
    }
    Ok(chain)
}

fn unreadable(what: &str, path: &Path, cause: &impl Display) -> Error {
    Error::new(ReturnCode::InvalidArgument, format!("cannot read the {what} file \"{}\": {cause}", path.display()))
}

fn unusable(what: &str, cause: &impl Display) -> Error {
    Error::new(ReturnCode::InvalidArgument, format!("cannot use {what}: {cause}"))
}

fn incomplete(given: &str, missing: &str) -> Error {
    Error::new(ReturnCode::InvalidArgument, format!("a client {given} was given without its {missing}"))
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
