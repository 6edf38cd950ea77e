//! A scripted fake server for unit tests, ways to drive a poll, and a count of the memory in use.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::Receiver;
use std::task::Poll;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use bytes::{BufMut, Bytes};
use socket2::{Domain, SockAddr, SockRef, Socket, Type};

use crate::net::Server;
use crate::protocol::{Assignment, Mode, Priority, Response, Submission, decode};
use crate::readiness::Readiness;
use crate::runtime::{Deadline, Look, Signals, Wait, Watch, look, wait};

/// Nothing in a test takes this long, unless it never comes.
const PATIENCE: Duration = Duration::from_secs(20);

/// Packet types, written down once more: the tests must not believe the table they test.
#[allow(missing_docs)]
pub mod kind {
    pub const CAN_DO: u32 = 1;
    pub const CANT_DO: u32 = 2;
    pub const RESET_ABILITIES: u32 = 3;
    pub const PRE_SLEEP: u32 = 4;
    pub const NOOP: u32 = 6;
    pub const SUBMIT_JOB: u32 = 7;
    pub const JOB_CREATED: u32 = 8;
    pub const GRAB_JOB: u32 = 9;
    pub const NO_JOB: u32 = 10;
    pub const JOB_ASSIGN: u32 = 11;
    pub const WORK_STATUS: u32 = 12;
    pub const WORK_COMPLETE: u32 = 13;
    pub const WORK_FAIL: u32 = 14;
    pub const GET_STATUS: u32 = 15;
    pub const ECHO_REQ: u32 = 16;
    pub const ECHO_RES: u32 = 17;
    pub const SUBMIT_JOB_BG: u32 = 18;
    pub const ERROR: u32 = 19;
    pub const STATUS_RES: u32 = 20;
    pub const SET_CLIENT_ID: u32 = 22;
    pub const CAN_DO_TIMEOUT: u32 = 23;
    pub const WORK_EXCEPTION: u32 = 25;
    pub const OPTION_REQ: u32 = 26;
    pub const OPTION_RES: u32 = 27;
    pub const WORK_DATA: u32 = 28;
    pub const GRAB_JOB_UNIQ: u32 = 30;
    pub const JOB_ASSIGN_UNIQ: u32 = 31;
    pub const GET_STATUS_UNIQUE: u32 = 41;
    pub const STATUS_RES_UNIQUE: u32 = 42;
}

/// One packet from the server, as bytes.
pub fn packet(kind: u32, body: &[u8]) -> Vec<u8> {
    let mut packet = b"\0RES".to_vec();
    packet.put_u32(kind);
    packet.put_u32(body.len() as u32);
    packet.put_slice(body);
    packet
}

/// A job for `function`.
pub fn job<'a>(function: &'a str, workload: &'a [u8]) -> Submission<'a> {
    Submission {
        function: function.as_bytes(),
        unique: b"u",
        shares_key: true,
        workload: workload.into(),
        mode: Mode::Foreground(Priority::Normal),
    }
}

/// The same, with nobody waiting for its result.
pub fn background_job<'a>(function: &'a str, workload: &'a [u8]) -> Submission<'a> {
    Submission { mode: Mode::Background(Priority::Normal), ..job(function, workload) }
}

/// A job as a server gives it.
pub fn assignment(handle: &str, function: &str, unique: &str, workload: &str) -> Assignment {
    let body = [handle, function, unique, workload].join("\0");
    let mut packet = bytes::BytesMut::from(&packet(kind::JOB_ASSIGN_UNIQ, body.as_bytes())[..]);
    match decode(&mut packet) {
        Ok(Some(Response::JobAssign(assignment))) => assignment,
        other => panic!("{other:?}"),
    }
}

/// `Bytes` of a literal.
pub fn bytes(text: &'static str) -> Bytes {
    Bytes::from_static(text.as_bytes())
}

/// A server on a free port of the loopback that treats each connection as it was told, in the order they come.
/// Dropping it waits for the end of the scripts and fails when one of them failed.
pub struct FakeServer {
    server: Server,
    thread: Option<JoinHandle<()>>,
}

/// What the server does with one connection.
pub type Script = Box<dyn FnOnce(&mut Peer) + Send>;

/// A [`Script`] of a closure.
pub fn script(script: impl FnOnce(&mut Peer) + Send + 'static) -> Script {
    Box::new(script)
}

/// The server's end of one connection.
pub struct Peer(BufReader<TcpStream>);

impl Peer {
    /// Reads one packet and returns its type and body.
    pub fn receive(&mut self) -> (u32, Vec<u8>) {
        let mut header = [0; 12];
        self.0.read_exact(&mut header).expect("a packet was expected");
        assert_eq!(header[..4], *b"\0REQ");
        let number = |at: usize| u32::from_be_bytes(header[at..at + 4].try_into().unwrap());
        let mut body = vec![0; number(8) as usize];
        self.0.read_exact(&mut body).expect("the rest of a packet was expected");
        (number(4), body)
    }

    /// Reads one packet and returns its type; `None` when the other end has closed.
    pub fn try_receive(&mut self) -> Option<u32> {
        match self.0.fill_buf() {
            Ok([]) | Err(_) => None,
            Ok(_) => Some(self.receive().0),
        }
    }

    /// Reads one packet, which must be this one.
    pub fn expect(&mut self, kind: u32, body: &[u8]) {
        let (seen, content) = self.receive();
        let shown = |body: &[u8]| body.escape_ascii().to_string();
        assert_eq!((seen, shown(&content)), (kind, shown(body)));
    }

    /// Sends one packet.
    pub fn answer(&mut self, kind: u32, body: &[u8]) {
        self.raw(&packet(kind, body));
    }

    /// Answers one echo, which asks whether anybody is there.
    pub fn answer_echo(&mut self) {
        self.expect(kind::ECHO_REQ, b"");
        self.answer(kind::ECHO_RES, b"");
    }

    /// Sends one packet, also when the other end has closed meanwhile.
    pub fn offer(&mut self, kind: u32, body: &[u8]) {
        let _ = self.0.get_mut().write_all(&packet(kind, body));
    }

    /// Sends bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.0.get_mut().write_all(bytes).unwrap();
    }

    /// Sends one packet over and over until the other end closes.
    pub fn flood(&mut self, packet: &[u8]) {
        let many = packet.repeat(1000);
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end && self.0.get_mut().write_all(&many).is_ok() {}
    }

    /// Fills `buffer` with what the other end says, whatever that is.
    pub fn read_exactly(&mut self, buffer: &mut [u8]) {
        self.0.read_exact(buffer).expect("more was expected");
    }

    /// Closes now, and not at the end of the script.
    pub fn close(&mut self) {
        self.0.get_ref().shutdown(std::net::Shutdown::Both).unwrap();
    }

    /// The bare connection, of which nothing was read yet.
    pub fn socket(&mut self) -> &mut TcpStream {
        self.0.get_mut()
    }

    /// Throws away as many bytes, or what there is before the end.
    pub fn skip(&mut self, count: usize) {
        let _ = std::io::copy(&mut self.0.by_ref().take(count as u64), &mut std::io::sink());
    }

    /// Waits until the other end closes, which it must do without another word.
    pub fn expect_close(&mut self) {
        assert_eq!(self.rest().escape_ascii().to_string(), "");
    }

    /// Whether the other end closes without another word and with everything read that was sent to it.
    pub fn ends_cleanly(&mut self) -> bool {
        matches!(self.0.read_to_end(&mut Vec::new()), Ok(0))
    }

    /// What the other end says before it closes.
    pub fn rest(&mut self) -> Vec<u8> {
        let mut rest = Vec::new();
        match self.0.read_to_end(&mut rest) {
            Ok(_) => {}
            // It closed while something from here was still unread there.
            Err(cause) if cause.kind() == std::io::ErrorKind::ConnectionReset => {}
            Err(cause) => panic!("the connection was not closed: {cause}"),
        }
        rest
    }
}

impl FakeServer {
    /// Plays one script on one connection.
    pub fn play(play: impl FnOnce(&mut Peer) + Send + 'static) -> Self {
        Self::start(vec![script(play)])
    }

    /// Listens and plays one script per connection.
    pub fn start(scripts: Vec<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        SockRef::from(&listener).set_read_timeout(Some(PATIENCE)).unwrap();
        let server = loopback(listener.local_addr().unwrap().port());
        let thread = std::thread::spawn(move || {
            let playing: Vec<_> = scripts
                .into_iter()
                .map(|script| {
                    let (stream, _) = listener.accept().expect("a connection was expected");
                    stream.set_nodelay(true).unwrap();
                    stream.set_read_timeout(Some(PATIENCE)).unwrap();
                    stream.set_write_timeout(Some(PATIENCE)).unwrap();
                    std::thread::spawn(move || script(&mut Peer(BufReader::new(stream))))
                })
                .collect();
            playing.into_iter().for_each(join);
        });
        Self { server, thread: Some(thread) }
    }

    /// Its address.
    pub fn server(&self) -> Server {
        self.server.clone()
    }

    /// Waits until every script is over; fails when one failed.
    pub fn finish(self) {
        drop(self);
    }
}

impl Drop for FakeServer {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take()
            && !std::thread::panicking()
        {
            join(thread);
        }
    }
}

fn join(thread: JoinHandle<()>) {
    if let Err(failure) = thread.join() {
        std::panic::resume_unwind(failure);
    }
}

/// An address that refuses every connection, for as long as this is held.
pub struct DeadServer {
    socket: Socket,
}

impl DeadServer {
    /// Takes a port and does not listen on it.
    pub fn new() -> Self {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.bind(&any_port()).unwrap();
        Self { socket }
    }

    /// The address.
    pub fn server(&self) -> Server {
        loopback(port_of(&self.socket))
    }
}

/// An address that neither accepts nor refuses: the kernel drops what comes for a full backlog.
pub struct BlackHole {
    listener: Socket,
    _waiting: TcpStream,
}

impl BlackHole {
    /// Listens, accepts nothing and fills the backlog.
    pub fn new() -> Self {
        let listener = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        listener.bind(&any_port()).unwrap();
        listener.listen(0).unwrap();
        let waiting = TcpStream::connect(("127.0.0.1", port_of(&listener))).unwrap();
        Self { listener, _waiting: waiting }
    }

    /// The address.
    pub fn server(&self) -> Server {
        loopback(port_of(&self.listener))
    }
}

fn any_port() -> SockAddr {
    std::net::SocketAddr::from(([127, 0, 0, 1], 0)).into()
}

fn port_of(socket: &Socket) -> u16 {
    socket.local_addr().unwrap().as_socket().unwrap().port()
}

fn loopback(port: u16) -> Server {
    Server::new(b"127.0.0.1", i64::from(port)).unwrap()
}

/// Runs `poll` to its end.
pub fn run<T>(poll: impl FnMut(&mut Watch) -> Poll<T>) -> T {
    match wait(&mut Deadline::after(PATIENCE), Signals::Handled, || false, poll) {
        Wait::Ready(value) => value,
        Wait::TimedOut | Wait::Interrupted => panic!("nothing came"),
    }
}

/// Has the wait look again soon, for what no socket tells.
pub fn look_again(watch: &mut Watch) {
    watch.until(Instant::now() + Duration::from_millis(5));
}

/// Runs `poll`, which must not end, until the signal comes: a call that is given up at that moment.
pub fn run_until<T>(signal: &Receiver<()>, mut poll: impl FnMut(&mut Watch) -> Poll<T>) {
    run(|watch| {
        assert!(poll(watch).is_pending(), "it was over before the signal");
        look_again(watch);
        if signal.try_recv().is_ok() { Poll::Ready(()) } else { Poll::Pending }
    });
}

/// What a call that does not wait gets.
pub fn run_once<T>(poll: impl FnMut(&mut Watch) -> Poll<T>) -> Option<T> {
    match wait(&mut { Deadline::NOW }, Signals::Handled, || false, poll) {
        Wait::Ready(value) => Some(value),
        Wait::TimedOut | Wait::Interrupted => None,
    }
}

/// Whether somebody else's loop is told that there is something to do.
pub fn is_told(readiness: &Readiness) -> bool {
    is_readable(readiness, Duration::ZERO)
}

/// Waits as somebody else's loop does, until there is something to do.
pub fn await_told(readiness: &Readiness) {
    assert!(is_readable(readiness, PATIENCE), "nothing was told");
}

fn is_readable(readiness: &Readiness, limit: Duration) -> bool {
    let mut asked = libc::pollfd { fd: readiness.descriptor(), events: libc::POLLIN, revents: 0 };
    // SAFETY: the descriptor lives as long as the call.
    unsafe { libc::poll(&raw mut asked, 1, limit.as_millis() as libc::c_int) > 0 }
}

/// A call that does not wait, made as often as somebody else's loop is told to.  What was foreseen must be what the poll
/// waits for.
pub fn run_when_told<S, T>(
    state: &mut S,
    mut poll: impl FnMut(&mut S, &mut Watch) -> Poll<T>,
    mut foresee: impl FnMut(&mut S, &mut Watch),
) -> (T, usize) {
    let readiness = Readiness::new().unwrap();
    for calls in 1.. {
        let mut watch = Watch::default();
        if let Look::Ended(Wait::Ready(value)) =
            look(&mut { Deadline::NOW }, || false, &mut watch, |watch| poll(state, watch))
        {
            return (value, calls);
        }
        let mut foreseen = Watch::default();
        foresee(state, &mut foreseen);
        assert!(!foreseen.wants_more_than(&watch), "{foreseen:?} was foreseen, {watch:?} is wanted");
        readiness.tell(foreseen.wanted(), foreseen.wake_at());
        await_told(&readiness);
    }
    panic!("there is no end");
}

/// Runs `child` in a forked process; fails when it fails or does not end.
pub fn in_child(child: impl FnOnce()) {
    // SAFETY: the child runs no other thread's code and ends in _exit.
    let pid = unsafe { libc::fork() };
    assert!(pid >= 0);
    if pid == 0 {
        // SAFETY: SIGALRM ends a child that hangs.
        unsafe { libc::alarm(PATIENCE.as_secs() as u32) };
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(child));
        if let Err(failure) = &outcome {
            let text = failure.downcast_ref::<String>().map(String::as_str);
            let text = text.or(failure.downcast_ref::<&str>().copied()).unwrap_or_default();
            // The test harness would keep what a panic prints, and lose it with the child.
            let _ = writeln!(std::io::stderr(), "in the child: {text}");
        }
        // SAFETY: _exit runs no destructor of the parent's values.
        unsafe { libc::_exit(i32::from(outcome.is_err())) };
    }
    let mut status = 0;
    // SAFETY: waits for the child made above.
    assert_eq!(unsafe { libc::waitpid(pid, &mut status, 0) }, pid);
    assert!(libc::WIFEXITED(status) && libc::WEXITSTATUS(status) == 0, "the child failed or hung ({status:#x})");
}

/// The system's allocator, with a count of what each thread has taken and not given back.
struct Counting;

thread_local! {
    static IN_USE: Cell<isize> = const { Cell::new(0) };
}

/// Bytes that this thread has in use.
pub fn memory_in_use() -> isize {
    IN_USE.get()
}

// SAFETY: everything is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.set(IN_USE.get() + layout.size() as isize);
        // SAFETY: the caller keeps the same contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.set(IN_USE.get() - layout.size() as isize);
        // SAFETY: the caller keeps the same contract.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        IN_USE.set(IN_USE.get() + size as isize - layout.size() as isize);
        // SAFETY: the caller keeps the same contract.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;
