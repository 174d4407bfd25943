import type { ExportedAssignment } from '../export.ts';
import type { PersonLine } from './model.ts';

/** So many are told. */
const mostTold = 500;

const order: readonly ExportedAssignment['administrator'][] = ['yes', 'escalates', 'possible', 'unknown', 'no'];

interface Own {
  readonly id: string;
  readonly type: PersonLine['type'];
  /** The best that a permission set gives in each account. */
  readonly accounts: Map<string, ExportedAssignment['administrator']>;
  readonly sets: Set<string>;
}

/** Users and groups of IAM Identity Center over all accounts. Several accounts may tell the same: each assignment counts once. */
export class PeopleFold {
  readonly #own = new Map<string, Own>();

  add(assignments: Iterable<ExportedAssignment>): void {
    for (const { account, set, administrator, people } of assignments)
      for (const { id, type } of people) {
        let own = this.#own.get(id);
        if (own === undefined) this.#own.set(id, (own = { id, type, accounts: new Map(), sets: new Set() }));
        const before = own.accounts.get(account);
        if (before === undefined || order.indexOf(administrator) < order.indexOf(before))
          own.accounts.set(account, administrator);
        if (administrator !== 'no') own.sets.add(set);
      }
  }

  /** Those who are administrator of most accounts first; who is of none, and cannot become it, is counted. */
  lines(): { readonly told: readonly PersonLine[]; readonly left: number } {
    const all = [...this.#own.values()]
      .map(({ id, type, accounts, sets }): PersonLine => {
        const those = (answer: ExportedAssignment['administrator']): string[] =>
          [...accounts]
            .filter(([, own]) => own === answer)
            .map(([account]) => account)
            .sort();
        return {
          id,
          type,
          sets: [...sets].sort(),
          administratorOf: those('yes'),
          escalatesIn: those('escalates'),
          possibleIn: those('possible'),
          unknownIn: those('unknown'),
        };
      })
      .filter((line) => line.sets.length > 0)
      .sort(
        (a, b) =>
          b.administratorOf.length - a.administratorOf.length ||
          b.escalatesIn.length - a.escalatesIn.length ||
          (a.id < b.id ? -1 : 1),
      );
    return { told: all.slice(0, mostTold), left: Math.max(0, all.length - mostTold) };
  }
}
