import { AuditError } from '../program/errors.ts';
import { resourcesInstead } from '../iam/action-resources.ts';
import { parseArn } from '../text/arn.ts';
import { assertCanary } from '../iam/canary.ts';
import type { Account } from '../iam/graph/types.ts';
import { actionsDate, actionsLike, type KnownAction, lookUpAction } from '../iam/known-actions.ts';
import type { ContextInput, DecisionVerdict } from '../iam/types.ts';
import { controlsJson } from '../judgements/organization/control-sources.ts';
import { toJson } from '../text/escape.ts';
import { answerTo } from './can-answer.ts';
import { askerOf } from './can-principal.ts';
import { questionOf } from './can-question.ts';
import { textOf } from './can-text.ts';
import { command, each, flag, format, required, text, type Values } from './door/options.ts';
import { iamAccountFrom, sourceOptions } from './iam-account.ts';
import { awsOptions, talkOptions } from './options.ts';
import { writeStdout } from './output.ts';
import { policyOption } from './policy-file.ts';
import { accountId, ownerOption, resourceOptions } from './resource-options.ts';

const requestOptions = {
  context: each('Condition key of the request, key=value; `key=` leaves it out'),
  sessionPolicy: text('JSON of a session policy, or none'),
  sourceAccount: text('For a service: the account it acts for'),
  sourceArn: text('For a service: the resource it acts for'),
};

export default command({
  usage: 'can <principal> <action> <resource>',
  args: {
    principal: required('User, role, session or root (ARN or name), anonymous, service:x.amazonaws.com'),
    action: required('E.g. s3:GetObject'),
    resource: required('ARN; * for actions without resources, or for every resource'),
  },
  options: {
    ...awsOptions,
    ...sourceOptions,
    ...talkOptions,
    ...resourceOptions,
    ...requestOptions,
    anyAction: flag('Ask for actions that AWS did not list when this was released'),
    exitCode: flag('Exit 0 when allowed, 1 when denied, 3 when possible'),
    format: format('text', 'json'),
  },
  examples: [
    ['audit can alice s3:GetObject arn:aws:s3:::payroll/june.csv --iam-details details.json', ''],
    ['audit can anonymous s3:GetObject arn:aws:s3:::payroll/june.csv --resource-policy policy.json', ''],
  ],

  async run(options) {
    const { name: action, known } = actionOf(options.action, options.anyAction === true);
    const resource = resourceOf(options.resource);
    const context = contextOf(options);
    fitting(action, resource);
    const ownerStated = ownerOption(options.resourceAccount, resource);
    const session = await policyOption(options.sessionPolicy, 'session-policy');
    const option = await policyOption(options.resourcePolicy, 'resource-policy');
    assertCanary();
    const account: Account = {
      ...(await iamAccountFrom(options, { resource })),
      ...(ownerStated === undefined ? {} : { ownerStated: new Map([[resource, ownerStated]]) }),
    };
    const asker = askerOf(account, options.principal);
    const stated = (['scps', 'rcps'] as const).filter((name) => options[name] !== undefined);
    const question = questionOf(account, asker, { action, known, resource, context, session, option, stated });
    const { owner } = question;
    const answer = answerTo(question);
    // as it stands among what is missing of the account, which says more than a decision needs
    const unreadPolicy = answer.unread.includes('resource')
      ? account.missing?.find((one) => one.includes(` of ${resource}: `))
      : undefined;
    const result = {
      principal: asker.arn,
      action,
      resource,
      ...answer,
      resourceAccount: { account: owner.account ?? null, by: owner.by },
      missing: unreadPolicy === undefined ? [] : [unreadPolicy],
      actionsDate,
      ...controlsJson(account.controls),
    };
    await writeStdout(options.format === 'json' ? [`${toJson(result, 2)}\n`] : textOf(result, account.controls));
    return options.exitCode === true ? exitCodes[answer.verdict] : 0;
  },
});

const exitCodes: Readonly<Record<DecisionVerdict, number>> = { allowed: 0, denied: 1, possible: 3 };

/**
 * The action as AWS writes it, whatever its case.
 * @throws AuditError `usage` for a pattern, and for an action that AWS did not list unless `any` is wanted
 */
function actionOf(action: string, any: boolean): { name: string; known: KnownAction | undefined } {
  if (/[*?]/.test(action)) {
    const like = actionsLike(action.includes(':') ? action : '');
    throw new AuditError('usage', `${action}: is not an action but a pattern`, {
      hint:
        like.length === 0
          ? 'Write one action as service:Name, e.g. s3:GetObject.'
          : `It stands for ${like.length} action${like.length === 1 ? '' : 's'}; ask for one, e.g. ${like.slice(0, 3).join(', ')}.`,
    });
  }
  if (!/^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(action))
    throw new AuditError('usage', `${action}: is not an action`, {
      hint: 'Write one action as service:Name, e.g. s3:GetObject.',
    });
  const found = lookUpAction(action);
  if ('name' in found) return { name: found.name, known: found };
  if (any) return { name: action, known: undefined };
  const near = found.near.length === 0 ? '' : `Did you mean ${found.near.join(' or ')}? `;
  throw new AuditError(
    'usage',
    found.lacks === 'service'
      ? `${action}: AWS has no service ${action.slice(0, action.indexOf(':'))} in its list of actions of ${actionsDate}`
      : `${action}: is not in AWS's list of actions of ${actionsDate}`,
    { hint: `${near}Actions that are newer are asked for with --any-action.` },
  );
}

/** @throws AuditError `usage` for a resource that the action cannot be on, whatever policies say */
function fitting(action: string, resource: string): void {
  const instead = resourcesInstead(action, resource);
  if (instead === undefined) return;
  throw new AuditError('usage', `${action} is not on resources of ${parseArn(resource)?.[2] ?? ''}`, {
    hint: `Actions of ${action.slice(0, action.indexOf(':'))} are on resources of ${instead.join(', ')}, or on *.`,
  });
}

function resourceOf(resource: string): string {
  if (resource === '*' || parseArn(resource) !== undefined) return resource;
  throw new AuditError('usage', `${resource}: is neither an ARN nor *`, {
    hint: 'E.g. arn:aws:s3:::bucket/key. Quote * in a shell.',
  });
}

/** `key=value`, several for a key with several values. */
function contextOf({ context, sourceAccount: account, sourceArn: arn }: Values<typeof requestOptions>): ContextInput {
  const found = new Map<string, string[]>();
  if (account !== undefined) found.set('aws:SourceAccount', [accountId('source-account', account)]);
  if (arn !== undefined) {
    if (parseArn(arn) === undefined) throw new AuditError('usage', `--source-arn: ${arn} is not an ARN`);
    found.set('aws:SourceArn', [arn]);
  }
  for (const pair of context) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at).trim();
    if (at <= 0 || !/^[^\s:]+:\S+$/.test(key)) {
      throw new AuditError('usage', `--context: ${pair} is not key=value`, {
        hint: 'E.g. --context aws:SourceIp=203.0.113.7',
      });
    }
    const values = found.get(key) ?? [];
    if (pair.length > at + 1) values.push(pair.slice(at + 1));
    found.set(key, values);
  }
  return Object.fromEntries(
    [...found].map(([key, values]) => [key, values.length === 0 ? { is: 'absent' as const } : values]),
  );
}
