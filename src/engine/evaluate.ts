import { messageOf } from '../errors.ts';
import { compare } from '../inventory/inventory.ts';
import type { Inventory, Listing, ResourceRecord } from '../inventory/inventory.ts';
import { describeGap, isGap } from '../inventory/outcome.ts';
import type { Gap } from '../inventory/outcome.ts';
import type { Along, Check, SettingSpec, Severity, Verdict } from './check.ts';
import { severities } from './check.ts';
import type { Evidence, Finding, UnknownReason } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { GapLedger } from './coverage.ts';
import type { CheckCoverage } from './result.ts';

export interface EvaluateOptions {
  /** Clock of the run in ms since 1970. */
  readonly now: number;
  /** Settings by check id. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly trustedAccounts?: readonly string[];
  /** Resources to judge; all when absent. */
  readonly wanted?: ResourceFilter | undefined;
}

/** Says whether a resource is to be judged; `tags` is undefined when they could not be read. */
export type ResourceFilter = (record: Pick<ResourceRecord, 'arn' | 'region' | 'item'>, tags: Readonly<Record<string, string>> | undefined) => boolean;

export interface Evaluation {
  /** Sorted: worst severity first, then check, account, region, ARN. */
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckCoverage[];
  readonly gaps: GapLedger;
  readonly resources: number;
}

/** Judges an inventory. Pure: the same inventory, checks and options give the same findings in the same order. */
export function evaluate(checks: readonly Check[], inventory: Inventory, options: EvaluateOptions): Evaluation {
  const run = new Run(inventory, options);
  const coverage = checks.map((check) => run.judge(check));
  const rank = new Map(severities.map((severity, index) => [severity, index]));
  const findings = run.findings.sort(
    (a, b) =>
      (rank.get(a.severity) ?? 0) - (rank.get(b.severity) ?? 0) ||
      compare(a.check, b.check) ||
      compare(a.region, b.region) ||
      compare(a.resource.arn, b.resource.arn),
  );
  return { findings, checks: coverage, gaps: run.gaps, resources: run.resources.size };
}

interface FoundGap {
  readonly gap: Gap;
  readonly facet: string;
  readonly type: string;
}

interface Companions {
  readonly subjects: readonly object[];
  readonly gap: FoundGap | undefined;
}

/** The resources a check reads along, and the first thing of them that could not be read. */
interface AlongRead {
  readonly values: Readonly<Record<string, readonly object[]>>;
  readonly evidence: readonly Evidence[];
  /** Of a companion where one witness proves a pass. */
  readonly softGap: FoundGap | undefined;
  /** Of a companion that is needed whole. */
  readonly hardGap: FoundGap | undefined;
}

type Counts = { -readonly [K in keyof CheckCoverage]: CheckCoverage[K] };

class Run {
  readonly findings: Finding[] = [];
  readonly gaps = new GapLedger();
  readonly resources = new Set<string>();
  readonly #inventory: Inventory;
  readonly #options: EvaluateOptions;
  readonly #companionsRead = new Map<string, Companions>();

  constructor(inventory: Inventory, options: EvaluateOptions) {
    this.#inventory = inventory;
    this.#options = options;
  }

  judge(check: Check): CheckCoverage {
    const counts: Counts = { check: check.id, judged: 0, notJudged: 0, notApplicable: 0, unsupported: 0 };
    if (!this.#inventory.collected.has(check.resource.key)) {
      const gap = notCollected(check.resource.actions);
      this.#listGap(check, { type: check.resource.key, region: 'global', result: gap }, gap, counts);
    }
    for (const listing of this.#inventory.listings(check.resource)) {
      if (listing.result.kind === 'present') {
        for (const record of listing.result.records) this.#judgeRecord(check, record, counts);
      } else {
        this.#listGap(check, listing, listing.result, counts);
      }
    }
    return counts;
  }

  #listGap(check: Check, listing: Listing, gap: Gap, counts: Counts): void {
    this.gaps.add(check, check.resource.type, listing.region, 'list', gap, undefined);
    if (gap.kind === 'unsupported') {
      counts.unsupported += 1;
      return;
    }
    counts.notJudged += 1;
    const { account, partition } = this.#inventory.header;
    const region = listing.region === 'global' ? '' : listing.region;
    const { type, service } = check.resource;
    const arn = `arn:${partition}:${service.iamPrefix}:${region}:${account}:*`;
    this.#add(check, {
      status: 'unknown',
      message: `${type} in ${listing.region} could not be listed: ${describeGap(gap)}`,
      region: listing.region,
      resource: { type, id: '*', arn, name: '*', tags: {} },
      evidence: [evidenceOf('list', check.resource.actions, gap)],
      unknown: reasonOf(gap),
    });
  }

  #judgeRecord(check: Check, record: ResourceRecord, counts: Counts): void {
    if (!this.#inScope(record)) return;
    const tags = tagsOf(check, record);
    if (this.#options.wanted?.(record, tags) === false) return;
    this.resources.add(record.arn);
    const { item } = record;
    const resource = { type: check.resource.type, id: item.id, arn: record.arn, name: item.name ?? item.id, tags: tags ?? {} };
    const at = { region: record.region, resource };
    const evidence: Evidence[] = [{ facet: 'list', actions: check.resource.actions, outcome: 'present' }];
    const unreadable = (gap: Gap, facet: string, type: string): void => {
      this.gaps.add(check, type, record.region, facet, gap, record.arn);
      if (gap.kind === 'unsupported') {
        counts.unsupported += 1;
        return;
      }
      counts.notJudged += 1;
      this.#add(check, { ...at, status: 'unknown', message: `${resource.name} could not be judged: ${describeGap(gap)}`, evidence, unknown: reasonOf(gap) });
    };
    const facets: Record<string, unknown> = {};
    for (const need of check.needs) {
      const outcome = record.outcomes[need] ?? notCollected(check.resource.facetDefs[need]?.actions ?? []);
      evidence.push(evidenceOf(need, check.resource.facetDefs[need]?.actions ?? [], outcome));
      if (isGap(outcome)) return unreadable(outcome, need, check.resource.type);
      facets[need] = outcome.kind === 'present' ? outcome.value : undefined;
    }
    const others = this.#along(check, record.region);
    evidence.push(...others.evidence);
    if (others.hardGap !== undefined) return unreadable(others.hardGap.gap, others.hardGap.facet, others.hardGap.type);
    const verdict = this.#verdict(check, { ...item, ...subjectBase(this.#inventory, record, resource), ...facets }, others.values);
    switch (verdict.kind) {
      case 'not-applicable':
        counts.notApplicable += 1;
        return;
      case 'unknown':
        counts.notJudged += 1;
        this.gaps.undecided(check, record.region, verdict.cause, record.arn);
        this.#add(check, { ...at, status: 'unknown', message: verdict.cause, evidence, unknown: { actions: [], cause: verdict.cause } });
        return;
      case 'fail':
        if (others.softGap !== undefined) {
          // Something that was not read could still prove the pass, so nothing is proven.
          return unreadable(others.softGap.gap, others.softGap.facet, others.softGap.type);
        }
        break;
      case 'pass':
      case 'manual':
        break;
    }
    counts.judged += 1;
    this.#add(check, { ...at, status: verdict.kind, message: verdict.message, evidence, ...(verdict.observed === undefined ? {} : { observed: verdict.observed }) });
  }

  /** A resource of a globally listed type is in scope when its region is scanned, or is not known. */
  #inScope({ region }: ResourceRecord): boolean {
    return region === 'global' || region === 'unknown' || this.#inventory.header.regions.includes(region);
  }

  #verdict(check: Check, subject: object, companions: AlongRead['values']): Verdict {
    const context = {
      now: this.#options.now,
      settings: settingsOf(check.settings, this.#options.settings?.[check.id]),
      along: companions,
      trustedAccounts: this.#options.trustedAccounts ?? [],
      regions: this.#inventory.header.regions,
    };
    try {
      return check.evaluate(deepFreeze(subject) as never, Object.freeze(context) as never);
    } catch (error) {
      return { kind: 'unknown', cause: `error in the check ${check.id}: ${messageOf(error)}` };
    }
  }

  #along(check: Check, region: string): AlongRead {
    const values: Record<string, readonly object[]> = {};
    const evidence: Evidence[] = [];
    let softGap: FoundGap | undefined;
    let hardGap: FoundGap | undefined;
    for (const [name, other] of Object.entries(check.along)) {
      const read = this.#companions(other, other.reach === 'region' ? region : undefined);
      values[name] = read.subjects;
      evidence.push({ facet: name, actions: alongActions(other), outcome: read.gap?.gap.kind ?? 'present' });
      if (read.gap === undefined || other.optional) continue;
      if (other.witness) softGap ??= read.gap;
      else hardGap ??= read.gap;
    }
    return { values, evidence, softGap, hardGap };
  }

  /** All resources of a companion type whose facets could be read, and the first that could not. */
  #companions(other: Along, region: string | undefined): Companions {
    const key = `${other.resource.key}|${other.needs.join()}|${region ?? '*'}`;
    const known = this.#companionsRead.get(key);
    if (known !== undefined) return known;
    const subjects: object[] = [];
    let found: FoundGap | undefined;
    const { type } = other.resource;
    if (!this.#inventory.collected.has(other.resource.key)) found = { gap: notCollected(other.resource.actions), facet: 'list', type };
    for (const listing of this.#inventory.listings(other.resource)) {
      if (region !== undefined && listing.region !== region && listing.region !== 'global' && region !== 'global') continue;
      if (listing.result.kind !== 'present') {
        if (listing.result.kind !== 'unsupported') found ??= { gap: listing.result, facet: 'list', type };
        continue;
      }
      for (const record of listing.result.records) {
        if (region !== undefined && region !== 'global' && record.region !== region && record.region !== 'global') continue;
        const facets: Record<string, unknown> = {};
        let gap: Gap | undefined;
        for (const need of other.needs) {
          const outcome = record.outcomes[need] ?? notCollected(other.resource.facetDefs[need]?.actions ?? []);
          if (isGap(outcome)) {
            gap = outcome;
            if (outcome.kind !== 'unsupported') found ??= { gap: outcome, facet: need, type };
            break;
          }
          facets[need] = outcome.kind === 'present' ? outcome.value : undefined;
        }
        if (gap !== undefined) continue;
        const { item } = record;
        const base = subjectBase(this.#inventory, record, { id: item.id, name: item.name ?? item.id, arn: record.arn, tags: item.tags ?? {} });
        subjects.push(deepFreeze({ ...item, ...base, ...facets }));
      }
    }
    const read = { subjects, gap: found };
    this.#companionsRead.set(key, read);
    return read;
  }

  #add(check: Check, parts: Pick<Finding, 'status' | 'message' | 'region' | 'resource' | 'evidence'> & { observed?: unknown; unknown?: UnknownReason }): void {
    const { account } = this.#inventory.header;
    this.findings.push({
      fingerprint: fingerprintOf(check.id, account, parts.region, parts.resource.arn),
      check: check.id,
      title: check.title,
      service: check.service,
      category: check.category,
      severity: this.#options.severities?.[check.id] ?? check.severity,
      status: parts.status,
      message: parts.message,
      account,
      region: parts.region,
      resource: parts.resource,
      evidence: parts.evidence,
      ...(parts.observed === undefined ? {} : { observed: parts.observed }),
      ...(parts.unknown === undefined ? {} : { unknown: parts.unknown }),
    });
  }
}

/** The settings a check sees: its defaults, overridden by the configuration. */
export function settingsOf(specs: Readonly<Record<string, SettingSpec>>, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, given[name] ?? spec.default]));
}

const alongActions = (other: Along): string[] => [
  ...new Set([...other.resource.actions, ...other.needs.flatMap((need) => other.resource.facetDefs[need]?.actions ?? [])]),
];

function subjectBase(inventory: Inventory, record: ResourceRecord, resource: { id: string; name: string; arn: string; tags: Readonly<Record<string, string>> }): object {
  const { account, partition } = inventory.header;
  return { id: resource.id, name: resource.name, arn: resource.arn, tags: resource.tags, account, partition, region: record.region };
}

function tagsOf(check: Check, record: ResourceRecord): Readonly<Record<string, string>> | undefined {
  const { tagsFrom } = check.resource;
  const outcome = tagsFrom === undefined ? undefined : record.outcomes[tagsFrom];
  if (outcome === undefined || outcome.kind === 'absent') return record.item.tags ?? {};
  return outcome.kind === 'present' ? (outcome.value as Record<string, string>) : undefined;
}

/** A snapshot made for other checks lacks the facet: that is a gap like any other. */
const notCollected = (actions: readonly string[]): Gap => ({
  kind: 'failed',
  actions,
  code: 'NotCollected',
  message: 'not in the snapshot: it was collected for other checks',
});

const reasonOf = (gap: Gap): UnknownReason => ({ actions: gap.kind === 'denied' ? gap.actions : [], cause: describeGap(gap) });

function evidenceOf(facet: string, actions: readonly string[], outcome: { kind: Evidence['outcome']; code?: string }): Evidence {
  return { facet, actions, outcome: outcome.kind, ...(outcome.code === undefined ? {} : { code: outcome.code }) };
}

/** Checks cannot change what other checks see. Frozen parts are not walked again. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
