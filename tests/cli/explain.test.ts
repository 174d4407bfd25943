import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { fillShell } from '../../src/engine/fix.ts';
import type { RunResult } from '../../src/engine/result.ts';
import type { MonitoredEventId } from '../../src/judgements/logs/cis-filters.ts';
import { monitors } from '../../src/judgements/logs/cis-filters.ts';
import { audit, folder } from './run.ts';

const monitoring = checks.filter(({ id }) => id.startsWith('cloudwatch-monitor-'));
const topic = 'arn:aws:sns:eu-west-1:408210937655:security-alerts';
const names = { TRAIL_LOG_GROUP: '/audit/cloudtrail', TRAIL_REGION: 'eu-west-1', TOPIC_ARN: topic };
const values = { name: 'n', id: 'i', arn: 'a', account: '408210937655', region: 'us-east-1', partition: 'aws', names };

/** The options of a command as a shell reads them. */
function options(command: string): Readonly<Record<string, string>> {
  const words = execFileSync('bash', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' }).split('\0');
  const given: Record<string, string> = { command: words.slice(0, 3).join(' ') };
  for (let at = 3; at < words.length - 1; at += 2) given[words[at] ?? ''] = words[at + 1] ?? '';
  return given;
}

describe('the fix of a missing alarm', () => {
  it('is known for each monitored event', () => {
    expect(monitoring.length).toBeGreaterThan(14);
  });

  it.each(monitoring.map((check) => [check.id, check] as const))(
    '%s: commands that the check itself accepts, with the names of the account',
    (id, { fix }) => {
      const [filter = {}, alarm = {}] = fillShell(fix.cli ?? '', values)
        .split('\n')
        .map(options);
      expect(filter).toMatchObject({
        command: 'aws logs put-metric-filter',
        '--region': 'eu-west-1',
        '--log-group-name': '/audit/cloudtrail',
      });
      const pattern = filter['--filter-pattern'] ?? '';
      expect(monitors(pattern, id.replace('cloudwatch-monitor-', '') as MonitoredEventId).covers).toBe(true);
      // The longest that CloudWatch Logs takes.
      expect(pattern.length).toBeLessThanOrEqual(1024);
      const transformed = Object.fromEntries(
        (filter['--metric-transformations'] ?? '').split(',').map((part) => part.split('=')),
      ) as Record<string, string>;
      expect(transformed['metricValue']).toBe('1');
      expect(alarm).toMatchObject({
        command: 'aws cloudwatch put-metric-alarm',
        '--region': 'eu-west-1',
        '--metric-name': transformed['metricName'],
        '--namespace': transformed['metricNamespace'],
        '--alarm-actions': topic,
      });
      expect(alarm['--alarm-name']).toBe(filter['--filter-name']);
    },
  );
});

describe('audit explain', () => {
  const files = folder();
  const file = `${files.path}/report.json`;
  let failed: RunResult['findings'] = [];

  beforeAll(async () => {
    const ran = await audit(['--demo', '--check', 'cloudwatch-monitor-*', '--format', 'json', '--output', file]);
    expect(ran.stderr).toContain(file);
    const { findings } = JSON.parse(readFileSync(file, 'utf8')) as RunResult;
    failed = findings.filter(({ status }) => status === 'fail');
  });
  afterAll(() => files.remove());

  it('fills in the log group, the region and a topic that somebody reads', async () => {
    expect(failed.length).toBeGreaterThan(3);
    for (const { check, fingerprint } of failed) {
      const { code, stdout } = await audit(['explain', fingerprint, '--report', file]);
      expect(code).toBe(0);
      const commands = stdout.slice(stdout.indexOf('AWS CLI'));
      for (const name of Object.values(names)) expect(commands, check).toContain(name);
      expect(commands).not.toMatch(/TRAIL_|TOPIC_ARN/);
    }
  });

  it('finds a finding of the demo account without any report', async () => {
    const [first] = failed;
    const { code, stdout } = await audit(['explain', first?.fingerprint.slice(0, 8) ?? '', '--demo']);
    expect(code).toBe(0);
    expect(stdout).toContain(first?.resource.arn);
    expect(stdout).toContain('Evidence');
  });

  it('takes one place to look only, and says which there are', async () => {
    const both = await audit(['explain', 'abcdef01', '--demo', '--from', file]);
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('only one of --demo') as string });
    const none = await audit(['explain', 'abcdef01'], { cwd: files.path });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('--from') as string });
  });

  it.each(['IAM.9', 'iam.9', 'securityhub:IAM.9', 'iam_root_mfa_enabled'])('knows %s, as others say', async (name) => {
    const { code, stdout } = await audit(['explain', name]);
    expect(code).toBe(0);
    expect(stdout).toContain('iam-root-mfa-enabled');
  });

  it('does not take the name of one tool for that of another', async () => {
    expect((await audit(['explain', 'prowler:IAM.9'])).code).toBe(2);
  });
});
