import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../src/engine/check.ts';
import { frameworks } from '../../src/engine/frameworks.ts';
import knownIds from '../fixtures/catalogue-ids.json' with { type: 'json' };
import rows from '../fixtures/catalogue.json' with { type: 'json' };
import { loadCheckFiles } from './load.ts';

const checks = (await loadCheckFiles()).map(({ check }) => check);
const rowOf = new Map(rows.map((row) => [row.id, row]));

const severalSteps = 'follows several steps to administration; the catalogue judges single policies only';

const inlineToo = 'an inline policy gives the same as a managed one; the catalogue lists the managed ones only';

/** Checks that the catalogue does not list, with the reason they exist. */
const ownChecks: Readonly<Record<string, string>> = {
  'apigateway-http-stage-variables-no-secrets': 'the catalogue lists the stages of REST APIs only',
  'cloudformation-stack-template-no-secrets':
    'templates hold secrets as outputs do; the catalogue lists the outputs only',
  'ec2-account-imdsv2-enforced': 'AWS made the setting after the catalogue was put together',
  'iam-cross-account-trust-no-path-to-administrator': severalSteps,
  'iam-inline-policy-no-pass-role-to-anything': inlineToo,
  'iam-inline-policy-no-service-wildcard': inlineToo,
  'iam-internet-compute-no-path-to-administrator': severalSteps,
  'iam-public-endpoint-no-path-to-administrator': severalSteps,
  'iam-open-trust-no-path-to-administrator': severalSteps,
  'iam-policy-no-pass-role-to-anything': 'the list of other tools, which the catalogue was made of, lacks it',
  'iam-principal-no-path-to-administrator': severalSteps,
};

const monitoring = 'what matters is that one filter and alarm exists, so the finding is about the account';

/** Where a check is about something else than its row says, with the reason. */
const otherSubjects: readonly {
  readonly ids: RegExp;
  readonly field: 'resourceType' | 'scope';
  readonly why: string;
}[] = [
  { ids: /^cloudwatch-monitor-/, field: 'resourceType', why: monitoring },
  { ids: /^cloudtrail-trail-enabled$/, field: 'resourceType', why: 'an account without a trail has none to report on' },
  {
    ids: /^config-organization-aggregator-all-regions$/,
    field: 'resourceType',
    why: 'an account without an aggregator has none to report on',
  },
  { ids: /^guardduty-members-enabled$/, field: 'scope', why: 'a finding names the member account that is not watched' },
];

/** Services whose tier 1 is complete. */
const completeServices = [
  'accessanalyzer',
  'account',
  'cloudtrail',
  'cloudwatch',
  'config',
  'ec2',
  'guardduty',
  'iam',
  'kms',
  's3',
  'securityhub',
  'sts',
  'vpc',
];

const listed = checks.filter(({ id }) => !(id in ownChecks));

describe.each(listed.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('agrees with its row of the catalogue', () => {
    const row = rowOf.get(id);
    expect(row, 'is in the catalogue or listed as our own').toBeDefined();
    if (row === undefined) return;
    const differs = (field: string): boolean =>
      otherSubjects.some((other) => other.field === field && other.ids.test(id));
    expect(check.severity).toBe(row.severity);
    expect(check.category).toBe(row.category);
    expect(check.resource.type === row.resourceType, `${check.resource.type}, ${row.resourceType}`).toBe(
      !differs('resourceType'),
    );
    expect(scopeOf(check) === row.scope, `${scopeOf(check)}, ${row.scope}`).toBe(!differs('scope'));
    const { prowler = [], securityhub = [], cloudsploit = [], trustedadvisor = [] } = check.same;
    expect({
      prowler: prowler.toSorted(),
      securityhub: securityhub.toSorted(),
      cloudsploit: cloudsploit.toSorted(),
      trustedadvisor: trustedadvisor.toSorted(),
    }).toEqual({
      prowler: row.prowler.toSorted(),
      securityhub: row.securityhub.toSorted(),
      cloudsploit: row.cloudsploit.toSorted(),
      trustedadvisor: row.trustedadvisor.toSorted(),
    });
    expect(check.same.cis, 'frameworks name checks, not the other way round').toBeUndefined();
  });
});

describe('the catalogue', () => {
  const ids = new Set(checks.map(({ id }) => id));

  it.each([...completeServices, 'shield'])('has a check for every row promised of %s', (service) => {
    const promised = rows.filter((row) => row.service === service && (row.tier === 1 || service === 'shield'));
    expect(promised.length).toBeGreaterThan(0);
    expect(promised.map((row) => row.id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('excuses only checks that exist', () => {
    expect(Object.keys(ownChecks).filter((id) => !ids.has(id) || rowOf.has(id))).toEqual([]);
    expect(otherSubjects.filter(({ ids: pattern }) => !checks.some(({ id }) => pattern.test(id)))).toEqual([]);
  });

  it('has every row once', () => expect(rowOf.size).toBe(rows.length));
});

describe.each(frameworks.map((framework) => [framework.key, framework] as const))('framework %s', (_key, framework) => {
  const known = new Set([...knownIds, ...checks.map(({ id }) => id)]);

  it('names checks that exist or are planned', () => {
    const named = framework.requirements.flatMap((requirement) => requirement.checks);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named.some((id) => checks.some((check) => check.id === id))).toBe(true);
  });

  it('has every requirement once, and no check twice in one', () => {
    const ids = framework.requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, checks: named } of framework.requirements) expect(new Set(named).size, id).toBe(named.length);
  });

  it('has a key that fits --framework', () => expect(framework.key).toMatch(/^[a-z0-9_.]+$/));
});

it('gives every framework a key of its own', () => {
  expect(new Set(frameworks.map(({ key }) => key)).size).toBe(frameworks.length);
});
