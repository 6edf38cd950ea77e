use std::ops::{Deref, DerefMut};

use bytes::Bytes;

use crate::client::owed::{Owed, pop};
use crate::client::task::{Event, Order, Owner, Question, Retry, Task, TaskId};
use crate::client::task_set::TaskSet;
use crate::error::{Error, Result, ReturnCode};
use crate::net::Knowledge;
use crate::protocol::{Progress, Request, Response};
use crate::testing::{bytes, job, memory_in_use};

/// A task set and what two servers owe it.
#[derive(Default)]
struct Set {
    tasks: TaskSet,
    owed: [Owed; 2],
}

impl Deref for Set {
    type Target = TaskSet;

    fn deref(&self) -> &TaskSet {
        &self.tasks
    }
}

impl DerefMut for Set {
    fn deref_mut(&mut self) -> &mut TaskSet {
        &mut self.tasks
    }
}

impl Set {
    fn next_unsent(&mut self) -> Option<(TaskId, &Task)> {
        self.tasks.next_unsent()?;
        let id = *self.tasks.pinned.front().or(self.tasks.unsent.front())?;
        self.tasks.next_unsent().map(|task| (id, task))
    }

    fn sent(&mut self, server: usize) {
        let owed = &mut self.owed[server];
        self.tasks.assign(owed);
        let id = pop(&mut owed.queued).unwrap();
        self.tasks.sent(id, server, owed);
    }

    fn receive(&mut self, server: usize, response: Response) -> Result<()> {
        self.tasks.receive(&mut self.owed[server], response)
    }

    fn lost(&mut self, server: usize, error: &Error, retry: Retry) {
        let owed = std::mem::take(&mut self.owed[server]);
        self.tasks.lost(server, owed, error, retry);
    }

    fn expects(&self, server: usize) -> bool {
        self.owed[server].is_expected()
    }

    fn is_idle(&self) -> bool {
        !self.tasks.has_unsent() && !self.expects(0) && !self.expects(1)
    }
}

fn request() -> Request {
    Request::submit_job(&job("f", b"w")).unwrap()
}

fn submission() -> Task {
    Task::submission(Owner::Run, false, Order::Given, request())
}

fn call() -> Task {
    Task::submission(Owner::Call, false, Order::Given, request())
}

fn question(question: Question) -> Task {
    Task::question(Owner::Run, question, None, Request::get_status(b"H").unwrap())
}

/// Adds a task and sends it; it must be the first that waits.
fn send(set: &mut Set, server: usize, task: Task) -> TaskId {
    let id = set.add(task);
    assert_eq!(next_id(set), Some(id));
    set.sent(server);
    id
}

fn next_id(set: &mut Set) -> Option<TaskId> {
    set.next_unsent().map(|(id, _)| id)
}

/// What is unsent, in its order; all of it is sent on `server`.
fn send_all(set: &mut Set, server: usize) -> Vec<TaskId> {
    let mut ids = Vec::new();
    while let Some(id) = next_id(set) {
        set.sent(server);
        ids.push(id);
    }
    ids
}

fn created(handle: &'static str) -> Response {
    Response::JobCreated { handle: bytes(handle) }
}

fn data(handle: &'static str, data: &'static str) -> Response {
    Response::WorkData { handle: bytes(handle), data: bytes(data) }
}

fn complete(handle: &'static str, data: &'static str) -> Response {
    Response::WorkComplete { handle: bytes(handle), data: bytes(data) }
}

fn refusal(code: &'static str) -> Response {
    Response::Error { code: bytes(code), text: bytes("text") }
}

fn receive(set: &mut Set, server: usize, responses: impl IntoIterator<Item = Response>) {
    for response in responses {
        set.receive(server, response).unwrap();
    }
}

fn run_events(set: &mut Set) -> Vec<(TaskId, Event)> {
    std::iter::from_fn(|| set.next_run_event()).collect()
}

fn lost() -> Error {
    Error::new(ReturnCode::LostConnection, "a:1: the server closed the connection")
}

#[test]
fn each_packet_becomes_an_event() {
    let mut set = Set::default();
    let id = send(&mut set, 0, submission());
    assert!(set.expects(0) && !set.is_run_over() && !set.has_run_event());
    receive(
        &mut set,
        0,
        [
            created("H:a:1"),
            data("H:a:1", "part"),
            Response::WorkWarning { handle: bytes("H:a:1"), data: bytes("careful") },
            Response::WorkStatus { handle: bytes("H:a:1"), numerator: 1, denominator: 2 },
            complete("H:a:1", "result"),
        ],
    );
    assert!(set.has_run_event());
    let expected = [
        Event::Created(bytes("H:a:1")),
        Event::Data(bytes("part")),
        Event::Warning(bytes("careful")),
        Event::Status { numerator: 1, denominator: 2 },
        Event::Complete(bytes("result")),
    ];
    assert_eq!(run_events(&mut set), expected.map(|event| (id, event)));
    assert!(!set.expects(0) && set.is_run_over() && set.server_of(id).is_none());
}

#[test]
fn a_failure_ends_a_task() {
    let mut set = Set::default();
    let id = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H"), Response::WorkFail { handle: bytes("H") }, complete("H", "too late")]);
    assert_eq!(run_events(&mut set), [(id, Event::Created(bytes("H"))), (id, Event::Fail)]);
    assert!(!set.expects(0));
}

#[test]
fn an_exception_ends_a_task_and_the_failure_behind_it_is_not_told() {
    let mut set = Set::default();
    let id = send(&mut set, 0, submission());
    receive(
        &mut set,
        0,
        [
            created("H"),
            Response::WorkException { handle: bytes("H"), data: bytes("Oops") },
            Response::WorkFail { handle: bytes("H") },
        ],
    );
    assert_eq!(run_events(&mut set), [(id, Event::Created(bytes("H"))), (id, Event::Exception(bytes("Oops")))]);
    assert!(set.is_run_over());
}

#[test]
fn a_background_task_ends_when_it_is_created() {
    let mut set = Set::default();
    let id = send(&mut set, 0, Task::submission(Owner::Run, true, Order::Given, request()));
    receive(&mut set, 0, [created("H")]);
    assert_eq!(run_events(&mut set), [(id, Event::Queued(bytes("H")))]);
    assert!(!set.expects(0) && set.is_run_over());
}

#[test]
fn acknowledgements_come_in_the_order_of_the_submissions() {
    let mut set = Set::default();
    let (first, second) = (send(&mut set, 0, submission()), send(&mut set, 0, submission()));
    receive(&mut set, 0, [created("H1"), created("H2"), complete("H2", "two"), complete("H1", "one")]);
    let expected = [
        (first, Event::Created(bytes("H1"))),
        (second, Event::Created(bytes("H2"))),
        (second, Event::Complete(bytes("two"))),
        (first, Event::Complete(bytes("one"))),
    ];
    assert_eq!(run_events(&mut set), expected);
}

#[test]
fn questions_end_with_their_answers() {
    let mut set = Set::default();
    let progress = Progress { known: true, running: true, numerator: 1, denominator: 2 };
    let asked = [Question::Status, Question::StatusUnique, Question::Echo, Question::Option]
        .map(|it| send(&mut set, 0, question(it)));
    receive(
        &mut set,
        0,
        [
            Response::Status { handle: bytes("H"), progress },
            Response::StatusUnique { unique: bytes("u"), progress },
            Response::Echo { data: bytes("e") },
            Response::Option { name: bytes("exceptions") },
        ],
    );
    let answers = [Event::Known(progress), Event::Known(progress), Event::Echo(bytes("e")), Event::OptionSet];
    assert_eq!(run_events(&mut set), std::iter::zip(asked, answers).collect::<Vec<_>>());
    assert!(!set.expects(0) && set.is_run_over());
}

#[test]
fn tasks_that_share_a_handle_get_each_their_copy() {
    let mut set = Set::default();
    let (first, second) = (send(&mut set, 0, submission()), send(&mut set, 0, submission()));
    receive(&mut set, 0, [created("H"), created("H"), data("H", "a"), data("H", "a"), data("H", "b"), data("H", "b")]);
    receive(&mut set, 0, [complete("H", "c"), complete("H", "c")]);
    let of = |id| {
        [Event::Created(bytes("H")), Event::Data(bytes("a")), Event::Data(bytes("b")), Event::Complete(bytes("c"))]
            .map(|event| (id, event))
    };
    let events = run_events(&mut set);
    let told = |id| events.iter().filter(|(task, _)| *task == id).cloned().collect::<Vec<_>>();
    assert_eq!(told(first), of(first));
    assert_eq!(told(second), of(second));
    assert!(!set.expects(0));
}

#[test]
fn a_task_that_joins_late_gets_what_comes_after_it() {
    let mut set = Set::default();
    let first = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H"), data("H", "early")]);
    let second = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H"), data("H", "late"), data("H", "late")]);
    let expected = [
        (first, Event::Created(bytes("H"))),
        (first, Event::Data(bytes("early"))),
        (second, Event::Created(bytes("H"))),
        (first, Event::Data(bytes("late"))),
        (second, Event::Data(bytes("late"))),
    ];
    assert_eq!(run_events(&mut set), expected);
}

#[test]
fn one_handle_on_two_servers_is_two_jobs() {
    let mut set = Set::default();
    let (first, second) = (send(&mut set, 0, submission()), send(&mut set, 1, submission()));
    receive(&mut set, 0, [created("H")]);
    receive(&mut set, 1, [created("H"), complete("H", "second")]);
    receive(&mut set, 0, [complete("H", "first")]);
    let expected = [
        (first, Event::Created(bytes("H"))),
        (second, Event::Created(bytes("H"))),
        (second, Event::Complete(bytes("second"))),
        (first, Event::Complete(bytes("first"))),
    ];
    assert_eq!(run_events(&mut set), expected);
}

#[test]
fn late_packets_of_abandoned_tasks_are_thrown_away() {
    let mut set = Set::default();
    let acknowledged = send(&mut set, 0, call());
    receive(&mut set, 0, [created("H1"), data("H1", "not taken")]);
    let sent = send(&mut set, 0, call());
    set.abandon(acknowledged);
    set.abandon(sent);
    let third = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H2"), complete("H1", "late"), complete("H2", "late"), created("H3")]);
    assert_eq!(run_events(&mut set), [(third, Event::Created(bytes("H3")))]);
    assert_eq!(set.next_call_event(acknowledged), None);
    assert_eq!(set.next_call_event(sent), None);
    assert_eq!([acknowledged, sent, third].map(|id| set.server_of(id)), [None, None, Some(0)]);
}

#[test]
fn an_abandoned_task_leaves_its_copies_to_nobody() {
    let mut set = Set::default();
    let (first, second) = (send(&mut set, 0, call()), send(&mut set, 0, call()));
    receive(&mut set, 0, [created("H"), created("H")]);
    set.abandon(first);
    receive(&mut set, 0, [data("H", "a"), data("H", "a"), complete("H", "b"), complete("H", "b")]);
    let told: Vec<_> = std::iter::from_fn(|| set.next_call_event(second)).collect();
    let expected = [Event::Created(bytes("H")), Event::Data(bytes("a")), Event::Complete(bytes("b"))];
    assert_eq!(told, expected);
    assert!(!set.expects(0));
}

#[test]
fn an_unsent_task_that_is_abandoned_is_not_sent() {
    let mut set = Set::default();
    let (first, second) = (set.add(call()), set.add(call()));
    set.abandon(first);
    assert_eq!(next_id(&mut set), Some(second));
}

#[test]
fn an_error_ends_the_oldest_request() {
    let mut set = Set::default();
    let ids = [0, 1, 2].map(|_| send(&mut set, 0, submission()));
    receive(&mut set, 0, [created("H"), refusal("CODE"), created("H3")]);
    let events = run_events(&mut set);
    let [(_, Event::Created(_)), (second, Event::Failed(error)), (third, Event::Created(_))] = &events[..] else {
        panic!("{events:?}");
    };
    assert_eq!((*second, *third), (ids[1], ids[2]));
    assert_eq!(error.code(), ReturnCode::ServerError);
    assert!(error.to_string().contains("CODE: text"), "{error}");
}

#[test]
fn refusals_have_the_codes_of_libgearman() {
    for (name, code) in [
        ("JOB_QUEUE_FULL", ReturnCode::JobQueueFull),
        ("QUEUE_ERROR", ReturnCode::QueueError),
        ("UNKNOWN_COMMAND", ReturnCode::ServerError),
        ("", ReturnCode::ServerError),
    ] {
        let mut set = Set::default();
        let id = send(&mut set, 0, call());
        receive(&mut set, 0, [refusal(name)]);
        let Some(Event::Failed(error)) = set.next_call_event(id) else { panic!("{name}") };
        assert_eq!(error.code(), code, "{name}");
    }
}

#[test]
fn what_nobody_waits_for_is_an_error() {
    let assignment = crate::testing::assignment("H", "f", "", "");
    for response in [
        created("H"),
        Response::Echo { data: bytes("e") },
        Response::Status { handle: bytes("H"), progress: Progress::default() },
        Response::StatusUnique { unique: bytes("u"), progress: Progress::default() },
        Response::Option { name: bytes("exceptions") },
        Response::Noop,
        Response::NoJob,
        Response::JobAssign(assignment),
    ] {
        let name = response.name();
        let error = Set::default().receive(0, response).expect_err(name);
        assert_eq!(error.code(), ReturnCode::UnexpectedPacket);
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[test]
fn an_error_that_answers_nothing_is_told_in_its_own_words() {
    let error = Set::default().receive(0, refusal("SHUTDOWN")).unwrap_err();
    assert!(error.to_string().contains("SHUTDOWN: text"), "{error}");
}

#[test]
fn an_answer_to_another_question_is_an_error() {
    let mut set = Set::default();
    send(&mut set, 0, submission());
    let error = set.receive(0, Response::Echo { data: bytes("e") }).unwrap_err();
    assert_eq!(error.code(), ReturnCode::UnexpectedPacket);
}

#[test]
fn packets_of_unknown_handles_are_ignored() {
    let mut set = Set::default();
    send(&mut set, 0, submission());
    receive(&mut set, 0, [data("H9", "x"), complete("H9", "x"), created("H")]);
    assert_eq!(run_events(&mut set).len(), 1);
}

#[test]
fn an_unattended_answer_is_taken_off_the_line() {
    let mut set = Set::default();
    send(&mut set, 0, submission());
    set.owed[0].greeted();
    let second = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H1"), refusal("UNKNOWN_OPTION"), created("H2")]);
    assert_eq!(run_events(&mut set).last(), Some(&(second, Event::Created(bytes("H2")))));
}

#[test]
fn a_broken_connection_sends_the_unacknowledged_again_in_their_order() {
    let mut set = Set::default();
    let acknowledged = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H")]);
    let sent = [0, 1, 2].map(|_| send(&mut set, 0, submission()));
    let unsent = [0, 1].map(|_| set.add(submission()));
    run_events(&mut set);

    set.lost(0, &lost(), Retry::Anywhere);
    assert_eq!(run_events(&mut set), [(acknowledged, Event::Failed(lost()))]);
    assert!(!set.expects(0) && set.server_of(sent[0]).is_none());
    assert_eq!(send_all(&mut set, 0), [&sent[..], &unsent[..]].concat());
    assert!(!set.is_run_over());
}

#[test]
fn acknowledged_tasks_of_a_lost_connection_fail_in_the_order_they_were_added() {
    let mut set = Set::default();
    const HANDLES: [&str; 6] = ["H6", "H2", "H4", "H1", "H5", "H3"];
    let ids = HANDLES.map(|_| send(&mut set, 0, submission()));
    receive(&mut set, 0, HANDLES.map(created));
    run_events(&mut set);
    set.lost(0, &lost(), Retry::Anywhere);
    assert_eq!(run_events(&mut set), ids.map(|id| (id, Event::Failed(lost()))));
    assert!(set.is_run_over());
}

#[test]
fn a_connection_may_break_once_and_not_twice() {
    let mut set = Set::default();
    let may_use = |set: &mut Set, server| set.next_unsent().unwrap().1.may_use(server);
    send(&mut set, 0, submission());
    set.lost(0, &lost(), Retry::Anywhere);
    assert!(may_use(&mut set, 0));
    set.sent(0);
    set.lost(0, &lost(), Retry::Anywhere);
    assert!(!may_use(&mut set, 0));
    assert!(may_use(&mut set, 1));
}

#[test]
fn an_acknowledgement_clears_the_record() {
    let mut set = Set::default();
    let id = send(&mut set, 0, submission());
    set.lost(0, &lost(), Retry::Anywhere);
    assert_eq!(send_all(&mut set, 0), [id]);
    receive(&mut set, 0, [created("H"), complete("H", "done")]);
    assert_eq!(run_events(&mut set), [(id, Event::Created(bytes("H"))), (id, Event::Complete(bytes("done")))]);
}

#[test]
fn an_unreachable_server_is_not_tried_again() {
    let mut set = Set::default();
    let refused = Error::new(ReturnCode::CouldNotConnect, "a:1: connection refused");
    send(&mut set, 0, submission());
    set.lost(0, &refused, Retry::Elsewhere);
    let (_, task) = set.next_unsent().unwrap();
    assert!(!task.may_use(0) && task.may_use(1));
    assert_eq!(task.failure(), Some(&refused));
}

#[test]
fn a_server_that_is_not_to_be_trusted_is_sent_nothing_again() {
    let mut set = Set::default();
    let garbage = Error::new(ReturnCode::InvalidMagic, "a:1: garbage");
    let acknowledged = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H")]);
    run_events(&mut set);
    let (running, calling) = (send(&mut set, 0, submission()), send(&mut set, 0, call()));
    let elsewhere = send(&mut set, 1, submission());
    set.lost(0, &garbage, Retry::No);
    assert_eq!(next_id(&mut set), None);
    assert_eq!(run_events(&mut set), [(acknowledged, Event::Failed(garbage.clone()))]);
    assert_eq!(set.next_call_event(calling), Some(Event::Failed(garbage.clone())));
    assert_eq!((set.server_of(running), set.server_of(elsewhere)), (None, Some(1)));
    assert_eq!(set.stall_reason(), Some(&garbage));
}

#[test]
fn what_no_server_took_waits_for_the_next_run() {
    let mut set = Set::default();
    let refused = Error::new(ReturnCode::CouldNotConnect, "a:1: connection refused");
    let (first, calling, second) = (set.add(submission()), set.add(call()), set.add(submission()));
    (0..3).for_each(|_| set.fail_unsent(&refused));
    assert_eq!(set.next_call_event(calling), Some(Event::Failed(refused.clone())));
    assert!(set.is_run_over() && set.is_idle() && !set.has_run_event());
    assert_eq!(set.stall_reason(), Some(&refused));

    let third = set.add(submission());
    assert!(!set.is_run_over());
    set.begin_run();
    assert_eq!(set.stall_reason(), None);
    assert_eq!(set.next_unsent().unwrap().1.failure(), None);
    assert!(set.next_unsent().unwrap().1.may_use(0));
    assert_eq!(send_all(&mut set, 0), [first, second, third]);
    receive(&mut set, 0, ["H1", "H2", "H3"].map(created));
    assert_eq!(run_events(&mut set).len(), 3);
}

#[test]
fn an_id_is_free_only_when_the_end_was_told() {
    let mut set = Set::default();
    let ended = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H"), complete("H", "")]);
    let next = set.add(submission());
    assert_ne!(next, ended);
    assert_eq!(run_events(&mut set).len(), 2);
    assert_ne!(set.add(submission()), ended);
}

#[test]
fn what_was_abandoned_or_unattended_is_not_sent_again() {
    let mut set = Set::default();
    let id = send(&mut set, 0, call());
    set.owed[0].greeted();
    set.abandon(id);
    set.lost(0, &lost(), Retry::Anywhere);
    assert_eq!(next_id(&mut set), None);
    assert!(set.is_idle());
}

#[test]
fn a_pinned_question_goes_nowhere_else() {
    let task = Task::question(Owner::Call, Question::Status, Some(1), Request::get_status(b"H").unwrap());
    assert!(task.may_use(1) && !task.may_use(0) && !task.may_use(2));
}

#[test]
fn calls_are_told_each_their_own() {
    let mut set = Set::default();
    let (outer, inner) = (send(&mut set, 0, call()), send(&mut set, 0, call()));
    receive(&mut set, 0, [created("H1"), created("H2"), complete("H1", "outer"), complete("H2", "inner")]);
    assert_eq!(set.next_call_event(inner), Some(Event::Created(bytes("H2"))));
    assert_eq!(set.next_call_event(inner), Some(Event::Complete(bytes("inner"))));
    assert_eq!(set.next_call_event(inner), None);
    assert_eq!(set.next_call_event(outer), Some(Event::Created(bytes("H1"))));
    assert!(!set.has_run_event());
}

#[test]
fn a_child_keeps_what_was_never_sent() {
    let mut set = Set::default();
    let acknowledged = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H")]);
    let sent = send(&mut set, 1, submission());
    let unsent = set.add(submission());
    set.leave_to_parent();
    set.owed = Default::default();
    assert!(set.server_of(acknowledged).is_none() && set.server_of(sent).is_none());
    assert!(!set.expects(0) && !set.expects(1) && !set.has_run_event() && !set.is_run_over());
    assert_eq!(send_all(&mut set, 0), [unsent]);
    receive(&mut set, 0, [created("H")]);
    assert_eq!(run_events(&mut set), [(unsent, Event::Created(bytes("H")))]);
}

#[test]
fn a_child_keeps_what_a_call_was_not_told_yet_and_nothing_else() {
    let mut set = Set::default();
    let (ended, running) = (send(&mut set, 0, call()), send(&mut set, 0, call()));
    receive(&mut set, 0, [refusal("CODE"), created("H")]);
    set.leave_to_parent();
    assert!(
        matches!(set.next_call_event(ended), Some(Event::Failed(error)) if error.code() == ReturnCode::ServerError)
    );
    let told: Vec<_> = std::iter::from_fn(|| set.next_call_event(running)).collect();
    assert!(matches!(&told[..], [Event::Failed(error)] if error.code() == ReturnCode::LostConnection), "{told:?}");
}

#[test]
fn a_request_may_be_replaced_until_it_is_sent() {
    let mut set = Set::default();
    let replacement = Request::submit_job(&job("f", b"another")).unwrap();
    let id = set.add(submission());
    set.replace_request(id, replacement.clone());
    assert_eq!(set.request_of(id), Some(&replacement));
    assert_eq!(send_all(&mut set, 0), [id]);
    set.replace_request(id, request());
    set.lost(0, &lost(), Retry::Anywhere);
    assert_eq!(set.request_of(id), Some(&replacement));
}

/// The bytes that a task costs on average while `count` of them run.
fn cost_of(count: usize) -> isize {
    let before = memory_in_use();
    let mut set = Set::default();
    for number in 0..count {
        send(&mut set, 0, submission());
        // As it comes from the server: acknowledgements stay a little behind.
        if let Some(number) = number.checked_sub(1000) {
            acknowledge(&mut set, number);
        }
    }
    (count.saturating_sub(1000)..count).for_each(|number| acknowledge(&mut set, number));
    let cost = (memory_in_use() - before) / count as isize;
    for number in (0..count).rev() {
        receive(&mut set, 0, [Response::WorkFail { handle: handle(number) }]);
        assert!(matches!(set.next_run_event(), Some((_, Event::Fail))));
    }
    assert!(set.is_run_over() && set.is_idle());
    cost
}

fn acknowledge(set: &mut Set, number: usize) {
    receive(set, 0, [Response::JobCreated { handle: handle(number) }]);
    assert!(matches!(set.next_run_event(), Some((_, Event::Created(_)))));
}

fn handle(number: usize) -> Bytes {
    format!("H:jobserver.example:{number}").into()
}

#[test]
#[cfg_attr(miri, ignore = "too much for an interpreter")]
fn a_running_task_costs_no_more_than_200_bytes() {
    for count in [20_000, 200_000] {
        let cost = cost_of(count);
        assert!(cost <= 200, "{cost} bytes for each of {count}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "too much for an interpreter")]
fn finished_tasks_leave_nothing_that_grows() {
    let mut set = Set::default();
    let mut round = || {
        for number in 0..1000 {
            send(&mut set, 0, submission());
            acknowledge(&mut set, number);
        }
        for number in 0..1000 {
            receive(&mut set, 0, [Response::WorkFail { handle: handle(number) }]);
            set.next_run_event().unwrap();
        }
        memory_in_use()
    };
    let (_, second) = (round(), round());
    assert!((0..100).all(|_| round() == second));
}

#[test]
fn what_was_queued_for_a_link_that_broke_has_not_failed() {
    let mut set = Set::default();
    let sent = send(&mut set, 0, submission());
    let queued = set.add(submission());
    set.tasks.assign(&mut set.owed[0]);
    set.lost(0, &lost(), Retry::Anywhere);
    assert_eq!(next_id(&mut set), Some(sent));
    set.sent(1);
    let (id, task) = set.next_unsent().unwrap();
    assert_eq!((id, task.failure()), (queued, None));
}

#[test]
fn a_silent_server_keeps_what_no_other_can_take() {
    let mut set = Set::default();
    let silent = Error::new(ReturnCode::Timeout, "a:1: no answer");
    let running = send(&mut set, 0, submission());
    receive(&mut set, 0, [created("H")]);
    let movable = send(&mut set, 0, submission());
    let leave = |set: &mut Set, may_go| set.tasks.leave_silent(0, &mut set.owed[0], &silent, true, |_| may_go);
    assert!(!leave(&mut set, false));
    assert_eq!(set.server_of(movable), Some(0));

    assert!(leave(&mut set, true));
    assert!(!leave(&mut set, true));
    let (id, task) = set.next_unsent().unwrap();
    assert!(id == movable && !task.may_use(0) && task.may_use(1));
    assert_eq!(send_all(&mut set, 1), [movable]);
    receive(&mut set, 1, [created("H"), complete("H", "in time")]);
    // The first server comes back: nobody hears its late answer, and what it was doing goes on.
    receive(&mut set, 0, [created("late"), complete("late", "nobody's"), complete("H", "done")]);
    let results: Vec<_> = run_events(&mut set).into_iter().filter(|(_, event)| event.is_last()).collect();
    let complete = |id, data| (id, Event::Complete(bytes(data)));
    assert_eq!(results, [complete(movable, "in time"), complete(running, "done")]);
}

/// A task whose first server does not answer, so that it is to be sent to the second.
fn left(set: &mut Set, task: Task) -> TaskId {
    let id = send(set, 0, task);
    assert!(set.tasks.leave_silent(0, &mut set.owed[0], &lost(), true, |_| true));
    assert_eq!(next_id(set), Some(id));
    id
}

#[test]
fn who_answers_first_has_the_job() {
    let mut set = Set::default();
    let id = left(&mut set, submission());
    send_all(&mut set, 1);
    receive(&mut set, 0, [created("H:first")]);
    receive(&mut set, 1, [created("H:second"), complete("H:second", "nobody's")]);
    receive(&mut set, 0, [complete("H:first", "result")]);
    let events = run_events(&mut set);
    assert_eq!(events, [(id, Event::Created(bytes("H:first"))), (id, Event::Complete(bytes("result")))]);
    assert!(set.is_idle() && !set.owed.iter().any(Knowledge::is_settled));
}

#[test]
fn what_a_server_that_was_left_has_taken_is_not_sent_any_more() {
    let mut set = Set::default();
    left(&mut set, submission());
    receive(&mut set, 0, [created("H")]);
    assert!(set.next_unsent().is_none() && !set.has_unsent());

    // Nor is it when the link that it waits for is not made, or breaks.
    for retry in [Retry::Elsewhere, Retry::Anywhere] {
        let mut set = Set::default();
        left(&mut set, submission());
        set.tasks.assign(&mut set.owed[1]);
        receive(&mut set, 0, [created("H")]);
        set.lost(1, &lost(), retry);
        assert!(set.next_unsent().is_none());
    }
}

#[test]
fn a_job_that_one_server_has_is_not_lost_by_another() {
    let later: [fn(&mut Set); 3] = [
        |set| set.lost(1, &lost(), Retry::No),
        |set| receive(set, 1, [refusal("JOB_QUEUE_FULL")]),
        |set| assert!(!set.tasks.leave_silent(1, &mut set.owed[1], &lost(), true, |_| true)),
    ];
    for later in later {
        let mut set = Set::default();
        let id = left(&mut set, submission());
        send_all(&mut set, 1);
        receive(&mut set, 0, [created("H")]);
        later(&mut set);
        assert!(set.next_unsent().is_none());
        receive(&mut set, 0, [complete("H", "result")]);
        let end = run_events(&mut set).pop();
        assert_eq!(end, Some((id, Event::Complete(bytes("result")))));
    }
}

#[test]
fn a_server_that_was_left_is_not_asked_twice_nor_does_it_refuse_for_another() {
    let late: [fn(&mut Set); 2] =
        [|set| set.lost(0, &lost(), Retry::Anywhere), |set| receive(set, 0, [refusal("JOB_QUEUE_FULL")])];
    for late in late {
        let mut set = Set::default();
        let id = left(&mut set, call());
        send_all(&mut set, 1);
        late(&mut set);
        assert!(set.next_unsent().is_none());
        receive(&mut set, 1, [created("H")]);
        assert_eq!(set.next_call_event(id), Some(Event::Created(bytes("H"))));
    }
}

#[test]
fn a_task_that_no_other_server_takes_goes_on_when_the_one_that_was_left_has_it() {
    let mut set = Set::default();
    let id = left(&mut set, submission());
    set.fail_unsent(&lost());
    assert!(set.is_run_over());
    receive(&mut set, 0, [created("H")]);
    assert!(!set.is_run_over() && set.stall_reason().is_none());
    receive(&mut set, 0, [complete("H", "result")]);
    let end = run_events(&mut set).pop();
    assert_eq!((end, set.is_run_over()), (Some((id, Event::Complete(bytes("result")))), true));
}

fn echo_of(owner: Owner) -> Task {
    Task::question(owner, Question::Echo, None, Request::echo(b"").unwrap())
}

#[test]
fn a_question_that_no_other_server_takes_has_ended_when_the_one_that_was_left_answers() {
    let mut set = Set::default();
    let id = left(&mut set, echo_of(Owner::Run));
    set.fail_unsent(&lost());
    receive(&mut set, 0, [Response::Echo { data: bytes("late") }]);
    assert_eq!(run_events(&mut set), [(id, Event::Echo(bytes("late")))]);
    assert!(set.is_run_over() && set.stall_reason().is_none());
}

/// The second answer may come before anybody was told of the first.
#[test]
fn a_question_that_two_servers_answer_ends_once() {
    for owner in [Owner::Run, Owner::Call] {
        let mut set = Set::default();
        let id = left(&mut set, echo_of(owner));
        send_all(&mut set, 1);
        for (server, data) in [(1, "first"), (0, "second")] {
            receive(&mut set, server, [Response::Echo { data: bytes(data) }]);
        }
        let told: Vec<Event> = match owner {
            Owner::Run => run_events(&mut set).into_iter().map(|(_, event)| event).collect(),
            _ => std::iter::from_fn(|| set.next_call_event(id)).collect(),
        };
        assert_eq!(told, [Event::Echo(bytes("first"))]);
        assert!(set.is_run_over());
    }
}

#[test]
fn a_child_does_not_wait_for_what_a_server_that_was_left_has_taken() {
    let mut set = Set::default();
    left(&mut set, submission());
    receive(&mut set, 0, [created("H")]);
    set.leave_to_parent();
    assert!(set.is_run_over() && set.is_empty());
}

#[test]
fn a_pinned_question_to_a_silent_server_has_failed() {
    let mut set = Set::default();
    let silent = Error::new(ReturnCode::Timeout, "a:1: no answer");
    let request = Request::get_status(b"H").unwrap();
    let id = send(&mut set, 0, Task::question(Owner::Call, Question::Status, Some(0), request));
    assert!(!set.tasks.leave_silent(0, &mut set.owed[0], &silent, false, |_| true));
    assert_eq!(set.next_call_event(id), None);
    assert!(set.tasks.leave_silent(0, &mut set.owed[0], &silent, true, |_| false));
    assert_eq!(set.next_call_event(id), Some(Event::Failed(silent)));
}

#[test]
fn what_is_pinned_does_not_wait_behind_what_is_not() {
    let mut set = Set::default();
    set.add(submission());
    let request = Request::get_status(b"H").unwrap();
    let pinned = set.add(Task::question(Owner::Call, Question::Status, Some(1), request));
    assert_eq!(next_id(&mut set), Some(pinned));
}
