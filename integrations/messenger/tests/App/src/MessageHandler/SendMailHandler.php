<?php

declare(strict_types=1);

namespace App\MessageHandler;

use App\Message\SendMail;
use Symfony\Component\Messenger\Exception\UnrecoverableMessageHandlingException;

final class SendMailHandler
{
    public function __invoke(SendMail $mail): void
    {
        $folder = getenv('APP_FOLDER');
        $tried = "{$folder}/tried";
        $before = substr_count((string) @file_get_contents($tried), "{$mail->to}\n");
        file_put_contents($tried, "{$mail->to}\n", FILE_APPEND);
        while ($mail->wish === 'hold' && !file_exists("{$folder}/release")) {
            usleep(2000);
            clearstatcache();
        }
        if ($mail->wish === 'give up once' && $before === 0) {
            throw new UnrecoverableMessageHandlingException("{$mail->to} is nobody");
        }
        if ($mail->wish === 'fail' || ($mail->wish === 'fail once' && $before === 0)) {
            throw new \RuntimeException("no way to {$mail->to}");
        }
        file_put_contents("{$folder}/sent", "{$mail->to}\n", FILE_APPEND);
    }
}
