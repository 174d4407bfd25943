import { decide } from '../authorize.ts';
import { compile } from '../compile.ts';
import { keyClass } from '../keys.ts';
import type { Policy } from '../policy.ts';
import { type Caller, type ContextInput, type KeyState, MAYBE, NO, type Tri, YES } from '../types.ts';
import { trustOf } from './rights.ts';
import type { Account, Role } from './types.ts';

const COGNITO = 'cognito-identity.amazonaws.com';

/** Whom a trust policy may let in, to find candidates without deciding each pair. */
export interface TrustSummary {
  /** Through the own account or `*`: whoever has the right in his own policies. */
  readonly account: boolean;
  /** Through `*`, where nothing but the trust has to allow it. */
  readonly everyone: boolean;
  /** ARNs it names. */
  readonly named: ReadonlySet<string>;
  /** Something that cannot be listed: NotPrincipal, an unclear principal, an unparsable statement. */
  readonly odd: boolean;
  /** Providers of web identities and SAML. */
  readonly providers: readonly string[];
}

const summaries = new WeakMap<Policy, Map<string, TrustSummary>>();

export function trustSummary(account: Account, role: Role): TrustSummary {
  const policy = compile(role.trust);
  let byAccount = summaries.get(policy);
  if (byAccount === undefined) summaries.set(policy, (byAccount = new Map()));
  const known = byAccount.get(account.id);
  if (known !== undefined) return known;
  const named = new Set<string>();
  const providers = new Set<string>();
  let open = false;
  let everyone = false;
  let odd = false;
  for (const statement of policy.statements) {
    if (statement.effect === 'Deny') continue;
    if (statement.problem !== undefined || statement.notPrincipal || statement.principals === undefined) {
      odd = true;
      continue;
    }
    if (statement.principals.everyone) everyone = true;
    for (const entry of statement.principals.entries) {
      if (entry.type === 'account' && entry.account === account.id) open = true;
      else if (entry.type === 'arn') named.add(entry.arn);
      else if (entry.type === 'federated') providers.add(entry.provider);
      else if (entry.type === 'unclear') odd = true;
    }
  }
  const found = { account: open || everyone, everyone, named, odd, providers: [...providers] };
  byAccount.set(account.id, found);
  return found;
}

const levelOf = (verdict: ReturnType<typeof decide>): Tri =>
  verdict === 'allowed' ? YES : verdict === 'possible' ? MAYBE : NO;

/** Claims of a token, which whoever controls the provider writes. */
function tokenContext(role: Role): ContextInput {
  const context: Record<string, KeyState> = {};
  for (const statement of compile(role.trust).statements) {
    for (const { key } of statement.conditions) if (keyClass(key) === 'token') context[key] = { is: 'caller' };
  }
  return context;
}

function decideTrust(account: Account, role: Role, caller: Caller, action: string, context: ContextInput): Tri {
  return levelOf(
    decide({
      caller,
      action,
      resource: role.arn,
      resourceAccount: account.id,
      resourcePolicies: trustOf(role),
      context: { 'aws:RequestedRegion': { is: 'caller' }, ...context },
      ...(account.now === undefined ? {} : { now: account.now }),
    }),
  );
}

const byService = new WeakMap<Policy, Map<string, Tri>>();

/** Whether a role's trust policy lets a service that works for this account assume it. */
export function trustsService(account: Account, role: Role, service: string): Tri {
  const policy = compile(role.trust);
  let known = byService.get(policy);
  if (known === undefined) byService.set(policy, (known = new Map()));
  const key = `${account.id} ${service}`;
  let level = known.get(key);
  if (level !== undefined) return level;
  level = mentions(policy, service) ? decideService(account, role, service) : NO;
  known.set(key, level);
  return level;
}

/** A cheap look whether a decision is worth making. */
const mentions = (policy: Policy, service: string): boolean =>
  policy.statements.some(
    ({ effect, problem, notPrincipal, principals }) =>
      effect !== 'Deny' &&
      (problem !== undefined ||
        notPrincipal ||
        principals === undefined ||
        principals.everyService ||
        principals.everyone ||
        principals.entries.some(
          (entry) =>
            (entry.type === 'service' && entry.service === service) ||
            entry.type === 'unclear' ||
            (service === COGNITO && entry.type === 'federated' && entry.provider === COGNITO),
        )),
  );

function decideService(account: Account, role: Role, service: string): Tri {
  const own = decideTrust(account, role, { type: 'service', arn: service }, 'sts:AssumeRole', {
    'aws:SourceAccount': account.id,
    'aws:SourceOrgID': account.organization === undefined ? { is: 'unknown' } : account.organization.id,
  });
  if (own === YES || service !== COGNITO) return own;
  const token = trustsProvider(account, role, COGNITO);
  return token > own ? token : own;
}

/** Whether a role's trust policy lets in whoever controls an identity provider (its tokens say what he wants). */
export const trustsProvider = (account: Account, role: Role, provider: string): Tri =>
  decideTrust(
    account,
    role,
    { type: 'federated', arn: provider },
    provider.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity',
    tokenContext(role),
  );
