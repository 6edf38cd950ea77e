//! Links with TLS, to a server that speaks it; the files that TLS works with, and the texts of its failures.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{
    AlertDescription, CertificateError, Error as TlsError, InvalidMessage, OtherError, ServerConfig, ServerConnection,
    Stream,
};

use crate::error::{Error, ReturnCode};
use crate::net::connection::Connection;
use crate::net::tls::{failure, handshake_failure};
use crate::net::{Knowledge, Persistence, Pool, Server, Settings, Tls, TlsFiles, close_parked};
use crate::protocol::{Request, Response};
use crate::testing::{DeadServer, FakeServer, bytes, in_child, kind, packet, run};

/// What the server of a test does once it has the connection.
type Session<'a> = Stream<'a, ServerConnection, TcpStream>;

/// A file that the tests bring along; the server's certificate is for 127.0.0.1 and queue.example.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/net/tests/tls").join(name)
}

fn authority() -> TlsFiles {
    TlsFiles { ca: Some(file("authority.pem")), ..TlsFiles::default() }
}

fn settings(verify_name: bool) -> Settings {
    Settings { tls: Some(Ok(Arc::new(Tls::load(&authority(), verify_name).unwrap()))), ..Settings::default() }
}

fn dialed(server: Server, verify_name: bool) -> Connection {
    let mut connection = Connection::new(server);
    connection.dial(&settings(verify_name));
    connection
}

/// A server of TLS 1.3, or of the version before it.
fn server_of(old: bool, play: impl FnOnce(&mut Session) + Send + 'static) -> FakeServer {
    let chain = vec![CertificateDer::from_pem_file(file("server.pem")).unwrap()];
    let key = PrivateKeyDer::from_pem_file(file("server.key")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[if old { &TLS12 } else { &TLS13 }])
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    FakeServer::play(move |peer| {
        let mut connection = ServerConnection::new(Arc::new(config)).unwrap();
        play(&mut Stream::new(&mut connection, peer.socket()));
    })
}

fn server(play: impl FnOnce(&mut Session) + Send + 'static) -> FakeServer {
    server_of(false, play)
}

/// The body of the next packet.
fn receive(session: &mut Session) -> Vec<u8> {
    let mut header = [0; 12];
    session.read_exact(&mut header).expect("a packet was expected");
    assert_eq!(header[..4], *b"\0REQ");
    let mut body = vec![0; u32::from_be_bytes(header[8..].try_into().unwrap()) as usize];
    session.read_exact(&mut body).expect("the rest of a packet was expected");
    body
}

fn answer(session: &mut Session, body: &[u8]) {
    session.write_all(&packet(kind::ECHO_RES, body)).unwrap();
}

/// Reads until the other end closes, in whichever way.
fn await_close(session: &mut Session) {
    let _ = session.read_to_end(&mut Vec::new());
}

#[test]
fn packets_travel_both_ways_under_every_version() {
    const SIZE: usize = 4 * 1024 * 1024;
    for old in [false, true] {
        let server = server_of(old, |session| {
            for _ in 0..2 {
                let body = receive(session);
                answer(session, &body);
            }
            await_close(session);
        });
        let mut connection = dialed(server.server(), true);
        for byte in [b'a', b'b'] {
            connection.send(&Request::echo(&vec![byte; SIZE]).unwrap());
        }
        for byte in [b'a', b'b'] {
            let Response::Echo { data } = run(|watch| connection.poll_receive(watch)).unwrap() else {
                panic!("another packet came")
            };
            assert!(data.len() == SIZE && data.iter().all(|it| *it == byte));
        }
        assert_eq!(connection.unwritten(), 0);
    }
}

#[test]
fn what_tls_holds_already_is_found_without_asking_the_kernel() {
    const COUNT: usize = 50;
    let (sent, told) = channel();
    let server = server(move |session| {
        // Each in a record of its own, and then a goodbye; TLS reads all of it at once.
        for _ in 0..COUNT {
            session.write_all(&packet(kind::NOOP, b"")).unwrap();
        }
        session.conn.send_close_notify();
        session.flush().unwrap();
        sent.send(()).unwrap();
        await_close(session);
    });
    let mut connection = dialed(server.server(), true);
    run(|watch| connection.poll_link(watch)).unwrap();
    told.recv().unwrap();
    for _ in 0..COUNT {
        assert_eq!(run(|watch| connection.poll_receive(watch)).unwrap(), Response::Noop);
    }
    // The socket stays open.
    assert_eq!(run(|watch| connection.poll_receive(watch)).unwrap_err().code(), ReturnCode::LostConnection);
}

#[test]
fn a_flush_leaves_nothing_to_be_encrypted_or_written() {
    let server = server(|session| {
        assert_eq!(receive(session), b"flushed");
        await_close(session);
    });
    let mut connection = dialed(server.server(), true);
    connection.send(&Request::echo(b"flushed").unwrap());
    run(|watch| connection.poll_flush(watch)).unwrap();
    assert_eq!(connection.unwritten(), 0);
}

/// How the link ends when the server, after a packet each way, does this.
fn after(end: impl FnOnce(&mut Session) + Send + 'static) -> Error {
    let server = server(|session| {
        answer(session, b"last");
        receive(session);
        end(session);
    });
    let mut connection = dialed(server.server(), true);
    let received = run(|watch| connection.poll_receive(watch));
    assert_eq!(received, Ok(Response::Echo { data: bytes("last") }));
    connection.send(&Request::echo(b"go on").unwrap());
    let error = run(|watch| connection.poll_receive(watch)).unwrap_err();
    assert_eq!(error.code(), ReturnCode::LostConnection);
    error
}

#[test]
fn a_server_ends_with_a_goodbye_or_without() {
    let silent = after(|_| {});
    let polite = after(|session| {
        session.conn.send_close_notify();
        session.flush().unwrap();
    });
    for error in [silent, polite] {
        assert!(error.to_string().ends_with(": the server closed the connection"), "{error}");
    }
}

#[test]
fn what_is_not_encrypted_is_no_end_but_a_failure() {
    let error = after(|session| {
        session.sock.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
    });
    assert!(error.to_string().ends_with(": the server does not speak TLS"), "{error}");
}

#[test]
fn a_certificate_for_another_name_is_refused_unless_names_do_not_matter() {
    let by_name = |server: &FakeServer| Server::new(b"localhost", i64::from(server.server().port())).unwrap();
    let refusing = server(await_close);
    let mut connection = dialed(by_name(&refusing), true);
    let error = run(|watch| connection.poll_link(watch)).unwrap_err();
    assert_eq!(error.code(), ReturnCode::CouldNotConnect);
    let expected = ": the server's certificate is for another name: queue.example, 127.0.0.1";
    assert!(error.to_string().ends_with(expected), "{error}");
    drop(connection);

    let accepting = server(|session| answer(session, b"accepted"));
    let mut connection = dialed(by_name(&accepting), false);
    let received = run(|watch| connection.poll_receive(watch));
    assert_eq!(received, Ok(Response::Echo { data: bytes("accepted") }));
}

#[test]
fn an_authority_that_is_not_trusted_is_refused_though_names_do_not_matter() {
    let server = server(await_close);
    // The server's certificate signs nothing, not even itself.
    let files = TlsFiles { ca: Some(file("server.pem")), ..TlsFiles::default() };
    let tls = Tls::load(&files, false).unwrap();
    let mut connection = Connection::new(server.server());
    connection.dial(&Settings { tls: Some(Ok(Arc::new(tls))), ..Settings::default() });
    let error = run(|watch| connection.poll_link(watch)).unwrap_err();
    assert!(error.to_string().contains("the server's certificate"), "{error}");
}

/// Why these files cannot be used.
fn refusal(files: &TlsFiles) -> String {
    let error = Tls::load(files, true).unwrap_err();
    assert_eq!(error.code(), ReturnCode::InvalidArgument);
    error.to_string().replace(file("").to_str().unwrap(), "")
}

#[test]
fn files_that_cannot_be_used_are_named_with_the_reason() {
    let with = |certificate: Option<&str>, key: Option<&str>| TlsFiles {
        certificate: certificate.map(file),
        key: key.map(file),
        ..authority()
    };
    let ca = |path: PathBuf| TlsFiles { ca: Some(path), ..TlsFiles::default() };
    assert!(Tls::load(&with(Some("server.pem"), Some("server.key")), true).is_ok());
    for (files, reason) in [
        (ca(file("missing")), "cannot read the CA file \"missing\": no such file or directory"),
        (ca(file("server.key")), "cannot read the CA file \"server.key\": it holds no certificate"),
        (ca("/\0".into()), "cannot read the CA file \"/\\0\": "),
        (with(Some("server.pem"), None), "a client certificate was given without its key"),
        (with(None, Some("server.key")), "a client key was given without its certificate"),
        (
            with(Some("server.pem"), Some("authority.pem")),
            "cannot read the key file \"authority.pem\": it holds no key, or an encrypted one",
        ),
        (
            with(Some("authority.pem"), Some("server.key")),
            "cannot use the certificate file \"authority.pem\" with the key file \"server.key\": \
             they do not belong together",
        ),
    ] {
        let text = refusal(&files);
        assert!(text.contains(reason), "{text}");
    }
}

#[test]
fn the_environment_fills_in_what_was_not_given() {
    in_child(|| {
        // SAFETY: the child has no other thread.
        unsafe {
            std::env::set_var("GEARMAND_CA_CERTIFICATE", "ca");
            std::env::set_var("GEARMAN_CLIENT_PEM", "");
            std::env::set_var("GEARMAN_CLIENT_KEY", "key");
        }
        let given = TlsFiles { key: Some("given".into()), ..TlsFiles::default() };
        let expected = TlsFiles { ca: Some("ca".into()), certificate: None, key: Some("given".into()) };
        assert_eq!(given.or_environment(), expected);
    });
}

#[test]
fn two_configurations_are_equal_when_what_was_read_is() {
    let load = |ca: PathBuf, identity: Option<&str>, verify_name| {
        let (certificate, key) = (identity.map(|_| file("server.pem")), identity.map(file));
        Tls::load(&TlsFiles { ca: Some(ca), certificate, key }, verify_name).unwrap()
    };
    let known = load(file("authority.pem"), None, true);
    assert!(known == load(file("authority.pem"), None, true));
    assert!(known != load(file("authority.pem"), None, false));
    assert!(known != load(file("server.pem"), None, true));
    assert!(known != load(file("authority.pem"), Some("server.key"), true));
    let identity = load(file("authority.pem"), Some("server.key"), true);
    assert!(identity == load(file("authority.pem"), Some("server.key"), true));
    // The same file with other certificates in it is another one.
    let path = std::env::temp_dir().join(format!("authority-{}.pem", std::process::id()));
    std::fs::copy(file("authority.pem"), &path).unwrap();
    assert!(known == load(path.clone(), None, true));
    std::fs::copy(file("server.pem"), &path).unwrap();
    assert!(known != load(path.clone(), None, true));
    std::fs::remove_file(path).unwrap();
}

/// A pool with a link to a server of TLS, one packet each way of which is over.
fn talked(server: &FakeServer, tls: &Settings) -> Pool<Nothing> {
    let mut pool = pool(server, tls);
    pool.dial(0);
    talk(&mut pool);
    pool
}

fn pool(server: &FakeServer, tls: &Settings) -> Pool<Nothing> {
    let mut pool = Pool::default();
    let persistence = Some(Persistence { idle: Duration::from_secs(60), most: 4 });
    *pool.settings_mut() = Settings { persistence, ..tls.clone() };
    pool.add(server.server());
    pool
}

fn talk(pool: &mut Pool<Nothing>) {
    pool.send(0, &Request::echo(b"over TLS").unwrap());
    assert_eq!(run(|watch| pool.poll_receive(0, watch)).unwrap(), Response::Echo { data: bytes("over TLS") });
}

#[derive(Default)]
struct Nothing;

impl Knowledge for Nothing {
    fn is_expected(&self) -> bool {
        false
    }

    fn greeted(&mut self) {}

    fn is_settled(&self) -> bool {
        true
    }
}

#[test]
fn a_link_that_was_left_behind_is_used_by_those_who_would_make_the_same() {
    for old in [false, true] {
        let server = server_of(old, |session| {
            for _ in 0..2 {
                let body = receive(session);
                answer(session, &body);
            }
            await_close(session);
        });
        drop(talked(&server, &settings(true)));
        for other in [settings(false), Settings::default()] {
            let mut pool = pool(&server, &other);
            pool.dial(0);
            assert!(!pool.is_up(0));
            pool.reconnect();
        }
        let mut pool = pool(&server, &settings(true));
        pool.dial(0);
        assert!(pool.is_up(0));
        talk(&mut pool);
        drop(pool);
        close_parked();
    }
}

#[test]
fn a_link_without_tls_is_never_used_by_one_who_wants_it() {
    let plain = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::ECHO_RES, b"over TLS");
        peer.expect_close();
    });
    drop(talked(&plain, &Settings::default()));
    let mut pool = pool(&plain, &settings(true));
    pool.dial(0);
    assert!(!pool.is_up(0));
    drop(pool);
    close_parked();
}

#[test]
fn a_link_on_which_tls_holds_anything_is_not_used() {
    let ways: [fn(&mut Session); 2] = [
        |session| answer(session, b"nobody asked"),
        |session| {
            session.conn.send_close_notify();
            session.flush().unwrap();
        },
    ];
    for act in ways {
        let (go, may_act) = channel();
        let (acted, has_acted) = channel();
        let server = server(move |session| {
            let body = receive(session);
            answer(session, &body);
            may_act.recv().unwrap();
            act(session);
            acted.send(()).unwrap();
            await_close(session);
        });
        drop(talked(&server, &settings(true)));
        go.send(()).unwrap();
        has_acted.recv().unwrap();
        let mut pool = pool(&server, &settings(true));
        pool.dial(0);
        assert!(!pool.is_up(0));
        pool.reconnect();
    }
}

fn described(cause: io::Error) -> Option<String> {
    let server = Server::new(b"queue.example", 4730).unwrap();
    let error = failure(ReturnCode::CouldNotConnect, &server, &cause)?;
    Some(error.to_string().replace("GEARMAN_COULD_NOT_CONNECT queue.example:4730: ", ""))
}

#[test]
fn failures_are_described() {
    let certificate = |problem| TlsError::InvalidCertificate(problem);
    let other =
        |text: &str| certificate(CertificateError::Other(OtherError(Arc::new(io::Error::other(text.to_owned())))));
    for (error, expected) in [
        (
            certificate(CertificateError::UnknownIssuer),
            "the server's certificate was not issued by a trusted authority",
        ),
        (certificate(CertificateError::Expired), "the server's certificate has expired"),
        (certificate(CertificateError::NotValidYet), "the server's certificate is not valid yet"),
        (certificate(CertificateError::NotValidForName), "the server's certificate is for another name"),
        (
            other("CaUsedAsEndEntity"),
            "the server's certificate is an authority's own (CA:TRUE), which no server may use",
        ),
        (TlsError::InvalidMessage(InvalidMessage::InvalidContentType), "the server does not speak TLS"),
        (
            TlsError::AlertReceived(AlertDescription::CertificateRequired),
            "the server refused the TLS connection: CertificateRequired",
        ),
        (TlsError::HandshakeNotComplete, "TLS failed: handshake not complete"),
    ] {
        assert_eq!(described(io::Error::other(error)).unwrap(), expected);
    }
    let text = described(io::Error::other(other("something else"))).unwrap();
    assert!(text.starts_with("the server's certificate is not valid: "), "{text}");
    assert_eq!(described(io::Error::from_raw_os_error(libc::ECONNRESET)), None);
}

#[test]
fn a_handshake_that_the_network_ends_keeps_its_errno() {
    let dead = DeadServer::new();
    let error = handshake_failure(&dead.server(), &io::Error::from_raw_os_error(libc::ECONNRESET));
    assert_eq!((error.code(), error.errno()), (ReturnCode::CouldNotConnect, libc::ECONNRESET));
    assert!(error.to_string().ends_with(": connection reset by peer during the TLS handshake"), "{error}");
}
