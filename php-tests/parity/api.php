<?php

declare(strict_types=1);

/** What php-gearman 2.2.1 declares in another way than 2.1.0, the release that Debian has. */
const CHANGED_SINCE_2_1_0 = [
    'GearmanClient::addServer',
    'GearmanClient::addServers',
    'GearmanClient::addTaskStatus',
    'GearmanClient::doLow',
    'GearmanClient::dolow',
    'GearmanClient::setSSL',
    'GearmanJob::functionName',
    'GearmanJob::handle',
    'GearmanJob::returnCode',
    'GearmanJob::sendData',
    'GearmanJob::setReturn',
    'GearmanJob::unique',
    'GearmanJob::workloadSize',
    'GearmanTask::data',
    'GearmanTask::functionName',
    'GearmanTask::jobHandle',
    'GearmanTask::recvData',
    'GearmanTask::taskDenominator',
    'GearmanTask::taskNumerator',
    'GearmanTask::unique',
    'GearmanWorker::addOptions',
    'GearmanWorker::addServer',
    'GearmanWorker::addServers',
    'GearmanWorker::enableExceptionHandler',
    'GearmanWorker::getErrno',
    'GearmanWorker::grabJob',
    'GearmanWorker::options',
    'GearmanWorker::removeOptions',
    'GearmanWorker::returnCode',
    'GearmanWorker::setOptions',
    'GearmanWorker::setSSL',
    'GearmanWorker::setTimeout',
    'GearmanWorker::timeout',
    'gearman_client_add_server',
    'gearman_client_add_servers',
    'gearman_client_add_task_status',
    'gearman_client_error',
    'gearman_client_get_errno',
    'gearman_client_options',
    'gearman_client_return_code',
    'gearman_client_set_ssl',
    'gearman_job_function_name',
    'gearman_job_handle',
    'gearman_job_return_code',
    'gearman_job_send_data',
    'gearman_job_set_return',
    'gearman_job_unique',
    'gearman_job_workload_size',
    'gearman_task_data',
    'gearman_task_denominator',
    'gearman_task_function_name',
    'gearman_task_is_known',
    'gearman_task_is_running',
    'gearman_task_job_handle',
    'gearman_task_numerator',
    'gearman_task_recv_data',
    'gearman_task_return_code',
    'gearman_task_unique',
    'gearman_worker_add_options',
    'gearman_worker_add_server',
    'gearman_worker_add_servers',
    'gearman_worker_enable_exception_handler',
    'gearman_worker_errno',
    'gearman_worker_grab_job',
    'gearman_worker_options',
    'gearman_worker_remove_options',
    'gearman_worker_return_code',
    'gearman_worker_set_options',
    'gearman_worker_set_ssl',
    'gearman_worker_set_timeout',
    'gearman_worker_timeout',
];

/** @return array<string, string> function or class::method to signature, sorted */
function api(): array
{
    $api = [];
    $module = new ReflectionExtension('gearman');
    // The namespace is what only we have.
    $is_global = fn (ReflectionClass|ReflectionFunction $it): bool => !$it->inNamespace();
    foreach (array_filter($module->getClasses(), $is_global) as $class) {
        foreach ($class->getMethods() as $method) {
            if ($method->class === $class->name) {
                $api["{$class->name}::{$method->name}"] = signature($method);
            }
        }
    }
    foreach (array_filter($module->getFunctions(), $is_global) as $function) {
        $api[$function->name] = signature($function);
    }
    ksort($api);
    return $api;
}

function signature(ReflectionFunctionAbstract $function): string
{
    $parameters = array_map(function (ReflectionParameter $parameter) {
        $default = $parameter->isDefaultValueAvailable() ? ' = ' . inline($parameter->getDefaultValue()) : '';
        return trim("{$parameter->getType()} \${$parameter->name}{$default}");
    }, $function->getParameters());
    $return = $function->hasReturnType() ? ": {$function->getReturnType()}" : '';
    return '(' . implode(', ', $parameters) . ')' . $return;
}
