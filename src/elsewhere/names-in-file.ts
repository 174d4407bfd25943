import { isRecord } from '../text/record.ts';

/** Fields of other tools' files that hold the name of a control, the surest first. */
const fields = [
  'CheckID',
  'check_id',
  'CHECK_ID',
  'SecurityControlId',
  'StandardsControlArn',
  'ControlId',
  'plugin',
  'name',
  'id',
  'title',
  'Title',
];

/** The deepest that a list of controls may lie in a document. */
const deepest = 6;

/**
 * Names of controls in a document: texts in lists (Prowler's `{"aws": [...]}`), and of objects in lists the field that names one,
 * as in what `aws securityhub describe-standards-controls` and `aws support describe-trusted-advisor-checks` print.
 */
export function namesIn(document: unknown, depth = 0): string[] {
  if (depth > deepest) return [];
  if (Array.isArray(document))
    return document.flatMap((each: unknown) => {
      if (typeof each === 'string') return each.trim() === '' ? [] : [each.trim()];
      if (!isRecord(each)) return [];
      const named = fields.find((field) => typeof each[field] === 'string' && each[field] !== '');
      return named === undefined ? namesIn(each, depth + 1) : [String(each[named]).trim()];
    });
  return isRecord(document) ? Object.values(document).flatMap((each) => namesIn(each, depth + 1)) : [];
}

/** Names of controls in a text: one a line, `#` begins a remark; of a table with `;` or `,` (Prowler's CSV) the column that names one. */
export function namesInLines(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const [head = ''] = lines;
  for (const separator of [';', ',']) {
    const names = head.split(separator).map((each) => each.replaceAll('"', '').trim());
    const at = names.findIndex((name) => fields.slice(0, 6).includes(name));
    if (at !== -1 && names.length > 1)
      return unique(lines.slice(1).map((line) => cellsOf(line, separator)[at]?.trim() ?? ''));
  }
  return unique(
    lines.map((line) =>
      line
        .replace(/\s#.*$/, '')
        .replace(/^\s*-\s+/, '')
        .trim(),
    ),
  );
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => name !== '');

/** Cells of a line, of which quoted ones may hold the separator. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [''];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells;
}
