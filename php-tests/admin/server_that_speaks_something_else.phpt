--TEST--
A server that answers with something else is null in every list, with what it said; the link is not used again
--FILE--
<?php
require __DIR__ . '/admin.inc';

$garbage = [
    'html' => "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
    'nothing' => '',
    'refusal' => "ERR UNKNOWN_COMMAND Unknown+server+command\r\n",
    'bytes' => "\xFF\xFE\x01\n",
    'half a row' => "f\t1\n.\n",
    'negative' => "f\t-1\t0\t0\t0\n.\n",
    'no end' => "f\t1\t0\t0\t0\n",
    'packet' => "\0RES\0\0\0\x11\0\0\0\x01x",
    'large packet' => "\0RES\0\0\0\x0d\xff\xff\xff\xff",
];
foreach ($garbage as $name => $answer) {
    $bad = TextServer::answering($answer);
    $good = TextServer::start(fn (string $command) => match ($command) {
        'version' => "OK 1\n",
        'prioritystatus' => ".\n",
    } . TextServer::FENCE);
    $names = ['BAD' => $bad->address(), 'GOOD' => $good->address()];
    $admin = administrator($bad, $good);
    foreach (['versions', 'priorityStatus'] as $list) {
        show("{$name}: {$list}", $admin->$list(...), $names);
    }
}
?>
--EXPECT--
html: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_INVALID_PACKET) BAD: the server answered with "HTTP/1.1 400 Bad Request"
html: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_INVALID_PACKET) BAD: the answer to 'prioritystatus' has a line "HTTP/1.1 400 Bad Request"
nothing: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_SERVER_ERROR) BAD: the server did not answer the command
nothing: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_INVALID_PACKET) BAD: the answer to 'prioritystatus' has no end
refusal: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_SERVER_ERROR) BAD: the server refused: UNKNOWN_COMMAND Unknown server command
refusal: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_SERVER_ERROR) BAD: the server refused: UNKNOWN_COMMAND Unknown server command
bytes: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_INVALID_PACKET) BAD: the server answered with "\xff\xfe\x01"
bytes: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_INVALID_PACKET) BAD: the answer to 'prioritystatus' has a line "\xff\xfe\x01"
half a row: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_INVALID_PACKET) BAD: the server answered with "f\t1"
half a row: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_INVALID_PACKET) BAD: the answer to 'prioritystatus' has a line "f\t1"
negative: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_INVALID_PACKET) BAD: the server answered with "f\t-1\t0\t0\t0"
negative: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_INVALID_PACKET) BAD: the answer to 'prioritystatus' has a line "f\t-1\t0\t0\t0"
no end: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_INVALID_PACKET) BAD: the server answered with "f\t1\t0\t0\t0"
no end: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_INVALID_PACKET) BAD: the answer to 'prioritystatus' has no end
packet: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_UNEXPECTED_PACKET) BAD: the server sent a packet where text was expected
packet: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_UNEXPECTED_PACKET) BAD: the server sent a packet where text was expected
large packet: versions: {"BAD":null,"GOOD":"1"}
GearmanRs\Admin::versions(): versions(GEARMAN_UNEXPECTED_PACKET) BAD: the server sent a packet where text was expected
large packet: priorityStatus: {"BAD":null,"GOOD":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_UNEXPECTED_PACKET) BAD: the server sent a packet where text was expected
