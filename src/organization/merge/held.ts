import type { RequirementStatus } from '../../engine/compliance.ts';
import type { FrameworkLine, HeldFramework, RequirementLine, RequirementStanding } from './model.ts';
import { requirementStandings } from './model.ts';

const nobodyKnows = [requirementStandings.indexOf('not-judged'), requirementStandings.indexOf('skipped')];

/** How many accounts stand at what. @param places of which accounts; all where there are none */
export function tallyOf(standings: Uint8Array, places?: readonly number[]): RequirementLine['accounts'] {
  const tally = requirementStandings.map(() => 0);
  if (places === undefined) for (const at of standings) tally[at] = (tally[at] ?? 0) + 1;
  else
    for (const place of places) {
      const at = standings[place] ?? 0;
      tally[at] = (tally[at] ?? 0) + 1;
    }
  return Object.fromEntries(requirementStandings.map((name, at) => [name, tally[at] ?? 0])) as Record<
    RequirementStanding,
    number
  >;
}

/**
 * The first of these that an account has: accounts together meet what each of them meets, and nobody knows that while one was not judged.
 * What is not applicable in some and met in the others is met.
 */
export function statusOf(accounts: RequirementLine['accounts']): RequirementStatus {
  if (accounts['not-met'] > 0) return 'not-met';
  if (accounts.unknown > 0 || accounts['not-judged'] > 0) return 'unknown';
  const order = ['manual', 'not-covered', 'met-with-accepted-risks', 'met'] as const;
  return order.find((status) => accounts[status] > 0) ?? 'not-applicable';
}

/** How many requirements have which status. */
export function summaryOf(all: readonly RequirementStatus[]): FrameworkLine['summary'] {
  const counts = Object.fromEntries(requirementStandings.slice(0, -2).map((status) => [status, 0])) as Record<
    RequirementStatus,
    number
  >;
  for (const status of all) counts[status] += 1;
  return { ...counts, total: all.length };
}

/**
 * Frameworks, held against some of the accounts: those below a unit, or one. One that none of them was held against is left out.
 * @param places of the accounts
 */
export const heldAgainst = (
  frameworks: readonly FrameworkLine[],
  places: readonly number[],
): readonly HeldFramework[] =>
  frameworks.flatMap(({ key, name, version, hash, requirements }) => {
    const accounts = places.filter((place) =>
      requirements.some(({ standings }) => !nobodyKnows.includes(standings[place] ?? 0)),
    ).length;
    if (accounts === 0) return [];
    const told = requirements.map(({ id, standings }) => ({ id, status: statusOf(tallyOf(standings, places)) }));
    const notMet = told.filter(({ status }) => status === 'not-met').map(({ id }) => id);
    return [{ key, name, version, hash, accounts, summary: summaryOf(told.map(({ status }) => status)), notMet }];
  });
