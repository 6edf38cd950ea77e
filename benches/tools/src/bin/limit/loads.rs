use std::io::{self, Error};

use crate::connection::Connection;
use crate::packet::{self, ECHO_REQ, ECHO_RES, JOB_CREATED, SUBMIT_JOB, SUBMIT_JOB_BG, WORK_COMPLETE};
use crate::worker;

/// How many GRABs the worker with prefetch keeps outstanding, as `gearman.prefetch=16` does.
const PREFETCH: usize = 16;
/// How many jobs `fill` sends before it reads.
const BATCH: usize = 256;

pub struct Target {
    pub port: u16,
    pub function: String,
    pub workload: Vec<u8>,
}

/// Does its work so many times.
pub type Load = Box<dyn FnMut(usize) -> io::Result<()>>;

pub fn named(name: &str, target: Target) -> io::Result<Load> {
    let mut uniques = Uniques::new();
    Ok(match name {
        "connect" => Box::new(move |count| {
            (0..count).try_for_each(|_| do_background(&mut Connection::open(target.port)?, &target, &uniques.next()))
        }),
        "work" => worker::work(&target, 0)?,
        "prefetch" => worker::work(&target, PREFETCH)?,
        _ => {
            let call = match name {
                "ping" => ping,
                "background" => do_background,
                "normal" => do_normal,
                _ => return Err(Error::other(format!("there is no load '{name}'"))),
            };
            let mut connection = Connection::open(target.port)?;
            Box::new(move |count| (0..count).try_for_each(|_| call(&mut connection, &target, &uniques.next())))
        }
    })
}

fn ping(connection: &mut Connection, target: &Target, _: &[u8]) -> io::Result<()> {
    connection.send(ECHO_REQ, &[], &target.workload)?;
    same(connection.expect(ECHO_RES)?, &target.workload)
}

fn do_background(connection: &mut Connection, target: &Target, unique: &[u8]) -> io::Result<()> {
    connection.send(SUBMIT_JOB_BG, &[target.function.as_bytes(), unique], &target.workload)?;
    connection.expect(JOB_CREATED).map(drop)
}

fn do_normal(connection: &mut Connection, target: &Target, unique: &[u8]) -> io::Result<()> {
    connection.send(SUBMIT_JOB, &[target.function.as_bytes(), unique], &target.workload)?;
    connection.expect(JOB_CREATED)?;
    let (_handle, result) = packet::split_first(connection.expect(WORK_COMPLETE)?);
    same(result, &target.workload)
}

/// Queues jobs as fast as gearmand takes them.
pub fn fill(target: &Target, count: usize) -> io::Result<()> {
    let mut connection = Connection::open(target.port)?;
    let mut uniques = Uniques::new();
    let mut left = count;
    while left > 0 {
        let batch = left.min(BATCH);
        for _ in 0..batch {
            connection.queue(SUBMIT_JOB_BG, &[target.function.as_bytes(), &uniques.next()], &target.workload)?;
        }
        connection.flush()?;
        for _ in 0..batch {
            connection.expect(JOB_CREATED)?;
        }
        left -= batch;
    }
    Ok(())
}

fn same(answer: &[u8], expected: &[u8]) -> io::Result<()> {
    if answer == expected { Ok(()) } else { Err(Error::other("the answer is not what was sent")) }
}

/// Each job gets a unique key as long as a UUID, so that gearmand has the same work with it as with PHP's jobs.
struct Uniques {
    next: u64,
}

impl Uniques {
    fn new() -> Self {
        Self { next: u64::from(std::process::id()) << 32 }
    }

    fn next(&mut self) -> [u8; 36] {
        self.next += 1;
        let mut text = [b'-'; 36];
        for (digit, byte) in text.iter_mut().rev().take(16).enumerate() {
            *byte = b"0123456789abcdef"[(self.next >> (4 * digit)) as usize & 15];
        }
        text
    }
}
