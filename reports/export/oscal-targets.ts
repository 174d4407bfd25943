import type { RequirementStatus } from '../../src/engine/compliance.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { requirementStatusNames } from '../requirements.ts';
import type { CheckTally } from './by-check.ts';
import { talliesOf } from './by-check.ts';
import { countsText, plain, verdictFor } from './statement.ts';

/** What a control or check is, said in OSCAL's two words. */
export interface Target {
  readonly id: string;
  readonly title: string;
  readonly status: RequirementStatus;
  readonly why: string;
  /** What it is of what a narrowed run selected. */
  readonly within?: string | undefined;
  /** Fingerprints of the findings that decided it. */
  readonly decided: readonly string[];
}

/** A name as OSCAL takes it for controls: PCI's `1.2.5` begins with a digit. */
const token = (text: string): string => {
  const safe = plain(text, 200).replaceAll(/[^\w.-]/g, '_');
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
};

/** The requirements of the frameworks that were asked for, or the checks where none was. */
export function targetsOf(result: AnyResult): readonly Target[] {
  const { compliance = [] } = result;
  if (compliance.length === 0) return checkTargets(result);
  const known = new Set<string>();
  // One by one: as a list the findings of a large account would all be in memory.
  for (const { fingerprint } of result.findings) known.add(fingerprint);
  return compliance.flatMap(({ framework, requirements }) =>
    requirements.map(({ id, title, status, why, withinSelection, moreFingerprints, fingerprints }) => ({
      id: token(`${framework.key}_${id}`),
      title: plain(`${framework.name} ${title}`, 250),
      status,
      why: plain(
        moreFingerprints === undefined
          ? why
          : `${why}; the observations of the first ${fingerprints.length} are named here, ${moreFingerprints} more decided it`,
      ),
      within:
        withinSelection === undefined
          ? undefined
          : `${requirementStatusNames[withinSelection.status]}: ${withinSelection.why}`,
      decided: fingerprints.filter((print) => known.has(print)),
    })),
  );
}

/** Without a framework each check is what was to be met. */
function checkTargets(result: AnyResult): readonly Target[] {
  const titles = new Map(result.checks.map(({ id, title }) => [id, title]));
  const decided = new Map<string, string[]>();
  for (const finding of result.findings) {
    if (verdictFor(finding) === 'passed') continue;
    const own = decided.get(finding.check);
    if (own === undefined) decided.set(finding.check, [finding.fingerprint]);
    else own.push(finding.fingerprint);
  }
  return [...talliesOf(result)].map(([check, tally]) => ({
    id: token(check),
    title: plain(titles.get(check) ?? check, 250),
    status: statusOf(tally),
    why: whyOf(tally),
    decided: decided.get(check) ?? [],
  }));
}

/** As requirements are decided, in the same order. */
function statusOf({ failed, unknown, manual, accepted, passed, notApplicable, empty }: CheckTally): RequirementStatus {
  if (failed > 0) return 'not-met';
  if (unknown > 0) return 'unknown';
  if (manual > 0) return 'manual';
  if (accepted > 0) return 'met-with-accepted-risks';
  if (passed > 0) return 'met';
  // What found nothing at all, and does not say that there is nothing, is not known.
  return notApplicable > 0 || empty ? 'not-applicable' : 'unknown';
}

const whyOf = (tally: CheckTally): string =>
  `${countsText(tally) || 'nothing was judged'}${tally.notApplicable === 0 ? '' : `, ${tally.notApplicable} not applicable`}`;
