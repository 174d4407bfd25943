import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlannedCall } from '../../src/inventory/planned-calls.ts';
import { audit, folder } from './run.ts';

let dir: ReturnType<typeof folder>;
beforeEach(() => {
  dir = folder({ config: '[profile china]\nregion = cn-northwest-1\n' });
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE']) vi.stubEnv(name, '');
  vi.stubEnv('AWS_CONFIG_FILE', join(dir.path, 'config'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  dir.remove();
});

async function planned(args: readonly string[], env: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { code, stdout } = await audit(['plan', '--service', 's3', '--format', 'json', ...args]);
  expect(code).toBe(0);
  const { regions, calls } = JSON.parse(stdout) as { regions: string[]; calls: PlannedCall[] };
  const where = (operation: string) => calls.find(({ operations }) => operations.includes(operation))?.regions;
  return {
    first: where('GetCallerIdentity'),
    list: where('DescribeRegions'),
    multiRegion: where('ListMultiRegionAccessPoints'),
    partition: regions.some((region) => region.startsWith('cn-')) ? 'aws-cn' : 'aws',
  };
}

describe('the regions of a plan', () => {
  it.each<[string, string[], Record<string, string>, string, string]>([
    ['nothing is named', [], {}, 'us-east-1', 'aws'],
    ['AWS_REGION names one', [], { AWS_REGION: 'eu-west-1' }, 'eu-west-1', 'aws'],
    ['AWS_REGION names one of another partition', [], { AWS_REGION: 'cn-north-1' }, 'cn-north-1', 'aws-cn'],
    ['a profile does', ['--profile', 'china'], {}, 'cn-northwest-1', 'aws-cn'],
    ['AWS_PROFILE does', [], { AWS_PROFILE: 'china' }, 'cn-northwest-1', 'aws-cn'],
    ['--region names one', ['--region', 'eu-west-3'], { AWS_REGION: 'eu-west-1' }, 'eu-west-3', 'aws'],
    ['--region is a pattern', ['--region', 'eu-*'], { AWS_REGION: 'eu-west-1' }, 'eu-west-1', 'aws'],
    ['the pattern is of another partition', ['--region', 'cn-*'], { AWS_REGION: 'eu-west-1' }, 'cn-north-1', 'aws-cn'],
    ['a name stands after a pattern', ['--region', 'eu-*', '--region', 'us-west-2'], {}, 'us-west-2', 'aws'],
  ])('are those of a scan when %s', async (_, args, env, first, partition) => {
    const multiRegion = partition === 'aws' ? ['us-west-2'] : undefined;
    expect(await planned(args, env)).toEqual({ first: [first], list: [first], multiRegion, partition });
  });
});

describe('a framework whose checks do not read what attack paths are drawn of', () => {
  const ours =
    'key: ours\nname: Ours\nrequirements:\n  - id: "1"\n    title: Buckets\n    checks: [s3-bucket-public-access-blocked]\n';
  const roles = 'iam:GetAccountAuthorizationDetails';

  it('has a plan that says what a page reads besides, and a policy that allows it', async () => {
    const files = folder({ 'ours.yaml': ours });
    try {
      const framework = ['--framework', join(files.path, 'ours.yaml')];
      const plan = await audit(['plan', '--format', 'json', ...framework]);
      const { actions, pages } = JSON.parse(plan.stdout) as {
        actions: string[];
        pages: { operations: string[]; actions: string[] };
      };
      expect(pages.operations).toContain(roles);
      expect(pages.actions).toContain(roles);
      expect(actions).not.toContain(roles);
      expect((await audit(['plan', ...framework])).stdout).toMatch(/With --format html or pdf, [\s\S]*GetAccountAuth/);
      const policy = await audit(['policy', ...framework]);
      expect(policy.stdout).toContain(`"${roles}"`);
      expect(policy.stderr).toMatch(/^audit: \d+ actions of these are for the attack paths that a page/);
    } finally {
      files.remove();
    }
  });

  it('reads nothing besides where checks are left out by anything else', async () => {
    const { stdout } = await audit(['plan', '--service', 's3', '--format', 'json']);
    expect((JSON.parse(stdout) as { pages: object }).pages).toEqual({ operations: [], actions: [] });
    expect((await audit(['plan', '--service', 's3'])).stdout).not.toContain('html or pdf');
    expect((await audit(['policy', '--service', 's3'])).stderr).toBe('');
  });
});
