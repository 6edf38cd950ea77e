//! The set*Callback methods.

use ext_php_rs::types::Zval;

use super::hooks::Hook;
use super::state::ThisClient;
use crate::php::endpoint;
use crate::zend::callback::Callback;
use crate::zend::halt::{Php, release};
use crate::zend::warning::warn;

pub fn set_workload_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Workload, callable)
}

pub fn set_created_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Created, callable)
}

pub fn set_data_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Data, callable)
}

pub fn set_warning_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Warning, callable)
}

pub fn set_status_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Status, callable)
}

pub fn set_complete_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Complete, callable)
}

/// Also asks the servers for exceptions, without which there would be none to tell.
pub fn set_exception_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    let set = set_callback(client, Hook::Exception, callable)?;
    if set { endpoint::enable_exceptions(&*client, "setExceptionCallback") } else { Ok(false) }
}

pub fn set_fail_callback(client: ThisClient, callable: &Zval) -> Php<bool> {
    set_callback(client, Hook::Fail, callable)
}

pub fn clear_callbacks(client: ThisClient) -> Php<bool> {
    release(client.callbacks.take()).map(|()| true)
}

fn set_callback(client: ThisClient, hook: Hook, callable: &Zval) -> Php<bool> {
    match Callback::new(callable)? {
        Ok(callback) => release(client.callbacks.replace(hook, callback)).map(|()| true),
        Err(name) => warn(&format!("function {name} is not callable")).map(|()| false),
    }
}
