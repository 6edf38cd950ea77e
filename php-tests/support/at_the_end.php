<?php

declare(strict_types=1);

/** Calls a function when this process ends, and not when a forked child of it ends. */
function at_the_end(callable $function): void
{
    $owner = getmypid();
    register_shutdown_function(static function () use ($owner, $function) {
        if (getmypid() === $owner) {
            $function();
        }
    });
}
