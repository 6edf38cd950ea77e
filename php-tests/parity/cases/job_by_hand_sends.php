<?php
require __DIR__ . '/../support.php';

$job = new GearmanJob();
attempt('setReturn', fn () => $job->setReturn(0), $job);
attempt('sendData', fn () => $job->sendData('x'), $job);
attempt('sendComplete', fn () => $job->sendComplete('x'), $job);
attempt('sendFail', fn () => $job->sendFail(), $job);
