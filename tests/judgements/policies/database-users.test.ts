import { describe, expect, it } from 'vitest';
import { connectingToNamedUsers } from '../../../src/judgements/policies/database-users.ts';

const user = (rest: string, at = 'eu-west-1:111122223333') => `arn:aws:rds-db:${at}:dbuser:${rest}`;
// Members that are undefined are left out.
const policy = (Resource: unknown, more: object = {}): object =>
  JSON.parse(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'rds-db:connect', Resource, ...more }],
    }),
  ) as object;
const deny = (Resource: unknown) => ({ Effect: 'Deny', Action: 'rds-db:*', Resource });
const both = (...Statement: readonly unknown[]) => ({ Version: '2012-10-17', Statement });

describe('database users that a policy lets somebody connect as', () => {
  it.each([
    ['everything', policy('*'), 'fail', /as any user to any database/],
    ['everybody everywhere', policy(user('*/*')), 'fail', /as any user/],
    ['everybody of every account and region', policy(user('*/*', '*:*')), 'fail', /as any user/],
    ['everybody, by a star alone', policy(user('*')), 'fail', /as any user to databases/],
    ['everybody of a database', policy([user('db-ABC/*')]), 'fail', /as any user to database db-ABC/],
    ['some by a pattern', policy([user('db-ABC/app_*')]), 'fail', /as any user to database db-ABC/],
    [
      'a user of every database',
      policy(user('*/reporting')),
      'fail',
      /as user reporting to databases it does not name/,
    ],
    ['all of the service', policy('*', { Action: ['rds-db:*'] }), 'fail', /any database/],
    ['all services', policy('*', { Action: '*' }), 'fail', /any database/],
    ['everything but IAM', policy('*', { Action: undefined, NotAction: 'iam:*' }), 'fail', /any database/],
    [
      'everything but one user',
      policy(undefined, { Resource: undefined, NotResource: user('db-ABC/owner') }),
      'fail',
      /any database/,
    ],
    [
      'everybody with MFA',
      policy(user('*/*'), { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      'fail',
      /MultiFactor/i,
    ],
    ['a named user', policy(user('db-ABC/reporting')), 'pass', /at most as users it names/],
    ['named users of two databases', policy([user('db-ABC/a'), user('cluster-DEF/b')]), 'pass', /at most/],
    ['whoever asks', policy(user('db-ABC/${aws:username}')), 'pass', /at most/],
    [
      'everybody, denied again',
      both({ Effect: 'Allow', Action: 'rds-db:connect', Resource: '*' }, deny('*')),
      'pass',
      /at most/,
    ],
    ['other actions', policy('*', { Action: 'rds:Describe*' }), 'pass', /at most/],
    ['no document', '{not json', 'unknown', /cannot be read/],
  ] as const)('%s', (_, document, kind, message) => {
    const verdict = connectingToNamedUsers.judge('reporting', document);
    expect(verdict).toMatchObject({ kind });
    expect(verdict.kind === 'pass' || verdict.kind === 'fail' ? verdict.message : JSON.stringify(verdict)).toMatch(
      message,
    );
  });
  it.each(['aws-cn', 'aws-us-gov'])('%s', (partition) => {
    const open = policy(user('db-ABC/*').replace('arn:aws:', `arn:${partition}:`));
    expect(connectingToNamedUsers.judge('reporting', open)).toMatchObject({ kind: 'fail' });
  });
});
