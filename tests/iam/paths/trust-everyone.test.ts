import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { ACCOUNT, type AccountSpec, ADMINISTRATOR, allow, details, doc, iamArn, type Statement } from './account.ts';

/**
 * Whom a trust policy lets in inside its account, without a right of his own or with one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
const assume = (principal: unknown, condition?: unknown, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: principal,
  ...(condition === undefined ? {} : { Condition: condition }),
  ...more,
});
/** What is undefined is left out, as in JSON. */
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const spec = (...trust: Statement[]): AccountSpec => ({
  users: {
    plain: { tags: { team: 'blue' } },
    able: { inline: [doc(allow('sts:AssumeRole'))], tags: { team: 'red' } },
    refused: { inline: [doc({ Effect: 'Deny', Action: 'sts:*', Resource: '*' })] },
  },
  roles: { app: {}, admin: { attached: [ADMINISTRATOR], trust: doc(...trust), tags: { tier: 'gold' } } },
});
const organization = { id: 'o-aaaaaaaaaa', path: 'o-aaaaaaaaaa/r-aaaa/ou-aaaa-11111111/' };
const member: Surroundings = { organization, managementAccount: false };
const alone: Surroundings = { managementAccount: false };

type Verdict = 'proven' | 'possible' | 'none';
const paths = (trust: readonly Statement[], surroundings: Surroundings = {}): Record<string, string> => {
  const { principals } = findPaths(accountFromDetails(json(details(spec(...trust))), surroundings));
  return Object.fromEntries(
    principals
      .filter(({ admin }) => !admin)
      .map(({ arn, verdict }) => [arn.slice(arn.lastIndexOf('/') + 1), verdict === 'blocked' ? 'none' : verdict]),
  );
};

const everyone = { AWS: '*' };
const deny = (principal: unknown, condition?: unknown): Statement => assume(principal, condition, { Effect: 'Deny' });
const all = (level: Verdict): [Verdict, Verdict, Verdict] => [level, level, level];

describe('a trust policy inside its account', () => {
  it.each<[string, Statement[], [plain: Verdict, able: Verdict, app: Verdict], Surroundings?]>([
    ['for everybody', [assume(everyone)], all('proven')],
    ['for everybody, as a plain *', [assume('*')], all('proven')],
    ['for everybody, in a list', [assume({ AWS: [iamArn('user/gone'), '*'] })], all('proven')],
    ['for the account', [assume({ AWS: iamArn('root') })], ['none', 'proven', 'none']],
    ['for the account, as a number', [assume({ AWS: ACCOUNT })], ['none', 'proven', 'none']],
    ['of the own account', [assume('*', { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } })], all('proven')],
    [
      'of the own account, in a list',
      [assume('*', { StringLike: { 'AWS:principalaccount': ['999988887777', '1111*'] } })],
      all('proven'),
    ],
    ['of another account', [assume('*', { StringEquals: { 'aws:PrincipalAccount': '999988887777' } })], all('none')],
    [
      'but for another account',
      [assume('*', { StringNotEquals: { 'aws:PrincipalAccount': '999988887777' } })],
      all('proven'),
    ],
    ['by ARN', [assume('*', { ArnLike: { 'aws:PrincipalArn': iamArn('*') } })], all('proven')],
    [
      'by ARN of users',
      [assume('*', { ArnLike: { 'aws:PrincipalArn': iamArn('user/*') } })],
      ['proven', 'proven', 'none'],
    ],
    [
      'by one ARN',
      [assume('*', { ArnEquals: { 'aws:PrincipalArn': iamArn('role/app') } })],
      ['none', 'none', 'proven'],
    ],
    [
      'by ARN as text',
      [assume('*', { StringLike: { 'aws:PrincipalArn': iamArn('user/pl*') } })],
      ['proven', 'none', 'none'],
    ],
    [
      'by the organization',
      [assume('*', { StringEquals: { 'aws:PrincipalOrgID': organization.id } })],
      all('proven'),
      member,
    ],
    [
      'by another organization',
      [assume('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-bbbbbbbbbb' } })],
      all('none'),
      member,
    ],
    [
      'by an organization, where it is not known',
      [assume('*', { StringEquals: { 'aws:PrincipalOrgID': organization.id } })],
      all('possible'),
    ],
    [
      'by an organization, in none',
      [assume('*', { StringEquals: { 'aws:PrincipalOrgID': organization.id } })],
      all('none'),
      alone,
    ],
    [
      'not by an organization, in none',
      [assume('*', { StringNotEquals: { 'aws:PrincipalOrgID': organization.id } })],
      all('proven'),
      alone,
    ],
    [
      'by a unit of the organization',
      [assume('*', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-aaaaaaaaaa/r-aaaa/*' } })],
      all('proven'),
      member,
    ],
    [
      'by the organization of the role',
      [assume('*', { StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } })],
      all('proven'),
      member,
    ],
    [
      'by unique id of a user',
      [assume('*', { StringEquals: { 'aws:userid': 'AIDAplain' } })],
      ['proven', 'none', 'none'],
    ],
    ['by unique ids of users', [assume('*', { StringLike: { 'aws:userid': 'AIDA*' } })], ['proven', 'proven', 'none']],
    [
      'by unique id of a role',
      [assume('*', { StringLike: { 'aws:userid': 'AROAapp:*' } })],
      ['none', 'none', 'proven'],
    ],
    [
      'by a session of a role',
      [assume('*', { StringEquals: { 'aws:userid': 'AROAapp:ci' } })],
      ['none', 'none', 'possible'],
    ],
    ['by a * that is literal', [assume('*', { StringEquals: { 'aws:userid': 'AROAapp:*' } })], all('none')],
    ['by a unique id that nobody has', [assume('*', { StringLike: { 'aws:userid': 'AROAgone:*' } })], all('none')],
    [
      'but for a unique id',
      [assume('*', { StringNotLike: { 'aws:userid': 'AROAapp:*' } })],
      ['proven', 'proven', 'none'],
    ],
    ['by user name', [assume('*', { StringEquals: { 'aws:username': 'plain' } })], ['proven', 'none', 'none']],
    ['by a tag', [assume('*', { StringEquals: { 'aws:PrincipalTag/team': 'blue' } })], ['proven', 'none', 'none']],
    [
      'by a tag that must not be',
      [assume('*', { Null: { 'aws:PrincipalTag/team': 'true' } })],
      ['none', 'none', 'proven'],
    ],
    ['by a tag of the role', [assume('*', { StringEquals: { 'aws:ResourceTag/tier': 'gold' } })], all('proven')],
    ['by another tag of the role', [assume('*', { StringEquals: { 'iam:ResourceTag/tier': 'tin' } })], all('none')],
    ['by type', [assume('*', { StringEquals: { 'aws:PrincipalType': 'User' } })], ['proven', 'proven', 'none']],
    [
      'by type, sessions',
      [assume('*', { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } })],
      ['none', 'none', 'proven'],
    ],
    [
      'by two conditions',
      [assume('*', { StringEquals: { 'aws:PrincipalAccount': ACCOUNT, 'aws:PrincipalTag/team': 'red' } })],
      ['none', 'proven', 'none'],
    ],
    ['with an external id', [assume('*', { StringEquals: { 'sts:ExternalId': 'secret' } })], all('possible')],
    [
      'with MFA',
      [assume('*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
      ['possible', 'possible', 'possible'],
    ],
    ['from an address', [assume('*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })], all('possible')],
    ['but for one user', [assume('*'), deny({ AWS: iamArn('user/plain') })], ['none', 'proven', 'proven']],
    [
      'but for users',
      [assume('*'), deny('*', { ArnLike: { 'aws:PrincipalArn': iamArn('user/*') } })],
      ['none', 'none', 'proven'],
    ],
    [
      'but for the account',
      [assume('*'), deny('*', { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } })],
      all('none'),
    ],
    [
      'for all but one',
      [assume(undefined, undefined, { NotPrincipal: { AWS: iamArn('user/plain') } })],
      ['none', 'proven', 'proven'],
    ],
    [
      'but for all others',
      [
        assume('*'),
        assume(undefined, undefined, { Effect: 'Deny', NotPrincipal: { AWS: [iamArn('user/plain'), iamArn('root')] } }),
      ],
      ['proven', 'none', 'none'],
    ],
    ['for a user', [assume({ AWS: iamArn('user/plain') })], ['proven', 'none', 'none']],
    ['for a role', [assume({ AWS: iamArn('role/app') })], ['none', 'none', 'proven']],
    ['for a session', [assume({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/app/ci` })], ['none', 'none', 'possible']],
    ['for a session of nobody', [assume({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/gone/ci` })], all('none')],
    [
      'for a session, among many',
      [
        assume({
          AWS: [
            ...Array.from({ length: 30 }, (_, at) => iamArn(`user/u${at}`)),
            `arn:aws:sts::${ACCOUNT}:assumed-role/app/ci`,
          ],
        }),
      ],
      ['none', 'none', 'possible'],
    ],
    [
      'but for a session',
      [assume('*'), deny({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/app/ci` })],
      ['proven', 'proven', 'possible'],
    ],
    ['with every action', [assume('*', undefined, { Action: '*' })], all('proven')],
    ['with every action of STS', [assume('*', undefined, { Action: ['STS:assume*'] })], all('proven')],
    ['with all actions but others', [assume('*', undefined, { Action: undefined, NotAction: 'iam:*' })], all('proven')],
    [
      'with all actions but this',
      [assume('*', undefined, { Action: undefined, NotAction: 'sts:AssumeRole' })],
      all('none'),
    ],
    ['for tags of sessions alone', [assume('*', undefined, { Action: 'sts:TagSession' })], all('none')],
    [
      'for identities of a provider',
      [assume({ Federated: iamArn('saml-provider/x') }, undefined, { Action: 'sts:AssumeRoleWithSAML' })],
      all('none'),
    ],
    ['for a service', [assume({ Service: 'ec2.amazonaws.com' })], all('none')],
  ])('%s', (_, trust, [plain, able, app], surroundings) => {
    const found = paths(trust, surroundings);
    expect({ plain: found['plain'], able: found['able'], app: found['app'] }).toEqual({ plain, able, app });
    // an explicit denial in one's own policies stands against every trust
    expect(found['refused']).toBe('none');
  });

  it('names the session that a path depends on', () => {
    const session = `arn:aws:sts::${ACCOUNT}:assumed-role/app/ci`;
    const { principals } = findPaths(accountFromDetails(json(details(spec(assume({ AWS: session }))))));
    const app = principals.find(({ arn }) => arn === iamArn('role/app'));
    expect(app?.paths[0]?.steps[0]?.condition).toBe(
      'which session of the role asks, for trust policy of admin (statement 1) names one',
    );
  });
});
