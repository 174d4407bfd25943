import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FormatName } from '../../reports/index.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { forOthers, forPeople } from '../helpers/formats.ts';
import { runCli } from '../program/cli.ts';
import { residentProgram } from '../program/resident.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { figure } from '../helpers/figures.ts';
import { startSmallAccount } from './small-account.ts';
import { actsOnTerminal } from './hostile-texts.ts';

vi.setConfig({ testTimeout: 60_000 });

const megabyte = 1_000_000;
/** Texts of a megabyte, each slow or large for another reason. */
const large = {
  word: 'A'.repeat(megabyte),
  markup: '</script><b>'.repeat(megabyte / 12),
  'joined emoji': '\u{1F469}\u200D'.repeat(megabyte / 7),
};
/** Seconds of CPU and megabytes of memory one report of all of them may take. */
const limit = { seconds: 5, megabytes: 400 };

const alone = ['table', 'json', 'html'] as const satisfies readonly FormatName[];

const group = (GroupName: string, at: number) => ({
  GroupId: `sg-${at}`,
  GroupName,
  Description: GroupName,
  OwnerId: '123456789012',
  VpcId: 'vpc-1',
  IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  IpPermissionsEgress: [],
});

/** A report without what its format ends lines by: RFC 4180 has CSV's end in CR LF. */
const linesOf = (format: string, text: string): string =>
  format.endsWith('csv') ? text.replaceAll('\r\n', '\n') : text;

describe('values of a megabyte', () => {
  let front: Front;
  beforeAll(async () => {
    front = await startSmallAccount({});
    const SecurityGroups = Object.values(large).map(group);
    front.answer({ service: 'ec2', operation: 'DescribeSecurityGroups' }, { SecurityGroups });
    front.answer({ service: 'ec2', operation: 'DescribeNetworkInterfaces' }, { NetworkInterfaces: [] });
  });
  afterAll(() => front.stop());

  // The largest each alone: what one takes is then known. The others take less than one of these together.
  it.each(alone)('are reported as %s in time and memory, and what was cut is said', async (format) => {
    const check = 'ec2-security-group-no-open-ingress-ssh';
    const details = format === 'table' ? ['--details'] : [];
    const args = ['--check', check, '--format', format, ...details, '--output', '-'];
    const { stdout, code, cpuMs, maxRssKb } = await runCli(args, { endpoint: front.url });
    expect(code).toBe(1);
    expect(cpuMs).toBeLessThan(limit.seconds * 1000);
    expect(maxRssKb).toBeLessThan(limit.megabytes * 1024);
    expect(actsOnTerminal.test(linesOf(format, stdout).replace(/<script>[^]*?<\/script>/, ''))).toBe(false);
    if (format === 'json') {
      const names = (stdout === '' ? [] : (JSON.parse(stdout) as RunResult).findings).map(
        ({ resource }) => resource.name,
      );
      expect(names.map((name) => Object.values(large).indexOf(name)).sort((a, b) => a - b)).toEqual(
        Object.keys(large).map((_, at) => at),
      );
    }
    if (format === 'table') {
      expect(stdout.replaceAll(/\s+/g, '')).toContain('…(999,000morecharacters,seeJSONorHTML)');
      expect(stdout.length).toBeLessThan(100_000);
    }
    figure(
      'hostile',
      `CPU for ${Object.keys(large).length} names of a megabyte as ${format}`,
      `${((cpuMs ?? 0) / 1000).toFixed(1)} s`,
      `< ${limit.seconds} s`,
    );
    figure(
      'hostile',
      `memory for them as ${format}`,
      `${Math.round((maxRssKb ?? 0) / 1024)} MB`,
      `< ${limit.megabytes} MB`,
    );
  });

  it('are reported in all other formats at once', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'audit-large-'));
    const check = 'ec2-security-group-no-open-ingress-ssh';
    const formats = [...forOthers, ...forPeople.filter((format) => !alone.some((each) => each === format))];
    const args = ['--check', check, '--format', formats.join(','), '--output', `${dir}/`];
    const { stdout, code, cpuMs, maxRssKb } = await runCli(args, { endpoint: front.url });
    expect(code).toBe(1);
    expect(cpuMs).toBeLessThan(limit.seconds * 1000);
    expect(maxRssKb).toBeLessThan(limit.megabytes * 1024);
    const texts = new Map([
      ['stdout', stdout],
      ...readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')] as const),
    ]);
    expect(texts.size).toBe(formats.length);
    rmSync(dir, { recursive: true });
    for (const [name, text] of texts) {
      expect(actsOnTerminal.test(linesOf(name, text)), name).toBe(false);
      // Those that programs read to know all of it are not cut.
      if (/\.(?:ndjson|md|findings\.csv|requirements\.csv|populations\.csv)$/.test(name)) continue;
      expect(text, name).toMatch(/characters in all|… /);
      expect(text.length, name).toBeLessThan(100_000);
    }
  });
});

describe('bytes that are no UTF-8', () => {
  const program = residentProgram();
  const check = 'ec2-security-group-no-open-ingress-ssh,lambda-function-environment-no-secrets';
  const text = '<i>\uFFFD\u001B[31m';
  const dir = mkdtempSync(join(tmpdir(), 'audit-bytes-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('in XML and JSON answers end up as replacement characters in every format', async () => {
    const front = await startSmallAccount({});
    const open = (operation: string, body: object): void =>
      front.answer({ service: operation.startsWith('List') ? 'lambda' : 'ec2', operation }, body);
    open('DescribeSecurityGroups', { SecurityGroups: [group(text, 1)] });
    open('DescribeNetworkInterfaces', { NetworkInterfaces: [] });
    open('ListFunctions', {
      Functions: [
        {
          FunctionName: text,
          FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:x',
          Environment: { Variables: { [text]: 'x' } },
        },
      ],
    });
    open('ListTags', { Tags: {} });
    front.faults({
      rules: [
        { operation: 'DescribeSecurityGroups', fault: 'undecodable' },
        { operation: 'ListFunctions', fault: 'undecodable' },
      ],
    });
    const args = ['--check', check, '--format', forPeople.join(','), '--output', `${dir}/`, '--details', '--verbose'];
    const { stdout, stderr } = await program(args, { endpoint: front.url });
    await front.stop();
    expect(actsOnTerminal.test(stderr)).toBe(false);
    const files = readdirSync(dir);
    expect(files).toHaveLength(forPeople.length - 1);
    const texts = files.map((name) => [name, readFileSync(join(dir, name), 'utf8')] as const);
    for (const [name, report] of [['table', stdout] as const, ...texts]) {
      expect(actsOnTerminal.test(linesOf(name, report).replace(/<script>[^]*?<\/script>/, '')), name).toBe(false);
      // These hold no texts of the account.
      if (!/\.(?:requirements|populations)\.csv$/.test(name)) expect(report, name).toContain('\uFFFD');
    }
    const { findings } = JSON.parse(readFileSync(join(dir, 'audit-report.json'), 'utf8')) as RunResult;
    // What decoders make of FF C3 FE: each byte that begins nothing is one replacement.
    expect(new Set(findings.map(({ resource }) => resource.name))).toEqual(
      new Set(['<i>\uFFFD\uFFFD\uFFFD\u001B[31m']),
    );
    expect(findings.map(({ service }) => service).sort()).toEqual(['ec2', 'lambda']);
  });
});
