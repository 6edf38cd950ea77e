<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
show('return code', $client->returnCode());
show('error', $client->error());
show('errno', $client->getErrno());
show('timeout', $client->timeout());
show('options', $client->options());
show('context', $client->context());
show('job handle', $client->doJobHandle());
show('status', $client->doStatus());
