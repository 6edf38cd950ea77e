//! Requests for php-fpm, as a web server sends them: each on a connection of its own, several at a time.
//!
//! `pages SOCKET SCRIPT QUERY COUNT CONCURRENCY ANSWER` prints how long they took; an answer other than ANSWER fails.

use std::io::{self, Error, Read, Write};
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

const BEGIN_REQUEST: u8 = 1;
const PARAMS: u8 = 4;
const STDIN: u8 = 5;
const STDOUT: u8 = 6;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pages: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> io::Result<()> {
    let [socket, script, query, count, concurrency, answer] = arguments else {
        return Err(Error::other("SOCKET SCRIPT QUERY COUNT CONCURRENCY ANSWER are needed"));
    };
    let number = |text: &str| text.parse::<usize>().map_err(|_| Error::other(format!("'{text}' is no number")));
    let (count, concurrency) = (number(count)?, number(concurrency)?);
    let request = request(script, query)?;
    let began = Instant::now();
    thread::scope(|scope| {
        let clients: Vec<_> = (0..concurrency)
            .map(|_| scope.spawn(|| (0..count / concurrency).try_for_each(|_| ask(socket, &request, answer))))
            .collect();
        clients.into_iter().try_for_each(|client| client.join().map_err(|_| Error::other("a client panicked"))?)
    })?;
    println!("{{\"seconds\": {}}}", began.elapsed().as_secs_f64());
    Ok(())
}

fn ask(socket: &str, request: &[u8], expected: &str) -> io::Result<()> {
    let mut stream = UnixStream::connect(socket)?;
    stream.write_all(request)?;
    let mut records = Vec::new();
    stream.read_to_end(&mut records)?;
    let page = output(&records)?;
    match page.split_once("\r\n\r\n") {
        Some((_headers, body)) if body == expected => Ok(()),
        _ => Err(Error::other(format!("the page is not '{expected}': {page}"))),
    }
}

/// Everything that the page printed, headers first.
fn output(mut records: &[u8]) -> io::Result<String> {
    let mut output = Vec::new();
    while let [_version, kind, _, _, high, low, padding, _, rest @ ..] = records {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let (Some(content), Some(next)) = (rest.get(..length), rest.get(length + usize::from(*padding)..)) else {
            return Err(Error::other("php-fpm's answer ends within a record"));
        };
        if *kind == STDOUT {
            output.extend_from_slice(content);
        }
        records = next;
    }
    Ok(String::from_utf8_lossy(&output).into_owned())
}

fn request(script: &str, query: &str) -> io::Result<Vec<u8>> {
    let mut parameters = Vec::new();
    for (name, value) in [
        ("REQUEST_METHOD", "GET"),
        ("SCRIPT_FILENAME", script),
        ("SCRIPT_NAME", "/page.php"),
        ("REQUEST_URI", "/page.php"),
        ("QUERY_STRING", query),
        ("SERVER_PROTOCOL", "HTTP/1.1"),
    ] {
        for text in [name, value] {
            // The top bit makes it four bytes, which is allowed for short texts too.
            parameters.extend_from_slice(&(text.len() as u32 | 1 << 31).to_be_bytes());
        }
        parameters.extend_from_slice(name.as_bytes());
        parameters.extend_from_slice(value.as_bytes());
    }
    let responder = [0, 1, 0, 0, 0, 0, 0, 0];
    let mut request = Vec::new();
    for (kind, content) in [(BEGIN_REQUEST, &responder[..]), (PARAMS, &parameters), (PARAMS, &[]), (STDIN, &[])] {
        let length = u16::try_from(content.len()).map_err(Error::other)?.to_be_bytes();
        request.extend_from_slice(&[1, kind, 0, 1, length[0], length[1], 0, 0]);
        request.extend_from_slice(content);
    }
    Ok(request)
}
