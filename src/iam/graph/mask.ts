import { coversAction } from '../compile.ts';
import { matchesGlob } from '../glob.ts';
import type { Policy } from '../policy.ts';

/**
 * Which of a fixed list of actions a policy may allow somewhere. A set of small numbers per document: ten thousand
 * principals times two hundred actions must not become two million remembered lists.
 */
export class ActionMask {
  readonly #index = new Map<string, number>();
  readonly #byService = new Map<string, { name: string; at: number }[]>();
  readonly #allowed = new WeakMap<Policy, Uint8Array>();
  readonly #denied = new WeakMap<Policy, Uint8Array>();
  readonly size: number;

  /** @param actions in lower case */
  constructor(actions: readonly string[]) {
    for (const [at, name] of actions.entries()) {
      this.#index.set(name, at);
      const service = name.slice(0, name.indexOf(':'));
      const list = this.#byService.get(service);
      if (list === undefined) this.#byService.set(service, [{ name, at }]);
      else list.push({ name, at });
    }
    this.size = actions.length;
  }

  /** Position of an action; -1 when it is not in the list. */
  indexOf(action: string): number {
    return this.#index.get(action) ?? -1;
  }

  /** The actions that the policy may allow. */
  of(policy: Policy): Uint8Array {
    let mask = this.#allowed.get(policy);
    if (mask === undefined) this.#allowed.set(policy, (mask = this.#make(policy, 'Deny')));
    return mask;
  }

  /** The actions that the policy may deny. */
  denied(policy: Policy): Uint8Array {
    let mask = this.#denied.get(policy);
    if (mask === undefined) this.#denied.set(policy, (mask = this.#make(policy, 'Allow')));
    return mask;
  }

  #make(policy: Policy, but: 'Allow' | 'Deny'): Uint8Array {
    const mask = new Uint8Array(this.size);
    for (const statement of policy.statements) {
      if (statement.effect === but) continue;
      if (statement.notAction || statement.problem !== undefined) {
        for (const [name, at] of this.#index) if (mask[at] === 0 && coversAction(statement, name)) mask[at] = 1;
        continue;
      }
      const { actions } = statement;
      if (actions.all) {
        mask.fill(1);
        break;
      }
      for (const name of actions.exact) {
        const at = this.#index.get(name);
        if (at !== undefined) mask[at] = 1;
      }
      const services = globServices(actions.texts);
      for (const [position, glob] of actions.globs.entries()) {
        const service = services[position];
        const candidates = service === undefined ? undefined : (this.#byService.get(service) ?? []);
        if (candidates === undefined) {
          for (const [name, at] of this.#index) if (mask[at] === 0 && matchesGlob(glob, name)) mask[at] = 1;
        } else {
          for (const { name, at } of candidates) if (mask[at] === 0 && matchesGlob(glob, name)) mask[at] = 1;
        }
      }
    }
    return mask;
  }
}

/** For each pattern with a wildcard its literal service; undefined where the wildcard is in the service itself. */
const globServices = (texts: readonly string[]): (string | undefined)[] =>
  texts.flatMap((text) => {
    const folded = text.trim().toLowerCase();
    if (folded === '*' || folded === '*:*' || !/[*?]/.test(folded)) return [];
    const colon = folded.indexOf(':');
    const service = folded.slice(0, colon);
    return [colon >= 0 && !/[*?]/.test(service) ? service : undefined];
  });
