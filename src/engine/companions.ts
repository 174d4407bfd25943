import { isAsKept } from '../inventory/revisions.ts';
import type { Inventory, Listing, ResourceRecord } from '../inventory/inventory.ts';
import type { Asked } from '../inventory/asked.ts';
import { together } from '../inventory/asked.ts';
import { describeGap, isGap, kindOfGap } from '../aws/outcome.ts';
import type { Gap, Outcome } from '../aws/outcome.ts';
import type { AnyResourceType } from '../inventory/resource.ts';
import type { Along, Check, UnreadReason } from './check.ts';
import type { EvidencePool } from './evidence.ts';
import type { Evidence, UnknownReason } from './finding.ts';
import { deepFreeze, subjectOf } from './subject.ts';

export interface FoundGap {
  readonly gap: Gap;
  readonly facet: string;
  readonly type: string;
}

/** Why it is not known in which region a resource is. */
export interface Unplaced extends FoundGap {
  readonly arn: string;
}

interface Companions {
  readonly subjects: readonly object[];
  readonly gap: FoundGap | undefined;
  readonly unplaced: readonly Unplaced[];
  /** When they were read and what was asked, where all of it is known. */
  readonly asked?: Asked | undefined;
}

/** The resources a check reads along, and the first thing of them that could not be read. */
export interface AlongRead {
  readonly values: Readonly<Record<string, readonly object[]>>;
  /** The same, but looking at one that could not be read whole throws. */
  readonly blind: Readonly<Record<string, readonly object[]>>;
  readonly evidence: readonly Evidence[];
  /** Of a companion where one witness proves a pass. */
  readonly softGap: FoundGap | undefined;
  /** Of a companion that is needed whole. */
  readonly hardGap: FoundGap | undefined;
  /** Companions the check judges without, and why they are missing. */
  readonly unread: Readonly<Record<string, UnreadReason>>;
  readonly optionalGaps: Readonly<Record<string, FoundGap>>;
  /** Those of which it is not known where they are. */
  readonly unplaced: readonly Unplaced[];
}

/** Reads what checks look at besides their subject, once for all checks that need the same. */
export class CompanionReader {
  readonly #inventory: Inventory;
  readonly #evidences: EvidencePool;
  /** By type, then by needs and region. */
  readonly #companionsRead = new Map<string, Map<string, Companions>>();
  readonly #alongRead = new Map<Check, Map<string, AlongRead>>();

  constructor(inventory: Inventory, evidences: EvidencePool) {
    this.#inventory = inventory;
    this.#evidences = evidences;
  }

  /** Nothing will be asked for the check any more. */
  done(check: Check): void {
    this.#alongRead.delete(check);
  }

  /** No check will need the type any more. */
  forget(type: string): void {
    this.#companionsRead.delete(type);
  }

  /** The companions of a check are the same for every resource of a region, or for all. */
  along(check: Check, record: ResourceRecord): AlongRead {
    let byRegion = this.#alongRead.get(check);
    if (byRegion === undefined) this.#alongRead.set(check, (byRegion = new Map()));
    const regional = Object.values(check.along).some(({ reach }) => reach === 'region');
    const lost = regional ? unplacedIn(check.resource, record, this.#inventory) : undefined;
    const key = !regional ? '*' : lost === undefined ? record.region : `unknown: ${describeGap(lost.gap)}`;
    let read = byRegion.get(key);
    if (read === undefined) byRegion.set(key, (read = this.#readAlong(check, record.region, lost)));
    return read;
  }

  /** What was read of the whole account for what no check asks, whatever could not be read left out with the reason. */
  whole(along: Readonly<Record<string, Along>>): Pick<AlongRead, 'values' | 'unread'> {
    const read = Object.entries(along).map(([name, other]) => [name, this.#companions(other, undefined)] as const);
    return {
      values: Object.fromEntries(read.map(([name, { subjects }]) => [name, subjects])),
      unread: Object.fromEntries(
        read.flatMap(([name, { gap }]) => (gap === undefined ? [] : [[name, reasonOf(gap.gap)]])),
      ),
    };
  }

  /** @param lost why the region is not known: then so are all that would have to be in the same */
  #readAlong(check: Check, region: string, lost: FoundGap | undefined): AlongRead {
    const values: Record<string, readonly object[]> = {};
    const evidence: Evidence[] = [];
    const blind: Record<string, readonly object[]> = {};
    let softGap: FoundGap | undefined;
    let hardGap: FoundGap | undefined;
    const missing: Record<string, UnreadReason> = {};
    const optionalGaps: Record<string, FoundGap> = {};
    const unplaced: Unplaced[] = [];
    for (const [name, other] of Object.entries(check.along)) {
      const read =
        other.reach === 'region' && lost !== undefined
          ? { subjects: [], gap: lost, unplaced: [], asked: undefined }
          : this.#companions(other, other.reach === 'region' ? region : undefined);
      unplaced.push(...read.unplaced);
      values[name] = read.subjects;
      blind[name] = read.gap === undefined || other.optional ? read.subjects : unread;
      evidence.push(
        this.#evidences.entry(
          check,
          name,
          alongActions(other),
          { kind: read.gap === undefined ? 'present' : kindOfGap(read.gap.gap) },
          // An object of its own: another check may call the same companions otherwise.
          read.asked === undefined ? undefined : { ...read.asked },
        ),
      );
      if (read.gap === undefined) continue;
      if (other.optional) {
        missing[name] = Object.freeze(reasonOf(read.gap.gap));
        optionalGaps[name] = read.gap;
      } else if (other.witness) softGap ??= read.gap;
      else hardGap ??= read.gap;
    }
    return { values, blind, evidence, softGap, hardGap, unread: Object.freeze(missing), optionalGaps, unplaced };
  }

  /** All resources of a companion type whose facets could be read, and the first that could not. */
  #companions(other: Along, region: string | undefined): Companions {
    let byNeeds = this.#companionsRead.get(other.resource.key);
    if (byNeeds === undefined) this.#companionsRead.set(other.resource.key, (byNeeds = new Map()));
    const key = `${other.needs.join()}|${region ?? '*'}`;
    const known = byNeeds.get(key);
    if (known !== undefined) return known;
    const subjects: object[] = [];
    let found: FoundGap | undefined;
    const unplaced: Unplaced[] = [];
    const asked: (Asked | undefined)[] = [];
    const { type } = other.resource;
    if (!this.#inventory.collected.has(other.resource.key))
      found = { gap: notCollected(other.resource.actions), facet: 'list', type };
    for (const listing of this.#inventory.listings(other.resource)) {
      if (region !== undefined && listing.region !== region && listing.region !== 'global' && region !== 'global')
        continue;
      const result = listed(other.resource, listing, this.#inventory);
      asked.push(listing.asked?.['list']);
      if (result.kind === 'present' && result.records.length > 0)
        asked.push(...other.needs.map((need) => listing.asked?.[need]));
      if (result.kind !== 'present') {
        // A service that does not exist in a region has nothing there.
        if (result.kind !== 'unsupported') found ??= { gap: result, facet: 'list', type };
        continue;
      }
      for (const record of result.records) {
        const lost = unplacedIn(other.resource, record, this.#inventory);
        if (lost !== undefined) {
          unplaced.push(lost);
          if (region !== undefined && region !== 'global') {
            // It may be here.
            found ??= lost;
            continue;
          }
        }
        if (region !== undefined && region !== 'global' && record.region !== region && record.region !== 'global')
          continue;
        const facets: Record<string, unknown> = {};
        let gap: Gap | undefined;
        for (const need of other.needs) {
          const outcome = outcomeIn(other.resource, record, need, this.#inventory);
          if (isGap(outcome)) {
            gap = outcome;
            found ??= { gap: outcome, facet: need, type };
            break;
          }
          facets[need] = outcome.kind === 'present' ? outcome.value : undefined;
        }
        if (gap !== undefined) continue;
        const { item } = record;
        subjects.push(
          deepFreeze(
            subjectOf(
              this.#inventory.header,
              record,
              { id: item.id, name: item.name ?? item.id, arn: record.arn, tags: item.tags ?? {} },
              facets,
            ),
          ),
        );
      }
    }
    const read = { subjects, gap: found, unplaced, asked: together(asked) };
    byNeeds.set(key, read);
    return read;
  }
}

/** A snapshot made for other checks lacks the facet: that is a gap like any other. */
export const notCollected = (actions: readonly string[]): Gap => ({
  kind: 'failed',
  actions,
  code: 'NotCollected',
  message: 'not in the snapshot: it was collected for other checks',
});

/** An earlier version kept less, or something else, of AWS's answer: what it lacks must not count as not being there. */
const keptOtherwise = (actions: readonly string[]): Gap => ({
  kind: 'failed',
  actions,
  code: 'EarlierVersion',
  message: 'the snapshot is of another version of audit, which kept it in another form: collect it again',
});

/** Where the inventory came from, as far as it decides what its values mean. */
type Kept = Pick<Inventory, 'revisions'>;

/** How reading a facet ended. That it is not supported is said of lists only. */
export function outcomeIn(resource: AnyResourceType, record: ResourceRecord, facet: string, kept: Kept): Outcome {
  const actions = resource.facetDefs[facet]?.actions ?? [];
  const outcome = record.outcomes[facet] ?? notCollected(actions);
  if (outcome.kind === 'present' && !isAsKept(kept, resource, facet)) return keptOtherwise(actions);
  return outcome.kind === 'unsupported' ? doubted(outcome, actions) : outcome;
}

/** What listing gave. That a service does not exist in a region is believed where it is known of the service. */
export function listed(resource: AnyResourceType, { region, result }: Listing, kept: Kept): Listing['result'] {
  if (result.kind === 'present' && result.records.length > 0 && !isAsKept(kept, resource))
    return keptOtherwise(resource.actions);
  const believed = result.kind !== 'unsupported' || resource.service.missingIn.includes(region);
  return believed ? result : doubted(result, resource.actions);
}

/** Snapshots of earlier versions say "unsupported" of whatever host or operation was not found. */
const doubted = ({ code }: Gap, actions: readonly string[]): Gap => ({
  kind: 'failed',
  actions,
  code,
  message: 'the host or the operation was not found',
});

/** Why it is not known in which region a resource is; undefined when it is known. */
export function unplacedIn(resource: AnyResourceType, record: ResourceRecord, kept: Kept): Unplaced | undefined {
  if (record.region !== 'unknown') return undefined;
  const { type, regionFrom } = resource;
  const found = { facet: regionFrom ?? 'list', type, arn: record.arn };
  const outcome = regionFrom === undefined ? undefined : outcomeIn(resource, record, regionFrom, kept);
  return outcome !== undefined && isGap(outcome) ? { ...found, gap: outcome } : { ...found, gap: nowhere };
}

/** What was read says nothing of a region. */
const nowhere: Gap = {
  kind: 'failed',
  actions: [],
  code: 'NoRegion',
  message: 'AWS does not say in which region the resource is',
};

export const reasonOf = (gap: Gap): UnknownReason => ({
  actions: gap.kind === 'denied' ? gap.actions : [],
  cause: describeGap(gap),
});

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
