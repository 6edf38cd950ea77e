use std::io::{self, Error, Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use crate::packet::{self, HEADER};

/// What is at least read at once.
const BUFFER: usize = 64 * 1024;
/// Smaller payloads are cheaper to copy than to send on their own.
const COPIED: usize = 4 * 1024;

/// A blocking socket to gearmand, with what has been read and what is to be sent.
pub struct Connection {
    stream: TcpStream,
    input: Vec<u8>,
    start: usize,
    end: usize,
    output: Vec<u8>,
}

impl Connection {
    pub fn open(port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, input: vec![0; BUFFER], start: 0, end: 0, output: Vec::new() })
    }

    /// Puts a request behind what `flush` will send.
    pub fn queue(&mut self, kind: u32, arguments: &[&[u8]], payload: &[u8]) -> io::Result<()> {
        packet::put_head(&mut self.output, kind, arguments, payload);
        if payload.len() <= COPIED {
            self.output.extend_from_slice(payload);
            return Ok(());
        }
        self.flush()?;
        self.stream.write_all(payload)
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.stream.write_all(&self.output)?;
        self.output.clear();
        Ok(())
    }

    pub fn send(&mut self, kind: u32, arguments: &[&[u8]], payload: &[u8]) -> io::Result<()> {
        self.queue(kind, arguments, payload)?;
        self.flush()
    }

    /// The next packet, by type and body.
    pub fn receive(&mut self) -> io::Result<(u32, &[u8])> {
        self.read_until(HEADER)?;
        let mut header = [0; HEADER];
        header.copy_from_slice(&self.input[self.start..self.start + HEADER]);
        let (kind, length) = packet::read_header(&header);
        self.read_until(HEADER + length)?;
        let body = self.start + HEADER;
        self.start = body + length;
        Ok((kind, &self.input[body..body + length]))
    }

    /// The body of the next packet, which has to be of this type.
    pub fn expect(&mut self, expected: u32) -> io::Result<&[u8]> {
        let (kind, body) = self.receive()?;
        if kind == expected {
            return Ok(body);
        }
        Err(Error::other(format!("packet {kind} instead of {expected}: {}", body.escape_ascii())))
    }

    fn read_until(&mut self, length: usize) -> io::Result<()> {
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
        }
        if self.start + length > self.input.len() {
            self.input.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
            self.input.resize(length.max(self.input.len()), 0);
        }
        while self.end - self.start < length {
            match self.stream.read(&mut self.input[self.end..])? {
                0 => return Err(Error::other("gearmand closed the connection")),
                read => self.end += read,
            }
        }
        Ok(())
    }
}
