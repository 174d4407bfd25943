import { authorize, compile, problemsOf } from '../../iam/index.ts';
import type { Caller, StatementRef } from '../../iam/index.ts';
import { callerOf } from '../../iam/exposure/reach.ts';
import { FRESH } from '../../iam/search.ts';

/** Somebody a key policy gives permissions to by itself, without an IAM policy. */
export interface Grantee {
  readonly name: string;
  readonly caller: Caller;
}

interface Key {
  readonly arn: string;
  readonly account: string;
  readonly policy: string | undefined;
}

const everything = {
  name: 'everything',
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
};

/**
 * Whom the allowing statements of a key policy name, once each.
 *
 * The own account (`arn:aws:iam::ACCOUNT:root`) is left out: naming it gives nobody anything, it lets IAM policies decide.
 * AWS writes that statement into every default policy and recommends to keep it, because without it a key can become
 * unmanageable: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function granteesOf({ policy, account }: Key): readonly Grantee[] {
  const found = new Map<string, Grantee>();
  const add = (name: string, caller: Caller): void => {
    if (!found.has(name)) found.set(name, { name, caller });
  };
  for (const { effect, principals, notPrincipal } of compile(policy).statements) {
    if (effect !== 'Allow') continue;
    if (notPrincipal || principals?.everyone === true) {
      add('every principal', { type: 'role', arn: `arn:aws:iam::${account}:role/${FRESH}`, account });
    }
    if (notPrincipal) continue;
    for (const entry of principals?.entries ?? []) {
      if (entry.type === 'service') add(entry.service, { type: 'service', arn: entry.service });
      if (entry.type === 'arn' && entry.account !== undefined) add(entry.arn, callerOf(entry.arn, entry.account));
      if (entry.type === 'account' && entry.account !== account) {
        add(`account ${entry.account}`, {
          type: 'root',
          arn: `arn:aws:iam::${entry.account}:root`,
          account: entry.account,
        });
      }
    }
  }
  return [...found.values()];
}

/**
 * The statements by which a key policy alone gives a grantee an action, under some circumstances; undefined when it does
 * not. A grantee of another account is taken to have the IAM policy that he needs besides. What works only through
 * another service (kms:ViaService) does not count: that service asks for permissions of its own.
 */
export function keyPolicyAllows(
  { arn, account, policy }: Key,
  { caller }: Grantee,
  action: string,
  now: number,
): readonly StatementRef[] | undefined {
  const decision = authorize({
    caller,
    action,
    resource: arn,
    resourceAccount: account,
    identity: caller.account === undefined || caller.account === account ? [] : [everything],
    resourcePolicies: [{ name: 'resource policy', document: policy }],
    resourcePolicyMode: 'explicit',
    context: { 'kms:ViaService': { is: 'absent' } },
    now: new Date(now),
  });
  if (decision.verdict === 'denied') return undefined;
  const { statements } = compile(policy);
  return decision.statements.filter(({ policy: name, effect, index }) => {
    const principals = statements.find((one) => one.index === index)?.principals;
    // The statement for the own account covers its members too, but gives them nothing.
    const onlyDelegates =
      principals?.everyone === false &&
      principals.entries.every((entry) => entry.type === 'account' && entry.account === account);
    return effect === 'Allow' && name === 'resource policy' && !onlyDelegates;
  });
}

/** An action that no list names: whoever may do it may do everything, later actions included. */
export const anyKeyAction = `kms:${FRESH}`;

/** Why nothing can be said of a key policy, or undefined when all of it could be read. */
export function policyIsUnreadable(name: string, policy: string | undefined): string | undefined {
  if (policy === undefined) return `the policy of ${name} is missing from the answer`;
  const [problem] = problemsOf(policy);
  return problem === undefined ? undefined : `part of the policy of ${name} cannot be read: ${problem}`;
}

/** Why a key's policy is not judged, or undefined when it is. */
export const policyIsAws = ({ manager }: { readonly manager: string | undefined }): string | undefined =>
  manager === 'AWS' ? 'AWS writes the policies of the keys that it manages' : undefined;
