//! A client's stream for event loops.

use ext_php_rs::types::Zval;

use super::state::ThisClient;
use crate::zend::halt::Php;

pub fn stream(client: ThisClient) -> Php<Zval> {
    client.waits.stream()
}
