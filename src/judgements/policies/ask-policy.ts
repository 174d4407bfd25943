import type { ClassifiedBy, ExactFix, SubjectBase, Verdict } from '../../engine/check.ts';
import { bearing } from '../../engine/check.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { Rest, None } from '../../engine/forms/form.ts';
import type { Inline } from '../../services/iam/details.ts';
import { inlinePolicy } from '../../services/iam/inline-policy.ts';
import { managedPolicy } from '../../services/iam/managed-policy.ts';
import { hcl } from '../../text/hcl.ts';
import { shell } from '../../text/shell.ts';

type Statement = Readonly<Record<string, unknown>>;

/** What may be asked of the document of any policy, wherever the policy hangs. */
export interface PolicyQuestion {
  readonly judge: (name: string, document: unknown) => Verdict;
  readonly risk: string;
  /** How a document is mended. */
  readonly fix: string;
  /** A statement that is as it should be, and one that is not. */
  readonly good: Statement;
  readonly bad: Statement;
  readonly references: readonly string[];
}

interface Spec {
  readonly title: string;
  readonly question: PolicyQuestion;
  /** Instead of the question's. */
  readonly risk?: string;
  readonly references?: readonly string[];
}

/** A check that asks something of the customer's managed policies. */
export const askCustomerPolicies = <const I extends string>(
  id: I,
  {
    title,
    question,
    risk = question.risk,
    references = question.references,
    unless = [],
    such = {},
  }: ClassifiedBy<I> & Spec & Pick<Rest<typeof managedPolicy, never, None, None>, 'unless'> & Like,
) =>
  judged(managedPolicy, id, {
    title,
    unless: [{ at: 'awsManaged', is: [true], because: '{name} is a policy of AWS' }, ...unless],
    risk,
    fix: { text: question.fix, exact: (policy) => newVersion(policy, question.good) },
    references,
    judge: ({ name, arn, document }) => bearing(question.judge(name, document), { changes: [arn] }),
    examples: () => examplesOf(question).map((example) => ({ ...example, given: { ...such, ...example.given } })),
  });

interface Like {
  /** What a policy is like that is asked, for the tests, where others are not. */
  readonly such?: object;
}

/** A check that asks something of the policies of AWS that are attached to somebody. */
export const askAwsPolicies = <const I extends string>(
  id: I,
  { title, question, risk = question.risk, references = question.references, fix }: ClassifiedBy<I> & Spec & Mended,
) =>
  judged(managedPolicy, id, {
    title,
    unless: [
      { at: 'awsManaged', is: [false], because: '{name} is not a policy of AWS' },
      { at: 'attachments', is: [0], because: '{name} is attached to nothing' },
    ],
    risk,
    fix: { text: fix },
    references,
    judge: ({ name, document }) => question.judge(name, document),
    examples: () =>
      examplesOf(question).map((example) => ({ ...example, given: { awsManaged: true, ...example.given } })),
  });

interface Mended {
  readonly fix: string;
}

/** Takes a managed policy away from its holder. */
export const detached = (kind: 'user' | 'group' | 'role', name: string, arn: string): string =>
  shell`aws iam detach-${kind}-policy --${kind}-name ${name} --policy-arn ${arn}`;

/** A check that asks something of the policies inside users, groups and roles. */
export const askInlinePolicies = <const I extends string>(
  id: I,
  {
    title,
    question,
    risk = question.risk,
    references = question.references,
    fix = { text: question.fix, exact: (policy) => rewritten(policy, question.good) },
  }: ClassifiedBy<I> & Spec & { readonly fix?: { readonly text: string; exact(policy: Owned): ExactFix } },
) =>
  judged(inlinePolicy, id, {
    title,
    risk,
    fix,
    references,
    judge: ({ name, arn, document }) => bearing(question.judge(name, document), { changes: [arn] }),
    examples: () => examplesOf(question),
  });

const examplesOf = ({ good, bad }: PolicyQuestion) =>
  [
    { when: 'it has a statement that is as it should be', given: documentOf(good), expect: 'pass' },
    { when: 'it has one that is not', given: documentOf(good, bad), expect: 'fail' },
    { when: 'it cannot be read', given: { document: '{not json' }, expect: 'unknown' },
  ] as const;

const documentOf = (...statements: readonly Statement[]): Pick<Inline, 'document'> => ({
  document: { Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) },
});

/** IAM keeps five versions of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MOST_VERSIONS = 5;

interface Versioned extends SubjectBase {
  readonly defaultVersion: string | undefined;
  readonly otherVersions: readonly { readonly id: string; readonly createdAt: string | undefined }[];
}

/** The document is a person's to write; the old one stays, and the oldest of all makes room. */
function newVersion(policy: Versioned, good: Statement): ExactFix {
  const { name, arn, defaultVersion, otherVersions } = policy;
  const [oldest] = [...otherVersions].sort((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''));
  const room =
    oldest !== undefined && otherVersions.length >= MOST_VERSIONS - 1
      ? [shell`aws iam delete-policy-version --policy-arn ${arn} --version-id ${oldest.id}`]
      : [];
  const undo = shell`aws iam set-default-policy-version --policy-arn ${arn} --version-id ${defaultVersion ?? 'v1'}`;
  return {
    ...(defaultVersion === undefined
      ? {}
      : { note: `Everyone who holds the policy gets the new version at once; \`${undo}\` brings the old one back.` }),
    cli: [
      ...room,
      shell`aws iam create-policy-version --policy-arn ${arn} --set-as-default --policy-document POLICY_DOCUMENT`,
    ].join('\n'),
    terraform: hcl`resource "aws_iam_policy" "this" {
  name   = ${name}
  policy = ${textOf(good, policy)}
}`,
  };
}

/** An example of a document, as of the account. */
const textOf = (good: Statement, { partition, account }: SubjectBase): string =>
  JSON.stringify(documentOf(good).document)
    .replaceAll('arn:aws:', `arn:${partition}:`)
    .replaceAll('111122223333', account);

interface Owned extends SubjectBase {
  readonly ownerKind: 'user' | 'group' | 'role';
  readonly owner: string;
  readonly policyName: string;
}

function rewritten(policy: Owned, good: Statement): ExactFix {
  const { ownerKind, owner, policyName } = policy;
  return {
    note: `The new document replaces the old one of the ${ownerKind} at once; keep a copy of it.`,
    cli: shell`aws iam put-${ownerKind}-policy --${ownerKind}-name ${owner} --policy-name ${policyName} --policy-document POLICY_DOCUMENT`,
    terraform: `${[
      `resource "aws_iam_${ownerKind}_policy" "this" {`,
      hcl`  name   = ${policyName}`,
      `  ${ownerKind.padEnd(6)} = ${hcl`${owner}`}`,
      hcl`  policy = ${textOf(good, policy)}`,
    ].join('\n')}\n}`,
  };
}

/** Takes an inline policy away. */
export const withoutInline = ({ ownerKind, owner, policyName }: Owned): ExactFix => ({
  note: `What the ${ownerKind} may do by it alone stops at once.`,
  cli: shell`aws iam delete-${ownerKind}-policy --${ownerKind}-name ${owner} --policy-name ${policyName}`,
});
