<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
show('return code', $worker->returnCode());
show('error', $worker->error());
show('errno', $worker->getErrno());
show('timeout', $worker->timeout());
show('options', $worker->options());
