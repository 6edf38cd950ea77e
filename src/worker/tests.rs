//! The registry and the standing by themselves, then a worker against scripted servers.

mod answers;
mod echo;
mod faults;
mod finishing;
mod foresight;
mod fork;
mod grab;
mod prefetch;
mod prefetching;
mod registry;
mod regrabbing;
mod standing;
mod supervising;
mod waiting;
mod work;

use crate::error::Result;
use crate::net::{Reach, Server};
use crate::protocol::Request;
use crate::testing::{Peer, kind, look_again, run};
use crate::worker::{Job, Reached, Worker};

/// A worker that can do `f`.
fn worker(servers: impl IntoIterator<Item = Server>) -> Worker {
    let mut worker = Worker::default();
    servers.into_iter().for_each(|server| worker.pool.add(server));
    worker.register(b"f", 0).unwrap();
    worker
}

/// What `work()` waits for.
fn work(worker: &mut Worker) -> Result<Job> {
    worker.begin();
    run(|watch| worker.poll_job(watch))
}

fn workload(job: Result<Job>) -> String {
    String::from_utf8(job.unwrap().assignment.workload().to_vec()).unwrap()
}

fn complete(worker: &mut Worker, job: &Job, result: &[u8]) -> Result<()> {
    worker.send(job, &Request::work_complete(job.handle(), result)?)?;
    run(|watch| worker.poll_sent(job, watch))
}

/// Connects to every server, so that a test need not mind which is there first.
fn connect(worker: &mut Worker) {
    let mut reach = Reach::every();
    run(|watch| reach.poll(&mut worker.pool, watch)).unwrap();
}

/// Writes what was announced.
fn flush(worker: &mut Worker) {
    run(|watch| {
        worker.flush(watch);
        std::task::Poll::Ready(())
    });
}

/// Looks until the loss of every link is seen: a server that has just spoken is not asked about.
fn notice_loss(worker: &mut Worker) {
    run(|watch| {
        worker.notice_all_lost();
        look_again(watch);
        if worker.pool.any_up() { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    });
}

fn is_asleep(worker: &Worker) -> bool {
    worker.reached() == Reached::Asleep
}

/// Whether a server owes an answer that a call waits for whose time is over.
fn is_in_exchange(worker: &mut Worker) -> bool {
    run(|watch| std::task::Poll::Ready(worker.is_in_exchange(watch)))
}

/// A worker introduces itself and asks for a job.
fn greet(peer: &mut Peer) {
    peer.expect(kind::CAN_DO, b"f");
    peer.expect(kind::GRAB_JOB_UNIQ, b"");
}

/// Gives a worker a job that carries its number.
fn assign(peer: &mut Peer, number: u32) {
    peer.answer(kind::JOB_ASSIGN_UNIQ, format!("H:{number}\0f\0u\0{number}").as_bytes());
}

/// Says that nothing is queued; the worker goes to sleep.
fn refuse(peer: &mut Peer) {
    peer.answer(kind::NO_JOB, b"");
    peer.expect(kind::PRE_SLEEP, b"");
}
