import { describe, expect, it } from 'vitest';
import { confusedDeputy, exposure, type ExposureInput } from '../../../src/iam/index.ts';
import { ACCOUNT, allow, deny, docs, type Json, MEMBER, OTHER, policy } from '../documents.ts';
import { type Access, options, tables } from './cases.ts';
import type { ExposureVerdict } from '../../../src/iam/index.ts';

const arn = `arn:aws:iam::${ACCOUNT}:role/r`;
/** Assuming a role is `write`; a trust policy gives nothing else. */
const assume = (verdict: ExposureVerdict): Access => ['private', verdict, 'private'];
const trust = (principal: unknown, condition?: Json, action: unknown = 'sts:AssumeRole'): ExposureInput => ({
  kind: 'role',
  arn,
  policy: policy(
    allow({ Principal: principal, Action: action, ...(condition === undefined ? {} : { Condition: condition }) }),
  ),
});
const provider = (host: string): string => `arn:aws:iam::${ACCOUNT}:oidc-provider/${host}`;
const web = (host: string, condition?: Json): ExposureInput =>
  trust(
    { Federated: host.includes('.amazonaws.com') && !host.startsWith('oidc.eks') ? host : provider(host) },
    condition,
    'sts:AssumeRoleWithWebIdentity',
  );
const github = 'token.actions.githubusercontent.com';
const audience = { [`${github}:aud`]: 'sts.amazonaws.com' };
const subject = (value: unknown, operator = 'StringLike'): ExposureInput =>
  web(github, {
    StringEquals: audience,
    [operator]: { ...(operator === 'StringEquals' ? audience : {}), [`${github}:sub`]: value },
  });
const eks = 'oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
const pool = 'cognito-identity.amazonaws.com';
const poolId = { StringEquals: { [`${pool}:aud`]: 'us-east-1:12345678-1234-1234-1234-123456789012' } };
const kind = (amr: string): Json => ({ 'ForAnyValue:StringLike': { [`${pool}:amr`]: amr } });
const saml = `arn:aws:iam::${ACCOUNT}:saml-provider/idp`;

tables({
  'AWS principals that a role trusts': [
    docs.trust,
    [
      ['everybody', trust('*'), assume('any-account')],
      ['everybody, by AWS: *', trust({ AWS: '*' }), assume('any-account')],
      ['the own account', trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }), 'private', []],
      ['another account', trust({ AWS: OTHER }), assume('cross-account'), [OTHER]],
      ['a user of another account', trust({ AWS: `arn:aws:iam::${OTHER}:user/u` }), assume('cross-account'), [OTHER]],
      [
        'a session of another account',
        trust({ AWS: `arn:aws:sts::${OTHER}:assumed-role/r/s` }),
        assume('cross-account'),
        [OTHER],
      ],
      ['an account of the organisation', trust({ AWS: MEMBER }), assume('organization'), []],
      ['a deleted principal', trust({ AWS: 'AIDAEXAMPLEEXAMPLE123' }), 'private', []],
      [
        'everybody with an external id',
        trust({ AWS: '*' }, { StringEquals: { 'sts:ExternalId': 'x' } }),
        assume('conditional'),
      ],
      [
        'everybody with any external id',
        trust({ AWS: '*' }, { StringLike: { 'sts:ExternalId': '*' } }),
        assume('any-account'),
      ],
      [
        'everybody of the organisation',
        trust({ AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
        assume('organization'),
      ],
      [
        'another account with an external id',
        trust({ AWS: OTHER }, { StringEquals: { 'sts:ExternalId': 'x' } }),
        assume('cross-account'),
        [OTHER],
      ],
      [
        'everybody with MFA',
        trust({ AWS: '*' }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
        assume('any-account'),
      ],
      [
        'everybody of the own account',
        trust({ AWS: '*' }, { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }),
        'private',
      ],
      [
        'a name in any account',
        trust({ AWS: '*' }, { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' } }),
        assume('any-account'),
      ],
      ['an AWS service', trust({ Service: 'ec2.amazonaws.com' }), 'private'],
      [
        'a trust that is denied',
        {
          kind: 'role',
          arn,
          policy: policy(
            allow({ Principal: { AWS: OTHER }, Action: 'sts:AssumeRole' }),
            deny({ Principal: { AWS: OTHER }, Action: 'sts:*' }),
          ),
        },
        'private',
        [],
      ],
      ['the wrong action', trust({ AWS: OTHER }, undefined, 'sts:TagSession'), 'private', []],
      ['all actions', trust({ AWS: OTHER }, undefined, 'sts:*'), assume('cross-account'), [OTHER]],
    ],
  ],
  'OIDC providers that many customers share': [
    docs.oidc,
    [
      ['no condition', web(github), assume('public')],
      ['the audience only', web(github, { StringEquals: audience }), assume('public')],
      ['a repository', subject('repo:acme/app:*'), 'private'],
      ['an exact subject', subject('repo:acme/app:ref:refs/heads/main', 'StringEquals'), 'private'],
      ['an organisation', subject('repo:acme/*'), 'private'],
      ['the beginning of an organisation', subject('repo:acme*'), assume('public')],
      ['every repository', subject('repo:*'), assume('public')],
      ['every subject', subject('*'), assume('public')],
      ['a repository name in any organisation', subject('repo:*/app:*'), assume('public')],
      ['a list with one hole', subject(['repo:acme/*', 'repo:*:ref:refs/heads/main']), assume('public')],
      ['a star that is no wildcard', subject('repo:*', 'StringEquals'), 'private'],
      ['everything but one', subject('repo:acme/app:*', 'StringNotLike'), assume('public')],
      ['a subject if there is one: tokens always have one', subject('repo:acme/*', 'StringLikeIfExists'), 'private'],
      ['for all values: tokens always have one', subject('repo:acme/*', 'ForAllValues:StringLike'), 'private'],
      [
        'the owner claim',
        web(github, { StringEquals: { ...audience, [`${github}:repository_owner`]: 'acme' } }),
        'private',
      ],
      [
        'the user who acts, who may be led to act in a repository of others',
        web(github, { StringEquals: { ...audience, [`${github}:actor_id`]: '1234' } }),
        assume('conditional'),
      ],
      [
        'the user who acts, in repositories of one owner',
        web(github, {
          StringEquals: { ...audience, [`${github}:actor_id`]: '1234', [`${github}:repository_owner`]: 'acme' },
        }),
        'private',
      ],
      [
        'a claim anybody can make true',
        web(github, { StringEquals: { ...audience, [`${github}:environment`]: 'prod' } }),
        assume('public'),
      ],
      [
        'an account of consumers, by audience',
        web('accounts.google.com', { StringEquals: { 'accounts.google.com:aud': '1234.apps.googleusercontent.com' } }),
        assume('conditional'),
      ],
      [
        'an account of consumers, by subject',
        web('accounts.google.com', { StringEquals: { 'accounts.google.com:sub': '1234' } }),
        'private',
      ],
      [
        'Terraform',
        web('app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:*:project:p:*' } }),
        assume('public'),
      ],
      [
        'Terraform of one organisation',
        web('app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:acme:*' } }),
        'private',
      ],
    ],
  ],
  'OIDC providers of one customer': [
    docs.oidc,
    [
      [
        'a service account',
        web(eks, {
          StringEquals: { [`${eks}:sub`]: 'system:serviceaccount:ns:sa', [`${eks}:aud`]: 'sts.amazonaws.com' },
        }),
        'private',
      ],
      [
        'every service account',
        web(eks, { StringEquals: { [`${eks}:aud`]: 'sts.amazonaws.com' } }),
        assume('conditional'),
      ],
      ['every service account by a star', web(eks, { StringLike: { [`${eks}:sub`]: '*' } }), assume('conditional')],
      ['a namespace', web(eks, { StringLike: { [`${eks}:sub`]: 'system:serviceaccount:ns:*' } }), 'private'],
    ],
  ],
  'Cognito identity pools': [
    docs.cognito,
    [
      ['any pool', web(pool), assume('public')],
      ['guests of one pool', web(pool, { ...poolId, ...kind('unauthenticated') }), assume('public')],
      ['signed-in users of one pool', web(pool, { ...poolId, ...kind('authenticated') }), assume('conditional')],
      ['signed-in users of any pool', web(pool, kind('authenticated')), assume('public')],
      ['one pool, whoever', web(pool, poolId), assume('conditional')],
      ['everybody may bring a web identity', trust('*', undefined, 'sts:AssumeRoleWithWebIdentity'), assume('public')],
    ],
  ],
  'SAML providers': [
    docs.trust,
    [
      [
        'an own provider',
        trust(
          { Federated: saml },
          { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
          'sts:AssumeRoleWithSAML',
        ),
        'private',
      ],
      ['a provider with the wrong action', trust({ Federated: saml }, undefined, 'sts:AssumeRole'), 'private'],
    ],
  ],
});

describe('what is said of a role', () => {
  it('lists its identity providers', () => {
    const found = exposure(subject('repo:*'), options);
    expect(found.federated).toMatchObject([{ provider: provider(github), type: 'oidc', verdict: 'public' }]);
    expect(found.witness).toMatchObject({ action: 'sts:AssumeRoleWithWebIdentity', resource: arn });
    expect(found.witness?.conditions[`${github}:sub`]?.[0]).toMatch(/^repo:unlisted\//);
    expect(exposure(trust({ Federated: saml }, undefined, 'sts:AssumeRoleWithSAML'), options).federated).toMatchObject([
      { type: 'saml', verdict: 'private' },
    ]);
  });

  it('shows a subject that fits a hole in a pattern', () => {
    expect(exposure(subject('repo:acme*'), options).witness?.conditions[`${github}:sub`]?.[0]).toMatch(
      /^repo:acme[^/]+\//,
    );
  });

  it('asks for no role tagging to be assumable', () => {
    expect(exposure(trust('*', undefined, 'sts:TagSession'), options).verdict).toBe('private');
  });
});

describe(`confused deputies (${docs.deputy})`, () => {
  const services = (condition?: Json): string[] => {
    const input = trust({ Service: ['sns.amazonaws.com', 'events.amazonaws.com'] }, condition);
    return confusedDeputy(input.policy).map((grant) => grant.service);
  };
  it.each<readonly [string, Json | undefined, number]>([
    ['no condition', undefined, 2],
    ['the own account as source', { StringEquals: { 'aws:SourceAccount': ACCOUNT } }, 0],
    ['an own resource as source', { ArnLike: { 'aws:SourceArn': `arn:aws:sns:*:${ACCOUNT}:*` } }, 0],
    ["anybody's resource as source", { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }, 2],
    ['the organisation as source', { StringEquals: { 'aws:SourceOrgID': 'o-ownorg1234' } }, 0],
    ['a source if there is one', { StringEqualsIfExists: { 'aws:SourceAccount': ACCOUNT } }, 0],
    ['an external id', { StringEquals: { 'sts:ExternalId': 'x' } }, 0],
  ])('%s', (_, condition, expected) => {
    expect(services(condition)).toHaveLength(expected);
  });

  it('are told apart from a denial by account', () => {
    const document = policy(
      allow({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' }),
      deny({
        Principal: '*',
        Action: 'sqs:*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:SourceAccount': ACCOUNT } },
      }),
    );
    expect(exposure({ kind: 'sqs', policy: document }, options).confusedDeputies).toEqual([]);
  });
});

describe('the verdict on AWS principals alone', () => {
  const both = (statements: readonly Json[]): ExposureInput => ({ kind: 'role', arn, policy: policy(...statements) });
  const open = allow({
    Principal: { Federated: provider('idp.example.com') },
    Action: 'sts:AssumeRoleWithWebIdentity',
  });
  const withExternalId = allow({
    Principal: '*',
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
  });
  it.each([
    ['only a provider whose tokens are not limited', [open], 'conditional', 'private'],
    ['everybody with an external id', [withExternalId], 'conditional', 'conditional'],
    ['both', [open, withExternalId], 'conditional', 'conditional'],
    [
      'a provider and a named account',
      [open, allow({ Principal: { AWS: OTHER }, Action: 'sts:AssumeRole' })],
      'conditional',
      'cross-account',
    ],
    ['a statement that cannot be read', [{ Principal: '*', Action: 'sts:AssumeRole' }], 'unknown', 'unknown'],
  ] as const)('%s', (_, statements, verdict, principals) => {
    const found = exposure(both(statements), options);
    expect({ verdict: found.verdict, principals: found.principals }).toEqual({ verdict, principals });
  });

  it('is the verdict itself where there are no identity providers', () => {
    const found = exposure(
      { kind: 'sqs', policy: policy(allow({ Principal: '*', Action: 'sqs:*', Resource: '*' })) },
      options,
    );
    expect(found.principals).toBe(found.verdict);
  });
});

const rcpDocs = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html';
describe(`resource control policies on tokens of identity providers (${rcpDocs})`, () => {
  const everything = {
    name: 'RCPFullAWSAccess',
    document: policy(allow({ Principal: '*', Action: '*', Resource: '*' })),
  };
  const denying = (action: unknown, condition: Json, resource = '*') => [
    [
      everything,
      {
        name: 'tenants',
        document: policy(deny({ Principal: '*', Action: action, Resource: resource, Condition: condition })),
      },
    ],
  ];
  const tenants = denying('sts:AssumeRoleWithWebIdentity', {
    StringNotLike: { [`${github}:sub`]: 'repo:acme/*' },
    Null: { [`${github}:sub`]: 'false' },
  });
  const federated = (input: ExposureInput, rcps: ReturnType<typeof denying>) =>
    exposure(input, { ...options, rcps }).federated.map(({ verdict }) => verdict);

  it.each([
    [
      'keeps strangers of a shared issuer out that the trust lets in',
      web(github, { StringEquals: audience }),
      tenants,
      'private',
    ],
    [
      'counts where its resource is the role',
      web(github),
      denying('sts:*', { StringNotLike: { [`${github}:sub`]: 'repo:acme/*' } }, arn),
      'private',
    ],
    [
      'is nothing to other roles',
      web(github),
      denying('sts:*', { StringNotLike: { [`${github}:sub`]: 'repo:acme/*' } }, `${arn}-other`),
      'public',
    ],
    [
      'is nothing to other ways of assuming',
      web(github),
      denying('sts:AssumeRole', { StringNotLike: { [`${github}:sub`]: 'repo:acme/*' } }),
      'public',
    ],
    [
      'is nothing when its pattern lets strangers in',
      web(github),
      denying('sts:*', { StringNotLike: { [`${github}:sub`]: 'repo:*' } }),
      'public',
    ],
    [
      'of the whole organization binds web identities, who are in none',
      web(github),
      denying('*', {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      }),
      'private',
    ],
    ['is nothing to issuers that it does not speak of', web('idp.example.com'), tenants, 'conditional'],
  ] as const)('%s', (_, input, rcps, verdict) => {
    expect(federated(input, rcps)).toEqual([verdict]);
  });

  it('spares the providers of other accounts only as far as it lets them in', () => {
    const foreign = `arn:aws:iam::${OTHER}:saml-provider/idp`;
    const input = trust({ Federated: foreign }, undefined, 'sts:AssumeRoleWithSAML');
    expect(federated(input, denying('sts:AssumeRoleWithSAML', { StringNotEquals: { 'saml:doc': 'nobody' } }))).toEqual([
      'cross-account',
    ]);
    expect(
      federated(
        input,
        denying('sts:AssumeRoleWithSAML', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }),
      ),
    ).toEqual(['private']);
  });

  it('says that they may narrow access when they were not read', () => {
    const found = exposure(web(github), { ...options, rcps: 'unknown' });
    expect(found.federated).toMatchObject([{ provider: provider(github), verdict: 'public' }]);
    expect(found.unknown.join()).toContain('resource control policies');
  });
});
