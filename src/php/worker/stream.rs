//! A worker's stream for event loops.

use ext_php_rs::types::Zval;

use super::state::ThisWorker;
use crate::php::waits::Waiting;
use crate::zend::halt::Php;

pub fn stream(worker: ThisWorker) -> Php<Zval> {
    worker.core.waits().stream()
}
