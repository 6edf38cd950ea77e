//! What a script can ask a GearmanTask.

use bytes::Bytes;
use ext_php_rs::types::Zval;

use super::details::Details;
use super::state::ThisTask;
use crate::error::ReturnCode;
use crate::zend::halt::Php;
use crate::zend::returning::OrFalse;
use crate::zend::value::clone_of;
use crate::zend::warning::warn;

pub fn construct(_: ThisTask) -> Php<()> {
    Ok(())
}

pub fn return_code(task: ThisTask) -> Php<i64> {
    Ok(task.answer(|it| it.code.unwrap_or(ReturnCode::Success).number()).unwrap_or(0))
}

pub fn function_name(task: ThisTask) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(task.answer(|it| clone_of(&it.function))))
}

pub fn unique(task: ThisTask) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(task.answer(|it| clone_of(&it.unique))))
}

pub fn job_handle(task: ThisTask) -> Php<OrFalse<Zval>> {
    Ok(OrFalse(task.answer(|it| clone_of(&it.handle))))
}

pub fn is_known(task: ThisTask) -> Php<bool> {
    Ok(task.answer(|it| it.progress.known).unwrap_or(false))
}

pub fn is_running(task: ThisTask) -> Php<bool> {
    Ok(task.answer(|it| it.progress.running).unwrap_or(false))
}

pub fn task_numerator(task: ThisTask) -> Php<OrFalse<i64>> {
    Ok(OrFalse(task.answer(|it| i64::from(it.progress.numerator))))
}

pub fn task_denominator(task: ThisTask) -> Php<OrFalse<i64>> {
    Ok(OrFalse(task.answer(|it| i64::from(it.progress.denominator))))
}

pub fn data(task: ThisTask) -> Php<OrFalse<Bytes>> {
    Ok(OrFalse(task.answer(Details::whole_data).flatten()))
}

pub fn data_size(task: ThisTask) -> Php<OrFalse<i64>> {
    Ok(OrFalse(task.answer(|it| it.data.len() as i64)))
}

pub fn send_workload(task: ThisTask, data: &[u8]) -> Php<OrFalse<i64>> {
    let taken = task.with_mut(|details| details.workload.as_mut().map(|workload| workload.extend_from_slice(data)));
    if taken.flatten().is_none() {
        warn("a workload can only be sent from the workload callback")?;
        return Ok(OrFalse(None));
    }
    Ok(OrFalse(Some(data.len() as i64)))
}

pub fn recv_data(task: ThisTask, length: i64) -> Php<OrFalse<(i64, Bytes)>> {
    let Ok(limit) = usize::try_from(length) else {
        warn(&format!("the length must not be negative, {length} given"))?;
        return Ok(OrFalse(None));
    };
    if task.answer(|_| ()).is_none() {
        return Ok(OrFalse(None));
    }
    let part = task.with_mut(|details| details.receive(limit)).unwrap_or_default();
    Ok(OrFalse(Some((part.len() as i64, part))))
}
