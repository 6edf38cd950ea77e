//! Whatever servers send and lose: a task is told its end once and nothing after it, and every task that a server
//! took is told its end at last.

#![no_main]

#[allow(dead_code)]
#[path = "../../src/error.rs"]
mod error;
#[allow(dead_code, unused_imports)]
#[path = "../../src/protocol/mod.rs"]
mod protocol;
#[allow(dead_code)]
#[path = "../../src/stats.rs"]
mod stats;
/// What the state machines need of the connections.
#[allow(dead_code, unused_imports)]
#[path = "../../src/net/pool"]
mod net {
    mod loss;
    pub use loss::{Knowledge, Loss, Stage};
}
/// The parts of the client that do no IO.
#[allow(dead_code, unused_imports)]
#[path = "../../src/client"]
mod client {
    mod answers;
    mod handles;
    mod losses;
    pub mod owed;
    pub mod task;
    pub mod task_set;

    use crate::net::Knowledge;
    use owed::Owed;
    use task_set::TaskSet;

    /// Sends the next of the unsent to `server`, when it may go there; nothing when there is none.
    pub fn send(set: &mut TaskSet, server: usize, owed: &mut Owed) -> Option<bool> {
        if !set.next_unsent()?.may_use(server) {
            return Some(false);
        }
        set.assign(owed);
        let id = owed::pop(&mut owed.queued)?;
        assert!(set.request_of(id).is_some(), "there is nothing to send");
        set.sent(id, server, owed);
        Some(true)
    }

    pub fn expects(owed: &Owed) -> bool {
        owed.is_expected()
    }
}

use std::collections::HashMap;

use arbitrary::Arbitrary;
use bytes::Bytes;
use libfuzzer_sys::fuzz_target;

use crate::client::owed::Owed;
use crate::client::task::{Event, Order, Owner, Question, Retry, Task, TaskId};
use crate::client::task_set::TaskSet;
use crate::error::{Error, ReturnCode};
use crate::net::Knowledge;
use crate::protocol::{Mode, Priority, Progress, Request, Response, Submission};

/// The servers there are.
const SERVERS: usize = 3;

#[derive(Arbitrary, Debug)]
enum Step {
    Submit { background: bool, call: bool },
    Ask { question: u8 },
    Send { server: u8 },
    Greet { server: u8 },
    Receive { server: u8, packet: Packet },
    Lose { server: u8, retry: u8 },
    LeaveSilent { server: u8, is_overdue: bool, may_go: bool },
    Abandon { task: u8 },
    BeginRun,
}

#[derive(Arbitrary, Debug)]
enum Packet {
    Created { handle: u8 },
    Data { handle: u8 },
    Status { handle: u8 },
    Complete { handle: u8 },
    Fail { handle: u8 },
    Exception { handle: u8 },
    Known,
    KnownUnique,
    Echo,
    Option,
    Refusal,
    Noop,
}

/// What is known of a task.
#[derive(Default)]
struct Told {
    call: bool,
    abandoned: bool,
    acknowledged: bool,
    ended: bool,
}

fuzz_target!(|steps: Vec<Step>| {
    let mut set = TaskSet::default();
    let mut owed: [Owed; SERVERS] = Default::default();
    let mut ids = Vec::new();
    let mut told: HashMap<TaskId, Told> = HashMap::new();
    for step in steps {
        match step {
            Step::Submit { background, call } => {
                let owner = if call { Owner::Call } else { Owner::Run };
                let id = set.add(Task::submission(owner, background, Order::Given, submission()));
                ids.push(id);
                assert!(told.insert(id, Told { call, ..Told::default() }).is_none(), "an id came back");
            }
            Step::Ask { question } => {
                let question = match question % 3 {
                    0 => Question::Status,
                    1 => Question::StatusUnique,
                    _ => Question::Echo,
                };
                let request = Request::echo(b"").unwrap();
                let id = set.add(Task::question(Owner::Run, question, None, request));
                ids.push(id);
                assert!(told.insert(id, Told::default()).is_none(), "an id came back");
            }
            Step::Send { server } => {
                let server = usize::from(server) % SERVERS;
                if client::send(&mut set, server, &mut owed[server]) == Some(false) {
                    set.fail_unsent(&lost());
                }
            }
            Step::Greet { server } => owed[usize::from(server) % SERVERS].greeted(),
            Step::Receive { server, packet } => {
                let server = usize::from(server) % SERVERS;
                if let Err(error) = set.receive(&mut owed[server], packet.response()) {
                    set.lost(server, std::mem::take(&mut owed[server]), &error, Retry::No);
                }
            }
            Step::LeaveSilent { server, is_overdue, may_go } => {
                let server = usize::from(server) % SERVERS;
                set.leave_silent(server, &mut owed[server], &lost(), is_overdue, |_| may_go);
            }
            Step::Lose { server, retry } => {
                let server = usize::from(server) % SERVERS;
                let retry = match retry % 3 {
                    0 => Retry::No,
                    1 => Retry::Anywhere,
                    _ => Retry::Elsewhere,
                };
                set.lost(server, std::mem::take(&mut owed[server]), &lost(), retry);
            }
            Step::Abandon { task } => {
                // Tasks of runTasks are not given up one by one.
                if let Some(id) = ids.get(usize::from(task)).filter(|id| told[*id].call) {
                    set.abandon(*id);
                    told.entry(*id).or_default().abandoned = true;
                }
            }
            Step::BeginRun => set.begin_run(),
        }
        hear(&mut set, &ids, &mut told);
        let waiting = |it: &&Told| !it.call && !it.ended;
        assert!(!set.is_run_over() || set.stall_reason().is_some() || !told.values().any(|it| waiting(&it)));
    }

    // Every server goes away, and nobody is there any more.
    for (server, owed) in owed.iter_mut().enumerate() {
        set.lost(server, std::mem::take(owed), &lost(), Retry::No);
        assert!(!client::expects(owed));
    }
    while set.next_unsent().is_some() {
        set.fail_unsent(&lost());
    }
    hear(&mut set, &ids, &mut told);
    assert!(set.is_run_over() && !set.has_unsent());
    for (id, it) in told {
        let may_wait = !it.call && !it.acknowledged;
        assert!(it.ended || it.abandoned || may_wait, "a task was never told its end");
        assert!(set.server_of(id).is_none(), "a task was left over");
    }
});

fn hear(set: &mut TaskSet, ids: &[TaskId], told: &mut HashMap<TaskId, Told>) {
    let mut events: Vec<(TaskId, Event)> = std::iter::from_fn(|| set.next_run_event()).collect();
    for id in ids {
        events.extend(std::iter::from_fn(|| set.next_call_event(*id)).map(|event| (*id, event)));
    }
    for (id, event) in events {
        let told = told.get_mut(&id).expect("an event of a task that is not there");
        assert!(!told.ended && !told.abandoned, "told after its end: {event:?}");
        told.acknowledged |= matches!(event, Event::Created(_));
        told.ended = event.is_last();
    }
}

fn submission() -> Request {
    let job = Submission { function: b"f", unique: b"", shares_key: false, workload: b"".into(), mode: Mode::Foreground(Priority::Normal) };
    Request::submit_job(&job).unwrap()
}

fn lost() -> Error {
    Error::new(ReturnCode::LostConnection, "gone")
}

/// Few handles, of the shapes that are kept in different ways.
fn handle(number: u8) -> Bytes {
    match number % 8 {
        shape @ 0..4 => format!("H:a:{shape}"),
        4 => "H:b:1".to_owned(),
        5 => "H:a:01".to_owned(),
        6 => "H:a:".to_owned(),
        _ => "x".to_owned(),
    }
    .into()
}

impl Packet {
    fn response(self) -> Response {
        match self {
            Self::Created { handle: it } => Response::JobCreated { handle: handle(it) },
            Self::Data { handle: it } => Response::WorkData { handle: handle(it), data: Bytes::new() },
            Self::Status { handle: it } => Response::WorkStatus { handle: handle(it), numerator: 1, denominator: 2 },
            Self::Complete { handle: it } => Response::WorkComplete { handle: handle(it), data: Bytes::new() },
            Self::Fail { handle: it } => Response::WorkFail { handle: handle(it) },
            Self::Exception { handle: it } => Response::WorkException { handle: handle(it), data: Bytes::new() },
            Self::Known => Response::Status { handle: handle(0), progress: Progress::default() },
            Self::KnownUnique => Response::StatusUnique { unique: Bytes::new(), progress: Progress::default() },
            Self::Echo => Response::Echo { data: Bytes::new() },
            Self::Option => Response::Option { name: Bytes::new() },
            Self::Refusal => Response::Error { code: Bytes::new(), text: Bytes::new() },
            Self::Noop => Response::Noop,
        }
    }
}
