import type { Group } from '../unpack.ts';
import type { Report } from './report.ts';
import type { Dimension, State } from './state.ts';
import { dimensions } from './state.ts';

/** `cis_7.0` of `cis_7.0:2.1.4`. */
export const frameworkOf = (requirement: string): string => requirement.split(':', 1)[0] ?? requirement;

/** The findings that match and stand together: of one check, or of one resource. */
export interface Match {
  /** Tells it from the others of its kind. */
  readonly key: number;
  /** Undefined for a resource. */
  readonly group: Group | undefined;
  /** Rising. */
  readonly findings: Int32Array;
}

/** The findings of a check that match. */
type OfCheck = Match & { readonly group: Group };

/** Filters and counts findings. Texts to search in are made once, when somebody searches. */
export class Filter {
  readonly #report: Report;
  readonly #texts: (string | undefined)[] = [];
  readonly #prints: (string | undefined)[] = [];

  constructor(report: Report) {
    this.#report = report;
  }

  /** Those without any finding are left out. */
  matches(state: State): OfCheck[] {
    const found: OfCheck[] = [];
    for (const group of this.#report.findings.groups) {
      const findings = this.#inGroup(group, state);
      if (findings.length > 0) found.push({ key: group.index, group, findings });
    }
    return found;
  }

  /** The same findings by resource. */
  byResource(state: State): Match[] {
    const { findings } = this.#report;
    const found = new Map<number, number[]>();
    for (const { findings: numbers } of this.matches(state))
      for (const index of numbers) {
        const resource = findings.resourceOf(index);
        const known = found.get(resource);
        if (known === undefined) found.set(resource, [index]);
        else known.push(index);
      }
    return [...found].map(([key, numbers]) => ({ key, group: undefined, findings: Int32Array.from(numbers) }));
  }

  /** How many findings each value of a dimension has when all other dimensions stay as they are. */
  counts(dimension: Dimension, state: State): Map<string, number> {
    const counts = new Map<string, number>();
    const others: State = { ...state, chosen: { ...state.chosen, [dimension]: new Set() } };
    for (const { group, findings } of this.matches(others)) {
      const ofGroup = this.#valuesOfGroup(dimension, group);
      if (ofGroup === undefined) {
        for (const index of findings) add(counts, this.#valueOf(dimension, index), 1);
      } else for (const value of ofGroup) add(counts, value, findings.length);
    }
    return counts;
  }

  #valuesOfGroup(dimension: Dimension, { check, severity, category }: Group): readonly string[] | undefined {
    switch (dimension) {
      case 'severity':
        return [severity];
      case 'category':
        return [category];
      case 'service':
        return [check.service];
      case 'framework':
        return [...new Set(check.frameworks.map(frameworkOf))];
      case 'status':
      case 'region':
      case 'account':
        return undefined;
    }
  }

  #valueOf(dimension: Dimension, index: number): string {
    const { findings } = this.#report;
    return dimension === 'status'
      ? findings.status(index)
      : dimension === 'region'
        ? findings.region(index)
        : findings.account(index);
  }

  #inGroup(group: Group, state: State): Int32Array {
    const perFinding: Dimension[] = [];
    for (const dimension of dimensions) {
      const chosen = state.chosen[dimension];
      if (chosen.size === 0) continue;
      const values = this.#valuesOfGroup(dimension, group);
      if (values === undefined) perFinding.push(dimension);
      else if (!values.some((value) => chosen.has(value))) return new Int32Array();
    }
    const words = state.search
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const { id, title, frameworks } = group.check;
    const ofCheck = `${title} ${id} ${frameworks.join(' ')} ${this.#report.elsewhere?.[id] ?? ''}`.toLowerCase();
    const wanted = words.filter((word) => !ofCheck.includes(word));
    const found = new Int32Array(group.last - group.first);
    let size = 0;
    for (let index = group.first; index < group.last; index += 1) {
      if (perFinding.some((dimension) => !state.chosen[dimension].has(this.#valueOf(dimension, index)))) continue;
      if (wanted.length > 0) {
        const text = this.#text(index);
        if (!wanted.every((word) => text.includes(word) || this.#isPrint(index, word))) continue;
      }
      found[size++] = index;
    }
    return found.subarray(0, size);
  }

  /** Makes the texts to search in while the browser has nothing else to do, so that the first search finds them made. */
  prepare(): void {
    let next = 0;
    const some = (deadline: { timeRemaining(): number }): void => {
      while (next < this.#report.findings.size && deadline.timeRemaining() > 1) {
        const end = next + 200;
        for (; next < end && next < this.#report.findings.size; next += 1) this.#text(next);
      }
      if (next < this.#report.findings.size) idle(some);
    };
    idle(some);
  }

  /** Whether a finding's fingerprint begins so. They are worked out when somebody searches for one. */
  #isPrint(index: number, word: string): boolean {
    if (!/^[0-9a-f]{8,32}$/.test(word)) return false;
    return (this.#prints[index] ??= this.#report.findings.fingerprint(index)).startsWith(word);
  }

  #text(index: number): string {
    return (this.#texts[index] ??= this.#report.findings.searchable(index));
  }
}

type Work = (deadline: { timeRemaining(): number }) => void;

/** Safari has no idle callback; there the first search makes the texts. */
const idle = (work: Work): void => {
  (globalThis as { requestIdleCallback?: (work: Work) => void }).requestIdleCallback?.(work);
};

const add = (counts: Map<string, number>, value: string, count: number): void => {
  counts.set(value, (counts.get(value) ?? 0) + count);
};
