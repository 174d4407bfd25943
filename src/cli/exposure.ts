import { AuditError } from '../program/errors.ts';
import { assertCanary } from '../iam/canary.ts';
import { exposure, resourceKind } from '../iam/exposure/exposure.ts';
import { type Exposure, type ExposureInput, type ExposureOptions, RESOURCE_KINDS } from '../iam/exposure/types.ts';
import { statementName } from '../iam/statement.ts';
import { nearest } from '../text/nearest.ts';
import { escapeText, toJson } from '../text/escape.ts';
import { levelsOf } from './control-files.ts';
import { jsonIn, readJson, readText } from './json-file.ts';
import { command, format, list, nameOf, source, text, type Values } from './door/options.ts';
import { writeStdout } from './output.ts';
import { policyInside } from './policy-file.ts';
import { readAcl, readPublicAccessBlock } from './s3-files.ts';

const options = {
  kind: text(`What the policy is of: ${RESOURCE_KINDS.join(', ')}`),
  resource: text('ARN of the resource (default: those the policy names)'),
  account: list('Account that owns it'),
  org: text('Id of the own organization, o-…'),
  orgAccounts: list('Accounts of the own organization'),
  rcps: text('JSON of the resource control policies above the account, one list per level'),
  acl: text('For s3: JSON of the ACL, as aws s3api get-bucket-acl prints it'),
  publicAccessBlock: text('For s3: JSON of the block of the bucket'),
  accountPublicAccessBlock: text('For s3: JSON of the block of the account'),
  trustedAccounts: list('Other accounts that may have access'),
  format: format('text', 'json'),
};
type Given = Values<typeof options>;

export default command({
  usage: 'exposure <file>',
  args: { file: source('Policy document; - is standard input') },
  options,
  examples: [
    ['audit exposure bucket-policy.json --kind s3 --account 111122223333', ''],
    ['aws kms get-key-policy … --output text | audit exposure - --kind kms --format json', ''],
  ],

  async run(given) {
    const input = inputOf(given);
    const around = optionsOf(given);
    const { rcps: file, file: named = '-' } = given;
    if (file === '-')
      throw new AuditError('usage', '--rcps: give a file; standard input is where the policy may come from');
    assertCanary();
    const rcps = file === undefined || file === 'none' ? undefined : levelsOf(await readJson(file), 'rcps', file);
    const content = await readText(named);
    const document = documentIn(content);
    const bucket = await bucketOf(given, input.kind);
    const judged: ExposureInput =
      input.kind === 's3'
        ? { ...input, kind: 's3', ...bucket, policy: document }
        : { ...input, kind: input.kind, policy: document };
    const found = exposure(judged, { ...around, ...(rcps === undefined ? {} : { rcps }) });
    await writeStdout(given.format === 'json' ? [json(found)] : textOf(found));
    // What was said of it stands, and so does that nobody handed in a policy.
    jsonIn(content, named);
    return 0;
  },
});

type BucketInput = Omit<Extract<ExposureInput, { kind: 's3' }>, 'kind' | 'arn' | 'policy'>;

const bucketFiles = ['acl', 'publicAccessBlock', 'accountPublicAccessBlock'] as const;

function inputOf({ kind: name, resource: arn }: Given): Pick<ExposureInput, 'kind' | 'arn'> {
  const known = `Kinds: ${RESOURCE_KINDS.join(', ')}.`;
  if (name === undefined)
    throw new AuditError('usage', 'exposure needs --kind: what the policy is of', { hint: known });
  const kind = resourceKind(name);
  if (kind === undefined) {
    const [near] = nearest(name, RESOURCE_KINDS);
    throw new AuditError(
      'usage',
      `--kind: unknown value ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
      { hint: known },
    );
  }
  if (arn !== undefined && !/^arn:[^:]+:[^:]*:[^:]*:[^:]*:.+/.test(arn))
    throw new AuditError('usage', `--resource: ${arn} is not an ARN`);
  return { kind, ...(arn === undefined ? {} : { arn }) };
}

/** What else opens and closes a bucket. */
async function bucketOf(given: Given, kind: string): Promise<BucketInput> {
  const { acl, publicAccessBlock: block, accountPublicAccessBlock: accountBlock } = given;
  const first = bucketFiles.find((name) => given[name] !== undefined);
  if (first !== undefined && kind !== 's3') throw new AuditError('usage', `--${nameOf(first)} goes with --kind s3`);
  return {
    ...(acl === undefined ? {} : await readAcl('acl', acl)),
    ...(block === undefined ? {} : { publicAccessBlock: await readPublicAccessBlock('public-access-block', block) }),
    ...(accountBlock === undefined
      ? {}
      : { accountPublicAccessBlock: await readPublicAccessBlock('account-public-access-block', accountBlock) }),
  };
}

function accounts(found: readonly string[], name: string): readonly string[] {
  const wrong = found.find((one) => !/^\d{12}$/.test(one));
  if (wrong !== undefined)
    throw new AuditError('usage', `--${name}: ${wrong} is not an account id`, {
      hint: 'Account ids have twelve digits.',
    });
  return found;
}

function optionsOf(given: Given): ExposureOptions {
  const [account, second] = accounts(given.account, 'account');
  if (second !== undefined) throw new AuditError('usage', '--account was given twice');
  const { org: id } = given;
  if (id !== undefined && !/^o-[a-z0-9]{10,32}$/.test(id))
    throw new AuditError('usage', `--org: ${id} is not the id of an organization`, { hint: 'E.g. o-abcdefghij' });
  const members = accounts(given.orgAccounts, 'org-accounts');
  const trusted = accounts(given.trustedAccounts, 'trusted-accounts');
  return {
    ...(account === undefined ? {} : { account }),
    // without its id, its accounts are still known
    ...(id === undefined && members.length === 0
      ? {}
      : {
          organization: { ...(id === undefined ? {} : { id }), ...(members.length === 0 ? {} : { accounts: members }) },
        }),
    ...(trusted.length === 0 ? {} : { trustedAccounts: trusted }),
    now: new Date(),
  };
}

/** The policy of a text: without what a command of AWS printed around it. Nothing at all is no policy that could be judged. */
function documentIn(given: string): unknown {
  // a command that failed before the pipe prints nothing, which says nothing of the resource
  if (given.trim() === '') return ' ';
  let parsed: unknown;
  try {
    parsed = JSON.parse(given);
  } catch {
    return given;
  }
  return policyInside(parsed) ?? given;
}

function json(found: Exposure): string {
  const { verdict, access, accounts, witness, statements, unknown, confusedDeputies, notes } = found;
  const { trustedAccounts, organizationAccounts, organizations, possiblyOwn, unknownPrincipals } = found;
  const judged = { verdict, access, accounts, witness: witness ?? null, statements, unknown };
  const named = { trustedAccounts, organizationAccounts, organizations, possiblyOwn, unknownPrincipals };
  return `${toJson({ ...judged, ...named, confusedDeputies, notes }, 2)}\n`;
}

const inset = (value: unknown): string =>
  toJson(value, 2)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

function* textOf(found: Exposure): Generator<string> {
  yield `${found.verdict.toUpperCase()}\n\n`;
  for (const [group, verdict] of Object.entries(found.access)) yield `  ${group.padEnd(10)}  ${verdict}\n`;
  if (found.accounts.length > 0)
    yield `\n  accounts: ${found.accounts.join(', ')}${found.trustedAccounts.length > 0 ? ` (trusted: ${found.trustedAccounts.join(', ')})` : ''}\n`;
  if (found.organizations.length > 0) yield `\n  organizations: ${escapeText(found.organizations.join(', '))}\n`;
  if (found.unknownPrincipals.length > 0)
    yield `\n  principals of an account that is not known: ${escapeText(found.unknownPrincipals.join(', '))}\n`;
  if (found.organizationAccounts.length > 0) yield `  of the organization: ${found.organizationAccounts.join(', ')}\n`;
  const { witness } = found;
  if (witness !== undefined) {
    yield `\nA request that passes\n  ${escapeText(witness.principal)}\n  ${escapeText(witness.action)}\n  ${escapeText(witness.resource)}\n`;
    for (const [key, values] of Object.entries(witness.conditions))
      yield `  ${escapeText(values.length === 0 ? `without ${key}` : `${key} = ${values.join(', ')}`)}\n`;
    if (witness.via !== undefined) yield `  via ${witness.via}\n`;
  }
  for (const one of found.statements) {
    yield `\n${escapeText(`${one.policy} (${statementName(one)})`)}\n${inset(one.json)}\n`;
  }
  if (found.confusedDeputies.length > 0) {
    yield '\nConfused deputies: anybody may make these services act, without aws:SourceAccount, aws:SourceArn or an organization asked for\n';
    for (const { service, statement } of found.confusedDeputies.slice(0, 20))
      yield `  ${escapeText(`${service}: ${statement.policy} (${statementName(statement)})`)}\n`;
    const more = found.confusedDeputies.length - 20;
    if (more > 0) yield `  and ${more} more\n`;
    const shown = new Set(found.statements.map(({ policy, index }) => `${policy} ${index}`));
    for (const { statement } of found.confusedDeputies.slice(0, 20)) {
      const key = `${statement.policy} ${statement.index}`;
      if (shown.has(key)) continue;
      shown.add(key);
      yield `\n${escapeText(`${statement.policy} (${statementName(statement)})`)}\n${inset(statement.json)}\n`;
    }
  }
  for (const note of found.notes) yield `\nnote: ${escapeText(note)}\n`;
  if (found.unknown.length > 0) yield `\nNot known\n${found.unknown.map((one) => `  ${escapeText(one)}\n`).join('')}`;
}
