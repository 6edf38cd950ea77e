use super::{client, next_event};
use crate::client::{Call, Event, Outcome, Owner};
use crate::testing::{FakeServer, Peer, background_job, job, kind, look_again, memory_in_use, packet, run};

const MANY: usize = 100_000;

fn submit(peer: &mut Peer, number: usize) {
    let (_, body) = peer.receive();
    assert_eq!(body, format!("f\0u\0{number}").into_bytes());
}

#[test]
fn a_hundred_thousand_background_tasks_are_queued_each_once() {
    let server = FakeServer::play(|peer| {
        for number in 0..MANY {
            submit(peer, number);
            peer.answer(kind::JOB_CREATED, format!("H:{number}").as_bytes());
        }
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    for number in 0..MANY {
        client.submit(Owner::Run, &background_job("f", number.to_string().as_bytes())).unwrap();
    }
    for number in 0..MANY {
        let Some((_, Event::Queued(handle))) = next_event(&mut client) else { panic!("task {number} has no handle") };
        assert_eq!(handle, format!("H:{number}"));
    }
    assert_eq!(next_event(&mut client), None);
}

#[test]
fn a_hundred_thousand_running_tasks_end_in_any_order() {
    let server = FakeServer::play(|peer| {
        // Nothing is answered before everything is there, and then the last comes first.
        (0..MANY).for_each(|number| submit(peer, number));
        let created: Vec<u8> =
            (0..MANY).flat_map(|number| packet(kind::JOB_CREATED, format!("H:{number}").as_bytes())).collect();
        peer.raw(&created);
        let complete = |number: usize| packet(kind::WORK_COMPLETE, format!("H:{number}\0{number}").as_bytes());
        peer.raw(&(0..MANY).rev().flat_map(complete).collect::<Vec<u8>>());
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let before = memory_in_use();
    let ids: Vec<_> =
        (0..MANY).map(|number| client.submit(Owner::Run, &job("f", number.to_string().as_bytes())).unwrap()).collect();
    let queued = memory_in_use() - before - (size_of_val(&ids[..]) as isize);
    // The packets themselves are 31 bytes, in allocations of their own.
    assert!(queued < 300 * MANY as isize, "{} bytes for each", queued / MANY as isize);
    for id in &ids {
        assert!(matches!(next_event(&mut client), Some((created, Event::Created(_))) if created == *id));
    }
    for (number, id) in ids.iter().enumerate().rev() {
        let Some((completed, Event::Complete(result))) = next_event(&mut client) else { panic!("no result") };
        assert_eq!((completed, result), (*id, number.to_string().into()));
    }
    assert_eq!(next_event(&mut client), None);
}

#[test]
fn submissions_do_not_pile_up_in_a_connection() {
    let (go, may_read) = std::sync::mpsc::channel::<()>();
    let server = FakeServer::play(move |peer| {
        let _ = may_read.recv();
        peer.rest();
    });
    let mut client = client([server.server()]);
    let workload = vec![b'x'; 100_000];
    for _ in 0..1000 {
        client.submit(Owner::Run, &background_job("f", &workload)).unwrap();
    }
    let mut stuck = 0;
    run(|watch| {
        assert!(client.poll_run(watch).is_pending());
        look_again(watch);
        // Until the kernel takes no more.
        stuck = if client.pool.unwritten(0) > 100_000 { stuck + 1 } else { 0 };
        if stuck > 20 { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    });
    assert!(client.pool.unwritten(0) < 1_000_000);
    drop(go);
}

#[test]
fn a_server_that_writes_before_it_reads_is_no_deadlock() {
    const SIZE: usize = 8 * 1024 * 1024;
    let server = FakeServer::play(|peer| {
        let (_, workload) = peer.receive();
        assert!(workload.len() > SIZE);
        peer.answer(kind::JOB_CREATED, b"H0");
        let chunk = [&b"H0\0"[..], &vec![b'd'; SIZE]].concat();
        // More than the kernel keeps, while the client has as much to write.
        (0..4).for_each(|_| peer.answer(kind::WORK_DATA, &chunk));
        for number in 1..4 {
            assert!(peer.receive().1.len() > SIZE);
            peer.answer(kind::JOB_CREATED, format!("H{number}").as_bytes());
            peer.answer(kind::WORK_COMPLETE, format!("H{number}\0").as_bytes());
        }
        peer.answer(kind::WORK_COMPLETE, b"H0\0");
        peer.expect_close();
    });
    let mut client = client([server.server()]);
    let workload = vec![b'w'; SIZE];
    let mut call = Call::begin(&mut client, &job("f", &workload)).unwrap();
    for _ in 1..4 {
        client.submit(Owner::Run, &job("f", &workload)).unwrap();
    }
    let Outcome::Complete(result) = run(|watch| call.poll(&mut client, watch)) else { panic!("it did not complete") };
    assert_eq!(result.len(), 4 * SIZE);
    let ended = std::iter::from_fn(|| next_event(&mut client)).filter(|it| matches!(it.1, Event::Complete(_)));
    assert_eq!(ended.count(), 3);
}
