import { expect, it } from 'vitest';
import { verdictOf } from '../../src/dev/supply-chain/audit.ts';

const counted = { metadata: { dependencies: { total: 312 } } };
const advisory = { title: 'Prototype pollution', url: 'https://github.com/advisories/GHSA-0000' };

it('a report without vulnerabilities is clean', () => {
  expect(verdictOf(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, ...counted }), new Set())).toEqual({
    kind: 'clean',
    packages: 312,
  });
});

it('each vulnerable package is a line that says whether it is in the program', () => {
  const vulnerabilities = {
    yaml: { severity: 'high', range: '<2.9.2', via: [advisory] },
    vitest: { severity: 'low', range: '*', via: ['vite'] },
  };
  expect(verdictOf(JSON.stringify({ vulnerabilities, ...counted }), new Set(['yaml']))).toEqual({
    kind: 'vulnerable',
    lines: [
      'yaml <2.9.2: high, in the program: Prototype pollution https://github.com/advisories/GHSA-0000',
      'vitest *: low, a tool: through vite',
    ],
  });
});

const unanswered: readonly { when: string; printed: string; why: string }[] = [
  {
    when: 'the registry has no such endpoint',
    printed: JSON.stringify({
      message: '405 Method Not Allowed - POST https://example.com/',
      statusCode: 405,
      error: {},
    }),
    why: '405 Method Not Allowed - POST https://example.com/',
  },
  { when: 'npm printed nothing', printed: '', why: 'npm printed no JSON' },
  { when: 'the report has no list', printed: JSON.stringify(counted), why: 'no report' },
  { when: 'the report counted nothing', printed: JSON.stringify({ vulnerabilities: {} }), why: 'no report' },
];

it.each(unanswered)('is neither clean nor vulnerable when $when', ({ printed, why }) => {
  expect(verdictOf(printed, new Set())).toEqual({ kind: 'unanswered', why });
});
