use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;

use super::client;
use crate::client::spread::{order_of, servers_in};
use crate::client::{Batch, Client, Owed};
use crate::error::ReturnCode;
use crate::net::{Pool, Selection};
use crate::protocol::Submission;
use crate::testing::{DeadServer, FakeServer, background_job, kind, look_again, run};

/// What each answer is, in the order of the jobs.
fn answers(batch: &mut Batch, client: &mut Client) -> Vec<Result<Bytes, ReturnCode>> {
    let mut answers = Vec::new();
    while !batch.is_empty() {
        let mut some = Vec::new();
        run(|watch| batch.poll(client, watch, &mut some));
        assert!(!some.is_empty());
        answers.extend(some.into_iter().map(|answer| answer.map_err(|error| error.code())));
    }
    answers
}

#[test]
fn there_is_room_for_so_many_jobs_or_bytes() {
    for (size, most) in [(0, 2048), (1000, 1049), (1024 * 1024, 1), (5_000_000, 1)] {
        let server = DeadServer::new();
        let (mut client, mut batch, mut jobs) = (client([server.server()]), Batch::default(), 0);
        while batch.has_room() {
            batch.submit(&mut client, &background_job("f", &vec![b'x'; size]));
            jobs += 1;
        }
        assert_eq!((jobs, batch.is_low()), (most, false));
        assert_eq!(batch.abandon(&mut client), vec![None; most]);
        assert!(batch.has_room() && batch.is_low() && batch.is_empty());
    }
}

#[test]
fn answers_come_in_the_order_of_the_jobs_whatever_becomes_of_them() {
    let server = FakeServer::play(|peer| {
        for answer in [&b"H:1"[..], b"", b"H:3"] {
            assert_eq!(peer.receive().0, kind::SUBMIT_JOB_BG);
            match answer {
                b"" => peer.answer(kind::ERROR, b"JOB_QUEUE_FULL\0full"),
                handle => peer.answer(kind::JOB_CREATED, handle),
            }
        }
        peer.expect_close();
    });
    let (mut client, mut batch) = (client([server.server()]), Batch::default());
    for function in ["f", "not\0sent", "f", "f", ""] {
        batch.submit(&mut client, &background_job(function, b"x"));
    }
    let refused = Err(ReturnCode::InvalidArgument);
    let (first, third) = (Ok(Bytes::from_static(b"H:1")), Ok(Bytes::from_static(b"H:3")));
    let full = Err(ReturnCode::JobQueueFull);
    assert_eq!(answers(&mut batch, &mut client), [first, refused.clone(), full, third, refused]);
}

#[test]
fn what_was_not_acknowledged_is_asked_of_the_next_server() {
    let first = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H:first");
        peer.receive();
    });
    let second = FakeServer::play(|peer| {
        for number in 2..=3 {
            assert!(peer.receive().1.ends_with(&[0, b'0' + number]));
            peer.answer(kind::JOB_CREATED, format!("H:second:{number}").as_bytes());
        }
        peer.expect_close();
    });
    let (mut client, mut batch) = (client([first.server(), second.server()]), Batch::default());
    for workload in [b"1", b"2", b"3"] {
        batch.submit(&mut client, &background_job("f", workload));
    }
    let handles = ["H:first", "H:second:2", "H:second:3"].map(|handle| Ok(Bytes::from(handle)));
    assert_eq!(answers(&mut batch, &mut client), handles);
}

#[test]
fn who_gives_up_gets_the_answers_that_came_meanwhile() {
    let silent = FakeServer::play(|peer| {
        peer.receive();
        peer.expect_close();
    });
    let other = FakeServer::play(|peer| {
        peer.receive();
        peer.answer(kind::JOB_CREATED, b"H:other");
        peer.expect_close();
    });
    let (mut client, mut batch) = (client([silent.server(), other.server()]), Batch::default());
    client.pool.settings_mut().selection = Selection::Spread;
    // A busy machine may take its time, and the silent server is not to be left for that.
    client.pool.settings_mut().connect_timeout = Duration::from_secs(3600);
    let keys = (0..100).map(|key: u32| key.to_string()).collect::<Vec<_>>();
    let home = |key: &str, pool: &Pool<Owed>| {
        let job = Submission { unique: key.as_bytes(), ..background_job("f", b"") };
        servers_in(order_of(&job, Selection::Spread), pool)[0]
    };
    for server in [0, 1] {
        let key = keys.iter().find(|key| home(key, &client.pool) == server).unwrap();
        batch.submit(&mut client, &Submission { unique: key.as_bytes(), ..background_job("f", b"") });
    }
    let mut none = Vec::new();
    run(|watch| {
        assert!(batch.poll(&mut client, watch, &mut none).is_pending());
        look_again(watch);
        if client.pool.heard_at(1).is_some() { Poll::Ready(()) } else { Poll::Pending }
    });
    assert_eq!(batch.abandon(&mut client), [None, Some(Ok(Bytes::from_static(b"H:other")))]);
}
