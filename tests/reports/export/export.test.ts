import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ResourceDetails$ } from '@aws-sdk/client-securityhub';
import { checks } from '../../../checks/index.ts';
import { knownTypes, resourceTypeOf } from '../../../reports/export/asff-types.ts';
import { formats } from '../../../reports/index.ts';
import { plain, verdictFor, verdicts } from '../../../reports/export/statement.ts';
import { within } from '../../../reports/export/within.ts';
import type { FormatName } from '../../../reports/index.ts';
import type { ReportOptions } from '../../../src/engine/reporter.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { largeResult } from '../fixture-large.ts';
import { cleanResult, smallResult } from '../fixture-small.ts';
import { resultOf } from '../fixture.ts';
import { everyVerdict, oneOfEach, saidBy } from './fixture.ts';
import type { Reader } from './readers.ts';
import { readers } from './readers.ts';

const names = Object.keys(readers) as (keyof typeof readers)[];

async function write(format: keyof typeof readers, result: RunResult): Promise<string> {
  const reporter = await formats[format].load();
  return [...reporter.render(result, {})].join('');
}

const results: readonly [string, RunResult][] = [
  ['of every verdict', oneOfEach()],
  ['of every verdict, with texts that break formats', everyVerdict()],
  ['of a small account', smallResult()],
  ['of passes alone', cleanResult()],
  ['of nothing', resultOf([])],
];

describe.each(names)('%s', (format) => {
  const reader: Reader = readers[format];

  it.each(results)('says of every finding what it is, %s', async (_what, result) => {
    const text = await write(format, result);
    expect(reader.faults(text)).toEqual([]);
    const said = reader.read(text);
    const meant = saidBy(result, reader.by);
    expect(reader.passes(text)).toBe(meant.passed.length);
    const cut = reader.cut(text);
    if (reader.few !== true || result.findings.length < 10) expect(cut).toBeUndefined();
    for (const verdict of verdicts) {
      const all = reader.says.includes(verdict) ? meant[verdict] : [];
      if (cut === undefined) expect(said[verdict], verdict).toEqual(all);
      else expect(all).toEqual(expect.arrayContaining([...said[verdict]]));
    }
  });

  it('says to what a check does not apply', async () => {
    const result = smallResult();
    const own = result.coverage.checks.filter(({ notApplicable }) => notApplicable > 0);
    const told = reader.notApplicable(await write(format, result));
    if (told === undefined) return;
    if (typeof told === 'number') expect(told).toBe(own.reduce((sum, { notApplicable }) => sum + notApplicable, 0));
    else expect([...told].sort()).toEqual(own.map(({ check }) => check).sort());
  });

  it('is the same when it is made again, and acts on nobody', async () => {
    const [first, second] = [await write(format, everyVerdict()), await write(format, everyVerdict())];
    expect(second).toBe(first);
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(first).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe]/,
    );
    expect(first.length).toBeLessThan(400_000);
  });
});

/** More than any format that has a limit takes. */
const many = process.env['SOAK'] === '1' ? 60_000 : 20_000;
const large = largeResult(many);

describe(`${many} findings`, () => {
  const sizes = {
    sarif(text: string) {
      const { results = [] } = (JSON.parse(text) as { runs: { results: unknown[] }[] }).runs[0] ?? {};
      expect(results.length).toBeLessThanOrEqual(5000);
      expect(results.length).toBeGreaterThan(4000);
      expect(gzipSync(text).length).toBeLessThan(10_000_000);
    },
    junit(text: string) {
      expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
      expect(text.split('<').length).toBeLessThan(500_000);
    },
    github(text: string) {
      expect(text.split('\n').length).toBeLessThanOrEqual(31);
    },
    gitlab(text: string) {
      expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
    },
  };

  // The others are taken in any number: what sends them puts them into batches.
  it.each(Object.keys(sizes) as (keyof typeof sizes)[])(
    'stay within what takes %s, and what was cut is said',
    async (format) => {
      const text = await write(format, large);
      sizes[format](text);
      const reader: Reader = readers[format];
      const said = reader.read(text);
      const meant = saidBy(large, reader.by);
      const left = verdicts.map((verdict) =>
        reader.says.includes(verdict) ? meant[verdict].length - said[verdict].length : 0,
      );
      expect(Math.min(...left)).toBe(0);
      const cut = reader.cut(text);
      if (left.some((count) => count > 0)) expect(cut).toMatch(/(?:there was no room for|and) [\d,]+ (?:more )?\w+/);
      else expect(cut).toBeUndefined();
    },
    60_000,
  );
});

describe(`all of ${many} findings`, () => {
  const textOf = async (name: FormatName, options: ReportOptions = {}): Promise<string> => {
    const reporter = await formats[name].load();
    return [...reporter.render(large, options)].join('');
  };

  /** What begins each finding, in formats whose readers take any number; the page has its own tests, in a browser. */
  const beginnings = {
    json: '{"fingerprint":"',
    ndjson: '{"type":"finding",',
    'findings-csv': '\r\n',
    asff: '{"SchemaVersion":"',
    ocsf: '"finding_info":{',
    hdf: '"resource_id":"',
    ...(process.env['SOAK'] === '1' ? { oscal: '"name":"fingerprint"' } : {}),
  };
  it.each(Object.entries(beginnings) as [FormatName, string][])(
    'are in %s',
    async (name, beginning) => {
      const text = await textOf(name);
      const heads = name === 'findings-csv' ? 1 : 0;
      expect(text.split(beginning).length - 1 - heads).toBe(large.findings.length);
      if (name === 'asff') for (const line of text.split('\n')) expect(line.length).toBeLessThan(240_000);
    },
    60_000,
  );

  it.each([
    ['a step summary of GitHub', undefined, 1_024_000],
    ['a comment on GitHub', 65_536, 65_536],
    ['what has least room', 16_384, 16_384],
  ])('have no room in Markdown for %s, and it says how many it left out', async (_what, markdownSize, most) => {
    const text = await textOf('markdown', { markdownSize });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    const rows = [...text.slice(text.indexOf('## Findings')).matchAll(/` \|$/gm)].length;
    const [, left = '0'] = /… and ([\d,]+) more: JSON and HTML have all of them\.\n$/.exec(text) ?? [];
    expect(rows).toBeGreaterThan(0);
    expect(rows + Number(left.replaceAll(',', ''))).toBe(large.summary.findings - large.summary.byStatus.pass);
  });
});

describe('JUnit in several files', () => {
  const filesOf = async (result: RunResult): Promise<string[]> => {
    const reporter = await formats.junit.load();
    return [...(reporter.files?.(result, {}) ?? expect.unreachable())].map((part) => [...part].join(''));
  };

  it('is one file where that is enough', async () => {
    expect(await filesOf(smallResult())).toEqual([await write('junit', smallResult())]);
  });

  it('holds every finding where one would leave some out, each file within the limits', async () => {
    const few = largeResult(1500);
    // Long messages: what GitLab takes is reached with fewer findings.
    const findings = Array.from({ length: 24 }, (_, copy) =>
      few.findings.map((each) => ({
        ...each,
        fingerprint: `${copy}-${each.fingerprint}`,
        message: `${each.message} ${'x'.repeat(900)}`,
      })),
    ).flat();
    const large = { ...few, findings };
    const files = await filesOf(large);
    expect(files.length).toBeGreaterThan(1);
    let cases = 0;
    for (const text of files) {
      expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
      expect(text.includes('classname="left-out"')).toBe(false);
      cases += text.split('<testcase ').length - 1;
    }
    expect(cases).toBeGreaterThanOrEqual(findings.length);
    expect((await write('junit', large)).includes('classname="left-out"')).toBe(true);
  });
});

describe('what there is no room for', () => {
  const { findings } = largeResult(500);
  const text = { text: 'x'.repeat(10) };

  it.each([
    [0, 1000],
    [1, 1000],
    [37, 100_000],
    [500, 3333],
    [500, 5000],
    [1000, 100_000],
  ])('is what matters least, and is counted: %i of %i bytes', (most, bytes) => {
    const { kept, left, leftOut } = within(findings, { most, bytes }, verdicts, (statement) => ({
      ...text,
      rank: verdicts.indexOf(statement.verdict),
    }));
    expect(kept.length).toBe(Math.min(500, most, Math.floor(bytes / 10)));
    expect(kept.length + leftOut).toBe(500);
    const ranks = kept.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    for (const [rank, verdict] of verdicts.entries()) {
      const all = findings.filter((each) => verdictFor(each) === verdict).length;
      expect(ranks.filter((each) => each === rank).length + left[verdict]).toBe(all);
      if (left[verdict] > 0) expect(ranks.some((each) => each > rank)).toBe(false);
    }
  });

  it('is not followed by smaller ones that matter no more, or less', () => {
    const said = (sizes: readonly number[], bytes: number): string[] => {
      let at = 0;
      const failed = findings.filter((each) => verdictFor(each) === 'failed' && each.severity === 'high');
      const some = sizes.map((_, index) => failed[index] ?? expect.unreachable());
      const { kept, leftOut } = within(some, { most: 100, bytes }, verdicts, () => {
        const size = sizes[at] ?? 0;
        at += 1;
        return { text: `${at}`.padEnd(size, '.') };
      });
      expect(kept.length + leftOut).toBe(sizes.length);
      return kept.map(({ text }) => text.replace(/\.+$/, ''));
    };
    // The second has no room: whoever reads the list must not take the third, which would have, for the next.
    expect(said([5, 20, 5], 12)).toEqual(['1']);
    expect(said([5, 5, 20, 5, 5], 18)).toEqual(['1', '2']);
    expect(said([5, 5, 5], 15)).toEqual(['1', '2', '3']);
  });

  it('of a text is said in it, and no half of a character stays', () => {
    expect(plain('short')).toBe('short');
    expect(plain('x'.repeat(1000))).toBe('x'.repeat(1000));
    expect(plain('x'.repeat(1001), 100)).toMatch(/^x+… \(1,001 characters in all\)$/);
    for (let length = 90; length < 110; length += 1) {
      const cut = plain('\u{1F469}'.repeat(200), length);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(Buffer.from(cut).toString()).toBe(cut);
    }
  });
});

describe('a suppression', () => {
  it('accepts failures: what is unknown or for a person stays so', () => {
    const [accepted, unread, manual] = ['fail', 'unknown', 'manual'].map((status) =>
      everyVerdict().findings.find(({ suppression }) => suppression?.status === status),
    );
    if (accepted === undefined || unread === undefined || manual === undefined)
      throw new Error('the fixture lacks one');
    expect([accepted, unread, manual].map(verdictFor)).toEqual(['accepted', 'unknown', 'manual']);
  });
});

describe('types of resources in ASFF', () => {
  it('are those of Security Hub, and `Other` where it has none', () => {
    const members = (ResourceDetails$ as unknown as readonly [number, string, string, number, readonly string[]])[4];
    expect(knownTypes).toEqual(members.filter((name) => name.startsWith('Aws')).sort());
    expect(
      ['AWS::S3::Bucket', 'AWS::EC2::SecurityGroup', 'AWS::RDS::DBInstance', 'AWS::IAM::ManagedPolicy', 'x'].map(
        resourceTypeOf,
      ),
    ).toEqual(['AwsS3Bucket', 'AwsEc2SecurityGroup', 'AwsRdsDbInstance', 'AwsIamPolicy', 'Other']);
  });

  it('have names that a check of this program could bring', () => {
    const named = new Set(checks.map(({ resource }) => resourceTypeOf(resource.type)));
    expect(named.size).toBeGreaterThan(40);
  });
});
