<?php

declare(strict_types=1);

/** benches/counts.toml, of which no more is read than its sections of whole numbers. */
final class Budgets
{
    private function __construct(private readonly string $file, private string $text)
    {
    }

    public static function read(string $file): self
    {
        return new self($file, file_get_contents($file));
    }

    /** @return array{budget: int, target: int} */
    public function of(string $row): array
    {
        $sections = parse_ini_string(preg_replace('/^#.*$/m', '', $this->text), true, INI_SCANNER_TYPED);
        return $sections[$row] ?? throw new RuntimeException("{$this->file} has no [{$row}]");
    }

    /** Makes a number the budget of a row. */
    public function hold(string $row, int $count): void
    {
        $this->text = preg_replace('/^(\[' . preg_quote($row) . '\]\nbudget = )\d+$/m', '${1}' . $count, $this->text);
        file_put_contents($this->file, $this->text);
    }
}
