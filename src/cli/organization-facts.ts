import type { Outcome } from '../aws/outcome.ts';
import type { Journal } from '../inventory/journal.ts';
import type { ManifestAccount } from '../organization/manifest.ts';
import { accountPattern } from '../organization/manifest.ts';
import type {
  ControlLevel,
  ControlPolicies,
  ControlPolicyType,
  OrganizationRoot,
} from '../services/organizations/control-policies.ts';
import { controlPolicies } from '../services/organizations/control-policies.ts';
import type { MembersApi } from '../services/organizations/members.ts';
import { listedAccounts } from '../services/organizations/members.ts';
import { organization } from '../services/organizations/organization.ts';
import { rootsOf } from '../services/organizations/tree.ts';
import type { Members } from './organization-accounts.ts';
import { membersOf } from './organization-accounts.ts';

/** So long a list of states is believed. */
const staleMs = 300_000;

/**
 * What members of an organization are not told, asked with the credentials that are: the control policies over each account. A level's
 * policies are asked for once, however many accounts are below it.
 */
export class OrganizationFacts {
  readonly #api: MembersApi;
  readonly #levels = new Map<string, Promise<ControlPolicies>>();
  #asked: Promise<Members | undefined> | undefined;
  #ids: readonly string[] | undefined;
  #states: { readonly since: number; readonly told: Promise<ReadonlyMap<string, string | undefined>> } | undefined;

  constructor(api: MembersApi) {
    this.#api = api;
  }

  /** The organization as it is now: accounts may have been moved since the plan. Undefined where it is not told. */
  #now(): Promise<Members | undefined> {
    return (this.#asked ??= membersOf(this.#api).catch(() => undefined));
  }

  /** Ids of the organization's accounts; none where they are not told. */
  async members(): Promise<readonly string[]> {
    this.#ids ??= (await this.#now())?.accounts.map(({ id }) => id) ?? [];
    return this.#ids;
  }

  /** What is known of the control policies over an account; undefined where it is for the account itself to ask. */
  async over({ id }: Pick<ManifestAccount, 'id'>): Promise<Journal | undefined> {
    const found = await this.#now();
    const account = found?.accounts.find((each) => each.id === id);
    // They do not bind the management account, which asks for itself.
    if (account === undefined || account.ou.length === 0 || id === found?.managementAccount) return undefined;
    try {
      const [top] = await rootsOf(this.#api);
      if (top === undefined) return undefined;
      const root: OrganizationRoot = { id: top.id, types: top.types };
      const levels = [...account.ou.map((unit) => unit.id), id];
      const [serviceControls, resourceControls] = await Promise.all([
        this.#policies('SERVICE_CONTROL_POLICY', root, levels),
        this.#policies('RESOURCE_CONTROL_POLICY', root, levels),
      ]);
      const values: Readonly<Record<string, unknown>> = { root, levels, serviceControls, resourceControls };
      return new Given(organization.key, values);
    } catch {
      // The account asks for itself, and says what it was denied.
      return undefined;
    }
  }

  async #policies(
    type: ControlPolicyType,
    root: OrganizationRoot,
    levels: readonly string[],
  ): Promise<ControlPolicies> {
    const found: ControlLevel[] = [];
    for (const each of await Promise.all(levels.map((target) => this.#at(type, root, target)))) {
      if ('none' in each) return each;
      found.push(...each.levels);
    }
    return { levels: found };
  }

  #at(type: ControlPolicyType, root: OrganizationRoot, target: string): Promise<ControlPolicies> {
    const key = `${type} ${target}`;
    let asked = this.#levels.get(key);
    if (asked === undefined) {
      asked = controlPolicies(this.#api, type, root, [target]);
      // An account's own are needed once.
      if (accountPattern.test(target)) return asked;
      asked.catch(() => this.#levels.delete(key));
      this.#levels.set(key, asked);
    }
    return asked;
  }

  /**
   * The state that AWS gives an account now, which may have been closed since the plan, or since its scan began. All are asked for at
   * once, and again only when what was told is old: of an organization without our role every account is refused.
   */
  async stateOf(account: string): Promise<string | undefined> {
    const now = performance.now();
    if (this.#states === undefined || now - this.#states.since > staleMs)
      this.#states = {
        since: now,
        told: listedAccounts(this.#api).then((all) => new Map(all.map(({ id, state }) => [id, state]))),
      };
    return (await this.#states.told.catch(() => undefined))?.get(account);
  }
}

/** Facets of one type that are known before anything is asked. */
class Given implements Journal {
  readonly #type: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(type: string, values: Readonly<Record<string, unknown>>) {
    this.#type = type;
    this.#values = values;
  }

  facet(type: string, _region: string, _arn: string, name: string): Outcome | undefined {
    return type === this.#type && Object.hasOwn(this.#values, name)
      ? { kind: 'present', value: this.#values[name] }
      : undefined;
  }

  pages(): undefined {}
  addPage(): void {}
  dropPages(): void {}
  list(): undefined {}
  addList(): void {}
  addFacet(): void {}
}
