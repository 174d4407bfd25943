import { AuditError } from '../errors.ts';
import { assertCanary } from '../iam/canary.ts';
import { parseArn } from '../iam/arn.ts';
import { resourcesInstead } from '../iam/action-resources.ts';
import { boundaryOf, setsBoundary } from '../iam/boundary-key.ts';
import type { Account } from '../iam/graph/types.ts';
import { mayHavePolicy } from '../iam/resource-policy-services.ts';
import { statementName } from '../iam/statement.ts';
import { authorize } from '../iam/authorize.ts';
import type {
  AuthorizationRequest,
  ContextInput,
  Decision,
  LayerName,
  OrganizationPolicies,
  PolicySource,
} from '../iam/types.ts';
import { controlsJson } from '../policy/control-sources.ts';
import { inert, toJson } from '../text/inert.ts';
import { asKnown, askerOf, requestOf } from './can-principal.ts';
import type { CommandModule } from './commands.ts';
import { iamAccountFrom, sourceOptions } from './iam-account.ts';
import { readJson } from './json-file.ts';
import { awsOptions, oneOf, talkOptions, text } from './options.ts';
import { writeStdout } from './output.ts';

const can: CommandModule = {
  command: 'can <principal> <action> <resource>',
  builder: (y) =>
    talkOptions(sourceOptions(awsOptions(y)))
      .positional('principal', {
        type: 'string',
        describe: 'ARN or name of a user or role, or ARN of a session, a root user or a principal of another account',
      })
      .positional('action', { type: 'string', describe: 'E.g. s3:GetObject' })
      .positional('resource', { type: 'string', describe: 'ARN, or * for actions without resources' })
      .option('context', {
        type: 'string',
        array: true,
        describe: 'Condition key of the request, key=value; `key=` leaves it out',
      })
      .option('resource-policy', { type: 'string', describe: "JSON of the resource's own policy" })
      .option('session-policy', { type: 'string', describe: 'JSON of a session policy' })
      .option('format', { type: 'string', alias: 'f', describe: 'text (default) or json' })
      .example('audit can alice s3:GetObject arn:aws:s3:::payroll/june.csv --iam-details details.json', '')
      .example(
        'audit can role/app iam:PassRole arn:aws:iam::111122223333:role/admin --context iam:PassedToService=ec2.amazonaws.com',
        '',
      ),

  async handler(args) {
    const format = oneOf('format', text(args, 'format') ?? 'text', ['text', 'json']);
    const action = actionOf(text(args, 'action') ?? '');
    const resource = resourceOf(text(args, 'resource') ?? '');
    const context = contextOf(args['context']);
    fitting(action, resource);
    assertCanary();
    const account = await iamAccountFrom(args, { resource });
    const asker = askerOf(account, text(args, 'principal') ?? '');
    const session = await policyOf(args, 'session-policy');
    const collected = account.resourcePolicies?.get(resource);
    const policies = (await policyOf(args, 'resource-policy')) ?? (collected === 'unknown' ? undefined : collected);
    const role = account.roles.find(({ arn }) => arn === resource);
    const trust = role !== undefined && /^sts:/i.test(action) ? role : undefined;
    const on = [...account.users, ...account.roles].find(({ arn }) => arn === resource);
    const owner = parseArn(resource)?.[4] ?? '';
    const foreign = /^\d{12}$/.test(owner) && owner !== account.id;
    const mayHave = resource !== '*' && mayHavePolicy(parseArn(resource)?.[2] ?? '');
    // Where a policy must allow by itself and was not read, nothing is certain; elsewhere it is said that it was not read.
    const decisive =
      trust === undefined && (/^(kms:|sts:AssumeRole)/i.test(action) || foreign || (asker.stranger && mayHave));
    const request = {
      ...requestOf(account, asker, {
        action,
        resource,
        context: { ...(on === undefined || setsBoundary(action) ? {} : boundaryOf(on.boundary)), ...context },
        trust,
        on,
        policies: policies ?? (decisive && resource !== '*' ? 'unknown' : undefined),
      }),
      ...limitsOf(account, foreign, asker.stranger),
      ...(foreign ? { resourceAccount: owner } : {}),
      ...(session === undefined ? {} : { session }),
    };
    const decision = asKnown(authorize(request), asker, action);
    const unread = [
      ...new Set<LayerName>([
        ...decision.unread,
        ...(policies === undefined && trust === undefined && mayHave ? ['resource' as const] : []),
      ]),
    ];
    // as it stands among what is missing of the account, which says more than a decision needs
    const unreadPolicy = unread.includes('resource')
      ? account.missing?.find((one) => one.includes(` of ${resource}: `))
      : undefined;
    const whole = {
      principal: asker.arn,
      action,
      resource,
      ...decision,
      unread,
      missing: unreadPolicy === undefined ? [] : [unreadPolicy],
      ...controlsJson(account.controls),
    };
    const missing = asker.subject?.unread ?? [];
    // an allow may stand in a document that was not read
    const result =
      missing.length > 0 &&
      decision.verdict === 'denied' &&
      !decision.layers.some(({ verdict }) => verdict === 'denied')
        ? { ...whole, verdict: 'possible' as const, reason: `policies were not read: ${missing.join(', ')}` }
        : whole;
    await writeStdout(format === 'json' ? [`${toJson(result, 2)}\n`] : textOf(result, account.controls));
    return 0;
  },
};

export default can;

/**
 * The policies of the organisation with the levels that take nothing away, which an explanation shows.
 * Resource control policies are those above the resource's account: another one's are not known.
 */
function limitsOf(
  { scps, rcps, controls }: Account,
  foreign: boolean,
  stranger: boolean,
): Pick<AuthorizationRequest, 'scps' | 'rcps'> {
  const found: { scps?: OrganizationPolicies; rcps?: OrganizationPolicies | 'unknown' } = {};
  if (!stranger && scps !== 'unknown' && controls?.scps.source === 'collected' && controls.scps.levels.length > 0)
    found.scps = controls.scps.levels;
  if (rcps !== 'unknown' && controls?.rcps.source === 'collected') {
    if (foreign) found.rcps = 'unknown';
    else if (controls.rcps.levels.length > 0) found.rcps = controls.rcps.levels;
  }
  return found;
}

function actionOf(action: string): string {
  if (/^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(action)) return action;
  throw new AuditError('usage', `${action}: is not an action`, {
    hint: 'Write one action as service:Name, e.g. s3:GetObject; wildcards stand for many decisions.',
  });
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
function contextOf(given: unknown): ContextInput {
  const found = new Map<string, string[]>();
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

async function policyOf(args: Record<string, unknown>, name: string): Promise<PolicySource[] | undefined> {
  const file = text(args, name);
  return file === undefined ? undefined : [{ name: name.replace('-', ' '), document: await readJson(file) }];
}

const layerNames: Record<LayerName, string> = {
  identity: 'identity policies',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policies',
  rcp: 'resource control policies',
};

interface Asked {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** The policy of the resource with the reason why it was not read. */
  readonly missing: readonly string[];
}

function* textOf(
  { principal, action, resource, missing, ...decision }: Decision & Asked,
  controls: Account['controls'],
): Generator<string> {
  yield `${decision.verdict.toUpperCase()}  ${inert(decision.reason)}\n\n  ${inert(principal)}\n  ${action}\n  ${inert(resource)}\n\n`;
  const width = Math.max(...Object.values(layerNames).map(({ length }) => length));
  for (const { layer, verdict, statements } of decision.layers) {
    const source = layer === 'scp' ? controls?.scps : layer === 'rcp' ? controls?.rcps : undefined;
    const why =
      layer === 'resource' && missing[0] !== undefined
        ? `: ${missing[0]}`
        : source?.source === 'unknown'
          ? `: ${source.reason}`
          : source?.source === 'collected' && source.none !== undefined
            ? `: ${source.none}`
            : '';
    const said = `${decision.unread.includes(layer) ? 'not read' : verdict}${why}`;
    const by = statements.map((one) => inert(`${one.effect} in ${one.policy} (${statementName(one)})`)).join('; ');
    yield `  ${layerNames[layer].padEnd(width)}  ${said}${by === '' ? '' : `: ${by}`}\n`;
  }
  for (const { operator, key, values, reason } of decision.open) {
    yield `\n  open: ${inert(`${operator} ${key} ${values.join(', ')}`)}${reason === 'operator' ? ' (an operator that is not known)' : ''}`;
  }
  for (const [key, values] of Object.entries(decision.assumed)) {
    yield `\n  needs: ${inert(values.length === 0 ? `${key} left out` : `${key} = ${values.join(', ')}`)}`;
  }
  if (decision.open.length > 0 || Object.keys(decision.assumed).length > 0) yield '\n';
  if (decision.statements.length > 0) yield '\nDeciding statements\n';
  for (const one of decision.statements.slice(0, 5)) {
    yield `\n  ${inert(`${one.policy} (${statementName(one)})`)}\n${toJson(one.json, 2)
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n')}\n`;
  }
}
