import { AuditError } from '../errors.ts';
import { assertCanary } from '../iam/canary.ts';
import { parseArn } from '../iam/arn.ts';
import { Rights } from '../iam/graph/rights.ts';
import { ActionMask } from '../iam/graph/mask.ts';
import { subjectOf } from '../iam/graph/subject.ts';
import type { Account, Principal } from '../iam/graph/types.ts';
import { statementName } from '../iam/paths/step.ts';
import { authorize } from '../iam/authorize.ts';
import type { ContextInput, Decision, LayerName, PolicySource } from '../iam/types.ts';
import { nearest } from '../text/nearest.ts';
import type { CommandModule } from './commands.ts';
import { iamAccountFrom, sourceOptions } from './iam-account.ts';
import { readJson } from './json-file.ts';
import { awsOptions, oneOf, talkOptions, text } from './options.ts';
import { writeStdout } from './output.ts';

const can: CommandModule = {
  command: 'can <principal> <action> <resource>',
  builder: (y) =>
    talkOptions(sourceOptions(awsOptions(y)))
      .positional('principal', { type: 'string', describe: 'ARN or name of a user or role' })
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
    assertCanary();
    const account = await iamAccountFrom(args);
    const principal = principalOf(account, text(args, 'principal') ?? '');
    const session = await policyOf(args, 'session-policy');
    const policies = await policyOf(args, 'resource-policy');
    const subject = subjectOf(account, principal);
    const rights = new Rights(account, subject, new ActionMask([]));
    const role = account.roles.find(({ arn }) => arn === resource);
    const trust = role !== undefined && /^sts:/i.test(action) ? role : undefined;
    const owner = parseArn(resource)?.[4] ?? '';
    const foreign = /^\d{12}$/.test(owner) && owner !== account.id;
    // Where a policy must allow by itself and was not read, nothing is certain; elsewhere it is said that it was not read.
    const decisive = trust === undefined && (/^(kms:|sts:AssumeRole)/i.test(action) || foreign);
    const request = {
      ...rights.request({
        action,
        resource,
        context,
        trust,
        on: trust,
        policies: policies ?? (decisive && resource !== '*' ? 'unknown' : undefined),
      }),
      ...(foreign ? { resourceAccount: owner } : {}),
      ...(session === undefined ? {} : { session }),
    };
    const decision = authorize(request);
    const unread = [
      ...new Set<LayerName>([
        ...decision.unread,
        ...(policies === undefined && trust === undefined && hasPolicies(action) ? ['resource' as const] : []),
      ]),
    ];
    const whole = { principal: principal.arn, action, resource, ...decision, unread };
    const missing = subject.unread;
    // an allow may stand in a document that was not read
    const result =
      missing.length > 0 &&
      decision.verdict === 'denied' &&
      !decision.layers.some(({ verdict }) => verdict === 'denied')
        ? { ...whole, verdict: 'possible' as const, reason: `policies were not read: ${missing.join(', ')}` }
        : whole;
    await writeStdout(format === 'json' ? [`${JSON.stringify(result, undefined, 2)}\n`] : textOf(result));
    return 0;
  },
};

export default can;

function actionOf(action: string): string {
  if (/^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(action)) return action;
  throw new AuditError('usage', `${action}: is not an action`, {
    hint: 'Write one action as service:Name, e.g. s3:GetObject; wildcards stand for many decisions.',
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

/** A user or role by ARN, by `user/name` or `role/name`, or by a name that only one of them has. */
function principalOf(account: Account, wanted: string): Principal {
  const all = [...account.users, ...account.roles];
  const found = all.filter(({ arn, name, kind }) => arn === wanted || name === wanted || `${kind}/${name}` === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1)
    throw new AuditError('usage', `${wanted}: is the name of a user and of a role`, {
      hint: `Write user/${wanted} or role/${wanted}.`,
    });
  const near = nearest(
    wanted,
    all.flatMap(({ arn, name }) => (wanted.startsWith('arn:') ? arn : name)),
  );
  throw new AuditError('usage', `${wanted}: the account has no such user or role`, {
    hint: near.length === 0 ? 'Give the ARN or the name.' : `Did you mean ${near.join(' or ')}?`,
  });
}

/** Services whose resources may have policies of their own. */
const withPolicies = new Set(
  's3 sqs sns lambda ecr secretsmanager elasticfilesystem es execute-api backup glacier events dynamodb kinesis logs kms sts'.split(
    ' ',
  ),
);
const hasPolicies = (action: string): boolean => withPolicies.has(action.slice(0, action.indexOf(':')).toLowerCase());

const layerNames: Record<LayerName, string> = {
  identity: 'identity policies',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policies',
  rcp: 'resource control policies',
};

function* textOf({
  principal,
  action,
  resource,
  ...decision
}: Decision & { principal: string; action: string; resource: string }): Generator<string> {
  yield `${decision.verdict.toUpperCase()}  ${decision.reason}\n\n  ${principal}\n  ${action}\n  ${resource}\n\n`;
  const width = Math.max(...Object.values(layerNames).map(({ length }) => length));
  for (const { layer, verdict, statements } of decision.layers) {
    const said = decision.unread.includes(layer) ? 'not read' : verdict;
    const by = statements.map((one) => `${one.effect} in ${one.policy} (${statementName(one)})`).join('; ');
    yield `  ${layerNames[layer].padEnd(width)}  ${said}${by === '' ? '' : `: ${by}`}\n`;
  }
  for (const { operator, key, values, reason } of decision.open) {
    yield `\n  open: ${operator} ${key} ${values.join(', ')}${reason === 'operator' ? ' (an operator that is not known)' : ''}`;
  }
  for (const [key, values] of Object.entries(decision.assumed)) {
    yield `\n  needs: ${values.length === 0 ? `${key} left out` : `${key} = ${values.join(', ')}`}`;
  }
  if (decision.open.length > 0 || Object.keys(decision.assumed).length > 0) yield '\n';
  if (decision.statements.length > 0) yield '\nDeciding statements\n';
  for (const one of decision.statements.slice(0, 5)) {
    yield `\n  ${one.policy} (${statementName(one)})\n${(JSON.stringify(one.json, undefined, 2) ?? '')
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n')}\n`;
  }
}
