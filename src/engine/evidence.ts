import type { Asked } from '../inventory/asked.ts';
import type { Check } from './check.ts';
import type { Evidence } from './finding.ts';
import { interruptedCode } from '../aws/outcome.ts';

/** The evidence of findings. Most rest on the same kind: entries and lists of them are shared. */
export class EvidencePool {
  readonly #entries = new Map<string, Evidence>();
  /** Of those that say when they were read and what was asked, which is one object for each list and facet. */
  readonly #asked = new WeakMap<Asked, Map<string, Evidence>>();
  readonly #lists = new Map<Evidence, readonly (readonly Evidence[])[]>();

  entry(
    check: Check,
    facet: string,
    actions: readonly string[],
    outcome: { kind: Evidence['outcome']; code?: string },
    asked?: Asked,
  ): Evidence {
    let entries = this.#entries;
    if (asked !== undefined) {
      entries = this.#asked.get(asked) ?? new Map<string, Evidence>();
      this.#asked.set(asked, entries);
    }
    const ended = `${outcome.kind} ${outcome.code ?? ''}`;
    const key = asked === undefined ? `${check.id} ${facet} ${ended}` : ended;
    let found = entries.get(key);
    if (found === undefined) entries.set(key, (found = evidenceOf(facet, actions, outcome, asked)));
    return found;
  }

  /** The list of some entries, the same for all findings that rest on the same. */
  shared(evidence: readonly Evidence[]): readonly Evidence[] {
    // The last tells checks apart: what they list is the same.
    const first = evidence.at(-1);
    if (first === undefined) return evidence;
    const known = this.#lists.get(first) ?? [];
    const same = known.find(
      (list) => list.length === evidence.length && list.every((entry, i) => entry === evidence[i]),
    );
    if (same !== undefined) return same;
    this.#lists.set(first, [...known, evidence]);
    return evidence;
  }
}

function evidenceOf(
  facet: string,
  actions: readonly string[],
  outcome: { kind: Evidence['outcome']; code?: string },
  asked: Asked | undefined,
): Evidence {
  const ended = outcome.kind === 'failed' && outcome.code === interruptedCode ? 'interrupted' : outcome.kind;
  return {
    facet,
    actions,
    outcome: ended,
    ...(outcome.code === undefined ? {} : { code: outcome.code }),
    ...(asked === undefined ? {} : { asked }),
  };
}
