use std::io::{self, Error};

use crate::connection::Connection;
use crate::loads::{Load, Target};
use crate::packet::{self, CAN_DO, GRAB_JOB, JOB_ASSIGN, NO_JOB, NOOP, PRE_SLEEP, WORK_COMPLETE};

/// How many GRABs `drain` keeps outstanding.
const DRAINERS: usize = 64;

/// Answers every job with its workload, until it is killed.
pub fn echo(port: u16, function: &str) -> io::Result<()> {
    let mut connection = open(port, function)?;
    let mut result = Vec::new();
    loop {
        connection.send(GRAB_JOB, &[], &[])?;
        match connection.receive()? {
            (JOB_ASSIGN, body) => {
                let (handle, workload) = parts_of(body);
                let handle = handle.to_vec();
                result.clear();
                result.extend_from_slice(workload);
                connection.send(WORK_COMPLETE, &[&handle], &result)?;
            }
            (NO_JOB, _) => {
                connection.send(PRE_SLEEP, &[], &[])?;
                connection.expect(NOOP)?;
            }
            (NOOP, _) => {}
            (kind, _) => return Err(Error::other(format!("packet {kind} for a worker"))),
        }
    }
}

/// Does queued jobs one after another, as a loop of `work()` does: each call asks for a job and ends with its result.
/// With prefetch, so many further GRABs are outstanding, and a result goes out together with the next GRAB.
pub fn work(target: &Target, prefetch: usize) -> io::Result<Load> {
    let mut connection = open(target.port, &target.function)?;
    let mut handle = Vec::new();
    Ok(Box::new(move |count| {
        let mut to_grab = count;
        for _ in 0..prefetch.min(count) {
            connection.queue(GRAB_JOB, &[], &[])?;
            to_grab -= 1;
        }
        connection.flush()?;
        for _ in 0..count {
            if prefetch == 0 {
                connection.send(GRAB_JOB, &[], &[])?;
            }
            handle.clear();
            handle.extend_from_slice(parts_of(connection.expect(JOB_ASSIGN)?).0);
            connection.queue(WORK_COMPLETE, &[&handle], &[])?;
            // A GRAB too many would be answered when nobody reads any more, and unread bytes make the kernel reset
            // the connection, which loses results that are still on their way.
            if prefetch > 0 && to_grab > 0 {
                connection.queue(GRAB_JOB, &[], &[])?;
                to_grab -= 1;
            }
            connection.flush()?;
        }
        Ok(())
    }))
}

/// Takes every queued job of a function off the server and says how many there were.
pub fn drain(port: u16, function: &str) -> io::Result<usize> {
    let mut connection = open(port, function)?;
    let (mut jobs, mut outstanding) = (0, 0);
    let mut wanted = DRAINERS;
    loop {
        for _ in 0..wanted {
            connection.queue(GRAB_JOB, &[], &[])?;
            outstanding += 1;
        }
        connection.flush()?;
        if outstanding == 0 {
            return Ok(jobs);
        }
        wanted = 0;
        match connection.receive()? {
            (JOB_ASSIGN, body) => {
                let handle = parts_of(body).0.to_vec();
                connection.queue(WORK_COMPLETE, &[&handle], &[])?;
                jobs += 1;
                wanted = 1;
            }
            (NO_JOB, _) => {}
            (kind, _) => return Err(Error::other(format!("packet {kind} while draining"))),
        }
        outstanding -= 1;
    }
}

fn open(port: u16, function: &str) -> io::Result<Connection> {
    let mut connection = Connection::open(port)?;
    connection.send(CAN_DO, &[], function.as_bytes())?;
    Ok(connection)
}

/// Handle and workload of an assigned job.
fn parts_of(body: &[u8]) -> (&[u8], &[u8]) {
    let (handle, rest) = packet::split_first(body);
    (handle, packet::split_first(rest).1)
}
