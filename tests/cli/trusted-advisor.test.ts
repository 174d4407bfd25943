import { describe, expect, it } from 'vitest';
import { advice, compare } from '../../src/cli/trusted-advisor.ts';
import type { Check } from '../../src/engine/check.ts';
import { Derivations } from '../../src/engine/derive.ts';
import type { Finding, Status } from '../../src/engine/finding.ts';
import type { AnyResult, CheckCoverage } from '../../src/engine/result.ts';
import type { AdvisorCheck, AdvisorResource } from '../../src/services/support/trusted-advisor.ts';

const checkOf = (id: string, ...trustedadvisor: string[]) => ({ id, same: { trustedadvisor } }) as unknown as Check;

/** The documentation writes a dash where the API has a hyphen. */
const ports = checkOf('ports', 'Security Groups – Specific Ports Unrestricted');
const logsOld = checkOf('logs-old', 'Load Balancer Logs');
const logsNew = checkOf('logs-new', 'Load Balancer Logs');
const own = checkOf('own');
const all = [ports, logsOld, logsNew, own];

const theirs = (status: string | undefined, rest: Partial<AdvisorCheck> = {}): AdvisorCheck => ({
  id: 'HCP4007jGY',
  name: 'Security Groups - Specific  ports unrestricted',
  category: 'security',
  status,
  checkedAt: undefined,
  flagged: undefined,
  excluded: undefined,
  ...rest,
});

const resultOf = (
  found: Readonly<Record<string, readonly Status[]>>,
  covered: Partial<CheckCoverage> = {},
): Pick<AnyResult, 'findings' | 'coverage'> => ({
  findings: Object.entries(found).flatMap(([check, statuses]) =>
    statuses.map((status) => ({ check, status }) as unknown as Finding),
  ),
  coverage: {
    checks: all.map(({ id }) => ({ check: id, notJudged: 0, notApplicable: 0, judged: 1, unsupported: 0, ...covered })),
  } as unknown as AnyResult['coverage'],
});

const only = (
  one: AdvisorCheck,
  found: Parameters<typeof resultOf>[0],
  { selected = all, covered = {} }: { selected?: readonly Check[]; covered?: Partial<CheckCoverage> } = {},
) => compare({ checks: [one], notRead: undefined }, resultOf(found, covered), { selected, all }).checks[0];

describe('a check of Trusted Advisor beside ours', () => {
  const logs = { name: 'Load Balancer Logs' };
  it.each([
    [
      'red, ours fails',
      theirs('error'),
      { ports: ['fail', 'pass'] },
      {},
      'agree',
      'both find something, ours 1 failure',
    ],
    ['yellow, ours fails', theirs('warning'), { ports: ['fail', 'fail'] }, {}, 'agree', 'ours 2 failures'],
    [
      'red, ours fails and does not know all',
      theirs('error'),
      { ports: ['fail', 'unknown'] },
      {},
      'agree',
      '1 failure',
    ],
    ['red, ours passes', theirs('error'), { ports: ['pass'] }, {}, 'differ', 'it finds something, and ours nothing'],
    ['red, ours is accepted', theirs('error'), { ports: ['suppressed'] }, {}, 'differ', 'nothing (1 accepted here)'],
    ['red, ours does not know', theirs('error'), { ports: ['pass', 'unknown'] }, {}, 'undecided', 'did not judge all'],
    ['red, ours is for a person', theirs('error'), { ports: ['manual'] }, {}, 'undecided', 'did not judge all'],
    [
      'red, ours looked at some regions',
      theirs('error'),
      { ports: ['pass'] },
      { covered: { narrowed: ['regions'] } },
      'undecided',
      'did not judge all',
    ],
    [
      'red, a list of ours was denied',
      theirs('error'),
      {},
      { covered: { unlisted: 1 } },
      'undecided',
      'did not judge all',
    ],
    ['red, ours left some out', theirs('error'), {}, { covered: { leftOut: 2 } }, 'undecided', 'did not judge all'],
    ['red, ours has nothing to look at', theirs('error'), {}, {}, 'differ', 'ours nothing'],
    ['green, ours passes', theirs('ok'), { ports: ['pass'] }, {}, 'agree', 'neither finds anything'],
    ['green, ours has nothing to look at', theirs('ok'), {}, {}, 'agree', 'neither finds anything'],
    [
      'green, ours does not know',
      theirs('ok'),
      {},
      { covered: { notJudged: 1 } },
      'undecided',
      'it finds nothing, and ours did not judge all',
    ],
    [
      'green, ours fails',
      theirs('ok'),
      { ports: ['fail'] },
      {},
      'differ',
      'it finds nothing, and ours 1 failure: ports',
    ],
    [
      'green with what was excluded, ours fails',
      theirs('ok', { excluded: 3 }),
      { ports: ['fail'] },
      {},
      'differ',
      '(3 excluded there)',
    ],
    [
      'not available',
      theirs('not_available'),
      { ports: ['pass'] },
      {},
      'undecided',
      'it has no result, and ours no failure',
    ],
    [
      'not available, ours fails',
      theirs('not_available'),
      { ports: ['fail'] },
      {},
      'undecided',
      'no result, and ours 1 failure',
    ],
    ['without a summary', theirs(undefined), { ports: ['pass'] }, {}, 'undecided', 'it has no result'],
    ['a status of tomorrow', theirs('purple'), { ports: ['pass'] }, {}, 'undecided', 'it has no result'],
    ['ours was not selected', theirs('error'), {}, { selected: [own] }, 'undecided', 'this run did not judge by ports'],
    ['without one of ours', theirs('error', { name: 'Outposts' }), {}, {}, 'alone', 'no check of ours is of it'],
    ['without a name', theirs('error', { name: undefined }), {}, {}, 'alone', 'no check of ours is of it'],
    [
      'two of ours, one fails',
      theirs('ok', logs),
      { 'logs-new': ['fail'], 'logs-old': ['pass'] },
      {},
      'differ',
      'failure: logs-new',
    ],
    [
      'two of ours, one passes and one was not selected',
      theirs('ok', logs),
      { 'logs-new': ['pass'] },
      { selected: [logsNew] },
      'undecided',
      'did not judge all',
    ],
  ] as const)('%s', (_when, one, found, options, agreement, says) => {
    const row = only(one, found, options);
    expect(row).toMatchObject({ id: 'HCP4007jGY', agreement });
    expect(row?.says).toContain(says);
  });

  it('leaves out what AWS did not say', () => {
    expect(only(theirs(undefined, { name: undefined, category: undefined }), {})).toEqual({
      id: 'HCP4007jGY',
      name: 'HCP4007jGY',
      agreement: 'alone',
      says: 'no check of ours is of it',
      ours: [],
    });
  });

  it('counts ours that it does not list, and those that it cannot have', () => {
    const { notListed, withoutCounterpart } = compare({ checks: [theirs('ok')], notRead: undefined }, resultOf({}), {
      selected: [ports, logsNew, own],
      all,
    });
    expect({ notListed, withoutCounterpart }).toEqual({ notListed: ['logs-new'], withoutCounterpart: 1 });
  });
});

describe('the resources that a check of Trusted Advisor lists', () => {
  const found = (check: string, id: string, status: Status, rest: object = {}) =>
    ({
      check,
      status,
      region: 'eu-west-1',
      resource: { id, arn: `arn:aws:ec2:eu-west-1:1:security-group/${id}`, name: id, ...rest },
    }) as unknown as Finding;
  const flagged = (cells: readonly string[], region: string | undefined = 'eu-west-1'): AdvisorResource => ({
    status: 'error',
    region,
    excluded: undefined,
    cells,
  });
  const says = (one: AdvisorResource, findings: readonly Finding[], selected = all) =>
    compare(
      { checks: [theirs('error', { columns: ['Group'] })], notRead: undefined, flagged: { HCP4007jGY: [one] } },
      { ...resultOf({}), findings },
      { selected, all },
    ).checks[0]?.resources?.[0]?.ours;

  it.each([
    ['by id', flagged(['sg-1']), [found('ports', 'sg-1', 'fail')], 'fail'],
    ['by a part of a cell', flagged(['Red', 'sg-1 (vpc-1)']), [found('ports', 'sg-1', 'pass')], 'pass'],
    [
      'by ARN',
      flagged(['arn:aws:ec2:eu-west-1:1:security-group/sg-1']),
      [found('ports', 'sg-1', 'unknown')],
      'unknown',
    ],
    [
      'the worst of several',
      flagged(['sg-1']),
      [found('ports', 'sg-1', 'pass'), found('ports', 'sg-1', 'fail')],
      'fail',
    ],
    ['in another region', flagged(['sg-1'], 'us-east-1'), [found('ports', 'sg-1', 'fail')], undefined],
    ['of no region', { ...flagged(['sg-1']), region: undefined }, [found('ports', 'sg-1', 'fail')], 'fail'],
    ['of a global resource', flagged(['E1'], '-'), [{ ...found('ports', 'E1', 'fail'), region: 'global' }], 'fail'],
    ['by a check of another matter', flagged(['sg-1']), [found('own', 'sg-1', 'fail')], undefined],
    ['by a name', flagged(['web']), [found('ports', 'sg-1', 'fail', { name: 'web' })], 'fail'],
    [
      'by a name that two have',
      flagged(['web']),
      [found('ports', 'sg-1', 'fail', { name: 'web' }), found('ports', 'sg-2', 'pass', { name: 'web' })],
      undefined,
    ],
    [
      'by an id, whatever else is named so',
      flagged(['web', 'sg-2']),
      [found('ports', 'sg-1', 'fail', { name: 'web' }), found('ports', 'sg-2', 'pass', { name: 'web' })],
      'pass',
    ],
    ['of nothing that ours saw', flagged(['sg-9']), [found('ports', 'sg-1', 'fail')], undefined],
  ] as const)('%s', (_when, one, findings, expected) => {
    expect(says(one, findings as readonly Finding[])).toBe(expected);
  });

  it('are left out where they were not read, with the reason', () => {
    const { checks, resourcesNotRead } = compare(
      { checks: [theirs('error')], notRead: undefined, flaggedNotRead: 'access denied' },
      resultOf({}),
      { selected: all, all },
    );
    expect(resourcesNotRead).toBe('access denied');
    expect(checks[0]).not.toHaveProperty('resources');
  });
});

describe('where its results are not to be had', () => {
  const advised = (
    advisor: readonly object[],
    unread: Record<string, { actions: string[]; cause: string }> = {},
    partition = 'aws',
  ) => {
    const context = { account: '111122223333', partition, now: 0, trustedAccounts: [], unreadRegions: [] };
    const known = new Derivations(context).of({ advice }, { advisor, advised: advisor }, unread) as {
      readonly advice: Parameters<typeof compare>[0];
    };
    return compare(known.advice, resultOf({}), { selected: all, all });
  };
  const nothing = { checks: [], notListed: [], withoutCounterpart: 1 };
  const denied = { advisor: { actions: ['support:DescribeTrustedAdvisorChecks'], cause: 'access denied' } };

  it.each([
    ['no support plan', advised([{ checks: undefined }]), /support plan does not let/],
    ['denied', advised([], denied), /^access denied$/],
    ['nothing was read', advised([]), /nothing of it was read/],
    ['China', advised([{ checks: null }], {}, 'aws-cn'), /China/],
    ['China, where the service is not there', advised([], denied, 'aws-cn'), /China/],
    [
      'a run that works nothing out',
      compare(undefined, resultOf({}), { selected: all, all }),
      /nothing of it was read/,
    ],
  ])('%s', (_when, { notRead, ...rest }, expected) => {
    expect(notRead).toMatch(expected);
    expect(rest).toEqual(nothing);
  });

  it('is not so where there are none to have', () => {
    expect(advised([{ checks: [] }])).toEqual({
      checks: [],
      notListed: ['ports', 'logs-old', 'logs-new'],
      withoutCounterpart: 1,
    });
  });
});
