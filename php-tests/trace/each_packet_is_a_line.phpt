--TEST--
With gearman.trace each packet is a line, without its payload
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$file = tempnam(sys_get_temp_dir(), 'trace');
at_the_end(fn () => unlink($file));
/** The lines so far, without what differs from run to run. */
$lines = fn () => preg_replace(
    ['/^\d+\.\d{6} ' . getmypid() . ' 127\.0\.0\.1:' . Gearmand::shared()->port . ' /m', '/H:\S+:\d+/', '/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/', '/-[0-9a-f]{12}/'],
    ['', 'HANDLE', 'UUID', ''],
    file_get_contents($file),
);

ini_set('gearman.trace', $file);
$function = unique_name('traced');
$client = client();
$client->ping('hidden');
$client->doBackground($function, 'hidden', 'key');
$worker = worker([$function => fn (GearmanJob $job) => $job->sendStatus(1, 2) ? 'hidden' : '']);
$worker->work();
$client->jobStatus('H:nobody:1');
echo $lines();
?>
--EXPECT--
> OPTION_REQ exceptions
> ECHO_REQ (6 bytes)
< OPTION_RES exceptions
< ECHO_RES (6 bytes)
> SUBMIT_JOB_BG traced key (6 bytes)
< JOB_CREATED HANDLE
> OPTION_REQ exceptions
> CAN_DO traced
> GRAB_JOB_UNIQ
< OPTION_RES exceptions
< JOB_ASSIGN_UNIQ HANDLE traced key (6 bytes)
> WORK_STATUS HANDLE 1 2
> WORK_COMPLETE HANDLE (6 bytes)
> GET_STATUS HANDLE
< STATUS_RES HANDLE 0 0 0 0
