//! Golden bytes, one byte at a time, and hostile headers.

use bytes::{BufMut, Bytes, BytesMut};

use super::command::Command;
use super::header::MAX_BODY;
use super::packet::check_length;
use super::*;
use crate::error::ReturnCode;

fn response(kind: u32, body: &[u8]) -> Vec<u8> {
    let mut packet = Vec::new();
    packet.put_slice(b"\0RES");
    packet.put_u32(kind);
    packet.put_u32(body.len() as u32);
    packet.put_slice(body);
    packet
}

fn decode_all(bytes: &[u8]) -> Vec<Response> {
    let mut buffer = BytesMut::from(bytes);
    let mut responses = Vec::new();
    while let Some(response) = decode(&mut buffer).unwrap() {
        responses.push(response);
    }
    assert!(buffer.is_empty());
    responses
}

fn failure(bytes: &[u8]) -> ReturnCode {
    decode(&mut BytesMut::from(bytes)).unwrap_err().code()
}

fn wire(request: &Request) -> &[u8] {
    request.bytes()
}

#[test]
fn submissions_are_golden() {
    let mut job = Submission {
        function: b"mail",
        unique: b"u1",
        shares_key: true,
        workload: b"a\0b".into(),
        mode: Mode::Foreground(Priority::Normal),
    };
    assert_eq!(wire(&Request::submit_job(&job).unwrap()), b"\0REQ\0\0\0\x07\0\0\0\x0bmail\0u1\0a\0b");
    let mut types = Vec::new();
    for mode in [Mode::Foreground, Mode::Background] {
        for priority in [Priority::Normal, Priority::High, Priority::Low] {
            job.mode = mode(priority);
            types.push(wire(&Request::submit_job(&job).unwrap())[7]);
        }
    }
    assert_eq!(types, [7, 21, 33, 18, 32, 34]);
    job.mode = Mode::At(1_893_456_000);
    assert_eq!(wire(&Request::submit_job(&job).unwrap()), b"\0REQ\0\0\0\x24\0\0\0\x16mail\0u1\x001893456000\0a\0b");
}

#[test]
fn worker_requests_are_golden() {
    assert_eq!(wire(&Request::can_do(b"f", 0).unwrap()), b"\0REQ\0\0\0\x01\0\0\0\x01f");
    assert_eq!(wire(&Request::can_do(b"f", 30).unwrap()), b"\0REQ\0\0\0\x17\0\0\0\x04f\x0030");
    assert_eq!(wire(&Request::grab_job_uniq()), b"\0REQ\0\0\0\x1e\0\0\0\0");
    assert_eq!(wire(&Request::pre_sleep()), b"\0REQ\0\0\0\x04\0\0\0\0");
    assert_eq!(wire(&Request::work_status(b"H", 1, 2).unwrap()), b"\0REQ\0\0\0\x0c\0\0\0\x05H\x001\x002");
    assert_eq!(wire(&Request::work_complete(b"H", b"").unwrap()), b"\0REQ\0\0\0\x0d\0\0\0\x02H\0");
    assert_eq!(wire(&Request::option_exceptions()), b"\0REQ\0\0\0\x1a\0\0\0\x0aexceptions");
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let job = |function, unique| Submission {
        function,
        unique,
        shares_key: true,
        workload: b"".into(),
        mode: Mode::Background(Priority::Normal),
    };
    let long = [b'x'; 513];
    for (function, unique) in
        [(&b""[..], &b""[..]), (&long[..], b""), (b"a\0b", b""), (b"f", &long[..65]), (b"f", b"u\0w")]
    {
        let error = Request::submit_job(&job(function, unique)).unwrap_err();
        assert_eq!(error.code(), ReturnCode::InvalidArgument, "{error}");
    }
    assert!(Request::submit_job(&job(&long[..512], &long[..64])).is_ok());
    assert!(Request::set_client_id(b"").is_err());
    assert!(Request::get_status(b"H\0").is_err());
}

#[test]
fn the_longest_body_is_sent_and_a_longer_one_is_not() {
    check_length(Command::WorkComplete, MAX_BODY).unwrap();
    let error = check_length(Command::WorkComplete, MAX_BODY + 1).unwrap_err();
    assert_eq!(error.code(), ReturnCode::ArgumentTooLarge);
    assert!(error.to_string().ends_with(" WORK_COMPLETE of 2147483648 bytes, at most 2147483647 can be sent"));
}

#[test]
fn responses_are_golden() {
    let stream = [
        response(6, b""),
        response(10, b""),
        response(8, b"H:a:1"),
        response(31, b"H:a:1\0f\0u\0w\0x"),
        response(11, b"H:a:1\0f\0w"),
        response(40, b"H:a:1\0f\0u\0r\0w"),
        response(12, b"H:a:1\x0050\x00100"),
        response(13, b"H:a:1\0done"),
        response(14, b"H:a:1"),
        response(17, b"\0echo\0"),
        response(20, b"H:a:1\x001\x000\x003\x004"),
        response(42, b"u\x001\x001\x005\x006\x002"),
        response(27, b"exceptions"),
        response(19, b"QUEUE\0full\0"),
    ]
    .concat();
    let bytes = |text: &'static [u8]| Bytes::from_static(text);
    let job = |unique, workload| Response::JobAssign(crate::testing::assignment("H:a:1", "f", unique, workload));
    let expected = vec![
        Response::Noop,
        Response::NoJob,
        Response::JobCreated { handle: bytes(b"H:a:1") },
        job("u", "w\0x"),
        job("", "w"),
        job("u", "w"),
        Response::WorkStatus { handle: bytes(b"H:a:1"), numerator: 50, denominator: 100 },
        Response::WorkComplete { handle: bytes(b"H:a:1"), data: bytes(b"done") },
        Response::WorkFail { handle: bytes(b"H:a:1") },
        Response::Echo { data: bytes(b"\0echo\0") },
        Response::Status {
            handle: bytes(b"H:a:1"),
            progress: Progress { known: true, running: false, numerator: 3, denominator: 4 },
        },
        Response::StatusUnique {
            unique: bytes(b"u"),
            progress: Progress { known: true, running: true, numerator: 5, denominator: 6 },
        },
        Response::Option { name: bytes(b"exceptions") },
        Response::Error { code: bytes(b"QUEUE"), text: bytes(b"full") },
    ];
    assert_eq!(decode_all(&stream), expected);

    let mut buffer = BytesMut::new();
    let mut one_by_one = Vec::new();
    for byte in stream {
        buffer.put_u8(byte);
        one_by_one.extend(decode(&mut buffer).unwrap());
    }
    assert_eq!(one_by_one, expected);
}

#[test]
fn progress_is_read_as_strtoul_reads_it() {
    for (text, number) in [("0.5", 0), ("12abc", 12), ("", 0), ("-1", 0), ("99999999999", u32::MAX)] {
        let body = [b"H\0", text.as_bytes(), b"\x001"].concat();
        let expected = Response::WorkStatus { handle: Bytes::from_static(b"H"), numerator: number, denominator: 1 };
        assert_eq!(decode_all(&response(12, &body)), [expected], "{text}");
    }
}

#[test]
fn garbage_is_refused_as_soon_as_it_shows() {
    assert_eq!(failure(b"HTTP"), ReturnCode::InvalidMagic);
    assert_eq!(failure(b"\0REQ"), ReturnCode::InvalidMagic);
    assert_eq!(failure(b"\0R?"), ReturnCode::InvalidMagic);
    assert!(decode(&mut BytesMut::from(&b"\0RE"[..])).unwrap().is_none());
}

#[test]
fn hostile_headers_are_refused_before_anything_is_reserved() {
    let header = |kind: u32, length: u32| [&b"\0RES"[..], &kind.to_be_bytes(), &length.to_be_bytes()].concat();
    assert_eq!(failure(&header(99, 0)), ReturnCode::InvalidCommand);
    assert_eq!(failure(&header(5, 0)), ReturnCode::InvalidCommand);
    assert_eq!(failure(&header(7, 0)), ReturnCode::UnexpectedPacket);
    assert_eq!(failure(&header(8, u32::MAX)), ReturnCode::InvalidPacket);
    assert_eq!(failure(&header(13, u32::MAX)), ReturnCode::InvalidPacket);
    assert_eq!(failure(&header(6, 5000)), ReturnCode::InvalidPacket);

    let mut buffer = BytesMut::from(&header(13, i32::MAX as u32)[..]);
    assert!(decode(&mut buffer).unwrap().is_none());
    assert!(buffer.capacity() < 1024);
}

#[test]
fn wrong_arguments_are_refused() {
    assert_eq!(failure(&response(6, b"x")), ReturnCode::InvalidPacket);
    assert_eq!(failure(&response(8, b"")), ReturnCode::InvalidPacket);
    assert_eq!(failure(&response(8, &[b'h'; 64])), ReturnCode::InvalidPacket);
    assert_eq!(failure(&response(8, b"a\0b")), ReturnCode::InvalidPacket);
    assert_eq!(failure(&response(13, b"no-separator")), ReturnCode::InvalidPacket);
    assert_eq!(failure(&response(20, b"H\x00x\x000\x000\x000")), ReturnCode::InvalidPacket);
    assert_eq!(failure(&response(31, b"H\0f\0u")), ReturnCode::InvalidPacket);
}

#[test]
fn what_is_lent_is_the_same_on_the_wire() {
    let lent = Bytes::from_static(b"pay\0load");
    for (copied, lent) in [
        (Request::work_data(b"H", &lent), Request::work_data(b"H", Payload::Lent(&lent))),
        (Request::work_warning(b"H", &lent), Request::work_warning(b"H", Payload::Lent(&lent))),
        (Request::work_complete(b"H", &lent), Request::work_complete(b"H", Payload::Lent(&lent))),
        (Request::work_exception(b"H", &lent), Request::work_exception(b"H", Payload::Lent(&lent))),
    ] {
        let (copied, lent) = (copied.unwrap(), lent.unwrap());
        assert!(lent.bytes().len() < copied.bytes().len());
        assert_eq!(lent.in_one_piece(), copied.in_one_piece());
        assert_eq!(lent.command(), copied.command());
    }
    for mode in [Mode::Foreground(Priority::Low), Mode::At(7)] {
        let job = Submission { function: b"f", unique: b"u", shares_key: true, workload: (&lent).into(), mode };
        let same = Submission { workload: Payload::Lent(&lent), ..job };
        let [copied, lent] = [job, same].map(|job| Request::submit_job(&job).unwrap().in_one_piece());
        assert_eq!(copied, lent);
    }
}

#[test]
fn a_packet_parted_from_its_payload_is_the_same() {
    for whole in [
        response(13, b"H\0data"),
        response(28, b"H\0"),
        response(29, b"H\0\0\0"),
        response(25, b"H\0\0x"),
        response(17, b"\0echo"),
        response(11, b"H\0f\0w\0x"),
        response(31, b"H\0f\0u\0w"),
        response(40, b"H\0f\0u\0r\0w"),
    ] {
        let payload = payload_of(&whole).unwrap();
        assert_eq!(payload.end, whole.len());
        // It is known as soon as all before it is there.
        assert_eq!(payload_of(&whole[..payload.start]), Some(payload.clone()));
        if payload.start > 12 {
            assert_eq!(payload_of(&whole[..payload.start - 1]), None);
        }
        let mut head = BytesMut::from(&whole[..payload.start]);
        let parted = decode_parted(&mut head, Bytes::copy_from_slice(&whole[payload])).unwrap();
        assert!(head.is_empty());
        assert_eq!(decode_all(&whole), [parted]);
    }
    for without in [response(8, b"H"), response(13, b"no separator"), response(19, b"a\0b"), b"\0RES".to_vec()] {
        assert_eq!(payload_of(&without), None);
    }
    assert!(decode_parted(&mut BytesMut::from(&b"\0RES"[..]), Bytes::new()).is_err());
    // A head that is a packet's must have a handle all the same.
    let mut head = BytesMut::from(&response(13, b"\0")[..]);
    assert_eq!(decode_parted(&mut head, Bytes::new()).unwrap_err().code(), ReturnCode::InvalidPacket);
}
