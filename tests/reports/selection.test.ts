import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { selectionText } from '../../reports/selection.ts';
import type { RunSelection } from '../../src/engine/result.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit, folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

const nothing: RunSelection = {
  services: [],
  checks: [],
  excluded: [],
  severities: [],
  categories: [],
  frameworks: [],
  regions: [],
  resources: [],
  tags: [],
  settings: {},
  severityOverrides: {},
  trustedAccounts: [],
};

/** The JSON result of a run with a configuration beside it. */
async function run(args: readonly string[], config: string): Promise<{ run: { selection: RunSelection } }> {
  dir = folder({ 'audit.config.yaml': config, 'own.yaml': 'settings: {}\n' });
  const { stdout, stderr } = await audit(['scan', '--format', 'json', ...args], { cwd: dir.path });
  expect(stderr).not.toContain('Error');
  return JSON.parse(stdout) as { run: { selection: RunSelection } };
}

const age = 'iam-user-access-key-rotated-90';

describe('the selection of a run', () => {
  it.each<[name: string, args: string, config: string, expected: Partial<RunSelection>, text: string | undefined]>([
    ['nothing', '', '', {}, undefined],
    ['services', '--service s3 --service iam', '', { services: ['s3', 'iam'] }, 'services s3, iam'],
    ['checks', '--check iam-root-*', '', { checks: ['iam-root-*'] }, 'checks iam-root-*'],
    [
      'checks of the configuration',
      '',
      'checks:\n  only: [iam-root-*]\n  exclude: [s3-*]\n',
      { checks: ['iam-root-*'], excluded: ['s3-*'] },
      'checks iam-root-*; without checks s3-*',
    ],
    ['severities', '--severity high', '', { severities: ['high'] }, 'severities high'],
    ['categories', '--category security', '', { categories: ['security'] }, 'categories security'],
    ['tags', '--tag env=prod --service s3', '', { tags: ['env=prod'], services: ['s3'] }, 'services s3; tags env=prod'],
    ['regions', '--region eu-*', '', { regions: ['eu-*'] }, 'regions eu-*'],
    [
      'regions of the configuration',
      '',
      'regions: [eu-central-1]\n',
      { regions: ['eu-central-1'] },
      'regions eu-central-1',
    ],
    [
      'resources',
      '--resource-arn *bucket* --service s3',
      '',
      { resources: ['*bucket*'], services: ['s3'] },
      'services s3; resources *bucket*',
    ],
    [
      'a setting',
      '',
      `settings:\n  ${age}: { days: 30 }\n`,
      { settings: { [age]: { days: 30 } } },
      `settings ${age}.days = 30`,
    ],
    ['a setting at its default', '', `settings:\n  ${age}: { days: 90 }\n`, {}, undefined],
    [
      'a setting of a check that is not selected',
      '--service s3',
      `settings:\n  ${age}: { days: 30 }\n`,
      { services: ['s3'] },
      'services s3',
    ],
    [
      'a severity',
      '',
      `severity:\n  ${age}: low\n`,
      { severityOverrides: { [age]: 'low' } },
      `severities set ${age} = low`,
    ],
    [
      'trusted accounts',
      '',
      "trustedAccounts: ['111122223333']\n",
      { trustedAccounts: ['111122223333'] },
      'trusted accounts 111122223333',
    ],
    ['a clock', '--now 2026-01-31', '', { now: '2026-01-31T00:00:00.000Z' }, 'as of 2026-01-31T00:00:00.000Z'],
  ])('records %s', async (_, args, config, expected, text) => {
    const { run: told } = await run(['--demo', ...args.split(' ').filter(Boolean)], config);
    expect(told.selection).toEqual({ ...nothing, ...expected });
    expect(selectionText(told.selection)).toBe(text);
  });

  it('records a framework by its key', async () => {
    const { run: told } = await run(['--demo', '--framework', 'cis_7.0'], '');
    expect(told.selection.frameworks).toEqual(['cis_7.0']);
  });

  it.each([
    ['plain', (text: Buffer) => text],
    ['compressed', (text: Buffer) => gzipSync(text)],
  ])('names the %s snapshot that was judged as sha256sum does', async (_, pack) => {
    const files = folder({});
    const file = join(files.path, 'account.snap');
    const bytes = pack(readFileSync(join(root, 'demo/account.ndjson')));
    writeFileSync(file, bytes);
    try {
      const { run: told } = await run(['--from', file, '--service', 's3'], '');
      expect(told.selection.snapshot).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(selectionText(told.selection)).toContain(`snapshot ${told.selection.snapshot?.slice(0, 12)}`);
      const { stdout } = await audit(['scan', '--from', file, '--service', 's3', '--details'], { cwd: files.path });
      expect(stdout).toMatch(/Selection +services s3; snapshot [0-9a-f]{12}\n/u);
    } finally {
      files.remove();
    }
  });

  it('shows the first of many, and how many more', () => {
    expect(selectionText({ ...nothing, checks: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toBe(
      'checks a, b, c, d, e and 2 more',
    );
  });
});
