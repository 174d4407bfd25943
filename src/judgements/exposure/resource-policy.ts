import type { ClassifiedBy, ExactFix, SubjectBase, Verdict } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';
import type { None, Rest, Whole } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { PathOf } from '../../engine/forms/path.ts';
import { headOf, valueAt, withValue } from '../../engine/forms/path.ts';
import type { AnyResourceType, FacetsOf } from '../../inventory/resource.ts';
import { exposure, type Exposure, type ExposureInput } from '../../iam/index.ts';
import { rcpServices } from '../../iam/data/rcp-services.ts';
import { parseDocument } from '../../text/policy-document.ts';
import { resourceControlAlong, resourceLimits } from '../organization/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../organization/own-organization.ts';
import { type Abilities, exposedTo, judgeNotPublic, listOf, statementPhrase } from './exposure-message.ts';
import { judgeTrusted } from './trusted-access.ts';

/** Kinds of resources that their policy alone opens to others. */
type Kind = Extract<
  ExposureInput['kind'],
  'sqs' | 'sns' | 'opensearch' | 'lambda' | 'ecr' | 'secretsmanager' | 'backup' | 'glacier' | 'events' | 'generic'
>;

/** What a type says of its resource policy, once, beside the type: every check of it follows. */
export interface ResourcePolicy<R, P extends PathOf<Whole<R>>> {
  readonly kind: Kind;
  /** Where the policy's text is. Nothing there: the service said that the resource has none, unless `none` is said of it. */
  readonly at: P;
  /** Where the text of another policy is that is evaluated with it: whatever either allows, and none of what either denies. */
  readonly also?: PathOf<Whole<R>>;
  /** What the service says of a resource without a policy: then it says nothing of one of which nothing is there. */
  readonly none?: '';
  /**
   * What it means that there is no policy, where the service then lets in whoever reaches the resource within a network: such a
   * resource is open, not exposed to the internet. Left out where none lets in nobody else.
   */
  readonly open?: string;
  /** An action that a statement may allow: `sqs:SendMessage`. */
  readonly action: string;
  /** Of a `generic` kind: its service refuses requests without credentials, so that "*" is every AWS account. */
  readonly signed?: boolean;
  /** What can be done with the resource, in words; as any resource's when left out. */
  readonly abilities?: Abilities;
  /**
   * The command that gives the resource another policy, or none. Left out where there is no such command.
   * @param taken the Sids of the statements that the other one lacks
   */
  readonly put?: (
    subject: Whole<R>,
    policy: string | undefined,
    taken: readonly (string | undefined)[],
  ) => string | undefined;
  /** Facets besides the policy that `more` reads. */
  readonly needs?: readonly (keyof FacetsOf<R> & string)[];
  /** What a resource is like whose policy decides, by path: for the tests, where others stand before the policy. */
  readonly such?: Readonly<Record<string, unknown>>;
  /** What else the engine has to know of a resource of this kind. */
  readonly more?: (subject: Whole<R>) => Partial<ExposureInput>;
}

type Loose = ResourcePolicy<never, never>;

type Spec<R extends AnyResourceType, P extends PathOf<Whole<R>>> = Rest<R, never, None, None> & {
  readonly policy: ResourcePolicy<R, P>;
};

interface Circumstances {
  readonly now: number;
  readonly trustedAccounts: readonly string[];
  readonly rcps?: NonNullable<Parameters<typeof exposure>[1]>['rcps'];
  readonly organization?: { readonly id: string } | null | undefined;
}

const exposed = (
  subject: SubjectBase,
  { kind, signed, more }: Loose,
  policy: unknown,
  { now, trustedAccounts, rcps, organization }: Circumstances,
): Exposure =>
  exposure({ signed, ...more?.(subject as never), kind, arn: subject.arn, policy } as ExposureInput, {
    account: subject.account,
    now: new Date(now),
    trustedAccounts,
    ...(rcps === undefined ? {} : { rcps }),
    ...(organization === undefined ? {} : { organization }),
  });

/** Resource control policies, where they limit the service at all. */
const isLimited = ({ action }: Loose): boolean => rcpServices.has(action.split(':', 1)[0] ?? '');
const limitsOf = (of: Loose): Partial<typeof resourceControlAlong> => (isLimited(of) ? resourceControlAlong : {});

const limitsFrom = (of: Loose, ...known: Parameters<typeof resourceLimits>): ReturnType<typeof resourceLimits> =>
  isLimited(of) ? resourceLimits(...known) : { note: '', documents: [] };

/** Two policies as one: only where it says the same as both of them together. Text that is no policy stays for the engine to say so. */
function together(policy: unknown, other: unknown): unknown {
  if (other === undefined) return policy;
  if (policy === undefined) return other;
  const documents = [policy, other].map((text) => ({ text, parsed: parseDocument(text) }));
  const read = documents.flatMap(({ parsed }) =>
    parsed.ok && parsed.duplicates.length === 0
      ? [parsed.json as { readonly Version?: unknown; readonly Statement?: unknown }]
      : [],
  );
  const [first, second] = read;
  if (first === undefined || second === undefined) return documents.find(({ parsed }) => !parsed.ok)?.text ?? '{';
  // What a variable means is a matter of the version.
  if (first.Version !== second.Version && documents.some(({ text }) => JSON.stringify(text).includes('${'))) return '{';
  return JSON.stringify({ ...first, Statement: read.flatMap(({ Statement = [] }) => Statement) });
}

const noPolicy = (label: string, { open }: Loose): Verdict =>
  open === undefined ? pass(`${label} has no resource policy`) : fail(`${label} ${open}`);
const ways = 'through its policy';

/** A check that a resource's policy lets no strangers in: nobody without credentials, no account that nobody named. */
export const notPublic = <R extends AnyResourceType, const P extends PathOf<Whole<R>>, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, P>,
) => {
  const { policy: declared, ...rest }: Spec<R, P> = spec;
  const of = declared as unknown as Loose;
  return judged(resource, id, {
    ...rest,
    ...(of.open === undefined ? { exposes: true } : {}),
    needs: needsOf(resource, of),
    along: limitsOf(of),
    judge(subject, { now, trustedAccounts, along, unreadAlong }) {
      const policy = valueAt(subject, of.at);
      const other = of.also === undefined ? undefined : valueAt(subject, of.also);
      const label = resource.labelOf(subject as never);
      if (policy === of.none && other === undefined) return noPolicy(label, of);
      if (policy === undefined && other === undefined) return unknown(`AWS did not say which policy ${label} has`);
      const { rcps, note } = limitsFrom(of, along, unreadAlong);
      const expose = (document: unknown): Exposure =>
        exposed(subject as SubjectBase, of, together(document, other), { now, trustedAccounts, rcps });
      const asked = { note, ways, ...(of.abilities === undefined ? {} : { abilities: of.abilities }) };
      const verdict = judgeNotPublic(label, expose(policy), asked);
      return withFix(verdict, () => closed(subject, of, policy, expose, isOpen));
    },
    examples: (given) => {
      const base = like(given, of);
      return [...sharedExamples(base, of), ...publicExamples(base, of)];
    },
  });
};

/** A check that a resource's policy lets in the own account, the own organization and trusted accounts only. */
export const trustedOnly = <R extends AnyResourceType, const P extends PathOf<Whole<R>>, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, P>,
) => {
  const { policy: declared, ...rest }: Spec<R, P> = spec;
  const of = declared as unknown as Loose;
  return judged(resource, id, {
    ...rest,
    needs: needsOf(resource, of),
    along: { ...limitsOf(of), ...organizationAlong },
    judge(subject, { now, trustedAccounts, along, unreadAlong }) {
      const policy = valueAt(subject, of.at);
      const other = of.also === undefined ? undefined : valueAt(subject, of.also);
      const label = resource.labelOf(subject as never);
      if (policy === of.none && other === undefined) return noPolicy(label, of);
      if (policy === undefined && other === undefined) return unknown(`AWS did not say which policy ${label} has`);
      const { rcps, note, documents } = limitsFrom(of, along, unreadAlong);
      return judgeTrusted({
        name: label,
        note,
        ways,
        ...(of.abilities === undefined ? {} : { abilities: of.abilities }),
        organization: () => ownOrganizationOf(along.organizations),
        documents: [policy, other, ...documents].filter((document) => document !== undefined),
        expose: (organization) =>
          exposed(subject as SubjectBase, of, together(policy, other), { now, trustedAccounts, rcps, organization }),
      });
    },
    examples: (given) => {
      const base = like(given, of);
      return [...sharedExamples(base, of), ...trustedExamples(base, of)];
    },
  });
};

const needsOf = (resource: AnyResourceType, { at, also, needs = [] }: Loose): never[] =>
  [headOf(at), ...(also === undefined ? [] : [headOf(also)]), ...needs].filter(
    (name) => name in resource.facetDefs,
  ) as never[];

const isOpen = (found: Exposure): boolean => ['public', 'any-account', 'conditional'].includes(exposedTo(found));

function withFix(verdict: Verdict, fix: () => ExactFix | undefined): Verdict {
  if (verdict.kind !== 'fail') return verdict;
  const exact = fix();
  return exact === undefined ? verdict : { ...verdict, fix: exact };
}

/**
 * The policy without the statements that let somebody in, where taking them out is enough and the rest of the document stays
 * as it is; undefined where the document does not determine that.
 */
function closed(
  subject: object,
  { put }: Loose,
  policy: unknown,
  expose: (document: unknown) => Exposure,
  open: (found: Exposure) => boolean,
): ExactFix | undefined {
  const parsed = parseDocument(policy);
  if (put === undefined || !parsed.ok || parsed.duplicates.length > 0) return undefined;
  const document = parsed.json as { readonly Statement?: unknown };
  const statements: readonly unknown[] = [document.Statement ?? []].flat();
  const taken = new Map<number, string>();
  const rest = (): object => ({ ...document, Statement: statements.filter((_, at) => !taken.has(at)) });
  for (let found = expose(policy); open(found); found = expose(rest())) {
    const kept = [...statements.keys()].filter((at) => !taken.has(at));
    const opening = found.statements.filter(
      ({ policy: name, effect }) => name === 'resource policy' && effect === 'Allow',
    );
    const before = taken.size;
    for (const statement of opening) {
      const at = kept[statement.index];
      if (at !== undefined) taken.set(at, statementPhrase({ ...statement, index: at }));
    }
    if (taken.size === before) return undefined;
  }
  const left = statements.length > taken.size;
  const sids = [...taken.keys()].map((at) => (statements[at] as { readonly Sid?: string }).Sid);
  const cli = put(subject as never, left ? JSON.stringify(rest()) : undefined, sids);
  if (cli === undefined) return undefined;
  const note = `The command takes ${listOf([...taken.values()])} out of the policy${left ? '' : ', which leaves none'}: whoever needs the access has to be named in a statement of his own first.`;
  return { note, cli };
}

const stranger = '444455556666';
const text = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

const like = (base: object, { such = {} }: Loose): SubjectBase =>
  Object.entries(such).reduce<object>((all, [path, value]) => withValue(all, path, value), base) as SubjectBase;

function statementsOf({ arn }: SubjectBase, { action }: Loose) {
  const allow = (Principal: unknown, more: object = {}): object => ({
    Effect: 'Allow',
    Principal,
    Action: action,
    Resource: arn,
    ...more,
  });
  const onlyIf = (operator: string, key: string, value: string): object => ({
    Condition: { [operator]: { [key]: value } },
  });
  return { allow, onlyIf };
}

function sharedExamples(base: SubjectBase, of: Loose): readonly Example[] {
  const { allow, onlyIf } = statementsOf(base, of);
  const { account } = base;
  const given = (policy: string | undefined): object => withValue(base, of.at, policy);
  const own = `arn:aws:iam::${account}:root`;
  return [
    { when: 'there is no policy', given: given(of.none), expect: of.open === undefined ? 'pass' : 'fail' },
    ...(of.none === undefined
      ? []
      : [{ when: 'no policy is said', given: given(undefined), expect: 'unknown' as const }]),
    { when: 'the own account is named', given: given(text(allow({ AWS: own }))), expect: 'pass' },
    {
      when: 'everybody is limited to the own account',
      given: given(text(allow('*', onlyIf('StringEquals', 'aws:PrincipalAccount', account)))),
      expect: 'pass',
    },
    {
      when: 'everybody but the own account is denied',
      given: given(
        text(allow('*'), {
          ...allow('*', onlyIf('StringNotEquals', 'aws:PrincipalAccount', account)),
          Effect: 'Deny',
          Action: '*',
        }),
      ),
      expect: 'pass',
    },
    { when: 'everybody is allowed', given: given(text(allow('*'))), expect: 'fail' },
    { when: 'every account is allowed', given: given(text(allow({ AWS: '*' }))), expect: 'fail' },
    {
      when: 'everybody is limited to TLS',
      given: given(text(allow('*', onlyIf('Bool', 'aws:SecureTransport', 'true')))),
      expect: 'fail',
    },
    { when: 'the policy is no JSON', given: given('{'), expect: 'unknown' },
    ...shapedExamples(base, of),
    ...(of.also === undefined ? [] : besideExamples(base, of, of.also)),
    ...(isLimited(of) ? limitedExamples(account, given(text(allow('*')))) : []),
  ];
}

/** What another policy changes that is evaluated with the first. */
function besideExamples(base: SubjectBase, of: Loose, also: string): readonly Example[] {
  const { allow } = statementsOf(base, of);
  const deny = { ...allow('*'), Effect: 'Deny', Action: '*' };
  const given = (policy: string | undefined, other: string): object =>
    withValue(withValue(base, of.at, policy), also, other);
  return [
    { when: 'the other policy denies it', given: given(text(allow('*')), text(deny)), expect: 'pass' },
    {
      when: 'the other policy denies something else',
      given: given(text(allow('*')), text({ ...deny, Action: 'iam:*' })),
      expect: 'fail',
    },
    { when: 'the other policy alone lets everybody in', given: given(undefined, text(allow('*'))), expect: 'fail' },
    {
      when: 'the other policy lets everybody in, the first nobody else',
      given: given(text(allow({ AWS: base.account })), text(allow('*'))),
      expect: 'fail',
    },
    { when: 'the other policy is no JSON', given: given(text(deny), '{'), expect: 'unknown' },
    {
      when: 'a variable stands in one of two policies of different versions',
      given: given(
        JSON.stringify({ Version: '2008-10-17', Statement: allow({ AWS: base.account }) }),
        text({ ...deny, Resource: '${aws:username}' }),
      ),
      expect: 'unknown',
    },
  ];
}

/** What policies are written like, besides the plain. */
function shapedExamples(base: SubjectBase, of: Loose): readonly Example[] {
  const { allow, onlyIf } = statementsOf(base, of);
  const { account } = base;
  const given = (...statements: object[]): object => withValue(base, of.at, text(...statements));
  const without = (member: string, more: object): object =>
    Object.fromEntries(Object.entries({ ...allow('*'), ...more }).filter(([name]) => name !== member));
  const deny = (more: object): object => ({ ...allow('*', more), Effect: 'Deny', Action: '*' });
  return [
    {
      when: 'everybody but the own account is allowed',
      given: given(without('Principal', { NotPrincipal: { AWS: account } })),
      expect: 'fail',
    },
    {
      when: 'everything but something else is allowed',
      given: given(without('Action', { NotAction: 'iam:*' })),
      expect: 'fail',
    },
    {
      when: 'the action and its resource stand in lists, the action in capitals',
      given: given(allow({ AWS: ['*'] }, { Action: [of.action.toUpperCase()], Resource: [base.arn] })),
      expect: 'fail',
    },
    {
      when: 'the one statement is no list',
      given: withValue(base, of.at, JSON.stringify({ Version: '2012-10-17', Statement: allow('*') })),
      expect: 'fail',
    },
    {
      when: 'what everybody is allowed is denied to everybody',
      given: given(allow('*'), deny({ Sid: 'Nobody' })),
      expect: 'pass',
    },
    {
      when: 'only requests without TLS are denied',
      given: given(allow('*'), deny(onlyIf('Bool', 'aws:SecureTransport', 'false'))),
      expect: 'fail',
    },
    {
      when: 'everybody is limited to accounts of any number',
      given: given(allow('*', onlyIf('StringLike', 'aws:PrincipalAccount', '*'))),
      expect: 'fail',
    },
    {
      when: 'whoever is not limited by a key that he may leave out',
      given: given(allow('*', onlyIf('StringEqualsIfExists', 'aws:SourceVpce', 'vpce-0123456789abcdef0'))),
      expect: 'fail',
    },
    {
      when: 'what everybody was allowed ended',
      given: given(allow('*', onlyIf('DateLessThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z'))),
      expect: 'pass',
    },
    {
      when: 'what everybody was denied ended',
      given: given(allow('*'), deny(onlyIf('DateLessThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z'))),
      expect: 'fail',
    },
    {
      when: 'everybody but the own account is denied, by name',
      given: given(allow('*'), {
        Effect: 'Deny',
        NotPrincipal: { AWS: [account, `arn:aws:iam::${account}:root`] },
        Action: '*',
        Resource: '*',
      }),
      expect: 'pass',
    },
    {
      when: 'everybody is limited to one endpoint, whose key is in capitals',
      given: given(allow('*', onlyIf('StringEquals', 'AWS:SOURCEVPCE', 'vpce-0123456789abcdef0'))),
      expect: 'pass',
    },
    {
      when: 'everything but what is asked for is denied',
      given: given(allow('*'), { Effect: 'Deny', Principal: '*', NotAction: of.action, Resource: '*' }),
      expect: 'fail',
    },
    {
      when: 'a condition asks for the own account and for a value of a list',
      given: given(
        allow('*', {
          Condition: {
            StringEquals: { 'aws:PrincipalAccount': [account] },
            Bool: { 'aws:SecureTransport': ['true'] },
          },
        }),
      ),
      expect: 'pass',
    },
    {
      when: 'a role of the account is named among nobody else',
      given: given(allow({ AWS: [`arn:aws:iam::${account}:role/app`] })),
      expect: 'pass',
    },
    {
      when: 'services act for the own account alone',
      given: given(allow({ Service: 'events.amazonaws.com' }, onlyIf('StringEquals', 'aws:SourceAccount', account))),
      expect: 'pass',
    },
  ];
}

const limitedExamples = (account: string, given: object): readonly Example[] => [
  {
    when: 'resource control policies are not known',
    given,
    unreadAlong: {
      resourceControls: { actions: ['organizations:ListRoots'], cause: 'organizations:ListRoots denied' },
    },
    expect: 'fail',
  },
  {
    when: 'a resource control policy keeps strangers out',
    given,
    along: { resourceControls: [perimeter(account)] },
    expect: 'pass',
  },
];

/** An organization whose policy denies everything to principals of other accounts. */
const perimeter = (account: string): object => ({
  id: account,
  resourceControls: {
    levels: [
      {
        target: account,
        policies: [
          {
            id: 'p-perimeter',
            name: 'Perimeter',
            document: text({
              Effect: 'Deny',
              Principal: '*',
              Action: '*',
              Resource: '*',
              Condition: { StringNotEqualsIfExists: { 'aws:PrincipalAccount': account } },
            }),
          },
        ],
      },
    ],
  },
});

function publicExamples(base: SubjectBase, of: Loose): readonly Example[] {
  const { allow } = statementsOf(base, of);
  return [
    {
      when: 'another account is named',
      given: withValue(base, of.at, text(allow({ AWS: stranger }))),
      expect: 'pass',
    },
    {
      when: 'somebody who is deleted is named',
      given: withValue(base, of.at, text(allow({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' }))),
      expect: 'pass',
    },
    {
      when: 'a service is named, for whomever it acts',
      given: withValue(base, of.at, text(allow({ Service: 'events.amazonaws.com' }))),
      expect: 'pass',
    },
  ];
}

function trustedExamples(base: SubjectBase, of: Loose): readonly Example[] {
  const { allow, onlyIf } = statementsOf(base, of);
  const given = (principal: unknown, more?: object): object => withValue(base, of.at, text(allow(principal, more)));
  const organization = 'o-a1b2c3d4e5';
  const ofOrganization = given('*', onlyIf('StringEquals', 'aws:PrincipalOrgID', organization));
  const own = (id: string | undefined): Readonly<Record<string, readonly object[]>> => ({
    organizations: [{ details: { id } }],
  });
  return [
    { when: 'another account is named', given: given({ AWS: stranger }), expect: 'fail' },
    {
      when: 'a trusted account is named',
      given: given({ AWS: stranger }),
      trustedAccounts: [stranger],
      expect: 'pass',
    },
    { when: 'the own organization is named', given: ofOrganization, along: own(organization), expect: 'pass' },
    { when: 'another organization is named', given: ofOrganization, along: own('o-zzzzzzzzzz'), expect: 'fail' },
    { when: 'AWS does not say which the own is', given: ofOrganization, along: own(undefined), expect: 'unknown' },
  ];
}
