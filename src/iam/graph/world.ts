import { compileArnPattern, matchesArn } from '../arn.ts';
import { boundaryOf } from '../boundary-key.ts';
import { roleOfSession } from '../match.ts';
import { FRESH } from '../search.ts';
import { NO, type Tri, YES } from '../types.ts';
import { ActionMask } from './mask.ts';
import { type Ask, Rights, standsAlone } from './rights.ts';
import { type Subject, subjectOf } from './subject.ts';
import { trustSummary, trustsService } from './trust.ts';
import type { Account, Group, Principal, Role, User } from './types.ts';

/** An action that no list knows: only who may do everything may do it. */
export const UNLISTED = `${FRESH}:Unlisted`;

const unlisted: Ask = { action: UNLISTED, resource: '*' };

const administratorArn = (partition: string): string => `arn:${partition}:iam::aws:policy/AdministratorAccess`;

/** The account with its principals' rights and the indexes that keep the search small. */
export class World {
  readonly account: Account;
  readonly index: ActionMask;
  readonly byArn = new Map<string, Principal>();
  /** Every user and role as it is. */
  readonly subjects: readonly Subject[];
  readonly members = new Map<string, User[]>();
  readonly administratorPolicy: string;
  /** Roles of IAM Identity Center. */
  readonly permissionSets: readonly Role[];
  readonly #rights = new Map<string, Rights>();
  readonly #levels = new Map<string, Tri>();
  readonly #trusts = new Map<string, Map<Principal, Tri>>();
  readonly #trusting = new Map<string, readonly Principal[]>();
  readonly #matching = new Map<string, readonly Principal[]>();
  #assumable: readonly Role[] | undefined;
  #open: readonly Role[] | undefined;
  #naming: Map<string, Role[]> | undefined;

  /** @param actions every action that will be asked often */
  constructor(account: Account, actions: readonly string[]) {
    this.account = account;
    this.administratorPolicy = administratorArn(account.partition);
    this.index = new ActionMask([...new Set([...actions, UNLISTED])].map((name) => name.toLowerCase()));
    for (const principal of [...account.users, ...account.roles]) this.byArn.set(principal.arn, principal);
    for (const user of account.users) {
      for (const group of user.groups) {
        const list = this.members.get(group);
        if (list === undefined) this.members.set(group, [user]);
        else list.push(user);
      }
    }
    this.permissionSets = account.roles.filter((role) => role.permissionSet);
    this.subjects = [...this.byArn.values()].map((principal) => subjectOf(account, principal));
  }

  rights(subject: Subject): Rights {
    let rights = this.#rights.get(subject.key);
    if (rights === undefined) this.#rights.set(subject.key, (rights = new Rights(this.account, subject, this.index)));
    return rights;
  }

  /** Whether the subject is an administrator: every action, unlisted ones too, and the say over IAM policies. */
  administrator(subject: Subject): Tri {
    let level = this.#levels.get(subject.key);
    if (level === undefined) this.#levels.set(subject.key, (level = this.#administrator(this.rights(subject))));
    return level;
  }

  #administrator(rights: Rights): Tri {
    if (!rights.has(UNLISTED)) return NO;
    const everything = rights.may(unlisted);
    if (everything === NO) return NO;
    const iam = this.#overIam(rights);
    return iam.level < everything ? iam.level : everything;
  }

  /** The questions whose answers make the subject an administrator. */
  administratorAsks(subject: Subject): readonly Ask[] {
    const { ask } = this.#overIam(this.rights(subject));
    return ask === undefined ? [unlisted] : [unlisted, ask];
  }

  /** The surest say over IAM policies. */
  #overIam(rights: Rights): { readonly level: Tri; readonly ask: Ask | undefined } {
    const { id, partition } = this.account;
    const user = `arn:${partition}:iam::${id}:user/${FRESH}`;
    const role = `arn:${partition}:iam::${id}:role/${FRESH}`;
    // somebody who has no boundary
    const context = boundaryOf(undefined);
    const attached = { ...context, 'iam:PolicyARN': this.administratorPolicy };
    let best: { readonly level: Tri; readonly ask: Ask | undefined } = { level: NO, ask: undefined };
    for (const ask of [
      { action: 'iam:PutUserPolicy', resource: user, context },
      { action: 'iam:PutRolePolicy', resource: role, context },
      { action: 'iam:AttachUserPolicy', resource: user, context: attached },
      { action: 'iam:AttachRolePolicy', resource: role, context: attached },
      { action: 'iam:CreatePolicyVersion', resource: `arn:${partition}:iam::${id}:policy/${FRESH}` },
    ]) {
      const level = rights.may(ask);
      if (level > best.level) best = { level, ask };
      if (best.level === YES) break;
    }
    return best;
  }

  /** How surely each role lets one of some services assume it for this account; service-linked ones are the service's own. */
  trust(services: readonly string[]): ReadonlyMap<Principal, Tri> {
    const key = services.join(' ');
    let found = this.#trusts.get(key);
    if (found !== undefined) return found;
    found = new Map();
    for (const role of this.account.roles) {
      if (role.serviceLinked) continue;
      let level: Tri = NO;
      for (const service of services) {
        const one = trustsService(this.account, role, service);
        if (one > level) level = one;
      }
      if (level !== NO) found.set(role, level);
    }
    this.#trusts.set(key, found);
    return found;
  }

  /** Roles that one of some services may assume. */
  trustingAny(services: readonly string[]): readonly Principal[] {
    const key = services.join(' ');
    let found = this.#trusting.get(key);
    if (found === undefined) this.#trusting.set(key, (found = [...this.trust(services).keys()]));
    return found;
  }

  get standsAlone(): boolean {
    return standsAlone(this.account);
  }

  /** Roles whose trust leaves it to the account's own policies who assumes them, or cannot be read. */
  get assumable(): readonly Role[] {
    this.#assumable ??= this.account.roles.filter((role) => {
      const { account, odd } = trustSummary(this.account, role);
      return !role.serviceLinked && (account || odd);
    });
    return this.#assumable;
  }

  /** Roles that may let in who has no right in his own policies, and of which it cannot be listed who that is. */
  get open(): readonly Role[] {
    this.#open ??= this.assumable.filter((role) => {
      const { everyone, odd } = trustSummary(this.account, role);
      return everyone || odd;
    });
    return this.#open;
  }

  /** Roles whose trust names the principal's ARN, or a session of it. */
  naming({ arn, kind, name }: Principal): readonly Role[] {
    if (this.#naming === undefined) {
      this.#naming = new Map();
      for (const role of this.account.roles) {
        const { named } = trustSummary(this.account, role);
        for (const one of new Set([...named].map((text) => roleOfSession(text) ?? text))) {
          const list = this.#naming.get(one);
          if (list === undefined) this.#naming.set(one, [role]);
          else list.push(role);
        }
      }
    }
    const sessions = kind === 'role' ? this.#naming.get(`${this.account.id} ${name}`) : undefined;
    return [...new Set([...(this.#naming.get(arn) ?? []), ...(sessions ?? [])])];
  }

  /**
   * The users or roles that identity policies may allow an action on, by the resources they name; undefined: any of them.
   */
  candidates(rights: Rights, action: string): readonly Principal[] | undefined {
    const found = new Set<Principal>();
    for (const statement of rights.applicable(action).allows) {
      if (statement.problem !== undefined || statement.notResource || statement.resources === undefined)
        return undefined;
      for (const resource of statement.resources) {
        if (!('pattern' in resource)) {
          if (/\$\{aws:username\}/i.test(resource.text)) {
            found.add(rights.subject.principal);
            continue;
          }
          return undefined;
        }
        if (resource.pattern.kind === 'any') return undefined;
        for (const principal of this.#matchingPattern(resource.text)) found.add(principal);
      }
    }
    return [...found];
  }

  #matchingPattern(text: string): readonly Principal[] {
    let found = this.#matching.get(text);
    if (found === undefined) {
      if (/[*?]/.test(text) || text.split(':').length < 6) {
        const pattern = compileArnPattern(text);
        found = [...this.byArn.values()].filter((principal) => matchesArn(pattern, principal.arn));
      } else {
        const principal = this.byArn.get(text);
        found = principal === undefined ? [] : [principal];
      }
      this.#matching.set(text, found);
    }
    return found;
  }

  group(name: string): Group | undefined {
    return this.account.groups.get(name);
  }

  /** Whether documents are missing, so that "no path" is not known. */
  static readable(subject: Subject): boolean {
    return subject.unread.length === 0 && subject.boundary !== 'unknown';
  }
}

export const least = (...levels: readonly Tri[]): Tri => {
  let found: Tri = YES;
  for (const level of levels) if (level < found) found = level;
  return found;
};
export const most = (...levels: readonly Tri[]): Tri => {
  let found: Tri = NO;
  for (const level of levels) if (level > found) found = level;
  return found;
};
