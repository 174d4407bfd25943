import { authorize } from '../../iam/authorize.ts';
import { compile } from '../../iam/compile.ts';
import type { PolicySource, StatementRef } from '../../iam/types.ts';

/**
 * How names of actions that only read begin. Of the 9,400 actions that AWS calls Read or List, 97 in 100 begin so, and of
 * those that begin so 1 in 100 is neither
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
const reading =
  /^(list|get|describe|batchget|batchdescribe|search|lookup|select|scan|query|view|read|simulate|download)/;

/** Actions whose names read but that hand out rights. */
const exceptions = new Set(['sts:getfederationtoken', 'cognito-identity:getcredentialsforidentity']);

export interface WriteAccess {
  readonly answer: 'yes' | 'possible' | 'no';
  /** As the policy writes it, e.g. `s3:Put*`. */
  readonly action?: string;
  readonly statements: readonly StatementRef[];
}

const fill = (text: string): string => text.replaceAll(/[*?]+/g, 'unlisted');

/** Whether an action pattern covers more than actions that read. */
export function writes(pattern: string): boolean {
  const [service = '', verb] = pattern.toLowerCase().split(':');
  if (verb === undefined) return true;
  if (exceptions.has(`${service}:${verb}`)) return true;
  const literal = verb.split(/[*?]/, 1)[0] ?? '';
  return !reading.test(literal);
}

/**
 * Whether policies together allow a principal something else than reading: each action pattern of theirs that is not a
 * reading one is tried as a request on the resources of its statement, so that denials and the boundary count.
 */
export function writeAccess(
  caller: { arn: string; account: string },
  identity: readonly PolicySource[],
  boundary?: PolicySource | 'unknown',
): WriteAccess {
  let possible: WriteAccess = { answer: 'no', statements: [] };
  for (const source of identity) {
    const policy = compile(source.document);
    if (policy.problems.length > 0) possible = { answer: 'possible', statements: [] };
    for (const statement of policy.statements) {
      if (statement.effect !== 'Allow') continue;
      const actions = statement.notAction ? ['unlisted:Unlisted'] : statement.actions.texts.filter(writes);
      const resources =
        statement.notResource || statement.resources === undefined
          ? ['*']
          : statement.resources.map(({ text }) => text);
      for (const action of actions) {
        for (const resource of resources) {
          const decision = authorize({
            caller: { type: 'role', ...caller },
            // `*` alone, which stands for every action of every service, has no colon.
            action: action.includes(':') ? fill(action) : 'unlisted:Unlisted',
            resource: resource === '*' ? '*' : fill(resource),
            resourceAccount: caller.account,
            identity,
            ...(boundary === undefined ? {} : { boundary }),
          });
          if (decision.verdict === 'allowed' && decision.unread.length === 0)
            return { answer: 'yes', action, statements: decision.statements };
          if (decision.verdict !== 'denied') possible = { answer: 'possible', action, statements: decision.statements };
        }
      }
    }
  }
  return possible;
}
