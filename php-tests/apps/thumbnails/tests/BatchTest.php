<?php

declare(strict_types=1);

namespace Thumbnails\Tests;

/** Pictures that are pipes: a worker that reads one is as far as the test lets it be. */
final class BatchTest extends ThumbnailsTestCase
{
    public function testSeveralWorkersMakeManyThumbnails(): void
    {
        $pictures = array_map(fn (int $number): string => $this->picture("picture{$number}", 16, 12, 3), range(1, 12));
        for ($i = 0; $i < 3; $i++) {
            $this->start('worker');
        }
        self::assertSame(0, $this->end($this->start('thumbnails', '3', ...$pictures)));
        foreach ($pictures as $picture) {
            self::assertIsThumbnail(16, 12, "{$picture}.thumbnail");
        }
        self::assertSame('12 made', $this->printed()[count($this->printed()) - 1]);
    }

    public function testTheBarShowsHowFarAllOfThemAre(): void
    {
        [$first, $firstRest] = $this->halfWritten('first');
        [$second, $secondRest] = $this->halfWritten('second');
        $this->start('worker');
        $this->start('worker');
        $client = $this->start('thumbnails', '2', "{$this->folder}/first", "{$this->folder}/second");
        // Both are at their half only when two workers have one each.
        self::await('both are half done', fn (): bool => in_array('[' . str_repeat('#', 20) . str_repeat(' ', 20) . ']  50 %', $this->printed(), true));
        fwrite($first, $firstRest);
        self::await('the first is done', fn (): bool => in_array('[' . str_repeat('#', 30) . str_repeat(' ', 10) . ']  75 %', $this->printed(), true));
        fwrite($second, $secondRest);
        self::assertSame(0, $this->end($client));
        self::assertContains('[' . str_repeat('#', 40) . '] 100 %', $this->printed());
        self::assertIsThumbnail(10, 10, "{$this->folder}/first.thumbnail");
        self::assertIsThumbnail(10, 10, "{$this->folder}/second.thumbnail");
    }

    public function testTheThumbnailOfAWorkerThatIsKilledHalfWayIsMadeByAnother(): void
    {
        [$pipe] = $this->halfWritten('picture');
        $worker = $this->start('worker');
        $client = $this->start('thumbnails', '2', "{$this->folder}/picture");
        self::await('it is half done', fn (): bool => preg_grep('/ 50 %$/', $this->printed()) !== []);
        // For the next worker it is there as a whole.
        unlink("{$this->folder}/picture");
        $this->picture('picture', 10, 10, 2);
        $this->kill($worker);
        fclose($pipe);
        self::assertFileDoesNotExist("{$this->folder}/picture.thumbnail");
        $this->start('worker');
        self::assertSame(0, $this->end($client));
        self::assertIsThumbnail(10, 10, "{$this->folder}/picture.thumbnail");
    }

    public function testAPictureThatIsNoneFailsAloneAndSaysWhy(): void
    {
        file_put_contents("{$this->folder}/text", 'Hello');
        $picture = $this->picture('picture', 10, 10, 2);
        $this->start('worker');
        self::assertSame(1, $this->end($this->start('thumbnails', '2', "{$this->folder}/text", $picture)));
        self::assertContains('1 made', $this->printed());
        self::assertContains("{$this->folder}/text is no PPM picture", $this->printed());
        self::assertIsThumbnail(10, 10, "{$picture}.thumbnail");
    }

    /**
     * A pipe with the first half of a picture of 10 by 10 squares in it.
     *
     * @return array{resource, string} the pipe, and what is still to be written
     */
    private function halfWritten(string $name): array
    {
        $picture = file_get_contents($this->picture($name, 10, 10, 2));
        unlink("{$this->folder}/{$name}");
        posix_mkfifo("{$this->folder}/{$name}", 0600);
        // For reading as well, so that it opens before there is a reader.
        $pipe = fopen("{$this->folder}/{$name}", 'r+');
        $rest = strlen($picture) - 10 * 2 * 3 * 10;
        fwrite($pipe, substr($picture, 0, $rest));
        return [$pipe, substr($picture, $rest)];
    }
}
