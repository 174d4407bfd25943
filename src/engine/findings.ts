import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { compare } from '../inventory/inventory.ts';
import { toJson } from '../text/escape.ts';
import { compareNaturally } from '../text/natural.ts';
import type { Finding } from './finding.ts';

/** Findings in their order, to be gone through as often as wanted. An array is one. */
export interface Findings extends Iterable<Finding> {
  readonly length: number;
}

/** Findings of one check as JSON, which compressed takes about a thirtieth of what they take in memory as objects. */
interface Packed {
  readonly json: string | Uint8Array;
  readonly check: string;
  readonly length: number;
}

type Portion = readonly Finding[] | Packed;

/** Findings that are packed together, and unpacked together while somebody goes through them. */
const portionSize = 500;
/** So many findings stay objects, which takes no time: most accounts have no more. */
const mostPlain = 10_000;
/** JSON of so few characters is not worth the time of compressing it, while there is no more than {@link mostShort} of it. */
const short = 16_000;
const mostShort = 24_000_000;

/** Between the findings of a portion; `toJson` leaves no line break in them. */
const separator = ',\n';

const isPlain = (portion: Portion): portion is readonly Finding[] => Array.isArray(portion);

const compressed = (text: string): Uint8Array =>
  // A copy: what zlib gives may be the beginning of something larger.
  new Uint8Array(deflateRawSync(text, { level: 1 }));

const textOf = ({ json }: Packed): string => (typeof json === 'string' ? json : inflateRawSync(json).toString());

const unpacked = (portion: Portion): readonly Finding[] =>
  isPlain(portion) ? portion : (JSON.parse(`[${textOf(portion)}]`) as Finding[]);

class Portions implements Findings {
  readonly length: number;
  readonly #portions: readonly Portion[];

  constructor(portions: readonly Portion[]) {
    this.#portions = portions;
    this.length = portions.reduce((sum, { length }) => sum + length, 0);
  }

  *[Symbol.iterator](): Generator<Finding> {
    for (const portion of this.#portions) yield* unpacked(portion);
  }

  *by(checks: ReadonlySet<string>): Generator<Finding> {
    for (const portion of this.#portions) {
      if (isPlain(portion)) {
        for (const finding of portion) if (checks.has(finding.check)) yield finding;
        continue;
      }
      if (checks.has(portion.check)) yield* unpacked(portion);
    }
  }

  /** The JSON of each finding, as `toJson` writes it. */
  *lines(): Generator<string> {
    for (const portion of this.#portions) {
      if (isPlain(portion)) for (const finding of portion) yield toJson(finding);
      else yield* textOf(portion).split(separator);
    }
  }
}

/** Each finding as `toJson` writes it; those that are kept as JSON need not be read and written again. */
export function* jsonLines(findings: Findings): Generator<string> {
  if (findings instanceof Portions) yield* findings.lines();
  else for (const finding of findings) yield toJson(finding);
}

/** The findings of some checks, in their order; of those that are kept as JSON only these are read. */
export function* findingsBy(findings: Findings, checks: ReadonlySet<string>): Generator<Finding> {
  if (findings instanceof Portions) yield* findings.by(checks);
  else for (const finding of findings) if (checks.has(finding.check)) yield finding;
}

/** What one listing gave one check: portions in order, and where they begin and end. */
interface Part {
  readonly name: string;
  readonly portions: readonly Portion[];
  readonly first: Place;
  readonly last: Place;
}

/** What the order of one judge's findings rests on. */
type Place = Pick<Finding, 'region'> & { readonly resource: Pick<Finding['resource'], 'arn'> };

const inOrder = (a: Place, b: Place): number =>
  compare(a.region, b.region) || compareNaturally(a.resource.arn, b.resource.arn);

const placeOf = ({ region, resource: { arn } }: Finding): Place => ({ region, resource: { arn } });

/** Findings by who judges, filled a part at a time. When there are many, those of the parts that are done are packed. */
export class FindingStore<Judge> {
  readonly #parts = new Map<Judge, Part[]>();
  #count = 0;
  /** Characters of JSON that is kept as it is. */
  #short = 0;

  /** @param name parts of one judge are put in the order of their names. Takes the findings, in any order. */
  add(judge: Judge, name: string, findings: Finding[]): void {
    findings.sort(inOrder);
    this.#count += findings.length;
    const [first, last] = [findings[0], findings.at(-1)];
    if (first === undefined || last === undefined) return;
    const part = { name, portions: this.#portions(findings), first: placeOf(first), last: placeOf(last) };
    const parts = this.#parts.get(judge);
    if (parts === undefined) this.#parts.set(judge, [part]);
    else parts.push(part);
  }

  /** All findings: those of the first judge first, each's by region and ARN, `…-2` before `…-10`. To be asked once. */
  sorted(judges: readonly Judge[]): Findings {
    const portions: Portion[] = [];
    for (const judge of judges) {
      const parts = (this.#parts.get(judge) ?? []).sort((a, b) => compare(a.name, b.name));
      this.#parts.delete(judge);
      const own = parts.flatMap((part) => part.portions);
      // Resources of one region may come from several listings, such as the one of another region.
      const apart = parts.every((part, i) => i === 0 || inOrder((parts[i - 1] ?? part).last, part.first) <= 0);
      portions.push(...(apart ? own : this.#portions(own.flatMap(unpacked).sort(inOrder))));
    }
    return new Portions(portions);
  }

  #portions(findings: readonly Finding[]): Portion[] {
    if (this.#count <= mostPlain) return [findings];
    const portions: Portion[] = [];
    for (let at = 0; at < findings.length; at += portionSize)
      portions.push(this.#packed(findings.slice(at, at + portionSize)));
    return portions;
  }

  /** @param findings those of one judge, and so of one check */
  #packed(findings: readonly Finding[]): Packed {
    const text = findings.map((finding) => toJson(finding)).join(separator);
    const keep = text.length <= short && this.#short + text.length <= mostShort;
    if (keep) this.#short += text.length;
    return { json: keep ? text : compressed(text), check: findings[0]?.check ?? '', length: findings.length };
  }
}
