//! A scripted server for unit tests, and a way to run a poll to its end.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::task::{Context, Poll};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::net::Server;
use crate::runtime::{Deadline, Wait, wait};

/// A server on a free port of the loopback that treats its connections, one after the other, as it was told.
pub struct FakeServer {
    port: u16,
    thread: Option<JoinHandle<()>>,
}

/// What the server does with one connection.
pub type Script = Box<dyn FnOnce(&mut Peer) + Send>;

/// The server's end of one connection.
pub struct Peer(TcpStream);

impl Peer {
    /// Reads one packet and returns its type and body.
    pub fn expect(&mut self) -> (u32, Vec<u8>) {
        let mut header = [0; 12];
        self.0.read_exact(&mut header).unwrap();
        let number = |at: usize| u32::from_be_bytes(header[at..at + 4].try_into().unwrap());
        let mut body = vec![0; number(8) as usize];
        self.0.read_exact(&mut body).unwrap();
        (number(4), body)
    }

    /// Sends one packet.
    pub fn answer(&mut self, kind: u32, body: &[u8]) {
        self.raw(&[b"\0RES", &kind.to_be_bytes()[..], &(body.len() as u32).to_be_bytes(), body].concat());
    }

    /// Sends bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).unwrap();
    }

    /// Waits until the other end closes.
    pub fn until_closed(&mut self) {
        let mut rest = [0; 1024];
        while self.0.read(&mut rest).is_ok_and(|count| count > 0) {}
    }
}

impl FakeServer {
    /// Listens and plays one script per connection.
    pub fn start(scripts: Vec<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let thread = std::thread::spawn(move || {
            for script in scripts {
                let (stream, _) = listener.accept().unwrap();
                stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
                script(&mut Peer(stream));
            }
        });
        Self { port, thread: Some(thread) }
    }

    /// Its address.
    pub fn server(&self) -> Server {
        Server::new(b"127.0.0.1", i64::from(self.port)).unwrap()
    }

    /// Waits until every script is over; fails when one failed.
    pub fn finish(mut self) {
        self.thread.take().unwrap().join().unwrap();
    }
}

/// An address that nothing listens on.
pub fn dead_server() -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    Server::new(b"127.0.0.1", i64::from(listener.local_addr().unwrap().port())).unwrap()
}

/// Runs `poll` to its end; fails after 20 s.
pub fn run<T>(poll: impl FnMut(&mut Context<'_>) -> Poll<T>) -> T {
    match wait(Deadline::At(Instant::now() + Duration::from_secs(20)), || false, poll).unwrap() {
        Wait::Ready(value) => value,
        other => panic!("nothing came: {}", matches!(other, Wait::TimedOut)),
    }
}
