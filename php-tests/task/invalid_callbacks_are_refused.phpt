--TEST--
Something that cannot be called is refused with a warning, by each of the eight
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
foreach (['Workload', 'Created', 'Data', 'Warning', 'Status', 'Complete', 'Exception', 'Fail'] as $event) {
    var_dump($client->{"set{$event}Callback"}('nope'));
}
var_dump($client->setFailCallback(42), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::setWorkloadCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setCreatedCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setDataCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setWarningCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setStatusCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setCompleteCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setExceptionCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setFailCallback(): function nope is not callable in %s on line %d
bool(false)

Warning: GearmanClient::setFailCallback(): function 42 is not callable in %s on line %d
bool(false)
int(0)
