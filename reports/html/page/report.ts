import type { Colour } from '../../../src/engine/finding.ts';
import { colourOf, statuses } from '../../../src/engine/finding.ts';
import type { Packed, PackedCompliance, PackedCounts } from '../packed.ts';
import { Findings } from '../unpack.ts';
import type { Group } from '../unpack.ts';

/** What every part of the page is drawn from. */
export interface Report extends Omit<
  Packed,
  | 'texts'
  | 'types'
  | 'resourceKinds'
  | 'findingKinds'
  | 'groups'
  | 'resources'
  | 'findings'
  | 'fingerprints'
  | 'compliance'
  | 'counts'
> {
  readonly findings: Findings;
  readonly compliance: readonly PackedCompliance[];
  readonly counts: Readonly<Record<string, PackedCounts>>;
  /** SHA-256 of the data, as the file says. */
  readonly sha256: string;
  /** Whether the data is what the file says; undefined where the browser cannot tell. */
  readonly intact: Promise<boolean | undefined>;
}

/** Reads the JSON the page carries. @param sha256 of it, as the file says @param intact whether it is that */
export function readReport(text: string, sha256 = '', intact: Report['intact'] = Promise.resolve(undefined)): Report {
  const packed = JSON.parse(text) as Packed;
  return { compliance: [], counts: {}, ...packed, findings: new Findings(packed), sha256, intact };
}

const found = new WeakMap<Findings, Map<string, readonly number[]>>();

/** Numbers of the findings of a check, what did not pass first. Looked up once: a check stands under many requirements. */
export function findingsOf({ findings }: Report, check: string): readonly number[] {
  let known = found.get(findings);
  if (known === undefined) found.set(findings, (known = new Map()));
  let numbers = known.get(check);
  if (numbers === undefined) known.set(check, (numbers = numbersOf(findings, check)));
  return numbers;
}

function numbersOf(findings: Findings, check: string): readonly number[] {
  const found: number[] = [];
  for (const group of findings.groups)
    if (group.check.id === check) for (let index = group.first; index < group.last; index += 1) found.push(index);
  const place = (index: number): number => statuses.indexOf(findings.status(index));
  return found.sort((a, b) => place(a) - place(b) || a - b);
}

/** The title of a check, where the run had it. */
export const titleOf = ({ checks }: Report, check: string): string =>
  checks.find(({ id }) => id === check)?.title ?? '';

export const colours: readonly Colour[] = ['red', 'yellow', 'blue', 'grey', 'green'];

export type ColourCounts = Record<Colour, number>;

export const noCounts = (): ColourCounts => ({ red: 0, yellow: 0, blue: 0, grey: 0, green: 0 });

/** How many findings of a group have each colour. */
export function countsOf({ findings }: Report, group: Group): ColourCounts {
  const counts = noCounts();
  for (let index = group.first; index < group.last; index += 1)
    counts[colourOf(findings.status(index), group.severity)] += 1;
  return counts;
}
