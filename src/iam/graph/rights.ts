import { authorize, decide } from '../authorize.ts';
import { compile } from '../compile.ts';
import type { Lookup } from '../condition.ts';
import { contextOf } from '../context.ts';
import { coversResource, target } from '../match.ts';
import type { Policy, Statement } from '../policy.ts';
import {
  type AuthorizationRequest,
  type Caller,
  type ContextInput,
  type Decision,
  type KeyState,
  MAYBE,
  NO,
  type PolicySource,
  type Tri,
  YES,
} from '../types.ts';
import type { ActionMask } from './mask.ts';
import type { Subject } from './subject.ts';
import type { Account, Principal, Role } from './types.ts';

/** One question about a principal's rights. */
export interface Ask {
  readonly action: string;
  readonly resource: string;
  readonly context?: ContextInput | undefined;
  /** The user or role the question is on, whose tags conditions may look at. */
  readonly on?: Principal | undefined;
  /** The role whose trust policy has a say. */
  readonly trust?: Role | undefined;
  /** Policies of the resource, where they have a say and it is no role. */
  readonly policies?: readonly PolicySource[] | 'unknown' | undefined;
  /** Whose the resource is; left out, the account's. */
  readonly owner?: string | undefined;
}

/** Statements of all layers that cover one action. */
interface Applicable {
  readonly statements: readonly Statement[];
  readonly allows: readonly Statement[];
  /** No statement looks at which resource it is. */
  readonly anyResource: boolean;
  /** Some statement looks at the tags of the resource. */
  readonly looksAtTags: boolean;
}

const trustSources = new WeakMap<Role, readonly PolicySource[]>();

/** A role's trust policy as the policy of a resource. */
export function trustOf(role: Role): readonly PolicySource[] {
  let found = trustSources.get(role);
  if (found === undefined)
    trustSources.set(role, (found = [{ name: `trust policy of ${role.name}`, document: role.trust }]));
  return found;
}

/**
 * What a principal may do. Answers are remembered by which statements cover the resource, so that one question on
 * thousands of roles is decided a few times only.
 */
export class Rights {
  readonly subject: Subject;
  readonly account: Account;
  readonly mask: Uint8Array;
  readonly #index: ActionMask;
  readonly #caller: Caller;
  readonly #policies: readonly Policy[];
  readonly #limits: readonly Policy[];
  readonly #applicable = new Map<string, Applicable>();
  readonly #answers = new Map<string, Tri>();
  #lookup: Lookup | undefined;

  constructor(account: Account, subject: Subject, index: ActionMask) {
    this.account = account;
    this.subject = subject;
    this.#index = index;
    this.#caller = callerOf(account, subject.principal);
    this.#policies = subject.identity.map((source) => compile(source.document));
    this.#limits = [
      ...(subject.boundary === undefined || subject.boundary === 'unknown' ? [] : [compile(subject.boundary.document)]),
      ...(subject.scps === undefined || subject.scps === 'unknown'
        ? []
        : subject.scps.flatMap((level) => level.map((source) => compile(source.document)))),
      ...(subject.rcps === undefined || subject.rcps === 'unknown'
        ? []
        : subject.rcps.flatMap((level) => level.map((source) => compile(source.document)))),
    ];
    this.mask = new Uint8Array(index.size);
    for (const policy of this.#policies) {
      const own = index.of(policy);
      for (let at = 0; at < own.length; at++) if (own[at] === 1) this.mask[at] = 1;
    }
  }

  /** Whether some identity policy allows the action somewhere; `true` too for actions outside the mask. */
  has(action: string): boolean {
    const at = this.#index.indexOf(action.toLowerCase());
    return at < 0 || this.mask[at] === 1;
  }

  request({ action, resource, context, on, trust, policies, owner }: Ask): AuthorizationRequest {
    const { account, subject } = this;
    return {
      caller: this.#caller,
      action,
      resource,
      resourceAccount: owner ?? account.id,
      identity: subject.identity,
      ...(subject.boundary === undefined ? {} : { boundary: subject.boundary }),
      ...(subject.scps === undefined ? {} : { scps: subject.scps }),
      // those above another account are not known
      ...(subject.rcps === undefined || (owner !== undefined && owner !== account.id) ? {} : { rcps: subject.rcps }),
      ...(account.managementAccount === undefined ? {} : { managementAccount: account.managementAccount }),
      ...(trust !== undefined
        ? { resourcePolicies: trustOf(trust) }
        : policies !== undefined
          ? { resourcePolicies: policies }
          : {}),
      context: {
        ...subject.context,
        ...(standsAlone(account) ? outsideOrganizations : {}),
        ...(on === undefined ? {} : tagsOf(on)),
        ...context,
      },
      ...(account.now === undefined ? {} : { now: account.now }),
    };
  }

  /** Whether the principal may; policies of resources play no part except the trust policy of `trust`. */
  may(ask: Ask): Tri {
    const action = ask.action.toLowerCase();
    const applicable = this.applicable(action);
    // a policy of the resource can grant by itself
    const shared = ask.trust !== undefined || ask.policies !== undefined || ask.owner !== undefined;
    let signature = '';
    if (!applicable.anyResource) {
      const resource = target(ask.resource);
      const lookup = this.lookup;
      let allowed = false;
      for (const statement of applicable.statements) {
        const covered = statement.problem === undefined ? coversResource(statement, resource, lookup, MAYBE) : MAYBE;
        if (covered !== NO && statement.effect !== 'Deny' && applicable.allows.includes(statement)) allowed = true;
        signature += String(covered);
      }
      if (!allowed && !shared) return NO;
    } else if (applicable.allows.length === 0 && !shared) {
      return NO;
    }
    // what a resource's own policy has a say in is another question than the same without it
    const about = shared ? ` policy of ${ask.resource}` : applicable.looksAtTags ? ` ${ask.resource}` : '';
    const key = `${action} ${signature} ${ask.context === undefined ? '' : contextKey(ask.context)}${about}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      const verdict = decide(
        this.request({ ...ask, action, on: applicable.looksAtTags || shared ? ask.on : undefined }),
      );
      answer = verdict === 'allowed' ? YES : verdict === 'possible' ? MAYBE : NO;
      this.#answers.set(key, answer);
    }
    return answer;
  }

  explain(ask: Ask): Decision {
    return authorize(this.request(ask));
  }

  /** Statements of identity policies, boundary, SCPs and RCPs that cover the action, which is in lower case. */
  applicable(action: string): Applicable {
    let found = this.#applicable.get(action);
    if (found === undefined) {
      const own = this.has(action) ? this.#policies.flatMap((policy) => policy.forAction(action)) : [];
      const limits = own.length === 0 ? [] : this.#limits.flatMap((policy) => policy.forAction(action));
      const statements = [...own, ...limits];
      found = {
        statements,
        allows: own.filter((statement) => statement.effect !== 'Deny'),
        anyResource: statements.every((statement) => statement.problem === undefined && coversAll(statement)),
        looksAtTags: statements.some((statement) =>
          statement.conditions.some((condition) => condition.key.includes('resourcetag/')),
        ),
      };
      this.#applicable.set(action, found);
    }
    return found;
  }

  /** What is known of the keys of the principal's requests, for the variables of policies. */
  get lookup(): Lookup {
    this.#lookup ??= contextOf(this.request({ action: 'x:x', resource: '*' }));
    return this.#lookup;
  }
}

/** How requests of a principal are signed. */
export const callerOf = (account: Account, principal: Principal): Caller => ({
  type: principal.kind === 'user' ? 'user' : principal.serviceLinked ? 'service-linked-role' : 'role',
  arn: principal.arn,
  account: account.id,
  tags: principal.tags,
  ...(principal.uniqueId === undefined ? {} : { uniqueId: principal.uniqueId }),
  ...(principal.kind === 'role' ? { anySession: true as const } : {}),
  ...(account.organization === undefined ? {} : { organizationId: account.organization.id }),
  ...(account.organization?.path === undefined ? {} : { organizationPath: account.organization.path }),
});

/** Whether the account is known to be in no organization. Whoever names policies of one says that it is in one. */
export const standsAlone = ({ managementAccount, organization, scps }: Account): boolean =>
  managementAccount === false && organization === undefined && scps === undefined;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
const outsideOrganizations: ContextInput = {
  'aws:PrincipalOrgID': { is: 'absent' },
  'aws:PrincipalOrgPaths': { is: 'absent' },
};

const coversAll = (statement: Statement): boolean =>
  !statement.notResource &&
  (statement.resources === undefined ||
    statement.resources.some((resource) => 'pattern' in resource && resource.pattern.kind === 'any'));

const contexts = new WeakMap<ContextInput, string>();

function contextKey(context: ContextInput): string {
  let key = contexts.get(context);
  if (key === undefined) contexts.set(context, (key = JSON.stringify(context)));
  return key;
}

/** Tags of a user or role, under both keys that conditions use. */
function tagsOf(principal: Principal): Record<string, KeyState> {
  const found: Record<string, KeyState> = {};
  for (const [name, value] of Object.entries(principal.tags)) {
    found[`aws:ResourceTag/${name}`] = { is: 'known', values: [value] };
    found[`iam:ResourceTag/${name}`] = { is: 'known', values: [value] };
  }
  return found;
}
