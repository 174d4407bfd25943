import { messageOf } from '../errors.ts';
import { compare } from '../inventory/inventory.ts';
import type { Inventory, Listing, ResourceRecord } from '../inventory/inventory.ts';
import { describeGap, isGap } from '../inventory/outcome.ts';
import type { Gap } from '../inventory/outcome.ts';
import type { Along, Check, SettingSpec, Severity, Verdict } from './check.ts';
import { severities } from './check.ts';
import type { Evidence, Finding, FindingResource, UnknownReason } from './finding.ts';
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
  /** Enabled regions that were not read, or are not judged. */
  readonly unreadRegions?: readonly string[];
}

/** Says whether a resource is to be judged; `tags` is undefined when they could not be read. */
export type ResourceFilter = (
  record: Pick<ResourceRecord, 'arn' | 'region' | 'item'>,
  tags: Readonly<Record<string, string>> | undefined,
) => boolean;

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
  /** The same, but looking at one that could not be read whole throws. */
  readonly blind: Readonly<Record<string, readonly object[]>>;
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
  readonly #evidences = new Map<string, Evidence>();
  readonly #contexts = new Map<AlongRead['values'], object>();
  readonly #evidenceLists = new Map<Evidence, readonly (readonly Evidence[])[]>();
  readonly #alongRead = new Map<string, AlongRead>();

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
      evidence: [this.#evidence(check, 'list', check.resource.actions, gap)],
      unknown: reasonOf(gap),
    });
  }

  #judgeRecord(check: Check, record: ResourceRecord, counts: Counts): void {
    if (!this.#inScope(record)) return;
    const tags = tagsOf(check, record);
    if (this.#options.wanted?.(record, tags) === false) return;
    this.resources.add(record.arn);
    const { item } = record;
    const resource = {
      type: check.resource.type,
      id: item.id,
      arn: record.arn,
      name: item.name ?? item.id,
      tags: tags ?? {},
    };
    const evidence: Evidence[] = [this.#evidence(check, 'list', check.resource.actions, { kind: 'present' })];
    const unreadable = (gap: Gap, facet: string, type: string): void => {
      this.gaps.add(check, type, record.region, facet, gap, record.arn);
      if (gap.kind === 'unsupported') {
        counts.unsupported += 1;
        return;
      }
      counts.notJudged += 1;
      this.#add(check, {
        region: record.region,
        resource,
        status: 'unknown',
        message: `${resource.name} could not be judged: ${describeGap(gap)}`,
        evidence,
        unknown: reasonOf(gap),
      });
    };
    const facets: Record<string, unknown> = {};
    for (const need of check.needs) {
      const outcome = record.outcomes[need] ?? notCollected(check.resource.facetDefs[need]?.actions ?? []);
      evidence.push(this.#evidence(check, need, check.resource.facetDefs[need]?.actions ?? [], outcome));
      if (isGap(outcome)) return unreadable(outcome, need, check.resource.type);
      facets[need] = outcome.kind === 'present' ? outcome.value : undefined;
    }
    const others = this.#along(check, record.region);
    evidence.push(...others.evidence);
    const subject = this.#subject(record, resource, facets);
    const { hardGap, softGap } = others;
    const verdict =
      hardGap === undefined
        ? this.#verdict(check, subject, others.values)
        : this.#blindly(check, subject, others.blind);
    if (verdict === undefined) {
      const { gap, facet, type } = hardGap as FoundGap;
      return unreadable(gap, facet, type);
    }
    // Something that was not read could still prove the pass, so nothing else is proven.
    if (softGap !== undefined && verdict.kind !== 'pass' && this.#blindly(check, subject, others.blind) === undefined) {
      return unreadable(softGap.gap, softGap.facet, softGap.type);
    }
    switch (verdict.kind) {
      case 'not-applicable':
        counts.notApplicable += 1;
        return;
      case 'unknown':
        counts.notJudged += 1;
        this.gaps.undecided(check, record.region, verdict.cause, record.arn);
        this.#add(check, {
          region: record.region,
          resource,
          status: 'unknown',
          message: verdict.cause,
          evidence,
          unknown: { actions: [], cause: verdict.cause },
        });
        return;
      case 'fail':
      case 'pass':
      case 'manual':
        break;
    }
    counts.judged += 1;
    this.#add(check, {
      region: record.region,
      resource,
      status: verdict.kind,
      message: verdict.message,
      evidence: this.#shared(evidence),
      observed: verdict.observed,
    });
  }

  /** A resource of a globally listed type is in scope when its region is scanned, or is not known. */
  #inScope({ region }: ResourceRecord): boolean {
    return region === 'global' || region === 'unknown' || this.#inventory.header.regions.includes(region);
  }

  #verdict(check: Check, subject: object, companions: AlongRead['values']): Verdict {
    try {
      return check.evaluate(deepFreeze(subject) as never, this.#context(check, companions) as never);
    } catch (error) {
      return { kind: 'unknown', cause: `error in the check ${check.id}: ${messageOf(error)}` };
    }
  }

  /** The verdict a check reaches without looking at any companion that could not be read whole; undefined when it looks. */
  #blindly(check: Check, subject: object, companions: AlongRead['values']): Verdict | undefined {
    try {
      return check.evaluate(deepFreeze(subject) as never, this.#context(check, companions) as never);
    } catch {
      return undefined;
    }
  }

  /** What a check gets besides the subject: the same object as long as its companions are the same. */
  #context(check: Check, along: AlongRead['values']): object {
    let context = this.#contexts.get(along);
    if (context === undefined) {
      context = Object.freeze({
        now: this.#options.now,
        settings: Object.freeze(settingsOf(check.settings, this.#options.settings?.[check.id])),
        along,
        trustedAccounts: this.#options.trustedAccounts ?? [],
        regions: this.#inventory.header.regions,
        unreadRegions: this.#options.unreadRegions ?? [],
      });
      this.#contexts.set(along, context);
    }
    return context;
  }

  /** The companions of a check are the same for every resource of a region. */
  #along(check: Check, region: string): AlongRead {
    const key = `${check.id} ${region}`;
    let read = this.#alongRead.get(key);
    if (read === undefined) this.#alongRead.set(key, (read = this.#readAlong(check, region)));
    return read;
  }

  #readAlong(check: Check, region: string): AlongRead {
    const values: Record<string, readonly object[]> = {};
    const evidence: Evidence[] = [];
    const blind: Record<string, readonly object[]> = {};
    let softGap: FoundGap | undefined;
    let hardGap: FoundGap | undefined;
    for (const [name, other] of Object.entries(check.along)) {
      const read = this.#companions(other, other.reach === 'region' ? region : undefined);
      values[name] = read.subjects;
      blind[name] = read.gap === undefined ? read.subjects : unread;
      evidence.push(this.#evidence(check, name, alongActions(other), { kind: read.gap?.gap.kind ?? 'present' }));
      if (read.gap === undefined) continue;
      if (other.witness) softGap ??= read.gap;
      else hardGap ??= read.gap;
    }
    return { values, blind, evidence, softGap, hardGap };
  }

  #subject(record: ResourceRecord, { id, name, arn, tags }: Omit<FindingResource, 'type'>, facets: object): object {
    const { account, partition } = this.#inventory.header;
    return Object.assign({}, record.item, { id, name, arn, tags, account, partition, region: record.region }, facets);
  }

  /** The list of some entries, the same for all findings that rest on the same. */
  #shared(evidence: readonly Evidence[]): readonly Evidence[] {
    const [first] = evidence;
    if (first === undefined) return evidence;
    const known = this.#evidenceLists.get(first) ?? [];
    const same = known.find(
      (list) => list.length === evidence.length && list.every((entry, i) => entry === evidence[i]),
    );
    if (same !== undefined) return same;
    this.#evidenceLists.set(first, [...known, evidence]);
    return evidence;
  }

  /** Most findings of a check rest on the same kind of evidence: the entries are shared. */
  #evidence(
    check: Check,
    facet: string,
    actions: readonly string[],
    outcome: { kind: Evidence['outcome']; code?: string },
  ): Evidence {
    const key = `${check.id} ${facet} ${outcome.kind} ${outcome.code ?? ''}`;
    let found = this.#evidences.get(key);
    if (found === undefined) this.#evidences.set(key, (found = evidenceOf(facet, actions, outcome)));
    return found;
  }

  /** All resources of a companion type whose facets could be read, and the first that could not. */
  #companions(other: Along, region: string | undefined): Companions {
    const key = `${other.resource.key}|${other.needs.join()}|${region ?? '*'}`;
    const known = this.#companionsRead.get(key);
    if (known !== undefined) return known;
    const subjects: object[] = [];
    let found: FoundGap | undefined;
    const { type } = other.resource;
    if (!this.#inventory.collected.has(other.resource.key))
      found = { gap: notCollected(other.resource.actions), facet: 'list', type };
    for (const listing of this.#inventory.listings(other.resource)) {
      if (region !== undefined && listing.region !== region && listing.region !== 'global' && region !== 'global')
        continue;
      if (listing.result.kind !== 'present') {
        if (listing.result.kind !== 'unsupported') found ??= { gap: listing.result, facet: 'list', type };
        continue;
      }
      for (const record of listing.result.records) {
        if (region !== undefined && region !== 'global' && record.region !== region && record.region !== 'global')
          continue;
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
        subjects.push(
          deepFreeze(
            this.#subject(
              record,
              { id: item.id, name: item.name ?? item.id, arn: record.arn, tags: item.tags ?? {} },
              facets,
            ),
          ),
        );
      }
    }
    const read = { subjects, gap: found };
    this.#companionsRead.set(key, read);
    return read;
  }

  #add(
    check: Check,
    parts: Pick<Finding, 'status' | 'message' | 'region' | 'resource' | 'evidence' | 'unknown'> & {
      observed?: unknown;
    },
  ): void {
    const { account } = this.#inventory.header;
    // Every finding has the same fields in the same order; those without a value are left out when it is written.
    const finding: { -readonly [K in keyof Finding]: Finding[K] } = {
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
    };
    if (parts.observed !== undefined) finding.observed = parts.observed;
    if (parts.unknown !== undefined) finding.unknown = parts.unknown;
    this.findings.push(finding);
  }
}

/** The settings a check sees: its defaults, overridden by the configuration. */
export function settingsOf(
  specs: Readonly<Record<string, SettingSpec>>,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, given[name] ?? spec.default]));
}

const look = (): never => {
  throw new Error('looked at what could not be read');
};

/** Stands for companions that could not be read: any look at them throws. */
const unread: readonly object[] = new Proxy([], { get: look, has: look, ownKeys: look });

const alongActions = (other: Along): string[] => [
  ...new Set([
    ...other.resource.actions,
    ...other.needs.flatMap((need) => other.resource.facetDefs[need]?.actions ?? []),
  ]),
];

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

const reasonOf = (gap: Gap): UnknownReason => ({
  actions: gap.kind === 'denied' ? gap.actions : [],
  cause: describeGap(gap),
});

function evidenceOf(
  facet: string,
  actions: readonly string[],
  outcome: { kind: Evidence['outcome']; code?: string },
): Evidence {
  return { facet, actions, outcome: outcome.kind, ...(outcome.code === undefined ? {} : { code: outcome.code }) };
}

/** Checks cannot change what other checks see. Frozen parts are not walked again. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) deepFreeze(value[key]);
  return value;
}
