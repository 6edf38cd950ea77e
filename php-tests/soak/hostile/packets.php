<?php

declare(strict_types=1);

/** One more than the highest packet type of the protocol, so that one is unknown. */
const LAST_PACKET_TYPE = 43;

/**
 * Every packet type in every form, each with a name.
 *
 * @return iterable<string, string>
 */
function hostile_packets(): iterable
{
    $forms = [
        'of a known job' => ['H:good:1', '1', '2'],
        'of another job' => ['H:other:1', 'function', 'key', 'load'],
        'without fields' => [],
        'with one field' => ['x'],
        // As many as ERROR has, and STATUS_RES: with any other number they are not taken in.
        'with two fields' => ['CODE', 'text'],
        'with five fields' => ['H:good:1', '1', '1', '2', '3'],
        'with empty fields' => ['', '', '', '', '', ''],
        'with a long handle' => [str_repeat('h', 70_000), 'function', 'key', 'load'],
        'of binary fields' => ["\xff\xfe", "\xff", "\x80\x01", "\r\n"],
        'with numbers that are none' => ['H:good:1', '-1', '99999999999999999999', 'x', "\xff", '1e9'],
    ];
    for ($type = 0; $type <= LAST_PACKET_TYPE; $type++) {
        foreach ($forms as $form => $fields) {
            yield "type {$type} {$form}" => Packet::response($type, ...$fields);
        }
        yield "type {$type} from a client" => Packet::request($type, 'H:good:1', 'function', 'key', 'load');
        yield "type {$type} of four gigabytes" => "\0RES" . pack('NN', $type, 0xFFFF_FFFF);
        yield "type {$type} of one gigabyte" => "\0RES" . pack('NN', $type, 0x4000_0000) . 'H:good:1';
        yield "type {$type} cut" => substr(Packet::response($type, 'H:good:1', 'function', 'key', 'load'), 0, -3);
        yield "type {$type}, a hundred" => str_repeat(Packet::response($type, 'H:good:1', '1', '2'), 100);
    }
    yield 'text' => "HTTP/1.1 400 Bad Request\r\n\r\n";
    yield 'nothing' => '';
}

/** @return array<string, HostileCase> the packet in each way of sending it */
function hostile_cases(int $trigger, string $prefix, string $packet, bool $hasNoJob): array
{
    $cases = [];
    // What is announced and does not come would be the answer itself.
    $isWhole = strlen($packet) < 12 || strlen($packet) >= 12 + unpack('N', $packet, 8)[1];
    foreach (['before the answer' => [false, false], 'for an answer' => [true, false], 'as the last thing' => [true, true]] as $way => [$isInstead, $closes]) {
        if (!$isWhole && !$isInstead) {
            continue;
        }
        $cases[$way] = new HostileCase($trigger, $prefix . $packet, $isInstead, $closes, $hasNoJob);
    }
    return $cases;
}
