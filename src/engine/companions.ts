import type { Inventory } from '../inventory/inventory.ts';
import { describeGap, isGap } from '../inventory/outcome.ts';
import type { Gap } from '../inventory/outcome.ts';
import type { Along, Check, UnreadReason } from './check.ts';
import type { EvidencePool } from './evidence.ts';
import type { Evidence, UnknownReason } from './finding.ts';
import { deepFreeze, subjectOf } from './subject.ts';

export interface FoundGap {
  readonly gap: Gap;
  readonly facet: string;
  readonly type: string;
}

interface Companions {
  readonly subjects: readonly object[];
  readonly gap: FoundGap | undefined;
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
  along(check: Check, region: string): AlongRead {
    let byRegion = this.#alongRead.get(check);
    if (byRegion === undefined) this.#alongRead.set(check, (byRegion = new Map()));
    const key = Object.values(check.along).some(({ reach }) => reach === 'region') ? region : '*';
    let read = byRegion.get(key);
    if (read === undefined) byRegion.set(key, (read = this.#readAlong(check, region)));
    return read;
  }

  #readAlong(check: Check, region: string): AlongRead {
    const values: Record<string, readonly object[]> = {};
    const evidence: Evidence[] = [];
    const blind: Record<string, readonly object[]> = {};
    let softGap: FoundGap | undefined;
    let hardGap: FoundGap | undefined;
    const missing: Record<string, UnreadReason> = {};
    const optionalGaps: Record<string, FoundGap> = {};
    for (const [name, other] of Object.entries(check.along)) {
      const read = this.#companions(other, other.reach === 'region' ? region : undefined);
      values[name] = read.subjects;
      blind[name] = read.gap === undefined || other.optional ? read.subjects : unread;
      evidence.push(this.#evidences.entry(check, name, alongActions(other), { kind: read.gap?.gap.kind ?? 'present' }));
      if (read.gap === undefined) continue;
      if (other.optional) {
        missing[name] = Object.freeze(reasonOf(read.gap.gap));
        optionalGaps[name] = read.gap;
      } else if (other.witness) softGap ??= read.gap;
      else hardGap ??= read.gap;
    }
    return { values, blind, evidence, softGap, hardGap, unread: Object.freeze(missing), optionalGaps };
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
    const read = { subjects, gap: found };
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
