import type { Compliance, ComplianceSummary, RequirementResult, RequirementStatus } from '../src/engine/compliance.ts';
import type { Colour } from '../src/engine/finding.ts';
import type { RunSelection } from '../src/engine/result.ts';
import { scopeText } from './selection.ts';
import { counted, thousands } from './text.ts';

/** How reports for people call what an account is, held against a requirement. */
export const requirementStatusNames: Readonly<Record<RequirementStatus, string>> = {
  'not-met': 'not met',
  unknown: 'unknown',
  manual: 'manual',
  'not-covered': 'not covered',
  'not-applicable': 'not applicable',
  'met-with-accepted-risks': 'met, with accepted risks',
  met: 'met',
};

export const requirementColours: Readonly<Record<RequirementStatus, Colour>> = {
  'not-met': 'red',
  unknown: 'blue',
  manual: 'grey',
  'not-covered': 'grey',
  'not-applicable': 'grey',
  'met-with-accepted-risks': 'yellow',
  met: 'green',
};

/** E.g. `12 of 20 assessable requirements met (1 with accepted risks), 8 not met`: the rest stands beside it, never in it. */
export const scoreText = ({ met, metWithAcceptedRisks, notMet, assessable }: ComplianceSummary): string =>
  assessable === 0
    ? 'no requirement could be assessed'
    : `${thousands(met + metWithAcceptedRisks)} of ${counted(assessable, 'assessable requirement')} met${
        metWithAcceptedRisks === 0 ? '' : ` (${thousands(metWithAcceptedRisks)} with accepted risks)`
      }, ${thousands(notMet)} not met`;

/** What the score does not hold: what nobody can say of this run. */
export const besidesText = ({
  unknown,
  manual,
  notCovered,
  notApplicable,
  total,
  unlisted,
}: ComplianceSummary): string =>
  `of ${thousands(total)} in all ${thousands(unknown)} unknown, ${thousands(manual)} manual, ${thousands(notCovered)} not covered, ${thousands(notApplicable)} not applicable${
    unlisted === 0 ? '' : `; ${counted(unlisted, 'list')} could not be read`
  }`;

/** What a narrowed run says of what it selected: never of the account. Undefined where nothing was narrowed. */
export const withinText = (
  { withinSelection }: Pick<Compliance, 'withinSelection'>,
  selection: RunSelection | undefined,
): string | undefined =>
  withinSelection === undefined
    ? undefined
    : `scope limited to ${selection === undefined ? 'what was selected' : scopeText(selection)}: within it ${scoreText(withinSelection)}; ${besidesText(withinSelection)}`;

/** Why a requirement has its status, and what it is within the run's selection. */
export const whyText = ({ why, withinSelection }: Pick<RequirementResult, 'why' | 'withinSelection'>): string =>
  withinSelection === undefined
    ? why
    : `${why}. Within the selection: ${requirementStatusNames[withinSelection.status]} (${withinSelection.why})`;

/** The number that people look a requirement up by, and its title where there is one. */
export const numberedTitle = ({ id, number = id, title }: Pick<RequirementResult, 'id' | 'number' | 'title'>): string =>
  title === number ? number : `${number} ${title}`;

/** Whose words the titles of a framework's requirements are. @param titled how many have one */
export const titlesText = (titled: number, total: number): string =>
  titled === total
    ? 'Titles are in our own words.'
    : `Titles are in our own words for ${titled} of ${total} requirements; the others show their number.`;
