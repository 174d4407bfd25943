import { lacking } from '../partitions/partitions.ts';
import { isAuditError, messageOf } from '../program/errors.ts';
import { redact } from '../secrets/redact.ts';
import { compare } from '../inventory/inventory.ts';
import type { Inventory, Listing, ResourceRecord, Watcher } from '../inventory/inventory.ts';
import { describeGap, isGap } from '../aws/outcome.ts';
import type { Gap } from '../aws/outcome.ts';
import type { Bearing, Check, SettingSpec, Verdict } from './check.ts';
import { assertVerdict, severities } from './check.ts';
import { CompanionReader, listed, notCollected, outcomeIn, reasonOf, unplacedIn } from './companions.ts';
import type { AlongRead, FoundGap, Unplaced } from './companions.ts';
import { EvidencePool } from './evidence.ts';
import { statuses } from './finding.ts';
import type { Evidence, Finding, FindingResource, UnknownReason } from './finding.ts';
import { CauseLedger } from './causes/ledger.ts';
import { FindingStore } from './findings.ts';
import type { Findings } from './findings.ts';
import { aliasesOf, digestOf, fingerprintOf } from './fingerprint.ts';
import { GapLedger } from './coverage.ts';
import { byPath } from './observed.ts';
import { exactFix } from './exact-fix.ts';
import { deepFreeze, subjectOf, subjectWithout } from './subject.ts';
import { Populations } from './populations.ts';
import type { CheckCoverage, Population, StatusCounts } from './result.ts';
import { Derivations, derivationsOf } from './derive.ts';
import type { Derivation, ReportInputs } from './derive.ts';
import type { Turn } from './schedule.ts';
import { Schedule } from './schedule.ts';

export interface EvaluateOptions {
  /** Clock of the run in ms since 1970. */
  readonly now: number;
  /** Settings by check id. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly trustedAccounts?: readonly string[];
  /** Resources to judge; all when absent. */
  readonly wanted?: ResourceFilter | undefined;
  /** Enabled regions that were not read, or are not judged. */
  readonly unreadRegions?: readonly string[];
  /** What is kept of each finding, such as the finding marked as suppressed. */
  readonly mark?: (finding: Finding) => Finding;
  /** What reports show of what checks work out. */
  readonly reports?: ReportInputs | undefined;
}

/** Says whether a resource is to be judged; `tags` is undefined when they could not be read. */
export type ResourceFilter = (
  record: Pick<ResourceRecord, 'arn' | 'region' | 'item'>,
  tags: Readonly<Record<string, string>> | undefined,
) => boolean;

export interface Evaluation<F extends Findings = readonly Finding[]> {
  /** Sorted: worst severity first, then check, account, region, ARN. */
  readonly findings: F;
  /** How many findings each check has, in the order of the findings; checks without any are left out. */
  readonly found: readonly { readonly check: Check; readonly counts: StatusCounts }[];
  readonly checks: readonly CheckCoverage[];
  readonly populations: readonly Population[];
  readonly gaps: GapLedger;
  readonly causes: CauseLedger;
  readonly resources: number;
}

/** Judges an inventory. Pure: the same inventory, checks and options give the same findings in the same order. */
export function evaluate(checks: readonly Check[], inventory: Inventory, options: EvaluateOptions): Evaluation {
  const evaluation = new Evaluator(checks, inventory, options).finish();
  return { ...evaluation, findings: [...evaluation.findings] };
}

type Counts = { -readonly [K in keyof CheckCoverage]: CheckCoverage[K] } & {
  population: number;
  unlisted: number;
  leftOut: number;
};

/**
 * Judges an inventory, at once or while it is being collected: then each check judges a listing as soon as all it needs is
 * there, and what nobody needs any more leaves memory. Either way the findings are the same.
 */
export class Evaluator implements Watcher {
  readonly #checks: readonly Check[];
  readonly #gaps = new GapLedger();
  readonly #causes: CauseLedger;
  /** Digests of the ARNs of those that were judged. */
  readonly #resources = new Set<string>();
  readonly #counts = new Map<Check, Counts>();
  readonly #findings = new FindingStore<Check>();
  readonly #found = new Map<Check, { -readonly [K in keyof StatusCounts]: number }>();
  /** The listed regions each check has judged. */
  readonly #taken = new Map<Check, Set<string>>();
  readonly #schedule: Schedule | undefined;
  readonly #letGo: ((listing: Listing) => boolean) | undefined;
  /** How many types were to be collected when the first event came. */
  #planned: number | undefined;
  readonly #inventory: Inventory;
  readonly #options: EvaluateOptions;
  readonly #populations = new Populations();
  readonly #evidences = new EvidencePool();
  readonly #companions: CompanionReader;
  readonly #derivations: Derivations;
  /** The checks that look at what was worked out and are not done. */
  readonly #lookers = new Map<Derivation, Set<Check>>();
  readonly #contexts = new WeakMap<AlongRead['values'], object>();
  /** Companions of which coverage says what is not known of their regions. */
  readonly #noted = new WeakSet<AlongRead>();
  readonly #subjectsOf = new WeakMap<ResourceRecord, { tags: object | undefined; resource: FindingResource }>();
  /** By resource, of the listing that is being judged by checks with these needs. */
  #subjects: Map<FindingResource, object> | undefined;
  /** The findings of the turn that is being taken. */
  #current: Finding[] = [];

  /**
   * @param letGo whether a listing that no check needs any more may leave the inventory; given when `listed` and
   *   `complete` will be called, otherwise `finish` judges all that is there
   */
  constructor(
    checks: readonly Check[],
    inventory: Inventory,
    options: EvaluateOptions,
    letGo?: (listing: Listing) => boolean,
  ) {
    this.#checks = checks;
    this.#inventory = inventory;
    this.#options = options;
    this.#companions = new CompanionReader(inventory, this.#evidences);
    const { account, partition } = inventory.header;
    this.#causes = new CauseLedger(checks, account);
    const { now, trustedAccounts = [], unreadRegions = [], reports } = options;
    this.#derivations = new Derivations({ account, partition, now, trustedAccounts, unreadRegions }, reports);
    for (const check of checks)
      for (const each of derivationsOf(check))
        this.#lookers.set(each, (this.#lookers.get(each) ?? new Set()).add(check));
    const kept = [...(reports?.atEnd ?? []), ...(reports?.wholeAtEnd ?? [])].flatMap(({ along }) =>
      Object.values(along).map(({ resource }) => resource.key),
    );
    this.#schedule = letGo === undefined ? undefined : new Schedule(checks, new Set(kept));
    this.#letGo = letGo;
  }

  listed(listing: Listing): void {
    this.#expectOnlyCollected();
    if (this.#schedule !== undefined) this.#takeAll(this.#schedule, this.#schedule.listed(listing));
  }

  complete(type: string): void {
    this.#expectOnlyCollected();
    if (this.#schedule !== undefined) this.#takeAll(this.#schedule, this.#schedule.complete(type));
  }

  /**
   * Types that a snapshot was not collected for will never come.
   * @throws TypeError when the plan grew after the first event: a type may have been taken for one that never comes
   */
  #expectOnlyCollected(): void {
    const { size } = this.#inventory.collected;
    if (this.#planned !== undefined) {
      if (size !== this.#planned) throw new TypeError('types were added to the plan while it was judged');
      return;
    }
    this.#planned = size;
    for (const { resource, along } of this.#checks) {
      for (const { key } of [resource, ...Object.values(along).map((other) => other.resource)])
        if (!this.#inventory.collected.has(key)) this.#schedule?.complete(key);
    }
  }

  #takeAll(schedule: Schedule, come: readonly Turn[]): void {
    let last: Listing | undefined;
    let byNeeds = new Map<string, Map<FindingResource, object>>();
    for (const turn of come) {
      // The turns on a listing come one after the other.
      if (turn.listing !== last) byNeeds = new Map();
      last = turn.listing;
      const needs = turn.check.needs.join();
      this.#subjects = byNeeds.get(needs) ?? new Map();
      byNeeds.set(needs, this.#subjects);
      this.#take(turn.check, turn.listing);
      schedule.judged(turn);
      if (schedule.isDone(turn.check)) this.#companions.done(turn.check);
    }
    this.#subjects = undefined;
    for (const each of schedule.free()) {
      this.#companions.forget(each.type);
      if (this.#letGo?.(each) === true) this.#inventory.letGo(each.type, each.region);
    }
  }

  /** Judges what is left and puts everything in order. */
  finish(): Evaluation<Findings> {
    const checks = this.#checks.map((check): CheckCoverage => {
      if (!this.#inventory.collected.has(check.resource.key)) {
        const gap = notCollected(check.resource.actions);
        this.#take(check, { type: check.resource.key, region: 'global', result: gap }, 'none');
      }
      for (const listing of this.#inventory.listings(check.resource)) {
        if (this.#taken.get(check)?.has(listing.region) !== true) this.#take(check, listing);
      }
      this.#done(check);
      return this.#countsOf(check);
    });
    for (const each of this.#options.reports?.atEnd ?? []) {
      const { values, unread } = this.#companions.whole(each.along);
      this.#derivations.conclude(each, values, unread);
    }
    for (const each of this.#options.reports?.wholeAtEnd ?? []) {
      const { values, unread } = this.#companions.whole(each.along);
      if (Object.keys(unread).every((name) => each.along[name]?.optional === true))
        this.#derivations.conclude(each, values, unread);
    }
    const rank = (check: Check): number => severities.indexOf(check.severity);
    const order = this.#checks.toSorted((a, b) => rank(a) - rank(b) || compare(a.id, b.id));
    return {
      findings: this.#findings.sorted(order),
      found: order.flatMap((check) => {
        const counts = this.#found.get(check);
        return counts === undefined ? [] : [{ check, counts }];
      }),
      checks,
      populations: this.#populations.list(),
      gaps: this.#gaps,
      causes: this.#causes,
      resources: this.#resources.size,
    };
  }

  /** What was read and worked out for a check, and for nobody else any more, leaves memory. */
  #done(check: Check): void {
    this.#companions.done(check);
    for (const each of derivationsOf(check)) {
      const lookers = this.#lookers.get(each);
      if (lookers?.delete(check) === true && lookers.size === 0) this.#derivations.forget(each);
    }
  }

  #take(check: Check, listing: Listing, part = listing.region): void {
    const counts = this.#countsOf(check);
    let taken = this.#taken.get(check);
    if (taken === undefined) this.#taken.set(check, (taken = new Set()));
    taken.add(part);
    this.#current = [];
    const result = listed(check.resource, listing, this.#inventory);
    this.#populations.add(check.resource, listing, result);
    if (result.kind === 'present') {
      counts.population += result.records.length;
      for (const record of result.records) this.#judgeRecord(check, record, counts, listing.asked);
    } else this.#listGap(check, listing, result, counts);
    this.#findings.add(check, part, this.#current);
    this.#current = [];
  }

  #countsOf(check: Check): Counts {
    let counts = this.#counts.get(check);
    if (counts === undefined) {
      const { key: list } = check.resource;
      const none = {
        judged: 0,
        notJudged: 0,
        notApplicable: 0,
        unsupported: 0,
        population: 0,
        unlisted: 0,
        leftOut: 0,
      };
      counts = { check: check.id, ...none, list };
      this.#counts.set(check, counts);
    }
    return counts;
  }

  #listGap(check: Check, listing: Listing, gap: Gap, counts: Counts): void {
    if (check.about !== undefined && lacking(this.#inventory.header.partition, check.about) !== undefined) {
      counts.notApplicable += 1;
      counts.population += 1;
      return;
    }
    this.#gaps.add(check, check.resource.type, listing.region, 'list', gap, undefined);
    if (gap.kind === 'unsupported') {
      counts.unsupported += 1;
      return;
    }
    counts.population += 1;
    counts.unlisted += 1;
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
      evidence: [this.#evidences.entry(check, 'list', check.resource.actions, gap, listing.asked?.['list'])],
      unknown: reasonOf(gap),
      gap,
    });
  }

  #judgeRecord(check: Check, record: ResourceRecord, counts: Counts, asked: Listing['asked']): void {
    const tags = tagsOf(check, record);
    if (!this.#inScope(record) || this.#options.wanted?.(record, tags) === false) {
      counts.population -= 1;
      counts.leftOut += 1;
      return;
    }
    const resource = this.#resource(check, record, tags);
    const evidence: Evidence[] = [
      this.#evidences.entry(check, 'list', check.resource.actions, { kind: 'present' }, asked?.['list']),
    ];
    const unreadable = (gap: Gap, facet: string, type: string): void => {
      this.#gaps.add(check, type, record.region, facet, gap, record.arn);
      counts.notJudged += 1;
      this.#add(check, {
        region: record.region,
        resource,
        status: 'unknown',
        message: `${resource.name} could not be judged: ${describeGap(gap)}`,
        evidence,
        unknown: reasonOf(gap),
        gap,
      });
    };
    const lost = unplacedIn(check.resource, record, this.#inventory);
    if (lost !== undefined) {
      const actions = check.resource.facetDefs[lost.facet]?.actions ?? check.resource.actions;
      evidence.push(this.#evidences.entry(check, lost.facet, actions, lost.gap, asked?.[lost.facet]));
      this.#noteUnplaced(check, lost);
    }
    const facets: Record<string, unknown> = {};
    let unread: { gap: Gap; need: string; at: number } | undefined;
    for (const need of check.needs) {
      const outcome = outcomeIn(check.resource, record, need, this.#inventory);
      evidence.push(
        this.#evidences.entry(check, need, check.resource.facetDefs[need]?.actions ?? [], outcome, asked?.[need]),
      );
      if (isGap(outcome)) unread ??= { gap: outcome, need, at: evidence.length };
      else facets[need] = outcome.kind === 'present' ? outcome.value : undefined;
    }
    const others = this.#companions.along(check, record);
    if (!this.#noted.has(others)) for (const each of others.unplaced) this.#noteUnplaced(check, each);
    this.#noted.add(others);
    evidence.push(...others.evidence);
    const { hardGap, softGap } = others;
    const subject =
      unread === undefined
        ? this.#subject(record, resource, facets)
        : subjectWithout(check.needs, subjectOf(this.#inventory.header, record, resource, facets), facets);
    const verdict =
      hardGap === undefined && unread === undefined
        ? this.#verdict(check, subject, others)
        : this.#blindly(check, subject, others);
    if (verdict === undefined && unread !== undefined) {
      evidence.length = unread.at;
      return unreadable(unread.gap, unread.need, check.resource.type);
    }
    if (verdict === undefined) {
      const { gap, facet, type } = hardGap as FoundGap;
      return unreadable(gap, facet, type);
    }
    // Something that was not read could still prove the pass, so nothing else is proven.
    if (softGap !== undefined && verdict.kind !== 'pass' && this.#blindly(check, subject, others) === undefined) {
      return unreadable(softGap.gap, softGap.facet, softGap.type);
    }
    switch (verdict.kind) {
      case 'not-applicable':
        counts.notApplicable += 1;
        return;
      case 'unknown':
        counts.notJudged += 1;
        this.#add(check, {
          region: record.region,
          resource,
          status: 'unknown',
          message: verdict.cause,
          evidence,
          unknown: this.#undecided(check, verdict, others, record),
          gap: (verdict.without ?? []).flatMap((name) => others.optionalGaps[name]?.gap ?? [])[0],
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
      evidence: this.#evidences.shared(evidence),
      observed: byPath(verdict.observed, subject),
      fix: exactFix(check, subject, this.#context(check, others, others.blind), verdict),
      bearing: verdict.bearing,
    });
  }

  /** A region that could not be read is missing, also where the verdict does not rest on it: the run is not complete. */
  #noteUnplaced(check: Check, { type, facet, gap, arn }: Unplaced): void {
    this.#gaps.add(check, type, 'unknown', facet, gap, arn);
  }

  /** Notes in the coverage why a check did not decide, and gives the reason for its finding. */
  #undecided(
    check: Check,
    verdict: Verdict & { kind: 'unknown' },
    { optionalGaps }: AlongRead,
    { region, arn }: ResourceRecord,
  ): UnknownReason {
    const gaps = (verdict.without ?? []).flatMap((name) => optionalGaps[name] ?? []);
    if (gaps.length === 0) {
      this.#gaps.undecided(check, region, verdict, arn);
      return { actions: verdict.actions ?? [], cause: verdict.cause };
    }
    for (const { gap, facet, type } of gaps) this.#gaps.add(check, type, region, facet, gap, arn);
    const reasons = gaps.map(({ gap }) => reasonOf(gap));
    return {
      actions: [...new Set(reasons.flatMap(({ actions }) => actions))],
      cause: [...new Set(reasons.map(({ cause }) => cause))].join('; '),
    };
  }

  /** Checks that need the same of a record see the same object, as long as one listing is being judged. */
  #subject(record: ResourceRecord, resource: FindingResource, facets: object): object {
    let subject = this.#subjects?.get(resource);
    if (subject === undefined) {
      subject = subjectOf(this.#inventory.header, record, resource, facets);
      this.#subjects?.set(resource, subject);
    }
    return subject;
  }

  /** All findings of a resource share what they say of it. */
  #resource(check: Check, record: ResourceRecord, tags: FindingResource['tags'] | undefined): FindingResource {
    const known = this.#subjectsOf.get(record);
    if (known !== undefined && known.tags === tags) return known.resource;
    const { id, name: own = id } = record.item;
    // One text in memory where the name is that of a tag.
    const name = tags?.['Name'] === own ? tags['Name'] : own;
    const resource = { type: check.resource.type, id, arn: record.arn, name, tags: tags ?? noTags };
    this.#subjectsOf.set(record, { tags, resource });
    this.#resources.add(digestOf(record.arn));
    return resource;
  }

  /** A resource of a globally listed type is in scope when its region is scanned, or is not known. */
  #inScope({ region }: ResourceRecord): boolean {
    return region === 'global' || region === 'unknown' || this.#inventory.header.regions.includes(region);
  }

  #verdict(check: Check, subject: object, companions: AlongRead): Verdict {
    try {
      const context = this.#context(check, companions, companions.values);
      const verdict: unknown = check.evaluate(deepFreeze(subject) as never, context as never);
      assertVerdict(verdict);
      return verdict;
    } catch (error) {
      assertGoesOn(error);
      return { kind: 'unknown', cause: `error in the check ${check.id}: ${redact(messageOf(error))}` };
    }
  }

  /** The verdict a check reaches without looking at anything that could not be read, or not whole; undefined when it looks. */
  #blindly(check: Check, subject: object, companions: AlongRead): Verdict | undefined {
    try {
      const context = this.#context(check, companions, companions.blind);
      const verdict: unknown = check.evaluate(deepFreeze(subject) as never, context as never);
      assertVerdict(verdict);
      return verdict;
    } catch (error) {
      assertGoesOn(error);
      return undefined;
    }
  }

  /** What a check gets besides the subject: the same object as long as its companions are the same. */
  #context(check: Check, { unread }: AlongRead, along: AlongRead['values']): object {
    let context = this.#contexts.get(along);
    if (context === undefined) {
      context = Object.freeze({
        now: this.#options.now,
        settings: Object.freeze(settingsOf(check.settings, this.#options.settings?.[check.id])),
        along,
        derived: this.#derivations.of(check.derived ?? {}, along, unread),
        trustedAccounts: this.#options.trustedAccounts ?? [],
        regions: this.#inventory.header.regions,
        unreadRegions: this.#options.unreadRegions ?? [],
        unreadAlong: unread,
      });
      this.#contexts.set(along, context);
    }
    return context;
  }

  #add(
    check: Check,
    parts: Pick<Finding, 'status' | 'message' | 'region' | 'resource' | 'evidence' | 'unknown'> & {
      observed?: unknown;
      fix?: Finding['fix'];
      bearing?: Bearing | undefined;
      /** What could not be read, of an unknown finding. */
      gap?: Gap | undefined;
    },
  ): void {
    const { account, regions } = this.#inventory.header;
    const aliases = aliasesOf(check, account, parts.region, parts.resource.arn, regions);
    // Every finding has the same fields in the same order; those without a value are left out when it is written.
    const finding: { -readonly [K in keyof Finding]: Finding[K] } = {
      fingerprint: fingerprintOf(check.id, account, parts.region, parts.resource.arn),
      ...(aliases.length === 0 ? {} : { aliases }),
      check: check.id,
      title: check.title,
      service: check.service,
      category: check.category,
      severity: check.severity,
      status: parts.status,
      message: parts.message,
      account,
      region: parts.region,
      resource: parts.resource,
      evidence: parts.evidence,
    };
    // Looked into, a text that was put together of parts becomes one: it is kept, and the parts are not.
    parts.message.charCodeAt(0);
    if (parts.observed !== undefined) finding.observed = parts.observed;
    if (parts.fix !== undefined) finding.fix = parts.fix;
    if (parts.bearing?.changes !== undefined) finding.changes = parts.bearing.changes;
    if (parts.bearing?.reach !== undefined) finding.reach = parts.bearing.reach;
    if (parts.bearing?.reach?.from === 'internet') this.#options.reports?.opened.add(check.id);
    if (parts.unknown !== undefined) finding.unknown = parts.unknown;
    const kept = this.#options.mark?.(finding) ?? finding;
    let found = this.#found.get(check);
    if (found === undefined) this.#found.set(check, (found = { ...noneFound }));
    found[kept.status] += 1;
    this.#causes.add(kept, check, parts.gap);
    this.#current.push(kept);
  }
}

/** What a check does that ends the whole run, such as ending the process, is no verdict. @throws AuditError */
function assertGoesOn(error: unknown): void {
  if (isAuditError(error) && error.code === 'config') throw error;
}

/** The settings a check sees: its defaults, overridden by the configuration. */
export function settingsOf(
  specs: Readonly<Record<string, SettingSpec>>,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, given[name] ?? spec.default]));
}

const noneFound = Object.fromEntries(statuses.map((status) => [status, 0])) as StatusCounts;

const noTags: Readonly<Record<string, string>> = Object.freeze({});

function tagsOf(check: Check, record: ResourceRecord): Readonly<Record<string, string>> | undefined {
  const { tagsFrom } = check.resource;
  const outcome = tagsFrom === undefined ? undefined : record.outcomes[tagsFrom];
  if (outcome === undefined || outcome.kind === 'absent') return record.item.tags ?? noTags;
  return outcome.kind === 'present' ? (outcome.value as Record<string, string>) : undefined;
}
