<?php

declare(strict_types=1);

namespace Thumbnails;

use RuntimeException;

/** A picture in the binary format PPM, read row by row. */
final class Picture
{
    public readonly int $width;

    public readonly int $height;

    /** @var resource */
    private $file;

    public function __construct(private readonly string $path)
    {
        $this->file = @fopen($path, 'r') ?: throw new RuntimeException("{$path} cannot be read");
        $header = implode(' ', [fgets($this->file), fgets($this->file), fgets($this->file)]);
        if (preg_match('/^P6\s+(\d+)\s+(\d+)\s+255\s+$/D', $header, $size) !== 1) {
            throw new RuntimeException("{$path} is no PPM picture");
        }
        [, $this->width, $this->height] = array_map('intval', $size);
    }

    /** @return list<int> red, green and blue of each point */
    public function row(): array
    {
        $bytes = '';
        while (strlen($bytes) < 3 * $this->width) {
            $more = fread($this->file, 3 * $this->width - strlen($bytes));
            if ($more === false || $more === '') {
                throw new RuntimeException("{$this->path} ends too early");
            }
            $bytes .= $more;
        }
        return array_values(unpack('C*', $bytes));
    }

    /** @param iterable<list<int>> $rows */
    public static function write(string $path, int $width, int $height, iterable $rows): void
    {
        $bytes = "P6\n{$width} {$height}\n255\n";
        foreach ($rows as $row) {
            $bytes .= pack('C*', ...$row);
        }
        file_put_contents("{$path}.part", $bytes);
        rename("{$path}.part", $path);
    }
}
