import { isDeepStrictEqual } from 'node:util';
import type { Check } from '../../src/engine/check.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluate.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { isGlobalName } from '../../src/engine/identity.ts';
import { describeGap } from '../../src/aws/outcome.ts';
import type { Gap } from '../../src/aws/outcome.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { actionsAt, describeSpot, gapped, shownOf, spotsOf } from './gapped.ts';
import type { Spot } from './gapped.ts';

/** The types a check reads. */
const typesOf = (check: Check): AnyResourceType[] => [
  check.resource,
  ...Object.values(check.along).map(({ resource }) => resource),
];

/** How a check reads a spot: of what it judges, of what it reads along, or only to know where a resource is. */
type Reads = 'needs' | 'along' | 'place';

export function readsOf(check: Check, { type, facet }: Spot): Reads | undefined {
  if (check.resource.key === type.key && (facet === undefined || check.needs.includes(facet))) return 'needs';
  const companions = Object.values(check.along).filter((other) => other.resource.key === type.key);
  if (companions.some(({ needs }) => facet === undefined || needs.includes(facet))) return 'along';
  if (facet !== type.regionFrom) return undefined;
  return check.resource.key === type.key || companions.length > 0 ? 'place' : undefined;
}

/** Whether a check reads a spot, among others, where it judges without what is missing and says so. */
const doesWithout = (check: Check, { type, facet }: Spot): boolean =>
  Object.values(check.along)
    .filter((other) => other.resource.key === type.key && (facet === undefined || other.needs.includes(facet)))
    .some(({ optional }) => optional);

/** What a finding says, without the evidence: that names the gap although the verdict stands. */
export const said = (finding: Finding | undefined): unknown => ({ ...finding, evidence: undefined });
const untagged = (finding: Finding): unknown => {
  const { type, id, name, arn } = finding.resource;
  return said({ ...finding, resource: { type, id, name, arn, tags: {} } });
};
export const byFingerprint = (findings: readonly Finding[]): Map<string, Finding> =>
  new Map(findings.map((finding) => [finding.fingerprint, finding]));

/** What is wrong with a finding that should be unknown because of a gap: it must say why, and coverage must count it. */
export function faultsOfUnknown(finding: Finding, gap: Gap, check: Check, evaluation: Evaluation): string[] {
  const cause = describeGap(gap);
  const counted = evaluation.gaps.list().some((entry) => entry.checks.includes(check.id) && entry.cause === cause);
  return [
    ...(finding.status === 'unknown' ? [] : [`is ${finding.status}: ${finding.message}`]),
    ...(isDeepStrictEqual(finding.unknown, { actions: gap.kind === 'denied' ? gap.actions : [], cause })
      ? []
      : [`gives the reason ${JSON.stringify(finding.unknown)}`]),
    ...(finding.message.includes(cause) ? [] : [`does not name the cause: ${finding.message}`]),
    ...(counted ? [] : ['is not among the gaps of coverage']),
  ];
}

const verdictPart = (message: string): string => message.split(';', 1)[0] ?? message;

/** The verdicts of each check over an inventory, by its id. */
export const verdictsOf = (checks: readonly Check[], inventory: Inventory, now: number): Map<string, Evaluation> =>
  new Map(checks.map((check) => [check.id, evaluate([check], inventory, { now })]));

/** The facets without which a check may still fail, because something else fails already; with the reason. */
const failsWithout: Readonly<Record<string, readonly string[]>> = {
  // a permission that was replaced is so, whatever is shared
  'ram-resource-share-managed-permission-current': ['resources'],
  // a stranger in the key's policy is one, whomever its grants let in
  'kms-key-policy-trusted-principals': ['grants'],
  // findings that are open are so, whether or not more are looked for
  'guardduty-no-high-severity-findings': ['detail'],
  'macie-no-high-severity-findings': ['session'],
  // how a rule stands is said, whenever it ran last
  'config-rules-compliant': ['run'],
  // no selection speaks of tags in its region
  'dynamodb-table-in-backup-plan': ['tags'],
  // the ACL of AWS lets everybody in
  'memorydb-cluster-acl-not-open-access': ['users'],
  // what is not exported is not, whatever is logged
  'documentdb-cluster-audit-log-export-enabled': ['parameters'],
  'documentdb-cluster-profiler-log-export-enabled': ['parameters'],
  'neptune-cluster-audit-log-export-enabled': ['parameters'],
  // rules of the web ACL's own suffice, or there are none
  'wafv2-web-acl-allow-rules-after-managed-rules': ['groups'],
  'wafv2-web-acl-has-rules': ['groups'],
  'wafv2-web-acl-rule-metrics-enabled': ['groups'],
};

/** Checks whose pass does not look at some facets. */
const passesWithout: Readonly<Record<string, readonly string[]>> = {
  // permissions that are current are so, whatever is shared
  'ram-resource-share-managed-permission-current': ['resources'],
  // an active analyzer of the account's own is enough, whatever the organization has
  'accessanalyzer-external-analyzer-enabled': ['organization', 'delegatedAdministrators'],
  // how a rule stands is said, whenever it ran last
  'config-rules-compliant': ['run'],
  // a graph of its own is enough
  'detective-graph-enabled': ['memberships'],
  // a selection that names it chooses it, whatever its tags are
  'dynamodb-table-in-backup-plan': ['tags'],
  // what can be recovered can be so, whatever else the table is like
  'dynamodb-table-pitr-enabled': ['details'],
  // without a policy nobody is let in by one, with or without a token
  'bedrockagentcore-resource-policy-not-public': ['details'],
  // a URL lets nobody in whom no policy does
  'lambda-function-policy-not-public': ['urls'],
  'lambda-function-resource-policy-whole-not-public': ['urls'],
  // where public ACLs are ignored it does not matter whether there are ACLs
  's3-bucket-objects-not-public': ['ownership'],
  // what logs to a bucket logs, whatever else its logs are delivered to and whatever it listens at
  'cloudfront-distribution-access-logging-enabled': ['deliveredLogs'],
  'elbv2-alb-access-logging-enabled': ['deliveredLogs'],
  'elbv2-nlb-access-logging-enabled': ['deliveredLogs', 'listeners'],
  // what takes HTTPS need not redirect
  'elbv2-alb-listener-https-or-redirect': ['rules'],
  // without a public address it does not matter where it is
  'redshift-cluster-not-public': ['subnetIds'],
  // rules of the web ACL's own suffice
  'wafv2-web-acl-allow-rules-after-managed-rules': ['groups'],
  'wafv2-web-acl-has-rules': ['groups'],
  'wafv2-web-acl-rule-metrics-enabled': ['groups'],
};

/**
 * Lets everything that was read of an account be missing, one thing at a time, and says what the checks, as they are,
 * make of it that they should not.
 * @param options.most how many resources of a type each facet is missing of
 */
export function faultsOfAccount(
  checks: readonly Check[],
  account: Inventory,
  gapOf: (actions: readonly string[]) => Gap,
  options: { readonly now: number; readonly baseline: ReadonlyMap<string, Evaluation>; readonly most?: number },
): { readonly faults: string[]; readonly touched: ReadonlySet<string> } {
  const { now, baseline, most = Infinity } = options;
  const touched = new Set<string>();
  const faults: string[] = [];
  for (const { type } of planFor(checks)) {
    const readers = checks.filter((check) => typesOf(check).some(({ key }) => key === type.key));
    const times = new Map<string, number>();
    for (const spot of spotsOf(account, type)) {
      const facet = spot.facet ?? 'list';
      times.set(facet, (times.get(facet) ?? 0) + 1);
      if ((times.get(facet) ?? 0) > most) continue;
      const actions = actionsAt(spot);
      const gap = shownOf(gapOf(actions), actions);
      const disturbed = gapped(account, spot, gapOf(actions));
      for (const check of readers) {
        const reads = readsOf(check, spot);
        const before = baseline.get(check.id);
        if (reads === undefined || before === undefined) continue;
        const after = evaluate([check], disturbed, { now });
        faults.push(
          ...(reads === 'place'
            ? faultsOfPlace(check, spot, gap, before, after)
            : faultsOfVerdicts(check, spot, gap, reads, before, after)),
        );
        touched.add(check.id);
      }
    }
  }
  return { faults, touched };
}

/** What is wrong with the findings of a check after it is no longer known in which region a resource is. */
function faultsOfPlace(check: Check, spot: Spot, gap: Gap, before: Evaluation, after: Evaluation): string[] {
  const anywhere = (finding: Finding | undefined): unknown => ({
    ...(said(finding) as object),
    region: undefined,
    // Former fingerprints have the region; the present one stays where the ARN has none.
    aliases: undefined,
    // A command is run where the resource is, or in a region that somebody has to find out.
    fix: JSON.stringify(finding?.fix)?.replaceAll(/--region [\w-]+/g, ''),
    fingerprint: isGlobalName(finding?.resource.arn ?? '') ? finding?.fingerprint : undefined,
  });
  const nameOf = ({ region, resource }: Finding): string =>
    resource.arn === spot.record?.arn ? resource.arn : `${resource.arn} in ${region}`;
  const old = new Map(before.findings.map((finding) => [nameOf(finding), finding]));
  const faults: string[] = [];
  for (const finding of after.findings) {
    const was = old.get(nameOf(finding));
    old.delete(nameOf(finding));
    if (was !== undefined && isDeepStrictEqual(anywhere(finding), anywhere(was))) continue;
    faults.push(...faultsOfUnknown(finding, gap, check, after).map((fault) => `${nameOf(finding)} ${fault}`));
  }
  faults.push(...[...old.keys()].map((name) => `${name} has no finding any more`));
  const cause = describeGap(gap);
  const counted = after.gaps.list().some((entry) => entry.facet === spot.facet && entry.cause === cause);
  if (!counted && before.findings.length > 0) faults.push('coverage does not count it');
  return faults.map((fault) => `${check.id}, ${describeSpot(spot)}: ${fault}`);
}

/** What is wrong with the findings of a check after one thing it reads could not be read. */
function faultsOfVerdicts(
  check: Check,
  spot: Spot,
  gap: Gap,
  reads: Exclude<Reads, 'place'>,
  before: Evaluation,
  after: Evaluation,
): string[] {
  const old = byFingerprint(before.findings);
  const found = byFingerprint(after.findings);
  const faults: string[] = [];
  for (const finding of after.findings) {
    const was = old.get(finding.fingerprint);
    if (was !== undefined && isDeepStrictEqual(said(finding), said(was))) continue;
    // Tags that were not read are told with the resource; what is said of it is the same.
    if (
      was !== undefined &&
      spot.facet === check.resource.tagsFrom &&
      isDeepStrictEqual(untagged(finding), untagged(was))
    )
      continue;
    // What is not needed is missed in words only, the last ones.
    if (
      was !== undefined &&
      reads === 'along' &&
      doesWithout(check, spot) &&
      verdictPart(finding.message) === verdictPart(was.message) &&
      isDeepStrictEqual(said({ ...finding, message: was.message }), said(was))
    )
      continue;
    // Or it is told along with the verdict, whose last words then name what could not be read.
    if (
      was?.status === finding.status &&
      reads === 'along' &&
      doesWithout(check, spot) &&
      verdictPart(finding.message) === verdictPart(was.message) &&
      finding.message.slice(verdictPart(finding.message).length).includes(describeGap(gap))
    )
      continue;
    // Where one witness proves a pass, another may prove it as well.
    if (
      was?.status === 'pass' &&
      finding.status === 'pass' &&
      reads === 'along' &&
      Object.values(check.along).some(({ witness }) => witness)
    )
      continue;
    faults.push(
      ...faultsOfUnknown(finding, gap, check, after).map(
        (fault) =>
          `${finding.resource.arn}, which ${was === undefined ? 'had no finding' : `was ${was.status}`}, ${fault}`,
      ),
    );
  }
  const gone = before.findings.filter(({ fingerprint }) => !found.has(fingerprint));
  if (spot.facet === undefined && reads === 'needs') {
    if (!after.findings.some(({ resource, region }) => resource.id === '*' && region === spot.region))
      faults.push('the list that failed is not reported');
    // What was not listed has no finding of its own, but nothing else goes away.
    const elsewhere = gone.filter(({ region }) => spot.type.scope !== 'global' && region !== spot.region);
    faults.push(...elsewhere.map(({ resource }) => `${resource.arn} has no finding any more`));
  } else {
    faults.push(...gone.map(({ resource }) => `${resource.arn} has no finding any more`));
    const own = before.findings.find(({ resource }) => reads === 'needs' && resource.arn === spot.record?.arn);
    const now = own === undefined ? undefined : found.get(own.fingerprint);
    const stands =
      now?.status === 'fail' &&
      own?.status === 'fail' &&
      spot.facet !== undefined &&
      failsWithout[check.id]?.includes(spot.facet) === true;
    const enough =
      now?.status === 'pass' &&
      own?.status === 'pass' &&
      spot.facet !== undefined &&
      passesWithout[check.id]?.includes(spot.facet) === true;
    if (own !== undefined && now?.status !== 'unknown' && !stands && !enough)
      faults.push(`${own.resource.arn} is still judged`);
  }
  const unknowns = after.findings.filter(({ status }) => status === 'unknown').length;
  if (after.checks[0]?.notJudged !== unknowns)
    faults.push(`${unknowns} are unknown, but coverage counts ${after.checks[0]?.notJudged}`);
  return faults.map((fault) => `${check.id}, ${describeSpot(spot)}: ${fault}`);
}
