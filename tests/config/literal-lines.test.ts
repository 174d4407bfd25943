import { describe, expect, it } from 'vitest';
import { literalLines } from '../../src/config/literal-lines.ts';

const config = `import { defineConfig } from 'aws-posture-audit';

/* export default { not: this } */
const owner = 'me';
export default defineConfig({
  // braces in a comment: { [
  regions: ['eu-west-1', "us-{east}-1"],
  'severity': { 's3-*': 'low',
    "iam-user": 'high' },
  suppressions: [
    { check: 'a', reason: \`with , and }
      on two lines\`, owner },
    // the second
    {
      check: 'b', until: '2027-02-31',
    },
  ],
  ...rest(owner, { output: 1 }),
  output: { path: join('a', 'b'), failOn: 'high' },
});
`;

describe('literalLines', () => {
  it.each<[(string | number)[], number]>([
    [[], 5],
    [['regions'], 7],
    [['regions', 1], 7],
    [['severity', 's3-*'], 8],
    [['severity', 'iam-user'], 9],
    [['suppressions', 0, 'owner'], 11],
    [['suppressions', 1], 14],
    [['suppressions', 1, 'until'], 15],
    [['output', 'failOn'], 19],
    [['not there', 'at all'], 5],
  ])('finds %j', (path, line) => {
    expect(literalLines(config)(path)).toBe(line);
  });

  it('finds the items of a list', () => {
    expect(literalLines('export default [\n  { check: 1 },\n  { check: 2 },\n]')([1, 'check'])).toBe(3);
  });

  it.each(['export default make();', 'const a = {};\nexport default a;', 'module.exports = {}'])(
    'gives no line where a program computes the value: %s',
    (source) => {
      expect(literalLines(source)(['regions'])).toBeUndefined();
    },
  );
});
