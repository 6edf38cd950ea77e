//! What is known of a task, and how events change it.

use bytes::Bytes;
use ext_php_rs::types::Zval;

use crate::client::Event;
use crate::error::ReturnCode;
use crate::protocol::Progress;
use crate::zend::value::string;

/// What a task has learnt.
pub(super) struct Details {
    /// Strings of PHP's: handed out as they are.
    pub(super) function: Zval,
    pub(super) unique: Zval,
    pub(super) handle: Zval,
    pub(super) progress: Progress,
    pub(super) data: Bytes,
    /// Whether `data` is only given out by recvData().
    pub(super) unbuffered: bool,
    /// How much of it was.
    pub(super) received: usize,
    pub(super) code: Option<ReturnCode>,
    /// The workload that sendWorkload() is building.
    pub(super) workload: Option<Vec<u8>>,
}

impl Default for Details {
    fn default() -> Self {
        Self {
            function: string(b""),
            unique: string(b""),
            handle: string(b""),
            progress: Progress::default(),
            data: Bytes::new(),
            unbuffered: false,
            received: 0,
            code: None,
            workload: None,
        }
    }
}

impl Details {
    /// Takes an event in.
    pub(super) fn apply(&mut self, event: Event) {
        let at_work = |progress: Progress| Progress { known: true, running: true, ..progress };
        let over = |progress: Progress| Progress { known: false, running: false, ..progress };
        self.data = Bytes::new();
        self.received = 0;
        match event {
            Event::Created(handle) | Event::Queued(handle) => {
                self.handle = string(&handle);
                self.progress = Progress { known: true, ..self.progress };
            }
            Event::Data(data) | Event::Warning(data) => {
                self.progress = at_work(self.progress);
                self.data = data;
            }
            Event::Status { numerator, denominator } => {
                self.progress = Progress { known: true, running: true, numerator, denominator };
            }
            Event::Complete(data) | Event::Exception(data) => {
                self.progress = over(self.progress);
                self.data = data;
            }
            // Neither has a return code of its own (measured): which callback was called tells it.
            Event::Fail => self.progress = over(self.progress),
            Event::Failed(error) => {
                self.progress = over(self.progress);
                self.code = Some(error.code());
            }
            Event::Known(progress) => self.progress = progress,
            Event::Echo(_) | Event::OptionSet => {}
        }
    }

    /// The data of this event, unless it is left to recvData() (`GEARMAN_CLIENT_UNBUFFERED_RESULT`).
    pub(super) fn whole_data(&self) -> Option<Bytes> {
        (!self.unbuffered).then(|| self.data.clone())
    }

    /// The next part of unbuffered data.
    pub(super) fn receive(&mut self, limit: usize) -> Bytes {
        if !self.unbuffered {
            return Bytes::new();
        }
        let end = self.data.len().min(self.received.saturating_add(limit));
        let part = self.data.slice(self.received..end);
        self.received = end;
        part
    }
}
