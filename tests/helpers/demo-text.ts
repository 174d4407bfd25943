import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../demo/account.ndjson', import.meta.url), 'utf8');

type Record_ = Readonly<Record<string, unknown>>;

/**
 * The demo account's snapshot, with some of its resources changed.
 * @param change gets the type's key and each line of a resource
 */
export function demoText(change?: (type: string, record: Record_) => Record_): string {
  if (change === undefined) return text;
  let type = '';
  const lines = text.trimEnd().split('\n');
  const last = JSON.parse(lines.pop() ?? '') as { readonly end: Record_ };
  const changed = lines.map((line) => {
    const value = JSON.parse(line) as Record_;
    if (Array.isArray(value['list'])) type = String(value['list'][0]);
    const record = value['record'] as Record_ | undefined;
    return record === undefined ? line : JSON.stringify({ record: change(type, record) });
  });
  const sha256 = createHash('sha256')
    .update(`${changed.join('\n')}\n`)
    .digest('hex');
  return `${changed.join('\n')}\n${JSON.stringify({ end: { ...last.end, sha256 } })}\n`;
}
