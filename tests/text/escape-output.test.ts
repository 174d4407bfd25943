import { describe, expect, it } from 'vitest';
import { describeFinding } from '../../src/cli/explain.ts';
import { progressFor } from '../../src/cli/progress.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { accountFromDetails } from '../../src/iam/graph/details.ts';
import { pathsMermaid } from '../../src/iam/paths/mermaid.ts';
import { findPaths } from '../../src/iam/paths/paths.ts';
import { pathsSvg } from '../../src/iam/paths/svg.ts';
import { pathsText } from '../../src/iam/paths/text.ts';
import { clip, wrap } from '../../reports/table/width.ts';
import { toJson } from '../../src/text/escape.ts';
import { details } from '../e2e/hostile-account.ts';
import { actsOnTerminal, hostileTexts } from '../e2e/hostile-texts.ts';

const hostile = `<b>\u001B[31mred\u202E ${hostileTexts['line breaks']}`;

/** Names make no line of their own, and nothing of them acts on a terminal. */
function expectInert(text: string): void {
  expect(text).toContain('ERROR c');
  expect(text).not.toMatch(/^ERROR c/m);
  expect(text.search(actsOnTerminal)).toBe(-1);
}

/** What is written passes one more guard, which lets line breaks through; here each is looked at on its own. */
describe('what is made of hostile names, before it is written', () => {
  it.each(['message', 'title', 'arn', 'code'] as const)('is inert in the explanation of a finding: %s', (place) => {
    const of = (name: typeof place): string => (name === place ? hostile : 'plain');
    const finding: Finding = {
      fingerprint: '0123456789abcdef0123456789abcdef',
      check: 's3-bucket-hostile',
      title: of('title'),
      service: 's3',
      category: 'security',
      severity: 'low',
      account: '123456789012',
      region: 'eu-west-1',
      status: 'fail',
      message: of('message'),
      resource: { type: 'AWS::S3::Bucket', id: 'b', name: 'b', arn: of('arn'), tags: {} },
      evidence: [{ facet: 'acl', actions: ['s3:GetBucketAcl'], outcome: 'failed', code: of('code') }],
      observed: undefined,
    } as unknown as Finding;
    expectInert(describeFinding(finding, undefined));
  });

  it.each([true, false])('is inert in the name of a stage (terminal: %s)', (isTTY) => {
    let text = '';
    const stream = { isTTY, columns: 200, write: (part: string) => ((text += part), true) };
    progressFor(stream as unknown as NodeJS.WriteStream, { quiet: false }).stage(hostile);
    // What takes the line back is ours.
    const own = isTTY ? text.replace('\r\u001B[2K', '') : text;
    expectInert(own);
  });

  const paths = () => findPaths(accountFromDetails(details([hostile, 'other']), { scps: 'unknown' }));
  it.each([
    ['text', () => [...pathsText(paths())].join('')],
    ['a chart', () => pathsMermaid(paths())],
    ['a picture', () => pathsSvg(paths())],
  ])('is inert in attack paths as %s', (format, made) => {
    const text = made();
    // The diff of a cut has lines of its own, of JSON; they are made inert when they are written.
    expectInert(format === 'text' ? text.slice(0, text.indexOf('Cheapest cut')) : text);
    if (format !== 'text') expect(text).not.toContain('<b>');
  });

  it('is inert in a cell of the table, cut or wrapped', () => {
    expectInert(clip(hostile, 200));
    expectInert(wrap(hostile, 200).join('\n'));
  });

  it.each(['\u007F', '\u009B', '\u202E', '\u2028', '\u3164', '\uE000', '\u{E0041}'])(
    'is inert in JSON when %j is all that is to be escaped',
    (character) => {
      const text = toJson([`a${character}b`]);
      expect(text.search(actsOnTerminal)).toBe(-1);
      expect(JSON.parse(text)).toEqual([`a${character}b`]);
    },
  );
});
