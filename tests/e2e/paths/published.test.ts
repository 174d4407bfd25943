import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunResult } from '../../../src/engine/result.ts';
import { type CliResult, fakeCredentials, runCli } from '../../program/cli.ts';
import { type Front, startFront } from '../../../src/stand-in/front.ts';
import { type Moto, startMoto } from '../../../src/stand-in/moto.ts';
import {
  missed,
  pathfinding,
  type Published,
  publishedAccount,
  publishedAccountId,
  traps,
  vulnerable,
} from '../../iam/paths/published.ts';
import { emulator, needsEmulator } from '../support.ts';
import { buildIam, buildInstance, withBoundaries } from './build.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

interface PathsReport {
  readonly principals: readonly {
    readonly arn: string;
    readonly admin: boolean;
    readonly verdict: string;
    readonly paths: readonly {
      readonly verdict: string;
      readonly steps: readonly { readonly edge: string; readonly from: string; readonly policies: readonly string[] }[];
    }[];
  }[];
  readonly entries: readonly { readonly class: string; readonly verdict: string }[];
}

/** Every published path and trap, created in an emulated account through the API, and judged by the built program. */
describe.runIf(emulator.available)(needsEmulator('published escalation paths in an account'), () => {
  let moto: Moto;
  let front: Front;
  let env: Record<string, string>;
  let report: PathsReport;

  const run = (args: readonly string[]): Promise<CliResult> =>
    runCli([...args, '--region', 'us-east-1'], { endpoint: front.url, env, timeoutMs: 60_000 });

  beforeAll(async () => {
    moto = await startMoto();
    front = await startFront({ upstream: moto.url });
    front.answer(
      { service: 'ec2', operation: 'DescribeRegions' },
      { Regions: [{ RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' }] },
    );
    const config = { endpoint: front.url, region: 'us-east-1', maxAttempts: 1, credentials: fakeCredentials };
    // The emulator makes an account when a role of it is assumed.
    const { Credentials } = await new STSClient(config).send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${publishedAccountId}:role/auditor`,
        RoleSessionName: 'paths',
      }),
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    env = {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
    };
    const inAccount = { ...config, endpoint: moto.url, credentials };
    await buildIam(inAccount, publishedAccount);
    await buildInstance(inAccount, 'high-priv-service-role');
    withBoundaries(front, inAccount, publishedAccount);
    report = (await run(['paths', '--format', 'json'])).json() as PathsReport;
  });
  afterAll(async () => {
    await front.stop();
    await moto.stop();
  });

  const of = (arn: string) => {
    const found = report.principals.find((principal) => principal.arn === arn);
    if (found === undefined) throw new Error(`${arn} is not in the result`);
    return found;
  };
  const found = ({ who, edge }: Published): string | undefined => {
    const { admin, verdict, paths } = of(who);
    if (edge === 'administrator') return admin ? verdict : undefined;
    return paths.find((path) => path.verdict !== 'blocked' && path.steps[0]?.edge === edge)?.verdict;
  };

  const counts = `${vulnerable.length} ways of iam-vulnerable, ${missed.length} that tools miss, ${pathfinding.length} of pathfinding.cloud`;

  describe(`audit paths (${counts})`, () => {
    it.each(vulnerable.map((one) => [one.name, one] as const))('finds iam-vulnerable %s', (_, one) => {
      expect(found(one)).toBe(one.verdict);
    });
    it.each(missed.map((one) => [one.name, one] as const))('finds what tools miss, %s', (_, one) => {
      expect(found(one)).toBe(one.verdict);
    });
    it.each(pathfinding.map((one) => [one.name, one] as const))('finds pathfinding.cloud %s', (_, one) => {
      expect(found(one)).toBe(one.verdict);
    });
    it.each(traps.flatMap(({ name, who, verdict }) => who.map((arn) => [name, arn, verdict] as const)))(
      'does not fall for %s (%s)',
      (_, arn, verdict) => {
        expect(of(arn).verdict).toBe(verdict);
      },
    );

    it('finds each class of way in', () => {
      expect([...new Set(report.entries.map((entry) => `${entry.class} ${entry.verdict}`))].sort()).toEqual([
        'cross-account proven',
        'identity-provider possible',
        'identity-provider proven',
        'internet-compute proven',
        'open-trust proven',
      ]);
    });

    it('names a policy for each step of each published path', () => {
      const unnamed = [...vulnerable, ...pathfinding].filter(
        ({ who, edge }) => !of(who).paths.some(({ steps }) => steps[0]?.edge === edge && steps[0].policies.length > 0),
      );
      expect(unnamed.map(({ name }) => name)).toEqual([]);
    });
  });

  it('audit scan reports them, one finding per class of entry and target', async () => {
    const result = await run(['scan', '--check', 'iam-*-no-path-to-administrator', '--format', 'json']);
    const { findings } = result.json() as RunResult;
    expect(
      findings
        .map(({ check, status, resource }) => [check, status, resource.id])
        .sort((a, b) => a.join().localeCompare(b.join())),
    ).toEqual([
      ['iam-cross-account-trust-no-path-to-administrator', 'fail', publishedAccountId],
      ['iam-internet-compute-no-path-to-administrator', 'fail', publishedAccountId],
      ['iam-open-trust-no-path-to-administrator', 'fail', publishedAccountId],
      ['iam-principal-no-path-to-administrator', 'fail', publishedAccountId],
      ['iam-public-endpoint-no-path-to-administrator', 'pass', publishedAccountId],
    ]);
    expect(result.code).toBe(1);
  });
});
