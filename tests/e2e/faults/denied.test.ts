import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Front } from '../../../src/stand-in/front.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { checks } from '../../../checks/index.ts';
import { planFor } from '../../../src/inventory/plan.ts';
import { figure } from '../../helpers/figures.ts';
import { grouped } from './groups.ts';
import { askedInOneRegion, restsOnFailed } from './rests-on.ts';
import {
  callsOf,
  cli,
  compare,
  declaredCalls,
  inTurns,
  nameOf,
  nameOfCall,
  ofManagement,
  ofTheSession,
  scan,
  soak,
  type DeclaredCall,
  type Scan,
} from './run.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

/** Scans to spread the operations over, for each way to fail: the more, the fewer fail at once. */
const scans = soak ? 30 : 5;
const atOnce = 3;

let undisturbed: Scan;
/** The operations that a scan sends, and those of them that it sends in the region where little is turned on. */
let asked: ReadonlySet<string>;
let askedInBarren: ReadonlySet<string>;

const failing: readonly DeclaredCall[] = declaredCalls().filter(
  (call) => ![...ofTheSession, ...ofManagement].includes(nameOfCall(call)),
);
const groups = grouped(failing, planFor(checks), scans);

beforeAll(async () => {
  const front = await startWorld();
  undisturbed = await scan(front);
  asked = new Set(front.record.operations());
  askedInBarren = new Set(front.record.requests.filter(({ region }) => region === 'eu-west-1').map(nameOfCall));
  await front.stop();
});

/** Pairs of an operation and a way to fail that a request met, `service:operation way`. */
const met = new Set<string>();

/** Scans with some operations failing, and says what came of them that should not. */
async function faultsOf(
  group: readonly DeclaredCall[],
  way: string,
  disturb: (front: Front, group: readonly DeclaredCall[]) => void,
  cause: RegExp,
): Promise<string[]> {
  const front = await startWorld();
  disturb(front, group);
  const done = await scan(front);
  const sent = new Set(front.record.operations());
  await front.stop();
  const unsent = group.map(nameOfCall).filter((name) => !sent.has(name));
  for (const name of group.map(nameOfCall)) if (sent.has(name)) met.add(`${name} ${way}`);
  return [...unsent.map((name) => `${name} was not asked, so it did not fail`), ...judged(done, group, way, cause)];
}

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

describe('an undisturbed scan', () => {
  it('sends every operation that checks declare', () => {
    const names = declaredCalls()
      .map(nameOfCall)
      .filter((name) => !ofManagement.includes(name));
    expect(names.filter((name) => !asked.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(120);
    figure('denied', 'declared operations that a scan of the test account sends', names.length, `all ${names.length}`);
  });

  it('leaves out in a region only what has no reason there', () => {
    expect(askedInOneRegion.filter((name) => askedInBarren.has(name))).toEqual([]);
  });

  it('judges nearly everything: most checks give a pass or a fail', () => {
    const judged = new Set(
      undisturbed.result.findings.filter(({ status }) => ['pass', 'fail'].includes(status)).map(({ check }) => check),
    );
    const left = checks.map(({ id }) => id).filter((id) => !judged.has(id));
    // Both always leave the last word to a person where there is anything to look at.
    expect(left).toEqual(['account-contact-details-current', 'shield-standard-exposed-resources-inventoried']);
    expect(undisturbed.result.coverage.complete).toBe(true);
    figure('denied', 'checks that give a pass or a fail in the test account', judged.size, `of ${checks.length}`);
    figure(
      'denied',
      'pairs of a check and an operation it declares',
      checks.reduce((sum, check) => sum + callsOf([check]).length, 0),
      '',
    );
  });
});

const errors = [
  ['is denied', 'access-denied', /denied: no policy allows it/],
  ['is denied by a service control policy', 'scp-denied', /denied: a service control policy denies it/],
  ['fails with HTTP 500 to the end', 'internal', /failed: .*Internal/],
] as const;
const spoilt = ['malformed', 'empty', 'foreign', 'cut', 'page', 'truncate', 'bad-gateway'] as const;

describe('every operation of a scan fails', () => {
  it.each(errors)('%s: nothing else than "unknown" follows, for what rests on it', async (label, error, cause) => {
    const disturb = (front: Front, group: readonly DeclaredCall[]): void => {
      for (const { service, operation } of group) front.error({ service, operation }, error);
    };
    const faults = await inTurns(groups, (group) => faultsOf(group, error, disturb, cause), atOnce);
    figure('denied', `verdicts that change: ${label}`, faults.flat().length, '0');
    expect(faults.flat()).toEqual([]);
  });

  // Malformed in every way, one operation at a time: tests/aws/answers.test.ts.
  it.each(spoilt)('is answered with %s: nothing else than "unknown" follows', async (fault) => {
    const disturb = (front: Front, group: readonly DeclaredCall[]): void =>
      front.faults({ rules: group.map(({ service, operation }) => ({ service, operation, fault })) });
    const faults = await inTurns(groups, (group) => faultsOf(group, fault, disturb, /failed: /), atOnce);
    figure('denied', `verdicts that change: is answered with ${fault}`, faults.flat().length, '0');
    expect(faults.flat()).toEqual([]);
  });

  it('in every way: each operation met each of them', () => {
    const ways = errors.length + spoilt.length;
    const all = failing.length * ways;
    expect(met.size).toBe(all);
    figure(
      'denied',
      'operations that are made to fail',
      failing.length,
      `all but the ${ofTheSession.length} of the session and ${ofManagement.length} of a management account`,
    );
    figure('denied', 'ways to fail', ways, '');
    figure('denied', 'pairs of an operation and a way to fail that a request met', met.size, `all ${all}`);
    figure('denied', 'operations that fail in one scan, at most', Math.max(...groups.map(({ length }) => length)), '');
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
    await inTurns(
      ways,
      (way) =>
        failed('GetCallerIdentity', way, async (front) => {
          const { code, stdout } = await cli(front, ['scan', '--format', 'json']);
          expect({ way, code, stdout }).toEqual({ way, code: 4, stdout: '' });
        }),
      atOnce,
    );
  });

  it('leave a gap in coverage, where the regions are not known', async () => {
    await inTurns(
      ways,
      (way) =>
        failed('DescribeRegions', way, async (front) => {
          const { result } = await scan(front, ['--service', 'kms']);
          const all = undisturbed.result.findings.filter(({ service }) => service === 'kms');
          const before = { ...undisturbed.result, findings: all };
          expect({ way, ...compare(before, result) }).toMatchObject({ way, different: [], lost: [], gone: [] });
          expect(result.coverage.complete, way).toBe(false);
          expect(result.coverage.gaps.map(({ cause }) => cause).join(), way).toContain('ec2:DescribeRegions');
        }),
      atOnce,
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
