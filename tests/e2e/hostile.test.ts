import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../src/engine/finding.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { formatNames, type FormatName } from '../../reports/index.ts';
import { describeFinding } from '../../src/cli/explain.ts';
import { escapeLines } from '../../src/text/escape.ts';
import type { CliResult } from '../program/cli.ts';
import { residentProgram } from '../program/resident.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { figure } from '../helpers/figures.ts';
import { forOthers, forPeople } from '../helpers/formats.ts';
import { details, places, startHostileAccount } from './hostile-account.ts';
import { actsOnTerminal, asUtf8, hostileTexts, texts } from './hostile-texts.ts';
import { scratch } from './support.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const files = scratch();
afterAll(() => files.remove());
const program = residentProgram();

/** What stands in the way of an output being safe to print; the text around it, so that a failure can be read. */
function trouble(text: string): string | undefined {
  const at = text.search(actsOnTerminal);
  return at === -1 ? undefined : JSON.stringify(text.slice(Math.max(0, at - 40), at + 20));
}

/** A report without what its format ends lines by: RFC 4180 has CSV's end in CR LF. */
const linesOf = (format: string, text: string): string =>
  format.endsWith('csv') ? text.replaceAll('\r\n', '\n') : text;

/** Formats that are made while the account is read; the others of what was saved then. */
const live: readonly FormatName[] = ['table', 'json'];
const extensions: Partial<Record<FormatName, string>> = { markdown: 'md' };
/** The end of the name of a report's file. */
const endOf = (format: FormatName): string => `.${extensions[format] ?? format.replace('-', '.')}`;

const customCheck = `
import { readFileSync } from 'node:fs';
import { defineCheck, fail, resources } from 'aws-posture-audit';
const texts = JSON.parse(readFileSync(${JSON.stringify(files.file('texts.json'))}, 'utf8'));
const all = texts.join(' ');
export default defineCheck({
  id: 's3-bucket-hostile', title: all, severity: 'low', category: 'security', resource: resources.s3.bucket, needs: [],
  risk: all, fix: { text: all, cli: 'aws s3 ls ' + all, terraform: all }, references: texts,
  evaluate: ({ name }) => fail(name + ' ' + all, { texts, keys: Object.fromEntries(texts.map((t) => [t, t])) }),
});
`;

/** Names, tags, policies and errors are the account's, and whoever may write them may be nobody's friend. */
describe('an account full of hostile texts', () => {
  let front: Front;
  const scans = new Map<FormatName, CliResult>();
  let others: CliResult;
  let findings: readonly Finding[] = [];
  const snapshot = files.file('account.ndjson');
  const options = (): string[] => [
    '--check',
    [...new Set(Object.values(places)), 's3-bucket-hostile'].join(','),
    '--checks',
    files.file('checks'),
    '--suppressions',
    files.file('suppressions.json'),
  ];
  const run = (...args: string[]) =>
    program(args, { endpoint: front.url, cwd: files.dir, env: { NO_COLOR: undefined } });

  beforeAll(async () => {
    writeFileSync(files.file('texts.json'), JSON.stringify(texts));
    mkdirSync(files.file('checks'));
    writeFileSync(files.file('checks/hostile.mjs'), customCheck);
    const decisions = texts.map((text, at) => ({ reason: `why ${text}`, owner: `who ${text}`, at }));
    writeFileSync(
      files.file('suppressions.json'),
      JSON.stringify([
        ...decisions.map(({ at, ...rest }) => ({ ...rest, resource: `sg-${at}`, tag: 'note=x' })),
        ...decisions.map(({ reason, owner }) => ({ reason, owner, resource: `none ${reason}` })),
      ]),
    );
    writeFileSync(files.file('details.json'), JSON.stringify(details()));
    front = await startHostileAccount();
    const scan = async (format: FormatName): Promise<void> => {
      const save = format === 'json' ? ['--save', snapshot] : [];
      const details = format === 'table' ? ['--details'] : [];
      scans.set(format, await run(...options(), '--format', format, ...details, '--output', '-', '--verbose', ...save));
    };
    // What a run says while it reads is the same whatever it reports.
    for (const format of live) await scan(format);
    const rest = forPeople.filter((format) => !live.includes(format));
    const printed = await run(
      '--from',
      snapshot,
      ...options(),
      '--verbose',
      '--format',
      rest.join(','),
      '--output',
      `${files.file('people')}/`,
    );
    const written = readdirSync(files.file('people'));
    for (const format of rest) {
      const name = written.find((each) => each.endsWith(endOf(format))) ?? '';
      scans.set(format, { ...printed, stdout: readFileSync(files.file(`people/${name}`), 'utf8') });
    }
    others = await run(...options(), '--format', forOthers.join(','), '--output', `${files.file('others')}/`);
    findings = ((scans.get('json') as CliResult).json() as RunResult).findings;
  });
  afterAll(() => front.stop());

  const of = (check: string): Finding[] => findings.filter((finding) => finding.check === check);
  const sorted = (all: readonly string[]): string[] => [...all].sort();

  it.each(forPeople)(
    'is reported as %s with nothing that acts on a terminal, progress and calls included',
    (format) => {
      const { stdout, stderr, code } = scans.get(format) as CliResult;
      expect(code).toBe(1);
      // These hold no texts of the account.
      if (!['requirements-csv', 'populations-csv'].includes(format)) expect(stdout).toContain('onerror');
      expect(trouble(linesOf(format, stdout).replace(/<script>[^]*?<\/script>/, ''))).toBeUndefined();
      expect(trouble(stderr)).toBeUndefined();
      if (live.includes(format)) {
        expect(stderr).toContain('ec2:DescribeSecurityGroups ok');
        // The code of an error has line breaks in it.
        expect(stderr).toContain('ERROR c');
      }
      expect(stderr).not.toMatch(/^ERROR c/m);
    },
  );

  it('is reported in the formats for other programs with nothing that acts on a terminal', () => {
    expect(others.code).toBe(1);
    expect(trouble(others.stdout)).toBeUndefined();
    const written = readdirSync(files.file('others'));
    expect(written).toHaveLength(forOthers.length - 1);
    for (const name of written) {
      const text = readFileSync(files.file(`others/${name}`), 'utf8');
      expect(text, name).toContain('onerror');
      expect(trouble(text), name).toBeUndefined();
    }
  });

  it.each([
    ['security groups', 'ec2-security-group-no-open-ingress-ssh', asUtf8],
    ['users', 'iam-user-no-direct-policies', asUtf8],
    ['roles', 'iam-role-trust-not-public', asUtf8],
    ['policies', 'iam-customer-policy-no-not-action', asUtf8],
    ['buckets', 's3-bucket-mfa-delete-enabled', asUtf8],
    // Read from JSON, which can say half a character.
    ['functions', 'lambda-function-environment-no-secrets', (text: string) => text],
  ])('leaves the names of %s as they are in JSON', (_, check, arrives) => {
    expect(sorted(of(check).map(({ resource }) => resource.name))).toEqual(sorted(texts.map(arrives)));
  });

  it('leaves tags as they are in JSON, whatever their keys', () => {
    const tags = of('ec2-security-group-no-open-ingress-ssh').map(({ resource }) =>
      Object.entries(resource.tags).flat(),
    );
    expect(sorted(tags.flat())).toEqual(sorted(texts.flatMap((text) => ['note', 'x', asUtf8(text), asUtf8(text)])));
  });

  it('leaves Sids and condition keys of policies as they are in JSON', () => {
    for (const { resource, observed } of of('iam-customer-policy-no-not-action')) {
      const [statement] = (observed as { statements: { sid: string; json: { Condition: object } }[] }).statements;
      expect(asUtf8(statement?.sid ?? '')).toBe(resource.name);
      const keys = Object.values(statement?.json.Condition ?? {}).map((block) => Object.keys(block as object)[0] ?? '');
      expect(keys.map(asUtf8)).toEqual([resource.name]);
    }
  });

  it('leaves reasons, owners and what a check says as they are in JSON', () => {
    const suppressed = of('ec2-security-group-no-open-ingress-ssh').map(({ suppression }) => suppression);
    expect(sorted(suppressed.map((one) => one?.reason ?? ''))).toEqual(sorted(texts.map((text) => `why ${text}`)));
    expect(sorted(suppressed.map((one) => one?.owner ?? ''))).toEqual(sorted(texts.map((text) => `who ${text}`)));
    for (const { observed, message } of of('s3-bucket-hostile')) {
      expect((observed as { texts: unknown }).texts).toEqual(texts);
      expect(Object.keys((observed as { keys: object }).keys)).toEqual(texts);
      expect(message.endsWith(texts.join(' '))).toBe(true);
    }
  });

  it('says the same in NDJSON, one object a line', () => {
    const lines = (scans.get('ndjson')?.stdout ?? '').trimEnd().split('\n');
    const head = '{"type":"finding",';
    const own = lines
      .filter((line) => line.startsWith(head))
      .map((line) => JSON.parse(`{${line.slice(head.length)}`) as Finding);
    const stable = (all: readonly object[]): string[] =>
      all.map((one) => JSON.stringify(one).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T'));
    expect(stable(own)).toEqual(stable(findings));
  });

  it('is the same account when it is read back from the snapshot', async () => {
    const { findings: again } = (await run('--from', snapshot, ...options(), '--format', 'json')).json() as RunResult;
    expect(again).toEqual(findings);
  });

  it('has a table in which no line is longer than the screen and no name makes a line of its own', () => {
    const { stdout } = scans.get('table') as CliResult;
    for (const line of stdout.split('\n'))
      expect(Array.from(line.replaceAll(/\p{M}/gu, '')).length).toBeLessThanOrEqual(100);
    expect(stdout).not.toMatch(/^ERROR c/m);
  });

  it('is explained, every finding of it, with nothing that acts on a terminal', async () => {
    for (const finding of findings) {
      expect(trouble(escapeLines(describeFinding(finding, undefined)))).toBeUndefined();
    }
    writeFileSync(files.file('audit-report.json'), scans.get('json')?.stdout ?? '');
    for (const check of ['iam-customer-policy-no-not-action', 's3-bucket-hostile']) {
      const { stdout, code } = await run('explain', of(check)[0]?.fingerprint ?? '', ...options().slice(2, 4));
      expect({ code, trouble: trouble(stdout) }).toEqual({ code: 0, trouble: undefined });
      expect(stdout).toContain('Evidence');
    }
  });

  it.each(['table', 'json', 'mermaid', 'svg'])(
    'has attack paths as %s with nothing that acts on a terminal',
    async (format) => {
      const { stdout, stderr, code } = await run(
        'paths',
        '--iam-details',
        files.file('details.json'),
        '--format',
        format,
      );
      expect({ code, out: trouble(stdout), err: trouble(stderr) }).toEqual({ code: 0, out: undefined, err: undefined });
      expect(stdout).toContain('onerror');
      if (format === 'json') {
        const { principals } = JSON.parse(stdout) as { principals: { arn: string }[] };
        expect(principals.map(({ arn }) => arn)).toEqual(
          expect.arrayContaining(texts.map((text) => `arn:aws:iam::123456789012:user/${text}`)),
        );
      }
      if (format === 'table') expect(stdout).not.toMatch(/^(ERROR c|# head)/m);
      // Nodes and arrows, nothing else: no label ends early, no directive, no comment, no line of a name's own.
      if (format === 'mermaid')
        for (const line of stdout.trimEnd().split('\n').slice(1)) expect(line).toMatch(mermaidLine);
      if (format === 'svg') expect(stdout.match(/<[a-zA-Z]+/g)?.filter((tag) => !drawn.has(tag))).toEqual([]);
    },
  );

  it('is judged by `can` and `exposure` with nothing that acts on a terminal', async () => {
    const policy = files.file('policy.json');
    const all = texts.join(' ');
    const statement = {
      Sid: all,
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringLike: { [all]: all } },
    };
    writeFileSync(policy, JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
    const who = `user/${hostileTexts['colours and the cursor']}`;
    const resource = `arn:aws:s3:::${hostileTexts['line breaks']}`;
    for (const args of [
      ['exposure', policy, '--kind', 's3'],
      ['can', who, 's3:GetObject', resource, '--iam-details', files.file('details.json'), '--resource-policy', policy],
    ]) {
      for (const format of ['text', 'json']) {
        const { stdout, stderr, code } = await run(...args, '--format', format);
        expect({ code, out: trouble(stdout), err: trouble(stderr) }).toEqual({
          code: 0,
          out: undefined,
          err: undefined,
        });
        if (format === 'json') expect(() => JSON.parse(stdout) as unknown).not.toThrow();
        else expect(stdout).not.toMatch(/^ERROR c/m);
      }
    }
  });

  it('is examined by `doctor` with nothing that acts on a terminal', async () => {
    for (const format of ['table', 'json']) {
      const { stdout, stderr, code } = await run(
        'doctor',
        ...options().slice(0, 2),
        '--format',
        format,
        '--checks',
        files.file('checks'),
      );
      expect({ code, out: trouble(stdout), err: trouble(stderr) }).toEqual({ code: 3, out: undefined, err: undefined });
      expect(stdout).toContain('ERROR c');
      expect(stdout).not.toMatch(/^ERROR c/m);
    }
  });

  it('cannot speak through error messages: of AWS, of a configuration, of the command line', async () => {
    const all = texts.filter((text) => !text.includes('\0') && text.length < 1000).join(' ');
    writeFileSync(files.file('bad.json'), JSON.stringify({ severity: { [all]: all }, regions: [all] }));
    const other = await startHostileAccount();
    other.error({ service: 'sts' }, { code: 'AccessDenied', message: all, status: 403 });
    const wrong = [
      ['--config', files.file('bad.json')],
      ['--check', all],
      [all],
      ['--format', all],
      ['--from', all],
      ['can', all, 's3:GetObject', '*', '--iam-details', files.file('details.json')],
      ['--check', 's3-*', '--endpoint-url', other.url],
    ];
    for (const args of wrong) {
      const { stdout, stderr, code } = await run(...args);
      expect(code, stderr.slice(0, 200)).toBeGreaterThanOrEqual(2);
      expect({ out: trouble(stdout), err: trouble(stderr) }).toEqual({ out: undefined, err: undefined });
    }
    await other.stop();
  });

  it('prints how many texts, places and formats these are', () => {
    const formats = [
      ...formatNames,
      'stderr',
      'explain',
      'paths table',
      'paths json',
      'paths mermaid',
      'paths svg',
      'can',
      'exposure',
      'doctor',
      'snapshot',
    ];
    const where = [...Object.keys(places), 'suppressions', 'custom checks', 'configuration and command line'];
    const product = texts.length * where.length * formats.length;
    console.log(`${texts.length} texts × ${where.length} places × ${formats.length} formats = ${product} combinations`);
    figure('hostile', 'hostile texts', texts.length, '≥ 40');
    figure('hostile', 'places in names, tags, policies, errors and configurations', where.length, '≥ 10');
    figure('hostile', 'formats, terminal output included', formats.length, 'all');
    expect(product).toBeGreaterThan(40 * 10 * formats.length);
  });
});

const label = '"(?:[\\p{L}\\p{M}\\p{N} .,/_+=@*()→-]|#\\d+;)*"';
const mermaidLine = new RegExp(
  `^ {2}(?:n\\d+(?:\\(\\[|\\{\\{|\\[\\(|\\[)${label}(?:\\]\\)|\\}\\}|\\)\\]|\\])|n\\d+ (?:-->|-\\.->|--x)\\|${label}\\| n\\d+|more\\[${label}\\])$`,
  'u',
);
const drawn = new Set('<svg <style <defs <marker <path <title <g <rect <text'.split(' '));
