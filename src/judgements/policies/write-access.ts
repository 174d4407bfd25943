import { authorize } from '../../iam/authorize.ts';
import { compile } from '../../iam/compile.ts';
import type { PolicySource, StatementRef } from '../../iam/types.ts';
import { oddReads, oddWrites } from './access-levels.ts';

/** How nearly all names of actions begin that AWS calls Read or List; the exceptions are in access-levels.ts. */
const reading =
  /^(list|get|describe|batchget|batchdescribe|search|lookup|select|scan|query|view|read|simulate|download)/;

/** Actions that AWS calls Read but that hand out rights. */
const givesRights = new Set(['sts:getfederationtoken', 'cognito-identity:getcredentialsforidentity']);

export interface WriteAccess {
  readonly answer: 'yes' | 'possible' | 'no';
  /** As the policy writes it, e.g. `s3:Put*`. */
  readonly action?: string;
  readonly statements: readonly StatementRef[];
}

const fill = (text: string): string => text.replaceAll(/[*?]+/g, 'unlisted');

/**
 * Whether an action, or a pattern of actions, covers more than reading
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 * `possible`: a pattern that covers reading actions with unusual names, and perhaps others.
 */
export function writes(pattern: string): WriteAccess['answer'] {
  const [service = '', verb] = pattern.toLowerCase().split(':');
  if (verb === undefined) return 'yes';
  const literal = verb.split(/[*?]/, 1)[0] ?? '';
  if (literal === verb && namesOf(oddWrites, service).includes(verb)) return 'yes';
  if (literal === verb && namesOf(oddReads, service).includes(verb)) return 'no';
  if (reading.test(literal)) return givesRights.has(`${service}:${verb}`) ? 'yes' : 'no';
  const unusual = literal.length > 2 && namesOf(oddReads, service).some((name) => name.startsWith(literal));
  return unusual ? 'possible' : 'yes';
}

const namesOf = (table: Readonly<Record<string, string>>, service: string): readonly string[] =>
  (Object.hasOwn(table, service) ? table[service] : undefined)?.split(' ') ?? [];

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
      const actions = statement.notAction
        ? ['unlisted:Unlisted']
        : statement.actions.texts.filter((text) => writes(text) !== 'no');
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
          const sure = decision.verdict === 'allowed' && decision.unread.length === 0;
          if (sure && (statement.notAction || writes(action) === 'yes'))
            return { answer: 'yes', action, statements: decision.statements };
          if (decision.verdict !== 'denied') possible = { answer: 'possible', action, statements: decision.statements };
        }
      }
    }
  }
  return possible;
}
