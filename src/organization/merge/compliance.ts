import type { ExportedFramework, ExportedRequirement } from '../export.ts';
import type { Moved } from './checks.ts';
import { statusOf, summaryOf, tallyOf } from './held.ts';
import type { FrameworkLine, RequirementLine, RequirementStanding } from './model.ts';
import { requirementStandings } from './model.ts';

const standing = (name: RequirementStanding): number => requirementStandings.indexOf(name);

interface Requirement {
  readonly named: { readonly number?: string; readonly title: string };
  readonly standings: Uint8Array;
  readonly counts: Record<string, number>;
  population: number;
}

interface Framework {
  readonly first: Omit<ExportedFramework, 'requirements'>;
  readonly requirements: Map<string, Requirement>;
  accounts: number;
}

/** Requirements of all accounts, an account after the other. */
export class ComplianceFold {
  readonly #accounts: number;
  readonly #skipped: readonly number[];
  readonly #frameworks = new Map<string, Framework>();

  /** @param skipped the places of accounts that the plan leaves out */
  constructor(accounts: number, skipped: readonly number[]) {
    this.#accounts = accounts;
    this.#skipped = skipped;
  }

  /** @param at the account's place @param moved what was accepted here: it is accepted for the requirements too */
  add(at: number, frameworks: readonly ExportedFramework[], moved: Moved): void {
    for (const { requirements, ...first } of frameworks) {
      // What was held against another wording is another framework.
      const key = `${first.key}\n${first.hash}`;
      let own = this.#frameworks.get(key);
      if (own === undefined) this.#frameworks.set(key, (own = { first, requirements: new Map(), accounts: 0 }));
      own.accounts += 1;
      for (const requirement of requirements) {
        const { id, population } = requirement;
        const { status, counts } = accepted(requirement, moved);
        let of = own.requirements.get(id);
        if (of === undefined) own.requirements.set(id, (of = this.#none(requirement)));
        of.standings[at] = standing(status);
        of.population += population;
        for (const [name, count] of Object.entries(counts)) of.counts[name] = (of.counts[name] ?? 0) + count;
      }
    }
  }

  #none({ id, number, title }: ExportedRequirement): Requirement {
    const standings = new Uint8Array(this.#accounts).fill(standing('not-judged'));
    for (const at of this.#skipped) standings[at] = standing('skipped');
    const named = { ...(number === undefined ? {} : { number }), title: title ?? number ?? id };
    return { named, standings, counts: {}, population: 0 };
  }

  lines(): FrameworkLine[] {
    return [...this.#frameworks.values()].map(({ first, requirements, accounts }) => {
      const all = [...requirements].map(([id, each]) => lineOf(id, each));
      const summary = summaryOf(all.map(({ status }) => status));
      const { key, name, version, hash } = first;
      return { key, name, version, hash, accounts, summary, requirements: all };
    });
  }
}

/** What a requirement of an account stands at when failures of its checks are accepted. Where some are not, it stays not met. */
function accepted(
  { status, counts, failing }: ExportedRequirement,
  moved: Moved,
): Pick<ExportedRequirement, 'status' | 'counts'> {
  if (failing === undefined || moved.size === 0) return { status, counts };
  let now = 0;
  for (const [check, failed] of Object.entries(failing.checks)) now += Math.min(failed, moved.get(check)?.fail ?? 0);
  if (now === 0) return { status, counts };
  const { failed = 0, suppressed = 0 } = counts;
  return {
    status: now < failed ? status : failing.accepted,
    counts: { ...counts, failed: failed - now, suppressed: suppressed + now },
  };
}

function lineOf(id: string, { named, standings, counts, population }: Requirement): RequirementLine {
  const accounts = tallyOf(standings);
  return { id, ...named, status: statusOf(accounts), accounts, population, counts, standings };
}
