<?php

declare(strict_types=1);

namespace Thumbnails\Tests;

use RuntimeException;
use Thumbnails\Thumbnail;

/** The making of one, without gearmand. */
final class ThumbnailTest extends ThumbnailsTestCase
{
    public function testEachPointIsTheMeanOfASquare(): void
    {
        $picture = $this->picture('squares', 30, 20, 4);
        $told = [];
        Thumbnail::make($picture, "{$picture}.small", 4, static function (int $done, int $of) use (&$told): void {
            $told[] = "{$done} of {$of}";
        });
        self::assertIsThumbnail(30, 20, "{$picture}.small");
        self::assertCount(20, $told);
        self::assertSame('20 of 20', end($told));
    }

    public function testWhatIsNoPictureIsRefused(): void
    {
        file_put_contents("{$this->folder}/text", "Hello\nworld\n!\n");
        $this->expectException(RuntimeException::class);
        $this->expectExceptionMessage('is no PPM picture');
        Thumbnail::make("{$this->folder}/text", "{$this->folder}/small", 2, static fn () => null);
    }

    public function testHalfAPictureIsRefused(): void
    {
        $picture = $this->picture('half', 10, 10, 2);
        file_put_contents($picture, substr(file_get_contents($picture), 0, -100));
        $this->expectException(RuntimeException::class);
        $this->expectExceptionMessage('ends too early');
        Thumbnail::make($picture, "{$picture}.small", 2, static fn () => null);
    }
}
