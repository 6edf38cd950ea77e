//! `GearmanRs\Worker`: a worker that runs itself.

use ext_php_rs::types::Zval;

use super::limits::Limits;
use super::rounds::Rounds;
use super::state::ThisWorker;
use crate::php::exception;
use crate::php::waits::Waiting;
use crate::zend::halt::{Halt, Php};
use crate::zend::signals::{Listening, listed};

/// The place of `$signals` among the arguments, as PHP counts them.
const SIGNALS: u32 = 5;

/// What is listened to when nothing else is said: SIGTERM, SIGINT and SIGQUIT.
const STOPPING: [i32; 3] = [libc::SIGTERM, libc::SIGINT, libc::SIGQUIT];

pub fn run(
    worker: ThisWorker,
    jobs: Option<i64>,
    seconds: Option<f64>,
    memory: Option<i64>,
    idle: Option<f64>,
    signals: Option<&Zval>,
    prefetch: i64,
) -> Php<&'static str> {
    worker.core.waits().refuse_second()?;
    let limits = Limits::new(jobs, seconds, memory, idle, prefetch)?;
    let signals = signals.map_or_else(|| Ok(STOPPING.to_vec()), |signals| listed(signals, SIGNALS))?;
    // Not in the `if let`: the borrow would last through its body.
    let checked = worker.core.borrow().check();
    if let Err(error) = checked {
        worker.status.fail_quietly("run", &error);
        return exception::throw(&error.text("run"));
    }
    if !worker.running.begin() {
        return exception::throw("run() of this worker is running already");
    }
    let _run = Run::begin(worker);
    let mut rounds = Rounds::new(worker, limits, Listening::to(&signals));
    let ended = rounds.work();
    if ended == Err(Halt::Exception) {
        worker.core.borrow_mut().give_back_rest();
    }
    let reason = rounds.close(ended?)?;
    worker.status.succeed();
    Ok(reason.name())
}

pub fn stop(worker: ThisWorker) -> Php<()> {
    worker.running.stop();
    worker.core.waits().look_again();
    Ok(())
}

/// What is otherwise while `run()` works, and put back at its end, however that comes.
struct Run {
    worker: ThisWorker,
    prefetch: usize,
}

impl Run {
    fn begin(worker: ThisWorker) -> Self {
        let mut core = worker.core.borrow_mut();
        let prefetch = core.prefetch();
        core.supervise(true);
        core.begin();
        Self { worker, prefetch }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let mut core = self.worker.core.borrow_mut();
        core.supervise(false);
        core.set_prefetch(self.prefetch);
        self.worker.running.end();
    }
}
