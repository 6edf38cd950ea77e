//! How one object waits: in the kernel or, while the script has set a handler, there.  And the stream that stands for it.

use std::cell::{OnceCell, RefCell};
use std::io;
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;

use ext_php_rs::types::Zval;

use super::exception;
use crate::readiness::Readiness;
use crate::runtime::{Deadline, Signals, Watch};
use crate::zend::halt::{Php, release};
use crate::zend::stream::Stream;
use crate::zend::wait_handler;
use crate::zend::waiting::{self, Waited};

/// An object that waits.
pub trait Waiting {
    /// How it does.
    fn waits(&self) -> &Waits;

    /// What it waits for, whichever of its calls does.
    fn foresee(&self, watch: &mut Watch);

    /// What a call that does not wait needs, to get further than the last one.
    fn foresee_next(&self, watch: &mut Watch);
}

/// See the module.
#[derive(Default)]
pub struct Waits {
    readiness: OnceCell<Rc<Readiness>>,
    stream: RefCell<Option<Stream>>,
    /// While a call waits in the handler: what was foreseen when it began to.
    away: RefCell<Option<Watch>>,
}

impl Waits {
    /// Polls until ready; see [`waiting::wait`].
    pub fn wait<T>(
        object: &impl Waiting,
        deadline: Deadline,
        signals: Signals,
        poll: impl FnMut(&mut Watch) -> Poll<T>,
    ) -> Php<Waited<T>> {
        object.waits().refuse_second()?;
        waiting::wait(deadline, signals, poll, |watch, limit| Self::hand_over(object, watch, limit))
    }

    /// Whether a call on the object waits in the handler.
    pub fn is_away(&self) -> bool {
        self.away.borrow().is_some()
    }

    /// Whether there is a stream that stands for the object.
    pub fn has_stream(&self) -> bool {
        self.stream.borrow().is_some()
    }

    /// An exception, when another call on the object waits in the handler.
    pub fn refuse_second(&self) -> Php<()> {
        if !self.is_away() {
            return Ok(());
        }
        exception::throw(
            "another call on this object waits in the handler of GearmanRs\\on_wait(): each Fiber needs an object of its own",
        )
    }

    /// The stream, as long as the script does not close it the same one.
    pub fn stream(&self) -> Php<Zval> {
        let known = self.stream.borrow().as_ref().filter(|stream| stream.is_open()).map(Stream::value);
        if let Some(stream) = known {
            return Ok(stream);
        }
        let made = self.readiness().map(Stream::new);
        match made {
            Ok(Some(stream)) => {
                let value = stream.value();
                let closed = self.stream.replace(Some(stream));
                release(closed).map(|()| value)
            }
            Ok(None) => exception::throw("cannot make a stream"),
            Err(cause) => exception::throw(&format!("cannot make a stream: {cause}")),
        }
    }

    fn readiness(&self) -> io::Result<&Rc<Readiness>> {
        if let Some(readiness) = self.readiness.get() {
            return Ok(readiness);
        }
        let made = Readiness::new()?;
        Ok(self.readiness.get_or_init(|| made))
    }

    /// What a call waits for that does so in the handler may have come, though no server knows.
    pub fn look_again(&self) {
        if let Some(readiness) = self.readiness.get().filter(|_| self.is_away()) {
            readiness.tell_at_once();
        }
    }

    /// A call on the object ends: the stream tells what the next one would get further by, and a call that waits in the
    /// handler looks again when it has more to do by now.
    #[inline]
    pub fn settle(object: &impl Waiting) {
        if let Some(readiness) = object.waits().readiness.get() {
            object.waits().tell(object, readiness);
        }
    }

    #[cold]
    fn tell(&self, object: &impl Waiting, readiness: &Rc<Readiness>) {
        let mut watch = Watch::default();
        let away = self.away.borrow();
        match away.as_ref() {
            None => {
                object.foresee_next(&mut watch);
                readiness.tell(watch.wanted(), watch.wake_at());
            }
            Some(before) => {
                object.foresee(&mut watch);
                if watch.wants_more_than(before) {
                    readiness.tell_at_once();
                }
            }
        }
    }

    fn hand_over(object: &impl Waiting, watch: &Watch, limit: Option<Duration>) -> Php<()> {
        let waits = object.waits();
        let stream = waits.stream()?;
        // The time is told by the limit.
        waits.readiness.get().into_iter().for_each(|readiness| readiness.tell(watch.wanted(), None));
        let mut foreseen = Watch::default();
        object.foresee(&mut foreseen);
        waits.away.replace(Some(foreseen));
        let called = wait_handler::call(stream, limit);
        waits.away.take();
        called
    }
}
