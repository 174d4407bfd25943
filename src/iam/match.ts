import { serviceName } from '../partitions/partitions.ts';
import { arnAccount, parseArn } from '../text/arn.ts';
import { evaluateCondition, lacksValue, type Lookup, matchesResource } from './condition.ts';
import type { PrincipalEntry, PrincipalSet, Statement } from './policy.ts';
import { not } from './tri.ts';
import { type Caller, MAYBE, NO, type Tri, YES } from './types.ts';

/** How closely a Principal element names a caller. */
export interface PrincipalMatch {
  readonly match: Tri;
  /**
   * `named`: by its own ARN, service or provider; `session`: by the session's ARN; `everyone`: by `*`;
   * `account`: only through its account, which leaves the decision to that account's identity policies.
   */
  readonly by: 'named' | 'session' | 'everyone' | 'account';
}

const nobody: PrincipalMatch = { match: NO, by: 'named' };
const strength = { account: 0, everyone: 1, named: 2, session: 3 } as const;

/** The account and name of the role of a session's ARN, in which roles have no path. */
export function roleOfSession(arn: string): string | undefined {
  const [, account, name] = /^arn:[^:]*:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return account === undefined ? undefined : `${account} ${name ?? ''}`;
}

const roleHandle = ({ account, arn }: Caller): string => `${account ?? ''} ${arn.slice(arn.lastIndexOf('/') + 1)}`;

function entryMatch(entry: PrincipalEntry, caller: Caller): PrincipalMatch {
  switch (entry.type) {
    case 'account': {
      const signed = caller.type !== 'service' && caller.type !== 'federated' && caller.type !== 'anonymous';
      return signed && caller.account === entry.account
        ? { match: YES, by: caller.type === 'root' ? 'named' : 'account' }
        : nobody;
    }
    case 'arn':
      if (entry.arn === caller.sessionArn) return { match: YES, by: 'session' };
      if (caller.anySession === true && roleOfSession(entry.arn) === roleHandle(caller))
        return { match: MAYBE, by: 'session' };
      return entry.arn === caller.arn ? { match: YES, by: 'named' } : nobody;
    case 'service':
      return caller.type === 'service' && serviceName(caller.arn.toLowerCase()) === entry.service
        ? { match: YES, by: 'named' }
        : nobody;
    case 'federated':
      return caller.type === 'federated' && caller.arn === entry.provider ? { match: YES, by: 'named' } : nobody;
    case 'canonical':
      return caller.canonicalId === entry.id ? { match: YES, by: 'account' } : nobody;
    case 'deleted':
      return nobody;
    case 'unclear':
      return { match: MAYBE, by: 'named' };
  }
}

/** A list from this length on is looked up instead of gone through. */
const LONG = 24;
const indexes = new WeakMap<PrincipalSet, ReadonlyMap<string, PrincipalEntry[]>>();

/** What a caller has to have to be meant by the entry; entries whose meaning is open concern everybody. */
function handleOf(entry: PrincipalEntry): string {
  switch (entry.type) {
    case 'account':
      return entry.account;
    case 'arn':
      return entry.arn;
    case 'service':
      return entry.service;
    case 'federated':
      return entry.provider;
    case 'canonical':
      return entry.id;
    case 'deleted':
      return 'deleted';
    case 'unclear':
      return '';
  }
}

/** The entries of a long list that may be about the caller. */
function entriesFor(set: PrincipalSet, caller: Caller): PrincipalEntry[] {
  let index = indexes.get(set);
  if (index === undefined) {
    const made = new Map<string, PrincipalEntry[]>();
    for (const entry of set.entries) {
      const handle = handleOf(entry);
      const known = made.get(handle);
      if (known === undefined) made.set(handle, [entry]);
      // one entry whose meaning is open says as much as many
      else if (handle !== '' && known.length < 8) known.push(entry);
      const role = entry.type === 'arn' ? roleOfSession(entry.arn) : undefined;
      if (role !== undefined && !made.has(role)) made.set(role, [entry]);
    }
    index = made;
    indexes.set(set, made);
  }
  const handles = new Set([
    '',
    caller.account,
    caller.arn,
    caller.arn.toLowerCase(),
    caller.sessionArn,
    caller.canonicalId,
    ...(caller.anySession === true ? [roleHandle(caller)] : []),
  ]);
  return [...handles].flatMap((handle) => (handle === undefined ? [] : (index.get(handle) ?? [])));
}

function matchSet(set: PrincipalSet, caller: Caller): PrincipalMatch {
  let best = nobody;
  if (
    set.everyone ||
    (set.everyService && caller.type === 'service') ||
    (set.everyFederated && caller.type === 'federated')
  ) {
    best = { match: YES, by: 'everyone' };
  }
  for (const entry of set.entries.length < LONG ? set.entries : entriesFor(set, caller)) {
    const found = entryMatch(entry, caller);
    if (
      found.match > best.match ||
      (found.match === best.match && found.match > NO && strength[found.by] > strength[best.by])
    ) {
      best = found;
    }
  }
  return best;
}

/**
 * Whether a statement of a resource policy is about this caller. A statement without Principal says nothing of whom it
 * means; resource policies that AWS accepts always have one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function matchPrincipal(statement: Statement, caller: Caller, hasBoundary = false): PrincipalMatch {
  const { principals } = statement;
  if (principals === undefined) return { match: MAYBE, by: 'named' };
  // NotPrincipal in a Deny denies whoever has a permissions boundary, whomever it names:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  if (statement.notPrincipal && statement.effect === 'Deny' && hasBoundary) return { match: YES, by: 'everyone' };
  const found = matchSet(principals, caller);
  if (!statement.notPrincipal) return found;
  if (found.match === MAYBE) return { match: MAYBE, by: 'everyone' };
  if (found.match === NO) return { match: YES, by: 'everyone' };
  if (found.by === 'account') {
    // The account beside users or roles of it is there for their sake, and all others in it are denied; whether the
    // account alone excepts those in it AWS does not say:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    const others = principals.entries.some((entry) => entry.type === 'arn' && arnAccount(entry.arn) === caller.account);
    return { match: others && statement.effect === 'Deny' ? YES : MAYBE, by: 'everyone' };
  }
  if (statement.effect === 'Deny' && (caller.type === 'role' || caller.type === 'user')) {
    const account = caller.account ?? arnAccount(caller.arn);
    const entries =
      principals.entries.length < LONG
        ? principals.entries
        : entriesFor(principals, { ...caller, ...(account === undefined ? {} : { account }) });
    const accountNamed = entries.some((entry) => entry.type === 'account' && entry.account === account);
    if (!accountNamed) return { match: MAYBE, by: 'everyone' };
  }
  return { match: NO, by: 'everyone' };
}

/** The resource of a request, split once. */
export interface Target {
  readonly text: string;
  readonly parts: ReturnType<typeof parseArn>;
}

const targets = new Map<string, Target>();

/** Splits a resource; the same text is split once. */
export function target(text: string): Target {
  let found = targets.get(text);
  if (found === undefined) {
    found = { text, parts: parseArn(text) };
    if (targets.size >= 10_000) targets.clear();
    targets.set(text, found);
  }
  return found;
}

/** Whether a statement's Resource or NotResource covers the resource. `ifMissing`: what a statement without either means. */
export function coversResource(statement: Statement, resource: Target, lookup: Lookup, ifMissing: Tri): Tri {
  const { resources } = statement;
  if (resources === undefined) return ifMissing;
  let best: Tri = NO;
  for (const pattern of resources) {
    const result = matchesResource(pattern, resource.text, resource.parts, lookup);
    if (result > best) best = result;
    if (best === YES) break;
  }
  if (!statement.notResource) return best;
  // a variable that cannot be resolved "might cause the entire statement to be invalid", or it names nothing and excepts nothing:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
  return best === NO && resources.some((pattern) => lacksValue(pattern, lookup)) ? MAYBE : not(best);
}

/** All conditions of a statement have to hold. */
export function conditionsHold(statement: Statement, lookup: Lookup): Tri {
  let worst: Tri = YES;
  for (const condition of statement.conditions) {
    const result = evaluateCondition(condition, lookup);
    if (result < worst) worst = result;
    if (worst === NO) return NO;
  }
  return worst;
}
