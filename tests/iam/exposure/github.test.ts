import { describe, expect, it } from 'vitest';
import { exposure, type ExposureVerdict } from '../../../src/iam/index.ts';
import { isPossible } from '../../../src/iam/exposure/issuers/grammar.ts';
import { github } from '../../../src/iam/exposure/issuers/github.ts';
import { ACCOUNT, allow, deny, type Json, policy } from '../documents.ts';
import { options } from './cases.ts';

const host = 'token.actions.githubusercontent.com';
const aud = { [`${host}:aud`]: 'sts.amazonaws.com' };

const grant = (conditions: Json, at = host, more: readonly Json[] = []) =>
  exposure(
    {
      kind: 'role',
      arn: `arn:aws:iam::${ACCOUNT}:role/r`,
      policy: policy(
        allow({
          Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${at}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: conditions,
        }),
        ...more,
      ),
    },
    options,
  );
const equals = (sub: unknown): Json => ({ StringEquals: { ...aud, [`${host}:sub`]: sub } });
const like = (sub: unknown): Json => ({ StringEquals: aud, StringLike: { [`${host}:sub`]: sub } });
const claim = (name: string, value: unknown, operator = 'StringEquals'): Json => ({
  StringEquals: aud,
  [`ForAnyValue:${operator}`]: { [`${host}:${name}`]: value },
});

type Case = readonly [what: string, conditions: Json, expected: ExposureVerdict];

const subjects: readonly Case[] = [
  // by name
  ['one branch', equals('repo:octo-org/app:ref:refs/heads/main'), 'private'],
  ['one branch, as a pattern without wildcard', like('repo:octo-org/app:ref:refs/heads/main'), 'private'],
  ['one repository', like('repo:octo-org/app:*'), 'private'],
  ['one owner', like('repo:octo-org/*'), 'private'],
  ['one owner and a branch', like('repo:octo-org/*:ref:refs/heads/main'), 'private'],
  ['one environment', equals('repo:octo-org/app:environment:prod'), 'private'],
  ['pull requests of one repository', equals('repo:octo-org/app:pull_request'), 'private'],
  ['repositories that begin alike', like('repo:octo-org/app-*'), 'private'],
  ['a wildcard that goes beyond the repository', like('repo:octo-org/a*:environment:prod'), 'private'],
  ['an owner without the slash: names go on', like('repo:octo-org*'), 'public'],
  ['an owner that begins so', like('repo:octo-*/app:*'), 'public'],
  ['an owner that ends so', like('repo:*-org/app:*'), 'public'],
  ['one letter of the owner is open', like('repo:octo-or?/app:*'), 'public'],
  ['an owner of one letter', like('repo:?/app:ref:refs/heads/main'), 'public'],
  ['any owner', like('repo:*/app:ref:refs/heads/main'), 'public'],
  ['the name behind a colon, where an environment can have it', like('*:octo-org/app:*'), 'public'],
  ['any repository', like('repo:*'), 'public'],
  ['any repository with an environment', like('repo:*:environment:prod'), 'public'],
  ['any subject', like('*'), 'public'],
  ['any subject in three stars', like('***'), 'public'],
  ['the name somewhere', like('*octo-org/app*'), 'public'],
  ['any subject with a branch of this name', like('*:ref:refs/heads/main'), 'public'],
  ['something of the prefix is open', like('rep?:octo-org/app:*'), 'private'],
  ['a prefix that is open', like('*octo-org/app:ref:refs/heads/main'), 'public'],
  ['a star in an equality, which no name has', equals('repo:octo-org/*'), 'private'],
  ['any owner by an equality, which no name has', equals('repo:*'), 'private'],
  ['a name with a colon, which no repository has', like('repo:octo-org:app*'), 'private'],
  ['a list with only own', like(['repo:octo-org/*', 'repo:octo-labs/app:*']), 'private'],
  ['a list with a hole', like(['repo:octo-org/*', 'repo:*/app:*']), 'public'],
  ['another spelling, which another owner cannot have', equals('repo:Octo-Org/App:ref:refs/heads/main'), 'private'],
  // immutable ids
  ['names and ids', equals('repo:octo-org@123456/app@456789:ref:refs/heads/main'), 'private'],
  ['names with any ids', like('repo:octo-org@*/app@*:ref:refs/heads/main'), 'private'],
  ['an owner with any id', like('repo:octo-org@*'), 'private'],
  [
    'ids and a branch, where an environment can have the ids',
    like('repo:*@123456/app@456789:ref:refs/heads/main'),
    'public',
  ],
  ['an owner id, where only names can stand', like('repo:????@123456/app@456789:*'), 'private'],
  ['an owner id where a branch can have it', like('repo:*@123456/*'), 'public'],
  ['ids where an environment can have them', like('repo:*@123456/*@456789:*'), 'public'],
  ['an owner that begins so, with an id', like('repo:octo-*@*/app@*:*'), 'public'],
  ['ids that begin so', like('repo:*@12*/app@*:*'), 'public'],
  ['a repository id with any name', like('repo:*/*@456789:*'), 'public'],
  ['either form', like(['repo:octo-org/app:*', 'repo:octo-org@123456/app@456789:*']), 'private'],
  ['either form in one pattern, which other names fit', like('repo:octo-org*/app*:ref:refs/heads/main'), 'public'],
  // customised subjects
  ['a repository id', like('repository_id:456789:*'), 'private'],
  ['a repository id alone', equals('repository_id:456789'), 'private'],
  ['the beginning of an id', like('repository_id:4567*'), 'public'],
  ['any repository id', like('repository_id:*:environment:prod'), 'public'],
  ['an owner id', like('repository_owner_id:123456:*'), 'private'],
  ['an owner', equals('repository_owner:octo-org'), 'private'],
  ['an owner, visibility', equals('repository_owner:octo-org:repository_visibility:private'), 'private'],
  ['visibility alone', equals('repository_visibility:private'), 'public'],
  ['an owner that begins so', like('repository_owner:octo*'), 'public'],
  ['a branch alone', equals('ref:refs/heads/main'), 'public'],
  ['a branch alone, with a wildcard', like('ref:refs/heads/*'), 'public'],
  ['an environment alone', equals('environment:production'), 'public'],
  ['pull requests alone', equals('pull_request'), 'public'],
  ['an event alone', equals('event_name:push'), 'public'],
  ['a runner alone', equals('runner_environment:self-hosted'), 'public'],
  ['a branch, then the repository', equals('ref:refs/heads/main:repository_id:456789'), 'private'],
  ['a branch, then anything', like('ref:refs/heads/main:*'), 'public'],
  [
    'a reusable workflow of one owner',
    equals('job_workflow_ref:octo-org/automation/.github/workflows/oidc.yml@refs/heads/main'),
    'private',
  ],
  ['a reusable workflow of any owner', like('job_workflow_ref:*/.github/workflows/oidc.yml@*'), 'public'],
  [
    'a repository, context and workflow',
    like('repo:octo-org/app:environment:prod:job_workflow_ref:octo-org/automation/*'),
    'private',
  ],
  [
    'any repository with a workflow of one owner',
    like('repo:*:job_workflow_ref:octo-org/automation/.github/workflows/oidc.yml@*'),
    'private',
  ],
  ['an enterprise', like('enterprise:octo-inc:*'), 'private'],
  ['an enterprise id', like('enterprise_id:123:*'), 'private'],
  ['whoever acts', equals('actor:octocat'), 'conditional'],
  ['a repository and whoever acts', equals('repo:octo-org/app:actor:octocat'), 'private'],
  ['a property that every organisation can define', equals('repo_property_tier:prod'), 'public'],
  ['a claim that is not documented', equals('unheard_of:octo-org'), 'conditional'],
];

const operators: readonly Case[] = [
  ['the audience only', { StringEquals: aud }, 'public'],
  ['nothing', {}, 'public'],
  [
    'the subject if there is one, which there is',
    { StringLikeIfExists: { [`${host}:sub`]: 'repo:octo-org/*' } },
    'private',
  ],
  ['all values', { 'ForAllValues:StringLike': { [`${host}:sub`]: 'repo:octo-org/*' } }, 'private'],
  ['any value', { 'ForAnyValue:StringLike': { [`${host}:sub`]: 'repo:octo-org/*' } }, 'private'],
  [
    'any value, with a hole',
    { 'ForAnyValue:StringLike': { [`${host}:sub`]: ['repo:octo-org/*', 'repo:o*'] } },
    'public',
  ],
  ['another than one', { StringNotEquals: { [`${host}:sub`]: 'repo:octo-org/app:ref:refs/heads/main' } }, 'public'],
  ['another than a pattern', { StringNotLike: { [`${host}:sub`]: 'repo:octo-org/*' } }, 'public'],
  ['no subject, which every token has', { Null: { [`${host}:sub`]: 'true' } }, 'private'],
  ['some subject', { Null: { [`${host}:sub`]: 'false' } }, 'public'],
  [
    'two patterns of which one names the owner',
    {
      StringLike: { [`${host}:sub`]: 'repo:octo-org/*' },
      'ForAnyValue:StringLike': { [`${host}:sub`]: '*:environment:prod' },
    },
    'private',
  ],
  [
    'two patterns that name nobody',
    {
      StringLike: { [`${host}:sub`]: 'repo:*/app:*' },
      'ForAnyValue:StringLike': { [`${host}:sub`]: '*:environment:prod' },
    },
    'public',
  ],
  [
    'a pattern with an exception',
    { StringLike: { [`${host}:sub`]: 'repo:*' }, StringNotLike: { [`${host}:sub`]: 'repo:unlisted/*' } },
    'public',
  ],
  ['in any case', { StringEqualsIgnoreCase: { [`${host}:sub`]: 'Repo:Octo-Org/App:ref:refs/heads/Main' } }, 'private'],
  ['a branch in any case', { StringEqualsIgnoreCase: { [`${host}:sub`]: 'Ref:refs/heads/Main' } }, 'public'],
  [
    'as an ARN, which is no form that is documented',
    { ArnLike: { [`${host}:sub`]: 'arn:aws:iam::*:*' } },
    'conditional',
  ],
];

const claims: readonly Case[] = [
  ['the repository', claim('repository', 'octo-org/app'), 'private'],
  ['any repository of the owner', claim('repository', 'octo-org/*', 'StringLike'), 'private'],
  ['a repository of any owner', claim('repository', '*/app', 'StringLike'), 'public'],
  ['the repository id', claim('repository_id', '456789'), 'private'],
  ['repository ids that begin so', claim('repository_id', '4*', 'StringLike'), 'public'],
  ['the owner id', claim('repository_owner_id', '123456'), 'private'],
  ['the enterprise id', claim('enterprise_id', '123'), 'private'],
  ['the enterprise id, if there is one', { StringEqualsIfExists: { [`${host}:enterprise_id`]: '123' } }, 'public'],
  [
    'the repository id for all values: the key is always there',
    { 'ForAllValues:StringEquals': { [`${host}:repository_id`]: '456789' } },
    'private',
  ],
  [
    'a claim that is misspelt, for all values: it is never there',
    { 'ForAllValues:StringEquals': { [`${host}:repo_id`]: '456789' } },
    'public',
  ],
  ['the owner by name, which AWS does not list', claim('repository_owner', 'octo-org'), 'private'],
  [
    'the owner by name, if it is there',
    { StringEqualsIfExists: { [`${host}:repository_owner`]: 'octo-org' } },
    'public',
  ],
  ['visibility, which AWS does not list', claim('repository_visibility', 'private'), 'conditional'],
  ['a branch', claim('ref', 'refs/heads/main'), 'public'],
  ['an environment', claim('environment', 'prod'), 'public'],
  ['a workflow by name', claim('workflow', 'deploy'), 'public'],
  [
    'a reusable workflow',
    claim('job_workflow_ref', 'octo-org/automation/.github/workflows/x.yml@refs/heads/main'),
    'private',
  ],
  ['reusable workflows of an owner', claim('job_workflow_ref', 'octo-org/*', 'StringLike'), 'private'],
  ['reusable workflows of owners that begin so', claim('job_workflow_ref', 'octo-*', 'StringLike'), 'public'],
  ['who acts', claim('actor', 'octocat'), 'conditional'],
  ['who acts, by id', claim('actor_id', '1234'), 'conditional'],
  [
    'who acts, and the repository',
    { StringEquals: { [`${host}:actor`]: 'octocat', [`${host}:repository_id`]: '456789' } },
    'private',
  ],
  [
    'any repository of the subject, one by its claim',
    { StringLike: { [`${host}:sub`]: 'repo:*' }, StringEquals: { [`${host}:repository_id`]: '456789' } },
    'private',
  ],
  [
    'names that cannot be of one token',
    { StringLike: { [`${host}:sub`]: 'repo:foo-*/app:*', [`${host}:repository`]: 'bar-*/app' } },
    'private',
  ],
  [
    'names that can be of one token',
    { StringLike: { [`${host}:sub`]: 'repo:foo-*/app:*', [`${host}:repository`]: 'foo-*/app' } },
    'public',
  ],
  ['an address, which tokens do not have', claim('email', 'x@example.com'), 'private'],
];

const own: readonly (readonly [what: string, host: string, sub: string | undefined, expected: ExposureVerdict])[] = [
  ['an enterprise by its slug', `${host}/octo-inc`, undefined, 'conditional'],
  ['any repository of an enterprise', `${host}/octo-inc`, 'repo:*', 'conditional'],
  ['an owner of an enterprise', `${host}/octo-inc`, 'repo:octo-org/*', 'private'],
  ['an environment of an enterprise', `${host}/octo-inc`, 'repo:*:environment:prod', 'private'],
  ['an enterprise on ghe.com', 'token.actions.octocorp.ghe.com', undefined, 'conditional'],
  ['an owner on ghe.com', 'token.actions.octocorp.ghe.com', 'repo:octo-org/*', 'private'],
  ['a server of its own', 'github.example.com/_services/token', 'repo:*', 'conditional'],
  ['an owner on a server of its own', 'github.example.com/_services/token', 'repo:octo-org/*', 'private'],
];

/** Every witness has to be a token that GitHub can make. */
function expectPossible(found: ReturnType<typeof grant>): void {
  if (found.unknown.length > 0) return;
  const [sub] = found.witness?.conditions[`${host}:sub`] ?? [];
  if (sub === undefined) return;
  expect(isPossible(github.subject, sub), sub).toBe(true);
  const claims = sub
    .split(':')
    .filter((word, at, all) => at < all.length - 1 && /^(?:repo|ref|environment|actor)$/.test(word));
  expect(claims, sub).toEqual([...new Set(claims)]);
}

describe('who can have a token of GitHub Actions (https://docs.github.com/en/actions/reference/security/oidc)', () => {
  it.each([...subjects, ...operators, ...claims])('%s', (_, conditions, expected) => {
    const found = grant(conditions);
    expect(found.verdict).toBe(expected);
    expectPossible(found);
  });

  it.each(own)('%s', (_, at, sub, expected) => {
    const conditions = sub === undefined ? {} : { StringLike: { [`${at}:sub`]: sub } };
    expect(grant(conditions, at).verdict).toBe(expected);
  });

  it('is kept out by a denial of all others', () => {
    const others = deny({
      Principal: '*',
      Action: 'sts:*',
      Condition: { StringNotLike: { [`${host}:sub`]: 'repo:octo-org/*' } },
    });
    expect(grant({ StringEquals: aud }, host, [others]).verdict).toBe('private');
    const more = deny({
      Principal: '*',
      Action: 'sts:*',
      Condition: { StringNotLike: { [`${host}:sub`]: ['repo:octo-org/*', 'ref:*'] } },
    });
    expect(grant({ StringEquals: aud }, host, [more]).verdict).toBe('public');
  });

  it('says what it does not know', () => {
    expect(grant(equals('unheard_of:octo-org')).unknown).toEqual([
      'access depends on who has the subject unheard_of:octo-org, which is in no form that GitHub Actions documents',
    ]);
    expect(grant(claim('repository_visibility', 'private')).unknown).toEqual([
      `access depends on the claim repository_visibility of ${host}, of which AWS does not say that conditions see it`,
    ]);
  });
});
