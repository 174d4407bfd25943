import type { Check } from './check.ts';
import type { Evidence } from './finding.ts';
import { interruptedCode } from '../aws/outcome.ts';

/** The evidence of findings. Most rest on the same kind: entries and lists of them are shared. */
export class EvidencePool {
  readonly #entries = new Map<string, Evidence>();
  readonly #lists = new Map<Evidence, readonly (readonly Evidence[])[]>();

  entry(
    check: Check,
    facet: string,
    actions: readonly string[],
    outcome: { kind: Evidence['outcome']; code?: string },
  ): Evidence {
    const key = `${check.id} ${facet} ${outcome.kind} ${outcome.code ?? ''}`;
    let found = this.#entries.get(key);
    if (found === undefined) this.#entries.set(key, (found = evidenceOf(facet, actions, outcome)));
    return found;
  }

  /** The list of some entries, the same for all findings that rest on the same. */
  shared(evidence: readonly Evidence[]): readonly Evidence[] {
    const [first] = evidence;
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
): Evidence {
  const ended = outcome.kind === 'failed' && outcome.code === interruptedCode ? 'interrupted' : outcome.kind;
  return { facet, actions, outcome: ended, ...(outcome.code === undefined ? {} : { code: outcome.code }) };
}
