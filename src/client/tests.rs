//! The task set by itself, then a client against scripted servers.

mod batch;
mod calls;
mod faults;
mod foresight;
mod fork;
mod gathering;
mod inquiries;
mod load;
mod persistence;
mod spread;
mod task_set;

use crate::client::{Call, Client, Event, Outcome, TaskId};
use crate::net::Server;
use crate::protocol::Submission;
use crate::testing::run;

fn client(servers: impl IntoIterator<Item = Server>) -> Client {
    let mut client = Client::default();
    servers.into_iter().for_each(|server| client.pool.add(server));
    client
}

/// A whole call.
fn call(client: &mut Client, job: &Submission<'_>) -> Outcome {
    let mut call = Call::begin(client, job).unwrap();
    run(|watch| call.poll(client, watch))
}

fn next_event(client: &mut Client) -> Option<(TaskId, Event)> {
    run(|watch| client.poll_run(watch))
}
