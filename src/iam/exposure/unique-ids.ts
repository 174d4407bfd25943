import type { CompiledCondition } from '../condition-types.ts';
import type { Choices } from '../search.ts';
import { everyHolder, type Grammar, slot } from './issuers/grammar.ts';
import { fittingOf } from './tokens.ts';

// names of sessions and federated users: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
const session = slot('free', /^[\w+=,.@-]{2,64}$/, 'unlisted', 'elsewhere');
const id = (kind: string) =>
  slot('tenant', new RegExp(`^${kind}[A-Z0-9]{12,28}$`), `${kind}UNLISTED00000000`, `${kind}ELSEWHERE0000000`);

/** What an id in a value of aws:userid says, without the session behind it. */
export const uniqueIdIn = (text: string): string | undefined => /^(A[A-Z]{3}[A-Z0-9]{4,})(?::|$)/.exec(text)?.[1];

/**
 * Values of aws:userid in requests from an account: the account's number for its root user, a user's unique id, a role's with
 * the name of the session, or the number with the name of a federated user.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
const userIds = (account: string): Grammar => ({
  forms: [[id('AROA'), ':', session], [id('AIDA')], [account, ':', session], [account]],
});

/** Whether an ARN and a value of aws:userid can be of one principal: each kind of principal has ids of its own form. */
export function isOnePrincipal(arn: string, userId: string): boolean {
  const [, kind] =
    /^arn:[^:]*:(?:iam|sts)::[^:]*:(root$|user\/|role\/|assumed-role\/|federated-user\/)/.exec(arn) ?? [];
  switch (kind) {
    case 'root':
      return /^\d{12}$/.test(userId);
    case 'user/':
      return !userId.includes(':') && !/^\d{12}$/.test(userId);
    case 'role/':
    case 'assumed-role/':
      return /^[A-Z][A-Z0-9]*:/.test(userId);
    case 'federated-user/':
      return /^\d{12}:/.test(userId);
    case undefined:
    default:
      return true;
  }
}

/** Whose requests: a principal of the account, by its unique id where that is known. */
export interface Requester {
  readonly account: string;
  readonly uniqueId?: string | undefined;
  /** A unique id that the policy names may be his. */
  readonly isNamed?: boolean | undefined;
}

/** Values of aws:userid that somebody brings about; the name of a session is his to choose, the ids are not. */
export function userIdsOf(requester: Requester, conditions: readonly CompiledCondition[]): Choices {
  const { account, uniqueId, isNamed } = requester;
  const grammar: Grammar =
    uniqueId === undefined
      ? userIds(account)
      : { forms: uniqueId.startsWith('AROA') ? [[uniqueId, ':', session]] : [[uniqueId], [uniqueId, ':', session]] };
  return fittingOf(grammar, conditions, { spelt: isNamed === true ? everyHolder : ['free'] });
}
