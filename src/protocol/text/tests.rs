//! Lines byte by byte, rows as gearmand 1.1.20 prints them, and answers that are none.

use bytes::{Bytes, BytesMut};

use super::answer::Answer;
use super::line::{FENCE, FENCE_REQUEST, MAX_LINE};
use super::listing::MAX_LIST;
use super::*;
use crate::error::{Error, ReturnCode};
use crate::protocol::Request;

fn line(text: &'static str) -> Bytes {
    Bytes::from_static(text.as_bytes())
}

fn text(text: &'static str) -> Line {
    Line::Text(line(text))
}

fn lines_of(pieces: &[&[u8]]) -> Result<Vec<Line>, Error> {
    let mut buffer = BytesMut::new();
    let mut lines = Vec::new();
    for piece in pieces {
        buffer.extend_from_slice(piece);
        while let Some(line) = next_line(&mut buffer)? {
            lines.push(line);
        }
    }
    Ok(lines)
}

fn answer<A: Answer>(mut answer: A, lines: &[&'static str]) -> Result<A::Found, Error> {
    for text in lines {
        answer.take(line(text))?;
    }
    answer.end()
}

fn refused<T>(found: Result<T, Error>) -> (ReturnCode, String) {
    let error = found.err().expect("it was accepted");
    (error.code(), error.text("")[2 + error.code().name().len()..].trim_start().to_owned())
}

#[test]
fn commands_are_golden() {
    let wire = |request: Request| {
        let command = request.bytes().strip_suffix(FENCE_REQUEST).expect("a fence").to_vec();
        String::from_utf8(command).unwrap()
    };
    assert_eq!(wire(Request::version()), "version\r\n");
    assert_eq!(wire(Request::getpid()), "getpid\r\n");
    assert_eq!(wire(Request::list::<FunctionStatus>()), "status\r\n");
    assert_eq!(wire(Request::list::<PriorityStatus>()), "prioritystatus\r\n");
    assert_eq!(wire(Request::list::<Peer>()), "workers\r\n");
    assert_eq!(wire(Request::list::<QueuedJob>()), "show jobs\r\n");
    assert_eq!(wire(Request::list::<UniqueKey>()), "show unique jobs\r\n");
    assert_eq!(wire(Request::cancel_job(b"H:a:1").unwrap()), "cancel job H:a:1\r\n");
    assert_eq!(wire(Request::create_function(b"f").unwrap()), "create function f\r\n");
    assert_eq!(wire(Request::drop_function(b"f").unwrap()), "drop function f\r\n");
    let limits = Limits { high: 1, normal: 2, low: 3 };
    assert_eq!(wire(Request::max_queue(b"f", limits).unwrap()), "maxqueue f 1 2 3\r\nstatus\r\n");
}

#[test]
fn the_fence_is_an_echo() {
    assert_eq!(Request::echo(b".").unwrap().bytes(), FENCE_REQUEST);
    assert_eq!(FENCE, crate::testing::packet(crate::testing::kind::ECHO_RES, b"."));
}

#[test]
fn what_would_be_another_command_is_refused() {
    let long = [b'x'; 513];
    for name in [&b""[..], b"a b", b"a\tb", b"a\nshutdown", b"a\r", b"a\0b", &long[..]] {
        for request in [
            Request::create_function(name),
            Request::drop_function(name),
            Request::max_queue(name, Limits::default()),
            Request::cancel_job(name),
        ] {
            assert_eq!(request.unwrap_err().code(), ReturnCode::InvalidArgument, "{}", name.escape_ascii());
        }
    }
    assert!(Request::create_function(&long[..512]).is_ok());
    assert!(Request::cancel_job(&long[..63]).is_ok() && Request::cancel_job(&long[..64]).is_err());
}

#[test]
fn lines_come_out_however_they_come_in() {
    let stream = [&b"OK\r\nf\t1\n\n.\n"[..], FENCE, b"OK 1.1\n"].concat();
    let expected = [text("OK"), text("f\t1"), text(""), text("."), Line::Fence, text("OK 1.1")];
    assert_eq!(lines_of(&[&stream]).unwrap(), expected);
    let bytes: Vec<&[u8]> = stream.chunks(1).collect();
    assert_eq!(lines_of(&bytes).unwrap(), expected);
}

#[test]
fn an_unfinished_line_is_none() {
    assert_eq!(lines_of(&[b"OK 1.1.20", b"+ds"]).unwrap(), []);
    assert_eq!(lines_of(&[&FENCE[..12]]).unwrap(), []);
}

#[test]
fn a_packet_is_no_line() {
    for packet in [&b"\0REQ"[..], b"\0RES\0\0\0\x13", b"\0RES\0\0\0\x11\xff\xff\xff\xff", b"\0RES\0\0\0\x11\0\0\0\x01x"]
    {
        assert_eq!(lines_of(&[packet]).unwrap_err().code(), ReturnCode::UnexpectedPacket);
    }
}

#[test]
fn the_longest_line_is_accepted_and_a_longer_one_is_not() {
    let mut longest = vec![b'x'; MAX_LINE - 1];
    longest.push(b'\n');
    let [Line::Text(line)] = &lines_of(&[&longest]).unwrap()[..] else { panic!("one line was expected") };
    assert_eq!(line.len(), MAX_LINE - 1);
    longest.insert(0, b'x');
    for end in [MAX_LINE, MAX_LINE + 1] {
        assert_eq!(lines_of(&[&longest[..end]]).unwrap_err().code(), ReturnCode::InvalidPacket);
    }
}

#[test]
fn functions_are_read_from_the_right() {
    let rows = answer(Listing::<FunctionStatus>::default(), &["tab\tname\t3\t2\t1", "\t0\t0\t0", "."]).unwrap();
    let row = |function, total, running, workers| FunctionStatus { function: line(function), total, running, workers };
    assert_eq!(rows, [row("tab\tname", 3, 2, 1), row("", 0, 0, 0)]);
    let rows = answer(Listing::<PriorityStatus>::default(), &["f\t1\t2\t3\t4", "."]).unwrap();
    assert_eq!(rows, [PriorityStatus { function: line("f"), high: 1, normal: 2, low: 3, workers: 4 }]);
}

#[test]
fn workers_are_read_from_the_left() {
    let lines =
        ["38 127.0.0.1 host_pid7 : resize App::Job : f", "-1 ::3a3a:0 - :", "40 10.0.0.1 an id with spaces :  f", "."];
    let rows = answer(Listing::<Peer>::default(), &lines).unwrap();
    let shown = |row: &Peer| {
        let functions: Vec<_> = row.functions().map(String::from_utf8_lossy).collect();
        format!("{:?} {:?} {functions:?}", row.address, row.id)
    };
    let expected = [
        r#"b"127.0.0.1" b"host_pid7" ["resize", "App::Job", ":", "f"]"#,
        r#"b"::3a3a:0" b"-" []"#,
        r#"b"10.0.0.1" b"an id with spaces" ["f"]"#,
    ];
    assert_eq!(rows.iter().map(shown).collect::<Vec<_>>(), expected);
}

#[test]
fn jobs_are_read() {
    let rows = answer(Listing::<QueuedJob>::default(), &["H:a:1\t0\t0\t1", "H:a:2\t3\t1\t0", "."]).unwrap();
    let job = |handle, retries, ignored, queued| QueuedJob { handle: line(handle), retries, ignored, queued };
    assert_eq!(rows, [job("H:a:1", 0, false, true), job("H:a:2", 3, true, false)]);
}

#[test]
fn a_dot_ends_a_list_only_before_the_fence() {
    let unique = |text| UniqueKey(line(text));
    let keys = answer(Listing::<UniqueKey>::default(), &["a", ".", ".", "", "."]).unwrap();
    assert_eq!(keys, [unique("a"), unique("."), unique("."), unique("")]);
    assert_eq!(answer(Listing::<UniqueKey>::default(), &["."]).unwrap(), []);
    for lines in [&["a"][..], &[".", "a"], &[]] {
        let (code, text) = refused(answer(Listing::<UniqueKey>::default(), lines));
        assert_eq!((code, &text[..]), (ReturnCode::InvalidPacket, "the answer to 'show unique jobs' has no end"));
    }
}

#[test]
fn what_is_no_row_is_refused() {
    for row in
        ["", "f", "f\t1\t2", "f\t1\t2\t", "f\t1\t2\tx", "f\t1\t2\t-1", "f\t1\t2\t99999999999999999999", "f\t1\t2\t+1"]
    {
        let (code, text) = refused(answer(Listing::<FunctionStatus>::default(), &[row]));
        assert_eq!(code, ReturnCode::InvalidPacket, "{row}");
        assert_eq!(text, format!("the answer to 'status' has a line \"{}\"", row.escape_default()));
    }
    for row in ["x 127.0.0.1 - :", "1", "1 127.0.0.1", "1 127.0.0.1 -", "HTTP/1.1 400 Bad Request : x"] {
        assert_eq!(refused(answer(Listing::<Peer>::default(), &[row])).0, ReturnCode::InvalidPacket, "{row}");
    }
}

#[test]
fn a_refusal_is_told_in_the_servers_words() {
    let expected = (ReturnCode::ServerError, "the server refused: UNKNOWN_COMMAND Unknown server command".to_owned());
    let refusal = "ERR UNKNOWN_COMMAND Unknown+server+command";
    assert_eq!(refused(answer(Listing::<PriorityStatus>::default(), &[refusal])), expected);
    assert_eq!(refused(answer(Version::default(), &[refusal])), expected);
    assert_eq!(refused(answer(Pid::default(), &[refusal])), expected);
    assert_eq!(refused(answer(Verdict::default(), &[refusal])), expected);
    assert_eq!(refused(answer(Verdict::default(), &["ERR UNKNOWN_JOB"])).0, ReturnCode::JobNotFound);
    for lines in [&[refusal, "f\t1\t2\t3\t4", "."][..], &["f\t1\t2\t3\t4", refusal, "."], &[refusal, refusal]] {
        assert_eq!(refused(answer(Listing::<PriorityStatus>::default(), lines)).0, ReturnCode::InvalidPacket);
    }
}

#[test]
fn a_verdict_is_one_line() {
    answer(Verdict::default(), &["OK"]).unwrap();
    for (lines, code) in [
        (&[][..], ReturnCode::ServerError),
        (&["OK", "OK"], ReturnCode::InvalidPacket),
        (&["OK 1.1.20"], ReturnCode::InvalidPacket),
        (&["."], ReturnCode::InvalidPacket),
    ] {
        assert_eq!(refused(answer(Verdict::default(), lines)).0, code, "{lines:?}");
    }
}

#[test]
fn a_version_may_be_empty_and_a_pid_may_not() {
    assert_eq!(answer(Version::default(), &["OK 1.1.20+ds"]).unwrap(), line("1.1.20+ds"));
    assert_eq!(answer(Version::default(), &["OK "]).unwrap(), line(""));
    assert_eq!(answer(Pid::default(), &["OK 4730"]).unwrap(), 4730);
    for lines in [&[][..], &["OK"], &["OK x"], &["OK -1"], &["OK 1", "OK 1"]] {
        answer(Pid::default(), lines).unwrap_err();
    }
    for lines in [&[][..], &["OK"], &["1.1.20"], &["OK 1", "OK 1"]] {
        answer(Version::default(), lines).unwrap_err();
    }
}

#[test]
fn a_limit_is_for_a_function_that_there_is() {
    let limit = |lines| answer(QueueLimits::of(b"f"), lines);
    limit(&["OK", "e\t0\t0\t0", "f\t0\t0\t0", "."]).unwrap();
    for (lines, code) in [
        (&["OK", "ff\t0\t0\t0", "."][..], ReturnCode::NoRegisteredFunction),
        (&["OK", "."], ReturnCode::NoRegisteredFunction),
        // Met with silence.
        (&["."], ReturnCode::NoRegisteredFunction),
        (&["f\t0\t0\t0", "."], ReturnCode::ServerError),
        (&["ERR INVALID_ARGUMENTS", "."], ReturnCode::ServerError),
        (&["OK", "f\t0\t0\t0"], ReturnCode::InvalidPacket),
        (&["OK", "OK", "."], ReturnCode::InvalidPacket),
    ] {
        assert_eq!(refused(limit(lines)).0, code, "{lines:?}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "too much for an interpreter")]
fn a_list_takes_no_more_memory_than_it_may() {
    let mut listing = Listing::<UniqueKey>::default();
    let key = line("0123456789");
    let size = key.len() + size_of::<UniqueKey>();
    for _ in 0..MAX_LIST / size {
        listing.take(key.clone()).unwrap();
    }
    assert_eq!(listing.take(key).unwrap_err().code(), ReturnCode::InvalidPacket);
}

#[test]
fn a_long_line_is_not_repeated_whole() {
    static LONG: [u8; 5000] = [b'y'; 5000];
    let long = str::from_utf8(&LONG).unwrap();
    assert!(refused(answer(Verdict::default(), &[long])).1.len() < 200);
}

#[test]
fn lines_are_cut_off_between_packets() {
    let mut buffer = BytesMut::from(&b"OK 1.1.20+ds\nOK 2\r\n\0RES"[..]);
    assert!(is_text(&buffer));
    assert_eq!(take_answer(&mut buffer).unwrap().unwrap(), "OK 1.1.20+ds");
    assert_eq!(take_answer(&mut buffer).unwrap().unwrap(), "OK 2");
    assert!(!is_text(&buffer) && buffer == b"\0RES"[..]);
    assert!(!is_text(b""));
}

#[test]
fn half_a_line_is_waited_for_and_an_endless_one_is_not() {
    let mut buffer = BytesMut::from(&b"OK 1.1"[..]);
    assert_eq!(take_answer(&mut buffer).unwrap(), None);
    assert_eq!(buffer, b"OK 1.1"[..]);
    for end in ["", "\n"] {
        let mut buffer = BytesMut::from(&[b"x".repeat(4096), end.into()].concat()[..]);
        assert_eq!(take_answer(&mut buffer).unwrap_err().code(), ReturnCode::InvalidPacket);
    }
    let mut buffer = BytesMut::from(&[b"x".repeat(4095), b"\n".to_vec()].concat()[..]);
    assert_eq!(take_answer(&mut buffer).unwrap().unwrap().len(), 4095);
}

#[test]
fn the_version_of_a_server_begins_with_its_major() {
    for (answer, major) in [("OK 1.1.20+ds", Some(1)), ("OK 2.0.1", Some(2)), ("OK 10", Some(10))] {
        assert_eq!(major_version(answer.as_bytes()), major);
    }
    for answer in ["OK ", "OK", "", "1.1.20", "OK v2", "ERR UNKNOWN_COMMAND", "OK 99999999999"] {
        assert_eq!(major_version(answer.as_bytes()), None, "{answer}");
    }
}
