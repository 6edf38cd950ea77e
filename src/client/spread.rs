//! Which of several servers a job goes to.

use std::cell::Cell;
use std::cmp::Reverse;

use smallvec::SmallVec;

use super::murmur::murmur3;
use super::task::Order;
use super::unique::random_number;
use crate::net::{Knowledge, Pool, Selection};
use crate::process::Origin;
use crate::protocol::Submission;

thread_local! {
    /// Whose turn it is next.  It is the thread's, because a web request makes a client for a single job; and it begins
    /// anywhere, or one server would get what every new process begins with.
    static TURN: Cell<Option<(Origin, u32)>> = const { Cell::new(None) };
}

/// In which order the servers are asked to take a job.
pub fn order_of(job: &Submission<'_>, selection: Selection) -> Order {
    match selection {
        Selection::Ordered => Order::Given,
        // A task keeps 30 bits of it.
        Selection::Spread if job.shares_key => Order::Key(murmur3(job.sent_unique(), murmur3(job.function, 0)) >> 2),
        Selection::Spread => Order::Turn(next_turn()),
    }
}

/// The servers of a pool in this order.
pub fn servers_in<K: Knowledge>(order: Order, pool: &Pool<K>) -> SmallVec<[usize; 8]> {
    let count = pool.len();
    let mut servers: SmallVec<[usize; 8]> = (0..count).collect();
    match order {
        Order::Given => {}
        Order::Turn(turn) => servers.rotate_left((turn as usize).checked_rem(count).unwrap_or(0)),
        Order::Key(key) => servers.sort_by_cached_key(|server| {
            Reverse(pool.server(*server).map(|server| murmur3(server.to_string().as_bytes(), key)))
        }),
    }
    servers
}

fn next_turn() -> u32 {
    let (origin, turn) =
        TURN.get().filter(|(origin, _)| !origin.is_foreign()).unwrap_or_else(|| (Origin::here(), random_number()));
    TURN.set(Some((origin, turn.wrapping_add(1))));
    turn
}
