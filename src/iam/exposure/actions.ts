import { kindActions } from '../data/kind-actions.ts';
import type { Statement } from '../policy.ts';
import type { Form } from './resources.ts';
import type { AccessGroup, ResourceKind } from './types.ts';

/** An action that a resource policy can grant. */
export interface KindAction {
  /** `s3:GetObject` */
  readonly name: string;
  readonly lower: string;
  readonly group: AccessGroup;
  readonly forms: readonly Form[];
}

const groups: Readonly<Record<string, AccessGroup>> = { r: 'read', w: 'write', a: 'administer' };
const listed = new Map<string, readonly KindAction[]>();

/** Actions whose meaning everybody knows come first, so that they make the witness. */
const telling = new Map(
  (
    's3:GetObject s3:ListBucket s3:PutObject s3:DeleteObject s3:PutBucketPolicy s3:PutObjectAcl kms:Decrypt kms:Encrypt ' +
    'kms:PutKeyPolicy kms:CreateGrant sqs:ReceiveMessage sqs:SendMessage sqs:AddPermission sns:Subscribe sns:Publish ' +
    'sns:AddPermission lambda:GetFunction lambda:InvokeFunction lambda:InvokeFunctionUrl lambda:AddPermission ' +
    'ecr:BatchGetImage ecr:PutImage ecr:SetRepositoryPolicy secretsmanager:GetSecretValue secretsmanager:PutSecretValue ' +
    'secretsmanager:PutResourcePolicy elasticfilesystem:ClientMount elasticfilesystem:ClientWrite es:ESHttpGet es:ESHttpPost ' +
    'es:UpdateDomainConfig execute-api:Invoke backup:CopyIntoBackupVault backup:StartRestoreJob events:PutEvents ' +
    'glacier:GetJobOutput glacier:UploadArchive'
  )
    .toLowerCase()
    .split(' ')
    .map((name, at) => [name, at]),
);
const order = (action: KindAction): number => telling.get(action.lower) ?? telling.size;

const roleActions: readonly KindAction[] = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
].map((name) => ({ name, lower: name.toLowerCase(), group: 'write', forms: ['self'] }));

/** The actions that the service authorization reference lists for the kind. */
export function actionsOfKind(kind: ResourceKind): readonly KindAction[] {
  if (kind === 'role') return roleActions;
  let found = listed.get(kind);
  if (found === undefined) {
    const entry = kindActions[kind];
    found =
      entry === undefined
        ? []
        : entry[1].split(' ').map((text): KindAction => {
            const [name = '', marks = ''] = text.split(':');
            return {
              name: `${entry[0]}:${name}`,
              lower: `${entry[0]}:${name}`.toLowerCase(),
              group: groups[marks[0] ?? ''] ?? 'write',
              forms: [marks[1] === 'o' ? 'object' : 'self'],
            };
          });
    found = found.toSorted((a, b) => order(a) - order(b));
    listed.set(kind, found);
  }
  return found;
}

/** The service prefix of a kind's actions; undefined for `generic`, whose policies say it themselves. */
export const serviceOfKind = (kind: ResourceKind): string | undefined =>
  kind === 'role' ? 'sts' : kindActions[kind]?.[0];

/** What an action is for, from its verb: only for actions that no list knows. */
function groupOfName(name: string): AccessGroup {
  const verb = name.slice(name.indexOf(':') + 1).toLowerCase();
  if (/(policy|permissions?|acl|grant|trust)s?$/.test(verb) && !/^(get|list|describe)/.test(verb)) return 'administer';
  return /^(get|list|describe|batchget|batchcheck|read|select|search|query|scan|view|download|receive|head|check|lookup|decrypt|pull)/.test(
    verb,
  )
    ? 'read'
    : 'write';
}

/** Actions to try: those of the kind, and those that statements name and no list knows. */
export function actionsToTry(kind: ResourceKind, statements: Iterable<Statement>): readonly KindAction[] {
  const known = actionsOfKind(kind);
  const names = new Set(known.map((action) => action.lower));
  const service = serviceOfKind(kind);
  const extra: KindAction[] = [];
  const add = (name: string): void => {
    const lower = name.toLowerCase();
    if (names.has(lower) || (service !== undefined && !lower.startsWith(`${service}:`))) return;
    names.add(lower);
    extra.push({
      name,
      lower,
      group: groupOfName(name),
      forms: kind === 'generic' || kind === 'vpce' || kind === 'role' ? ['self'] : ['self', 'object'],
    });
  };
  for (const statement of statements) {
    if (statement.effect === 'Deny') continue;
    for (const text of statement.actions.texts) {
      if (!/[*?]/.test(text)) {
        if (!statement.notAction) add(text);
      } else if (service === undefined) {
        for (const name of samples(text)) add(name);
      }
    }
    // NotAction, or an action that could not be read, covers actions that nothing names
    if (service === undefined && (statement.notAction || statement.actions.all))
      for (const name of samples('*')) add(name);
  }
  return [...known, ...extra];
}

/** Made-up actions that a pattern covers, one for each kind of access. */
function samples(pattern: string): string[] {
  const [service = '', verb = '*'] = pattern.includes(':') ? pattern.split(':') : [pattern, '*'];
  const prefix = /[*?]/.test(service) ? 'service' : service;
  const start = verb.slice(0, verb.search(/[*?]/));
  if (start === '') return [`${prefix}:GetResource`, `${prefix}:UpdateResource`, `${prefix}:PutResourcePolicy`];
  const end = verb.slice(Math.max(verb.lastIndexOf('*'), verb.lastIndexOf('?')) + 1);
  const middle = end === '' && /^(put|delete|set|add)$/i.test(start) ? ['Resource', 'ResourcePolicy'] : ['Resource'];
  return middle.map((text) => `${prefix}:${start}${end === '' ? text : ''}${end}`);
}
