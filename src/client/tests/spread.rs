use std::collections::HashMap;

use crate::client::spread::{order_of, servers_in};
use crate::client::task::Order;
use crate::client::{Client, Owed};
use crate::net::{Pool, Selection, Server};
use crate::protocol::{Mode, Priority, Submission};
use crate::testing::job;

fn pool(ports: &[u16]) -> Pool<Owed> {
    let mut pool = Client::default().pool;
    ports.iter().for_each(|port| pool.add(Server::new(b"10.0.0.1", i64::from(*port)).unwrap()));
    pool
}

fn keyed(key: usize) -> Order {
    let key = key.to_string();
    let job = Submission { unique: key.as_bytes(), ..job("f", b"") };
    order_of(&job, Selection::Spread)
}

/// The port of the server that comes first for each of many keys.
fn homes(pool: &Pool<Owed>) -> Vec<String> {
    let home = |key| servers_in(keyed(key), pool).first().and_then(|first| pool.server(*first)).unwrap().to_string();
    (0..30_000).map(home).collect()
}

#[test]
#[cfg_attr(miri, ignore = "too much for an interpreter")]
fn keys_are_shared_out_evenly() {
    let mut shares: HashMap<String, usize> = HashMap::new();
    homes(&pool(&[1, 2, 3])).into_iter().for_each(|home| *shares.entry(home).or_default() += 1);
    assert_eq!(shares.len(), 3);
    assert!(shares.values().all(|share| (9_500..=10_500).contains(share)), "{shares:?}");
}

#[test]
#[cfg_attr(miri, ignore = "too much for an interpreter")]
fn a_server_that_is_gone_takes_only_its_own_keys_with_it() {
    let (three, two) = (homes(&pool(&[1, 2, 3])), homes(&pool(&[3, 1])));
    let moved = three.iter().zip(&two).filter(|(before, after)| before != after);
    assert!(moved.clone().all(|(before, _)| before == "10.0.0.1:2"));
    assert_eq!(moved.count(), three.iter().filter(|home| *home == "10.0.0.1:2").count());
}

#[test]
fn jobs_without_a_key_go_round() {
    let pool = pool(&[1, 2, 3]);
    let job = Submission { shares_key: false, ..job("f", b"") };
    let firsts: Vec<usize> = (0..9)
        .map(|_| {
            let servers = servers_in(order_of(&job, Selection::Spread), &pool);
            assert_eq!((servers[1], servers[2]), ((servers[0] + 1) % 3, (servers[0] + 2) % 3));
            servers[0]
        })
        .collect();
    assert!(firsts.windows(2).all(|pair| pair[1] == (pair[0] + 1) % 3), "{firsts:?}");
}

#[test]
fn functions_with_equal_keys_need_not_meet() {
    let pool = pool(&[1, 2, 3]);
    let first = |function| servers_in(order_of(&job(function, b""), Selection::Spread), &pool)[0];
    let firsts: Vec<usize> = ["a", "b", "c", "d", "e", "f", "g", "h"].map(first).to_vec();
    assert!(firsts.iter().any(|server| *server != firsts[0]));
}

#[test]
fn by_default_all_go_to_the_first() {
    let job = Submission { mode: Mode::Background(Priority::High), ..job("f", b"") };
    assert_eq!(order_of(&job, Selection::Ordered), Order::Given);
    assert_eq!(servers_in(Order::Given, &pool(&[1, 2]))[..], [0, 1]);
    assert!(servers_in(Order::Turn(7), &pool(&[])).is_empty());
}
