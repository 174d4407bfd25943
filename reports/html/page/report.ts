import type { Colour } from '../../../src/engine/finding.ts';
import { colourOf } from '../../../src/engine/finding.ts';
import type { AttackPaths } from '../../../src/engine/result.ts';
import type { Packed, PackedCauses, PackedCompliance } from '../packed.ts';
import { Findings } from '../unpack.ts';
import type { Group } from '../unpack.ts';

/** What every part of the page is drawn from. */
export interface Report extends Pick<
  Packed,
  'run' | 'summary' | 'coverage' | 'suppressions' | 'checks' | 'accounts' | 'regions'
> {
  readonly findings: Findings;
  readonly attackPaths: AttackPaths | undefined;
  readonly causes: PackedCauses;
  readonly compliance: readonly PackedCompliance[];
}

/** Reads the JSON the page carries. */
export function readReport(text: string): Report {
  const packed = JSON.parse(text) as Packed;
  const {
    run,
    summary,
    coverage,
    suppressions,
    checks,
    accounts,
    regions,
    attackPaths,
    causes,
    compliance = [],
  } = packed;
  const findings = new Findings(packed);
  return { run, summary, coverage, suppressions, checks, accounts, regions, findings, attackPaths, causes, compliance };
}

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
