import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../reports/html/pack.ts';
import { Filter } from '../../reports/html/page/filter.ts';
import type { Match } from '../../reports/html/page/filter.ts';
import { readReport } from '../../reports/html/page/report.ts';
import { Layout } from '../../reports/html/page/rows.ts';
import { fromHash, initial, isUnfiltered, toHash } from '../../reports/html/page/state.ts';
import { smallResult } from './fixture-small.ts';

const heights = { group: 64, finding: 44, details: 500 };

interface Line {
  readonly kind: string;
  readonly of: number;
  readonly top: number;
  readonly height: number;
}

/** All rows one after the other, the slow and simple way. */
function naive(
  matches: readonly Match[],
  openGroups: ReadonlySet<number>,
  openFindings: ReadonlySet<number>,
  measured: ReadonlyMap<number, number>,
): Line[] {
  const lines: Line[] = [];
  let top = 0;
  const add = (kind: string, of: number, height: number): void => {
    lines.push({ kind, of, top, height });
    top += height;
  };
  for (const { key, findings } of matches) {
    add('group', key, heights.group);
    if (!openGroups.has(key)) continue;
    for (const index of findings) {
      add('finding', index, heights.finding);
      if (openFindings.has(index)) add('details', index, measured.get(index) ?? heights.details);
    }
  }
  return lines;
}

describe('the rows of the list', () => {
  const report = readReport(JSON.stringify(pack(smallResult())));
  const filter = new Filter(report);
  const everything = { ...initial(), chosen: { ...initial().chosen, status: new Set<string>() } };

  it.each([
    ['check', filter.matches(everything)],
    ['resource', filter.byResource(everything)],
  ] as const)('stand where they would stand one after the other, by %s, whatever is open', (_by, all) => {
    const numbers = fc.uniqueArray(fc.nat(report.findings.size - 1), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(all.length - 1)),
        numbers,
        fc.array(fc.tuple(fc.nat(report.findings.size - 1), fc.integer({ min: 1, max: 900 }))),
        (groups, open, sizes) => {
          const [openGroups, openFindings, measured] = [new Set(groups), new Set(open), new Map(sizes)];
          const lines = naive(all, openGroups, openFindings, measured);
          const layout = new Layout(all, openGroups, openFindings, heights, measured);
          expect(layout.count).toBe(lines.length);
          expect(layout.height).toBe(lines.reduce((sum, { height }) => sum + height, 0));
          for (const [number, { kind, of, top, height }] of lines.entries()) {
            const at = layout.at(number);
            expect([at?.row.kind, at?.top, at?.height]).toEqual([kind, top, height]);
            const row = at?.row;
            expect(row?.kind === 'group' ? row.match.key : row?.index).toBe(of);
            expect(layout.rowAt(top)).toBe(number);
            expect(layout.rowAt(top + height - 1)).toBe(number);
            if (kind !== 'details')
              expect(layout.find(kind === 'group' ? { group: of } : { finding: of })).toBe(number);
          }
          expect(layout.at(lines.length)).toBeUndefined();
        },
      ),
    );
  });

  it('are none when nothing matches', () => {
    const layout = new Layout([], new Set(), new Set(), heights, new Map());
    expect([layout.count, layout.height, layout.at(0), layout.find({ finding: 3 })]).toEqual([0, 0, undefined, -1]);
  });
});

describe('the state in the URL', () => {
  it.each([
    '#findings',
    '#coverage',
    '#findings?status=all',
    '#findings?status=fail&severity=high,low&service=s3&q=a%20b%26c&open=12',
    '#findings?region=a%2Cb',
    '#findings?by=resource&q=acme',
    '#requirements?at=cis_7.0%3A2.1.4',
  ])('reads and writes %s', (hash) => {
    expect(toHash(fromHash(hash))).toBe(hash);
  });

  it('begins with what asks for something', () => {
    expect([...fromHash('').chosen.status]).toEqual(['fail', 'unknown', 'manual']);
    expect(isUnfiltered(fromHash('#findings?open=3'))).toBe(true);
    expect(isUnfiltered(fromHash('#findings?status=all'))).toBe(false);
  });

  it('leaves out what it does not understand', () => {
    expect(toHash(fromHash('#findings?constructor=1&open=-1&open=x&&severity'))).toBe('#findings');
  });
});
