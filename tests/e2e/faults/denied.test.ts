import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Front } from '../../harness/front.ts';
import { startAccount } from './account.ts';
import { checks } from '../../../checks/index.ts';
import { figure } from '../../helpers/figures.ts';
import { callsOf, compare, declaredCalls, inTurns, nameOf, scan, soak, type DeclaredCall, type Scan } from './run.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

/** Operations of one service are spread over so many scans, so that a list and its facets fail apart. */
const groups = soak ? 30 : 3;

let undisturbed: Scan;
let sent: readonly DeclaredCall[];

beforeAll(async () => {
  const front = await startAccount();
  undisturbed = await scan(front);
  const operations = new Set(front.record.operations());
  sent = declaredCalls().filter(
    ({ service, operation, actions }) =>
      actions.length > 0 &&
      !['DescribeRegions', 'GetCallerIdentity'].includes(operation) &&
      operations.has(`${service}:${operation}`),
  );
  await front.stop();
});

/** The operations that were sent, in groups. */
function grouped(): DeclaredCall[][] {
  const all: DeclaredCall[][] = Array.from({ length: groups }, () => []);
  const ordinals = new Map<string, number>();
  for (const call of sent) {
    const ordinal = ordinals.get(call.service) ?? 0;
    ordinals.set(call.service, ordinal + 1);
    all[ordinal % groups]?.push(call);
  }
  return all.filter((group) => group.length > 0);
}

/** Scans with some operations failing, and says what came of them that should not. */
async function faultsOf(
  group: readonly DeclaredCall[],
  disturb: (front: Front, call: DeclaredCall) => void,
  cause: RegExp,
): Promise<string[]> {
  const front = await startAccount();
  for (const call of group) disturb(front, call);
  const { result, code } = await scan(front);
  const faults: string[] = [];
  const { different, lost, gone } = compare(undisturbed.result, result);
  faults.push(...different);
  const broken = new Set(group.flatMap(({ actions }) => actions));
  for (const finding of lost) {
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
  await front.stop();
  return faults;
}

describe('an undisturbed scan', () => {
  it('judges most of the account, with nearly every operation that is declared', () => {
    const { summary } = undisturbed.result;
    expect(summary.byStatus.fail + summary.byStatus.pass).toBeGreaterThan(200);
    expect(sent.length).toBeGreaterThan(80);
    const operations = new Set(sent.map(({ service, operation }) => `${service}:${operation}`));
    const needs = checks.map((check) =>
      callsOf([check]).filter(({ service, operation }) => operations.has(`${service}:${operation}`)),
    );
    figure(
      'denied',
      'checks with an operation that is made to fail',
      needs.filter((each) => each.length > 0).length,
      `of ${checks.length}`,
    );
    figure('denied', 'operations that are made to fail, each in every way', sent.length, '> 80');
    figure(
      'denied',
      'pairs of a check and an operation it needs',
      needs.reduce((sum, each) => sum + each.length, 0),
      '',
    );
    figure('denied', 'ways to fail', 3 + 7, '');
  });
});

describe('every operation of a scan, in turn', () => {
  it.each([
    ['is denied', 'access-denied', /denied: no policy allows it/],
    ['is denied by a service control policy', 'scp-denied', /denied: a service control policy denies it/],
    ['fails with HTTP 500 to the end', 'internal', /failed: .*Internal/],
  ] as const)('%s: nothing else than "unknown" follows, for what rests on it', async (label, error, cause) => {
    const wanted = error === 'scp-denied' && !soak ? grouped().slice(0, 1) : grouped();
    const faults = await inTurns(wanted, (group) =>
      faultsOf(group, (front, { service, operation }) => front.error({ service, operation }, error), cause),
    );
    figure('denied', `verdicts that change: ${label}`, faults.flat().length, '0');
    expect(faults.flat()).toEqual([]);
  });

  // Malformed in every way, for every operation that checks declare: tests/aws/answers.test.ts.
  it.each(['malformed', 'empty', 'foreign', 'cut', 'page', 'truncate', 'bad-gateway'] as const)(
    'is answered with %s: nothing else than "unknown" follows',
    async (fault) => {
      const label = `is answered with ${fault}`;
      const wanted = fault === 'malformed' || fault === 'empty' || soak ? grouped() : grouped().slice(0, 1);
      const faults = await inTurns(wanted, (group) =>
        faultsOf(
          group,
          (front) => front.faults({ rules: group.map(({ service, operation }) => ({ service, operation, fault })) }),
          /failed: /,
        ),
      );
      figure('denied', `verdicts that change: ${label}`, faults.flat().length, '0');
      expect(faults.flat()).toEqual([]);
    },
  );
});

describe('a part of the account that is closed', () => {
  let front: Front;
  beforeAll(async () => {
    front = await startAccount();
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

  it('is no finding where the host of a service does not exist in a region', async () => {
    const other = await startAccount();
    const { result } = await scan(other, ['--service', 'guardduty', '--region', 'eu-west-1'], {
      env: { AWS_ENDPOINT_URL_GUARDDUTY: 'http://guardduty.nowhere-1.invalid' },
    });
    expect(result.findings.filter(({ status }) => status !== 'unknown')).toEqual([]);
    expect(
      result.coverage.gaps.some(
        ({ kind, cause }) => kind === 'unsupported' && /not available in this region/.test(cause),
      ),
    ).toBe(true);
    await other.stop();
  });
});
