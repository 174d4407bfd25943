import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/stand-in/root.ts';
import { auditorsQuestions } from '../reports/auditors.ts';

const text = readFileSync(join(root, 'docs/auditors.md'), 'utf8');
const rows = [...text.matchAll(/^\| (.+?\?) +\| .+? +\| `(#[^`]+)` +\|$/gm)].map(([, question = '', at = '']) => ({
  question,
  at,
}));

describe('docs/auditors.md', () => {
  it('says where the answer to each question stands, as the browser finds it', () => {
    expect(rows.map(({ question }) => question)).toEqual(auditorsQuestions.map(({ question }) => question));
    for (const [place, { at }] of auditorsQuestions.entries()) expect(at.startsWith(rows[place]?.at ?? '?')).toBe(true);
  });
});
