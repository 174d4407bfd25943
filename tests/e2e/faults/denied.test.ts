import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Front } from '../../../src/stand-in/front.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { restsOnFailed } from './rests-on.ts';
import {
  compare,
  type DeclaredCall,
  declaredCalls,
  inTurns,
  nameOf,
  nameOfCall,
  ofManagement,
  ofTheSession,
  resident,
  type Scan,
  soak,
} from './run.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });
const { cli, scan } = resident();

let undisturbed: Scan;

const failing: readonly DeclaredCall[] = declaredCalls().filter(
  (call) => ![...ofTheSession, ...ofManagement].includes(nameOfCall(call)),
);

beforeAll(async () => {
  const front = await startWorld();
  undisturbed = await scan(front);
  await front.stop();
});

/** What a scan says that should not follow when some operations failed. */
function judged({ result, code }: Scan, group: readonly DeclaredCall[], way: string, cause: RegExp): string[] {
  const names = new Set(group.map(nameOfCall));
  const faults = restsOnFailed(result.findings, names, way);
  const { different, lost, gone } = compare(undisturbed.result, result);
  faults.push(...different);
  const broken = new Set(group.flatMap(({ actions }) => actions));
  // The policy is all of that answer: any document in its place is a policy that says nothing.
  const noPolicy = way === 'foreign' && names.has('s3:GetBucketPolicy') ? /the policy has no Statement/ : undefined;
  for (const finding of lost) {
    if (finding.resource.type === 'AWS::S3::Bucket' && noPolicy?.test(finding.unknown?.cause ?? '') === true) continue;
    const named = [...broken].filter((action) => finding.unknown?.cause.includes(action) === true);
    if (named.length === 0) faults.push(`${nameOf(finding)}: names no operation that failed`);
    if (!cause.test(finding.unknown?.cause ?? '')) faults.push(`${nameOf(finding)}: names no cause`);
    // A finding may lack several things, each of which is a gap of its own.
    const counted = result.coverage.gaps.filter((gap) => gap.checks.includes(finding.check)).map((gap) => gap.cause);
    const left = counted.reduce((text, one) => text.replaceAll(one, ''), finding.unknown?.cause ?? '?');
    if (/[^; ]/.test(left)) faults.push(`${nameOf(finding)}: is not in coverage`);
  }
  for (const finding of gone) {
    const listed = lost.some(
      ({ check, region, resource }) =>
        check === finding.check &&
        resource.id === '*' &&
        [region, 'global'].includes(finding.region === region ? region : 'global'),
    );
    if (!listed) faults.push(`${nameOf(finding)}: is gone without a trace`);
  }
  const errorsOf = ({ coverage }: Scan['result']): number =>
    coverage.services.reduce((sum, { denied, failed, unsupported }) => sum + denied + failed + unsupported, 0);
  // A denied list also saves the calls per resource, some of which the emulator fails: then the gaps say it.
  const gapsOf = (each: Scan['result']): number => each.coverage.gaps.length;
  const counted = errorsOf(result) > errorsOf(undisturbed.result) || gapsOf(result) > gapsOf(undisturbed.result);
  if (!counted) faults.push('coverage counts no more errors or gaps than without');
  if (result.run.complete || result.coverage.complete) faults.push('the run calls itself complete');
  if (code !== 1 && code !== 3) faults.push(`exit ${code}`);
  return faults;
}

const errors = [
  ['is denied', 'access-denied', /denied: no policy allows it/],
  ['is denied by a service control policy', 'scp-denied', /denied: a service control policy denies it/],
  ['fails with HTTP 500 to the end', 'internal', /failed: .*Internal/],
] as const;
const spoilt = soak
  ? (['malformed', 'empty', 'foreign', 'cut', 'page', 'truncate', 'bad-gateway'] as const)
  : (['page'] as const);

describe('a service fails as a whole', () => {
  // One operation at a time, in every way: tests/world/failing-operations.ts.
  const all = [...new Set(failing.map(({ service }) => service))];
  const cases = (soak ? errors : errors.slice(0, 1)).map((error) => [...error, soak ? all : ['iam']] as const);
  it.each(cases)('%s: nothing else than "unknown" follows, for what rests on it', async (_, error, cause, closed) => {
    const faults = await inTurns(closed, async (service) => {
      const front = await startWorld();
      const group = failing.filter((call) => call.service === service);
      for (const { operation } of group) front.error({ service, operation }, error);
      const done = await scan(front);
      await front.stop();
      return judged(done, group, error, cause);
    });
    expect(faults.flat()).toEqual([]);
  });
});

describe('the operations that every scan begins with', () => {
  const ways = [...errors.map(([, way]) => way), ...spoilt];
  const failed = async (operation: string, way: (typeof ways)[number], work: (front: Front) => Promise<void>) => {
    const front = await startWorld();
    const error = errors.find(([, each]) => each === way)?.[1];
    front.faults({ rules: [{ operation, fault: error === undefined ? (way as (typeof spoilt)[number]) : { error } }] });
    await work(front);
    await front.stop();
  };

  it('end it with exit code 4 and no report, where the caller is not known', async () => {
    await inTurns(ways, (way) =>
      failed('GetCallerIdentity', way, async (front) => {
        const { code, stdout } = await cli(front, ['scan', '--format', 'json']);
        expect({ way, code, stdout }).toEqual({ way, code: 4, stdout: '' });
      }),
    );
  });

  it('leave a gap in coverage, where the regions are not known', async () => {
    await inTurns(ways, (way) =>
      failed('DescribeRegions', way, async (front) => {
        const { result } = await scan(front, ['--service', 'kms']);
        const all = undisturbed.result.findings.filter(({ service }) => service === 'kms');
        const before = { ...undisturbed.result, findings: all };
        expect({ way, ...compare(before, result) }).toMatchObject({ way, different: [], lost: [], gone: [] });
        expect(result.coverage.complete, way).toBe(false);
        expect(result.coverage.gaps.map(({ cause }) => cause).join(), way).toContain('ec2:DescribeRegions');
      }),
    );
  });
});

describe('a part of the account that is closed', () => {
  let front: Front;
  beforeAll(async () => {
    front = await startWorld();
  });
  afterAll(() => front.stop());

  it('is unknown where the list of regions names a region that does not accept the credentials', async () => {
    front.error({ region: 'eu-west-1' }, 'region-disabled');
    const { result } = await scan(front);
    const { different, lost, gone } = compare(undisturbed.result, result);
    expect(different).toEqual([]);
    expect(lost.filter(({ region }) => region === 'eu-west-1').length).toBeGreaterThan(20);
    expect(
      lost
        .map(({ unknown }) => unknown?.cause ?? '')
        .filter(
          (cause) =>
            !/region is not enabled|AuthFailure|InvalidClientTokenId|UnrecognizedClient|InvalidToken/.test(cause),
        ),
    ).toEqual([]);
    expect(gone.filter(({ region }) => region !== 'eu-west-1')).toEqual([]);
  });

  it('is skipped with its reason where the account has not opted in', () => {
    expect(undisturbed.result.run.regions).toEqual(['eu-west-1', 'us-east-1']);
    expect(undisturbed.result.coverage.skippedRegions).toEqual([
      { region: 'af-south-1', reason: 'not enabled for this account' },
    ]);
  });

  // What a check would miss without them, and call "none".
  it('is unknown where the hosts of services are not found', async () => {
    const gone = ['cloudtrail', 'cloudwatch', 'cloudwatch-logs', 'sns', 's3-control', 'guardduty', 'organizations'];
    const hosts = gone.map((service) => [
      `AWS_ENDPOINT_URL_${service.toUpperCase().replaceAll('-', '_')}`,
      `https://${service}.nowhere-1.invalid`,
    ]);
    const other = await startWorld();
    const done = await scan(other, [], { env: Object.fromEntries(hosts) as Record<string, string> });
    await other.stop();
    const group = failing.filter(({ service }) => gone.includes(service));
    expect(group.length).toBeGreaterThan(25);
    const cause = /failed: (the host .*nowhere-1\.invalid does not resolve|no connection within)/;
    expect(judged(done, group, 'host', cause)).toEqual([]);
  });
});
