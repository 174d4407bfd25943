import { AuditError } from '../program/errors.ts';
import { parseArn } from '../text/arn.ts';
import { assertCanary } from '../iam/canary.ts';
import type { Account } from '../iam/graph/types.ts';
import { findPaths } from '../iam/paths/paths.ts';
import { shownArn } from '../iam/paths/summary.ts';
import { unreadText } from '../iam/paths/text.ts';
import type { PathsResult, PathStep } from '../iam/paths/types.ts';
import { ownerOf } from '../iam/owner.ts';
import type { LayerName, PolicySource } from '../iam/types.ts';
import { controlsJson, reasonsOf } from '../judgements/organization/control-sources.ts';
import { toJson } from '../text/escape.ts';
import { command, format, nameOf, text } from './door/options.ts';
import { iamAccountFrom, sourceOptions } from './iam-account.ts';
import { awsOptions, talkOptions } from './options.ts';
import { escapeChunks, isStdout, writeStdout, writeWhole } from './output.ts';
import { policyOption } from './policy-file.ts';
import { ownerOption, resourceOptions, type ResourceOptions, statedPolicy } from './resource-options.ts';
import { say } from './say.ts';

const formats = ['table', 'json', 'mermaid', 'svg'] as const;

export default command({
  usage: 'paths',
  options: {
    ...awsOptions,
    ...sourceOptions,
    ...talkOptions,
    ...resourceOptions,
    to: text('A user, role or resource to reach (default: to be administrator)'),
    format: format(...formats),
    output: text('File to write instead of standard output', { alias: 'o' }),
  },
  examples: [
    ['audit paths --iam-details details.json', 'who can become administrator, without credentials'],
    ['audit paths --to arn:aws:s3:::payroll --format json', 'who can reach a bucket'],
    ['audit paths --to arn:aws:s3:::payroll --resource-policy policy.json --rcps none', ''],
  ],

  async run(options) {
    const { to, format: as, output } = options;
    assertCanary();
    const states = await statedOf(options, to);
    const account = withStated(await iamAccountFrom(options, { endpoints: true, resource: to }), to, states);
    const result = findPaths(account, { to });
    const stated: LayerName[] = [
      ...(states.policy === undefined ? [] : (['resource'] as const)),
      ...(options.scps === undefined ? [] : (['scp'] as const)),
      ...(options.rcps === undefined ? [] : (['rcp'] as const)),
    ];
    const chunks = await render(result, as, account, { to, stated });
    if (output === undefined || isStdout(output)) await writeStdout(chunks);
    else await writeWhole(output, escapeChunks(chunks));
    if (as !== 'table' && options.quiet !== true) {
      const notes = [
        ...(result.unread.length > 0 ? [unreadText(result), ...reasonsOf(account.controls)] : []),
        ...missingText(account),
      ];
      for (const note of notes) say(`audit: ${note}`);
    }
    return 0;
  },
});

/** What JSON says of the question. */
interface About {
  readonly to: string | undefined;
  readonly stated: readonly LayerName[];
}

/** What options state of the resource to reach. */
interface Stated {
  readonly policy: readonly PolicySource[] | undefined;
  readonly owner: string | undefined;
}

/** @throws AuditError `usage` when they are given and `to` is no resource that has such */
async function statedOf(options: ResourceOptions, to: string | undefined): Promise<Stated> {
  const given = (['resourcePolicy', 'resourceAccount'] as const).find((name) => options[name] !== undefined);
  const parts = parseArn(to ?? '');
  if (given !== undefined && (to === undefined || parts === undefined || parts[2] === 'iam'))
    throw new AuditError('usage', `--${nameOf(given)} goes with --to of a resource`, {
      hint: 'E.g. --to arn:aws:s3:::payroll. Trust policies of roles are read with the account.',
    });
  return {
    owner: ownerOption(options.resourceAccount, to ?? ''),
    policy: statedPolicy(await policyOption(options.resourcePolicy, 'resource-policy'), parts?.[2] === 'kms'),
  };
}

function withStated(account: Account, to: string | undefined, { policy, owner }: Stated): Account {
  if (to === undefined) return account;
  return {
    ...account,
    ...(policy === undefined ? {} : { resourcePolicies: new Map([[to, policy]]) }),
    ...(owner === undefined ? {} : { ownerStated: new Map([[to, owner]]) }),
    // what is stated is not missing
    ...(policy === undefined || account.missing === undefined
      ? {}
      : { missing: account.missing.filter((one) => !one.includes(` of ${to}: `)) }),
  };
}

async function render(
  result: PathsResult,
  format: (typeof formats)[number],
  account: Account,
  about: About,
): Promise<Iterable<string>> {
  switch (format) {
    case 'table':
      return table((await import('../iam/paths/text.ts')).pathsText(result), account);
    case 'json':
      return pathsJson(result, account, about);
    case 'mermaid':
      return [(await import('../iam/paths/mermaid.ts')).pathsMermaid(result)];
    case 'svg':
      return [(await import('../iam/paths/svg.ts')).pathsSvg(result)];
  }
}

function* table(paths: Iterable<string>, account: Account): Generator<string> {
  yield* paths;
  for (const reason of reasonsOf(account.controls)) yield `  ${reason}\n`;
  for (const [at, line] of missingText(account).entries()) yield `${at === 0 ? '\n' : ''}${line}\n`;
}

/** What was not read besides the policies of the organization: there may be more paths, or fewer. */
const missingText = ({ missing = [] }: Account): string[] =>
  missing.length === 0
    ? []
    : ['Not read, so there may be more ways in, or fewer:', ...missing.map((one) => `  ${one}`)];

/** A step without the statements behind it, which the cuts name. */
const plain = ({ edge, from, to, actions, policies, condition }: PathStep) => ({
  edge,
  from: shownArn(from),
  to: shownArn(to),
  actions,
  policies,
  ...(condition === undefined ? {} : { condition }),
});

/** Written principal by principal: an account has thousands. */
function* pathsJson(
  { target, principals, entries, openings, cuts, unread }: PathsResult,
  account: Account,
  { to, stated }: About,
): Generator<string> {
  const { controls, missing = [] } = account;
  const owner = to === undefined || to !== target || parseArn(to)?.[2] === 'iam' ? undefined : ownerOf(account, to);
  yield '{\n  "principals": [';
  for (const [at, { arn, admin, verdict, paths: own }] of principals.entries()) {
    const one = {
      arn,
      admin,
      verdict,
      paths: own.map((path) => ({ verdict: path.verdict, steps: path.steps.map(plain) })),
    };
    yield `${at === 0 ? '' : ','}\n    ${toJson(one)}`;
  }
  yield '\n  ]';
  const rest = {
    target,
    entries: entries.map(({ path, ...entry }) => ({ ...entry, steps: path.steps.map(plain) })),
    exposures: openings.map(({ arn, verdict, step }) => ({ arn, verdict, step: plain(step) })),
    cuts,
    unread,
    stated,
    ...(owner === undefined ? {} : { resourceAccount: { account: owner.account ?? null, by: owner.by } }),
    missing,
    ...controlsJson(controls),
  };
  for (const [name, value] of Object.entries(rest)) yield `,\n  ${toJson(name)}: ${toJson(value)}`;
  yield '\n}\n';
}
