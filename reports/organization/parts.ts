import type { Finding } from '../../src/engine/finding.ts';
import type {
  AccountDetails,
  AccountLine,
  CheckLine,
  FrameworkLine,
  OrganizationResult,
  RequirementLine,
} from '../../src/organization/merge/model.ts';
import { heldAgainst } from '../../src/organization/merge/held.ts';
import { checkStandings, requirementStandings } from '../../src/organization/merge/model.ts';
import { idsByStanding, inText, sumText } from './words.ts';

/** Parts of a result as JSON has them, the same in every format that has all of them. */

export const isPassing = ({ status }: CheckLine): boolean => status === 'pass' || status === 'not-applicable';

/** What a check found over all accounts, with those in which it did not pass. */
export function findingOf(line: CheckLine, accounts: OrganizationResult['accounts']) {
  const { standings, ...rest } = line;
  const { fail, unknown, manual, suppressed } = idsByStanding(accounts, standings, checkStandings);
  return {
    ...rest,
    text: inText(line),
    accountIds: {
      ...(fail === undefined ? {} : { fail }),
      ...(unknown === undefined ? {} : { unknown }),
      ...(manual === undefined ? {} : { manual }),
      ...(suppressed === undefined ? {} : { suppressed }),
    },
  };
}

export const passingOf = ({ standings: _standings, ...rest }: CheckLine) => rest;

/** A requirement with its row of the matrix: which accounts have which status. */
export function requirementOf(line: RequirementLine, accounts: OrganizationResult['accounts']) {
  const { standings, ...rest } = line;
  return { ...rest, accountIds: idsByStanding(accounts, standings, requirementStandings) };
}

export const frameworkOf = ({ requirements: _requirements, summary, accounts, ...framework }: FrameworkLine) => ({
  framework,
  accounts,
  summary,
});

/** An account, with what of each framework it meets. */
export const accountOf = (line: AccountLine, at: number, { compliance }: Pick<OrganizationResult, 'compliance'>) => ({
  ...line,
  compliance: heldAgainst(compliance, [at]),
});

export const summaryOf = ({ summary }: OrganizationResult) => ({ ...summary, sum: sumText(summary.accounts) });

/** The findings of an account; what every account's finding of a check has alike stands with the check. */
export function* occurrencesOf({
  findings,
}: AccountDetails): Generator<Omit<Finding, 'evidence' | 'title' | 'service' | 'category'>> {
  for (const { evidence: _evidence, title: _title, service: _service, category: _category, ...finding } of findings)
    yield finding;
}

/** So many lines are written at once. */
const mostLines = 500;

/** Lines of each element, joined: of millions each by itself would take its time. */
export function* together<T>(all: Iterable<T>, line: (each: T) => string): Generator<string> {
  let lines: string[] = [];
  for (const each of all) {
    lines.push(line(each));
    if (lines.length < mostLines) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}
