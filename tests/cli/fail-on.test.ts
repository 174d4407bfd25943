import { describe, expect, it } from 'vitest';
import { failOnOf } from '../../src/cli/fail-on.ts';
import { audit } from './run.ts';

describe('what makes exit code 1', () => {
  it.each([
    [['high'], { severity: 'high', unknown: false }],
    [['high', 'low', 'medium'], { severity: 'low', unknown: false }],
    [['none'], { severity: 'none', unknown: false }],
    [['unknown'], { severity: 'none', unknown: true }],
    [['unknown', 'critical'], { severity: 'critical', unknown: true }],
    [['none', 'unknown'], { severity: 'none', unknown: true }],
    [['HIGH'], { severity: 'high', unknown: false }],
    [['new'], { severity: 'none', unknown: false, new: 'informational' }],
    [['new:high', 'new:low'], { severity: 'none', unknown: false, new: 'low' }],
    [['new:high', 'new'], { severity: 'none', unknown: false, new: 'informational' }],
    [['critical', 'WORSE', 'stale-baseline'], { severity: 'critical', unknown: false, worse: true, stale: true }],
    [['older-than:90', 'older-than:30'], { severity: 'none', unknown: false, olderThan: 30 }],
  ])('%j', (values, expected) => {
    expect(failOnOf(values)).toStrictEqual(expected);
  });

  it.each(['new', 'new:high', 'worse', 'stale-baseline', 'older-than:30'])(
    '%s compares with an earlier result, and is refused without one',
    async (value) => {
      const { code, stdout, stderr } = await audit(['--demo', '--fail-on', `high,${value}`]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`--fail-on ${value} compares with an earlier result`);
    },
  );

  it.each([
    ['hihg', 'unknown value hihg; did you mean high?'],
    ['new:hihg', 'unknown value new:hihg; did you mean new:high?'],
    ['new:', 'unknown value new:'],
    ['unknwon', 'unknown value unknwon; did you mean unknown?'],
    ['older-than', 'unknown value older-than'],
    ['older-than:', 'the number of days is missing'],
    ['older-than:-1', '-1 is no number of days'],
    ['older-than:0', '0 is no number of days'],
    ['older-than:1.5', '1.5 is no number of days'],
  ])('%s is refused: %s', async (value, message) => {
    const { code, stderr } = await audit(['--demo', '--fail-on', value]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('what standard error says of a gate', () => {
  const said = (args: readonly string[]) => audit(['--demo', '--service', 's3,ssm', ...args]);

  it.each(['table', 'json', 'ndjson'])('is the same for %s, with and without --quiet', async (format) => {
    const loud = await said(['-f', format]);
    const quiet = await said(['-f', format, '--quiet']);
    expect(quiet.stderr).toBe(loud.stderr);
    expect(loud.stderr).toMatch(/^audit: \d+ findings failed: \d+ critical, /);
    expect(loud.stderr).toMatch(/\n {2}\d+ unknown: A service control policy denies ssm:DescribeParameters/);
    expect(loud.stderr).toMatch(/\naudit: exit code 1: \d+ findings failed\n$/);
    expect(loud.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  });

  it('says how many failed where a threshold accepts it, and what --fail-on unknown does not', async () => {
    const none = await said(['--fail-on', 'none', '--allow-incomplete']);
    expect(none.code).toBe(0);
    expect(none.stderr).toMatch(/exit code 0: .*; \d+ findings failed, which a threshold of none accepts\n$/);
    const unknown = await said(['--fail-on', 'unknown', '--allow-incomplete']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(
      /exit code 1: \d+ findings? unknown, which --fail-on unknown does not accept; \d+ findings failed\n$/,
    );
    const known = await audit(['--demo', '--service', 's3', '--fail-on', 'unknown']);
    expect(known.code).toBe(0);
    expect(known.stderr).toMatch(/; \d+ findings failed, which --fail-on unknown accepts\n$/);
  });

  it('is 1 before 3 where something failed and something could not be judged', async () => {
    expect((await said(['--fail-on', 'critical'])).code).toBe(1);
    expect(
      (await audit(['--demo', '--service', 'ssm', '--check', 'ssm-parameter-*', '--region', 'eu-central-1'])).code,
    ).toBe(3);
  });
});

describe('options of Prowler', () => {
  it.each([
    [['-M', 'json'], '-M; here it is --format'],
    [['--compliance', 'cis_2.0_aws'], '--compliance; here it is --framework'],
    [['--list-checks'], '--list-checks; here it is `audit checks list`'],
    [['--mutelist-file', 'x.yaml'], '--mutelist-file; here it is --suppressions'],
    [['-f', 'eu-west-1'], 'Regions are chosen by --region eu-west-1'],
  ])('%j get ours as a hint', async (args, hint) => {
    const { code, stderr } = await audit(args);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });
});

it('what shows more than a screen is refused where no table is written', async () => {
  const { code, stderr } = await audit(['--demo', '-f', 'json', '--group-by', 'cause']);
  expect(code).toBe(2);
  expect(stderr).toContain('change the table only');
});
