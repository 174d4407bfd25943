import { readFileSync } from 'node:fs';

/** A line of a table by its columns' names. */
export type Line = Readonly<Record<string, string>>;

/** The fields of one line: separated by commas, in double quotes where they hold a comma or a (doubled) quote. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

/**
 * The lines of a CSV file whose first line names its columns. A field holds no line break.
 * @throws Error for a line with more or fewer fields
 */
export function readCsv(path: string): Line[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const fields = fieldsOf(line);
    if (fields.length !== columns.length) throw new Error(`${path}: not a row of this file: ${line}`);
    return Object.fromEntries(columns.map((column, n) => [column, fields[n] ?? '']));
  });
}

/** What a field separates by semicolons. */
export const listOf = (field: string | undefined): readonly string[] =>
  (field ?? '').split(';').filter((one) => one !== '');
