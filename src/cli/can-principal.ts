import { AuditError } from '../program/errors.ts';
import { ActionMask } from '../iam/graph/mask.ts';
import { principalsNamed } from '../iam/graph/named.ts';
import { type Ask, callerOf, Rights, trustOf } from '../iam/graph/rights.ts';
import { everything, freeContext, type Subject, subjectOf } from '../iam/graph/subject.ts';
import type { Account, Principal } from '../iam/graph/types.ts';
import type { AuthorizationRequest, Caller, Decision } from '../iam/types.ts';
import { nearest } from '../text/nearest.ts';

/** Who asks: a user or role of the account, a session of one of its roles, its root user, or somebody of another account. */
export interface Asker {
  readonly arn: string;
  readonly caller: Caller;
  /** With its policies; undefined for root and for other accounts. */
  readonly subject?: Subject;
  /** Of another account, whose policies are not known. */
  readonly stranger: boolean;
}

function known(account: Account, principal: Principal, session?: string): Asker {
  const { anySession, ...caller } = callerOf(account, principal);
  return {
    arn: session ?? principal.arn,
    caller: {
      ...caller,
      ...(session !== undefined ? { sessionArn: session } : anySession === undefined ? {} : { anySession }),
    },
    subject: subjectOf(account, principal),
    stranger: false,
  };
}

/** ARNs that the Principal element of a policy takes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const principalArn = /^arn:([a-z-]+):(?:iam|sts)::(\d{12}):(root|user\/.+|role\/.+|assumed-role\/([^/]+)\/[^/]+)$/;

function strangerOf(arn: string, partition: string, owner: string, rest: string, role: string | undefined): Asker {
  const caller: Caller =
    role !== undefined
      ? { type: 'role', arn: `arn:${partition}:iam::${owner}:role/${role}`, account: owner, sessionArn: arn }
      : { type: rest === 'root' ? 'root' : rest.startsWith('user/') ? 'user' : 'role', arn, account: owner };
  return { arn, caller, stranger: true };
}

/**
 * The principal of an AWS service: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 * @throws AuditError `usage` for `service:` with something else behind it
 */
function serviceOf(wanted: string): string | undefined {
  const [, marked, name = ''] = /^(service:)?(.*)$/.exec(wanted) ?? [];
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal)$/i.test(name))
    return name.toLowerCase();
  if (marked === undefined) return undefined;
  throw new AuditError('usage', `${wanted}: is not the principal of a service`, {
    hint: 'E.g. service:cloudtrail.amazonaws.com',
  });
}

/**
 * `anonymous` for requests without credentials, `service:NAME.amazonaws.com` for an AWS service, a user or role by ARN, by `user/name` or `role/name`, or by a name that only one of them has; a session or a root user
 * by ARN.
 * @throws AuditError `usage` when the account has no such principal
 */
export function askerOf(account: Account, wanted: string): Asker {
  if (wanted === 'anonymous') return { arn: wanted, caller: { type: 'anonymous', arn: wanted }, stranger: false };
  const service = serviceOf(wanted);
  if (service !== undefined) return { arn: service, caller: { type: 'service', arn: service }, stranger: false };
  const found = principalsNamed(account, wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return known(account, only);
  if (found.length > 1)
    throw new AuditError('usage', `${wanted}: is the name of a user and of a role`, {
      hint: `Write user/${wanted} or role/${wanted}.`,
    });
  const [, partition = '', owner = '', rest = '', session] = principalArn.exec(wanted) ?? [];
  if (owner !== '' && owner !== account.id) return strangerOf(wanted, partition, owner, rest, session);
  if (rest === 'root')
    return { arn: wanted, caller: { type: 'root', arn: wanted, account: account.id }, stranger: false };
  const role = session === undefined ? undefined : account.roles.find(({ name }) => name === session);
  if (role !== undefined) return known(account, role, wanted);
  const near = nearest(
    wanted,
    [...account.users, ...account.roles].flatMap(({ arn, name }) => (wanted.startsWith('arn:') ? arn : name)),
  );
  throw new AuditError('usage', `${wanted}: the account has no such user or role`, {
    hint: near.length === 0 ? 'Give the ARN or the name.' : `Did you mean ${near.join(' or ')}?`,
  });
}

/** What a stranger's own account allows him; taken for everything, and then said not to be known. */
const own = [{ name: 'policies of the other account', document: everything }];

/** The request with the policies of whoever asks. */
export function requestOf(account: Account, { caller, subject, stranger }: Asker, ask: Ask): AuthorizationRequest {
  if (subject !== undefined) return { ...new Rights(account, subject, new ActionMask([])).request(ask), caller };
  const { now, managementAccount, rcps } = account;
  const scps = stranger ? 'unknown' : account.scps;
  const { action, resource, context, trust } = ask;
  const policies = trust === undefined ? ask.policies : trustOf(trust);
  return {
    caller,
    action,
    resource,
    resourceAccount: account.id,
    identity: stranger ? own : [],
    ...(scps === undefined ? {} : { scps }),
    ...(rcps === undefined ? {} : { rcps }),
    ...(managementAccount === undefined || stranger ? {} : { managementAccount }),
    ...(policies === undefined ? {} : { resourcePolicies: policies }),
    context: { ...freeContext, ...context },
    ...(now === undefined ? {} : { now }),
  };
}

/** A decision without what was taken for granted: what the policies of another account allow is not known. */
export function asKnown(decision: Decision, { stranger, caller }: Asker, action: string): Decision {
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  if (caller.type === 'root' && /^sts:AssumeRole$/i.test(action))
    return { ...decision, verdict: 'denied', reason: 'a root user cannot assume roles', statements: [] };
  if (!stranger) return decision;
  const statements = decision.statements.filter(({ policy }) => policy !== own[0]?.name);
  const layers = decision.layers.map((one) =>
    one.layer === 'identity' ? { ...one, verdict: 'not known' as const, statements: [] } : one,
  );
  const whole = { ...decision, statements, layers, unread: [...new Set(['identity' as const, ...decision.unread])] };
  return decision.verdict === 'allowed'
    ? {
        ...whole,
        verdict: 'possible',
        reason: `nothing here denies it, and the policies of account ${caller.account ?? ''} have to allow it too`,
      }
    : whole;
}
