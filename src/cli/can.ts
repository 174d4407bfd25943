import { AuditError } from '../errors.ts';
import { resourcesInstead } from '../iam/action-resources.ts';
import { parseArn } from '../iam/arn.ts';
import { boundaryOf, setsBoundary } from '../iam/boundary-key.ts';
import { assertCanary } from '../iam/canary.ts';
import type { Account } from '../iam/graph/types.ts';
import { actionsDate, actionsLike, type KnownAction, lookUpAction } from '../iam/known-actions.ts';
import { mayHavePolicy } from '../iam/resource-policy-services.ts';
import type {
  AuthorizationRequest,
  ContextInput,
  DecisionVerdict,
  LayerName,
  OrganizationPolicies,
} from '../iam/types.ts';
import { controlsJson } from '../policy/control-sources.ts';
import { toJson } from '../text/inert.ts';
import { answerTo } from './can-answer.ts';
import { isOwn, ownerOf } from './can-layers.ts';
import { askerOf, requestOf } from './can-principal.ts';
import { textOf } from './can-text.ts';
import type { CommandModule } from './commands.ts';
import { iamAccountFrom, sourceOptions } from './iam-account.ts';
import { awsOptions, oneOf, talkOptions, text } from './options.ts';
import { writeStdout } from './output.ts';
import { policyOption } from './policy-file.ts';

const can: CommandModule = {
  command: 'can <principal> <action> <resource>',
  builder: (y) =>
    talkOptions(sourceOptions(awsOptions(y)))
      .positional('principal', {
        type: 'string',
        describe: 'User, role, session or root (ARN or name), anonymous, service:x.amazonaws.com',
      })
      .positional('action', { type: 'string', describe: 'E.g. s3:GetObject' })
      .positional('resource', {
        type: 'string',
        describe: 'ARN; * for actions without resources, or for every resource',
      })
      .option('context', {
        type: 'string',
        array: true,
        describe: 'Condition key of the request, key=value; `key=` leaves it out',
      })
      .option('resource-policy', { type: 'string', describe: "JSON of the resource's own policy, or none" })
      .option('resource-account', {
        type: 'string',
        describe: 'Account that owns the resource, where its ARN names none',
      })
      .option('session-policy', { type: 'string', describe: 'JSON of a session policy, or none' })
      .option('source-account', { type: 'string', describe: 'For a service: the account it acts for' })
      .option('source-arn', { type: 'string', describe: 'For a service: the resource it acts for' })
      .option('any-action', {
        type: 'boolean',
        describe: 'Ask for actions that AWS did not list when this was released',
      })
      .option('exit-code', { type: 'boolean', describe: 'Exit 0 when allowed, 1 when denied, 3 when possible' })
      .option('format', { type: 'string', alias: 'f', describe: 'text (default) or json' })
      .example('audit can alice s3:GetObject arn:aws:s3:::payroll/june.csv --iam-details details.json', '')
      .example('audit can anonymous s3:GetObject arn:aws:s3:::payroll/june.csv --resource-policy policy.json', ''),

  async handler(args) {
    const format = oneOf('format', text(args, 'format') ?? 'text', ['text', 'json']);
    const { name: action, known } = actionOf(text(args, 'action') ?? '', args['any-action'] === true);
    const resource = resourceOf(text(args, 'resource') ?? '');
    const context = contextOf(args);
    fitting(action, resource);
    const stated = ownerOption(args, resource);
    const session = await policyOption(args, 'session-policy');
    const option = await policyOption(args, 'resource-policy');
    assertCanary();
    const account = await iamAccountFrom(args, { resource });
    const asker = askerOf(account, text(args, 'principal') ?? '');
    const owner = ownerOf(account, resource, stated);
    const lower = action.toLowerCase();
    const role = account.roles.find(({ arn }) => arn === resource);
    // nobody can state that a role or a key has no policy: each has one
    const given =
      option?.length === 0 && (/^(kms:|sts:assumerole)/.test(lower) || role !== undefined) ? undefined : option;
    const trust = role !== undefined && lower.startsWith('sts:') && given === undefined ? role : undefined;
    const on = [...account.users, ...account.roles].find(({ arn }) => arn === resource);
    const mayHave =
      resource !== '*' &&
      // a role that is not there may be one that was made since, with a trust policy that nobody read
      (mayHavePolicy(parseArn(resource)?.[2] ?? '') || (lower.startsWith('sts:assumerole') && trust === undefined));
    const policies =
      given ?? account.resourcePolicies?.get(resource) ?? (mayHave && trust === undefined ? 'unknown' : undefined);
    const asked = {
      account,
      asker,
      action: lower,
      resource,
      owner,
      policies,
      trust: trust !== undefined,
      stated: new Set<LayerName>([
        ...(session === undefined ? [] : (['session'] as const)),
        ...(given === undefined ? [] : (['resource'] as const)),
        ...(text(args, 'scps') === undefined ? [] : (['scp'] as const)),
        ...(text(args, 'rcps') === undefined ? [] : (['rcp'] as const)),
      ]),
    };
    const request: AuthorizationRequest = {
      ...requestOf(account, asker, {
        action,
        resource,
        context: { ...(on === undefined || setsBoundary(action) ? {} : boundaryOf(on.boundary)), ...context },
        trust,
        on,
        policies,
      }),
      ...limitsOf(account, isOwn(asked), asker.stranger),
      ...(session === undefined || session.length === 0 ? {} : { session }),
    };
    const answer = answerTo({ ...asked, request, actionName: action, known, actionsDate });
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
    await writeStdout(format === 'json' ? [`${toJson(result, 2)}\n`] : textOf(result, account.controls));
    return args['exit-code'] === true ? exitCodes[answer.verdict] : 0;
  },
};

export default can;

const exitCodes: Readonly<Record<DecisionVerdict, number>> = { allowed: 0, denied: 1, possible: 3 };

/**
 * The policies of the organisation with the levels that take nothing away, which an explanation shows.
 * Resource control policies are those above the resource's account: another one's are not known.
 */
function limitsOf(
  { scps, rcps, controls }: Account,
  own: boolean,
  stranger: boolean,
): Pick<AuthorizationRequest, 'scps' | 'rcps'> {
  const found: { scps?: OrganizationPolicies; rcps?: OrganizationPolicies } = {};
  if (!stranger && scps !== 'unknown' && controls?.scps.source === 'collected' && controls.scps.levels.length > 0)
    found.scps = controls.scps.levels;
  if (own && rcps !== 'unknown' && controls?.rcps.source === 'collected' && controls.rcps.levels.length > 0)
    found.rcps = controls.rcps.levels;
  return found;
}

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

/** @throws AuditError `usage` when it is no account, or not the one that the ARN names */
function ownerOption(args: Record<string, unknown>, resource: string): string | undefined {
  const stated = text(args, 'resource-account');
  if (stated === undefined) return undefined;
  accountId('resource-account', stated);
  const named = parseArn(resource)?.[4] ?? '';
  if (/^\d{12}$/.test(named) && named !== stated)
    throw new AuditError('usage', `--resource-account: ${stated} is not the account that ${resource} names`);
  return stated;
}

function accountId(option: string, value: string): string {
  if (/^\d{12}$/.test(value)) return value;
  throw new AuditError('usage', `--${option}: ${value} is not an account id`, {
    hint: 'Account ids have twelve digits.',
  });
}

/** `key=value`, several for a key with several values. */
function contextOf(args: Record<string, unknown>): ContextInput {
  const found = new Map<string, string[]>();
  const given = args['context'];
  const account = text(args, 'source-account');
  const arn = text(args, 'source-arn');
  if (account !== undefined) found.set('aws:SourceAccount', [accountId('source-account', account)]);
  if (arn !== undefined) {
    if (parseArn(arn) === undefined) throw new AuditError('usage', `--source-arn: ${arn} is not an ARN`);
    found.set('aws:SourceArn', [arn]);
  }
  for (const pair of (Array.isArray(given) ? given : [given]).filter((one) => typeof one === 'string')) {
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
