import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import {
  type AccountSpec,
  ADMINISTRATOR,
  allow,
  details,
  doc,
  iamArn,
  policyArn,
  type RoleSpec,
  type Statement,
  trustService,
  type UserSpec,
} from './account.ts';
import { docs } from '../documents.ts';

const boundary = `${docs.boundary}#access_policies_boundaries-delegate`;
const iamKeys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';
const arns = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html';
const specific = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-overview.html';

const me = iamArn('user/me');
const bound = policyArn('bound');
const onlyBound = { StringEquals: { 'iam:PermissionsBoundary': bound } };
const user = (...statements: readonly Statement[]): UserSpec => ({ inline: [doc(...statements)] });
const lambdaAdmin: Record<string, RoleSpec> = {
  boss: { trust: trustService('lambda.amazonaws.com'), attached: [ADMINISTRATOR] },
};
const wide: AccountSpec['policies'] = { bound: [doc(allow('*'))], narrow: [doc(allow('s3:*'))] };
const me1 = (statements: readonly Statement[], rest: Partial<UserSpec> = {}): AccountSpec => ({
  users: { me: { ...user(...statements), ...rest } },
  policies: wide,
});
const pass = (condition: unknown): Statement => allow('iam:PassRole', '*', condition);
const run = (where: string): Statement => allow(['lambda:CreateFunction', 'lambda:InvokeFunction'], where);
const functions = (account: string, name = '*'): string => `arn:aws:lambda:us-east-1:${account}:function:${name}`;
const associated = (value: string, operator = 'ArnLike') => ({ [operator]: { 'iam:AssociatedResourceArn': value } });
const lambda = (...statements: readonly Statement[]): AccountSpec => ({
  users: { me: user(...statements) },
  roles: lambdaAdmin,
});
const uploader = (bucket: string): AccountSpec => ({
  users: { me: user(allow('s3:PutObject', `arn:aws:s3:::${bucket}/*`)) },
  roles: { boss: { trust: trustService('codebuild.amazonaws.com'), attached: [ADMINISTRATOR] } },
});

const tables: Readonly<
  Record<
    string,
    readonly [url: string, cases: readonly (readonly [what: string, spec: AccountSpec, verdict: string])[]]
  >
> = {
  'a condition on the boundary of the user who gets a policy': [
    boundary,
    [
      ['AttachUserPolicy, and he has none', me1([allow('iam:AttachUserPolicy', me, onlyBound)]), 'none'],
      ['PutUserPolicy, and he has none', me1([allow('iam:PutUserPolicy', me, onlyBound)]), 'none'],
      [
        'AttachUserPolicy, and he has another',
        me1([allow('iam:AttachUserPolicy', me, onlyBound)], { boundary: policyArn('narrow') }),
        'none',
      ],
      [
        'AttachUserPolicy, and he has that one, which allows everything',
        me1([allow('iam:AttachUserPolicy', me, onlyBound)], { boundary: bound }),
        'proven',
      ],
      [
        'PutUserPolicy where it must not be that one, and he has none',
        me1([allow('iam:PutUserPolicy', me, { StringNotEquals: { 'iam:PermissionsBoundary': bound } })]),
        'proven',
      ],
      [
        'a new user has none, unless it is made with one',
        me1([allow(['iam:CreateUser', 'iam:CreateAccessKey']), allow('iam:AttachUserPolicy', '*', onlyBound)]),
        'none',
      ],
    ],
  ],
  'a condition on the boundary of the role that gets a policy or another trust': [
    boundary,
    [
      [
        'AttachRolePolicy',
        {
          users: { me: user(allow('iam:AttachRolePolicy', '*', onlyBound), allow('sts:AssumeRole')) },
          roles: { app: { trust: doc({ Principal: { AWS: iamArn('root') }, Action: 'sts:AssumeRole' }) } },
          policies: wide,
        },
        'none',
      ],
      [
        'UpdateAssumeRolePolicy',
        {
          users: { me: user(allow('iam:UpdateAssumeRolePolicy', '*', onlyBound)) },
          roles: lambdaAdmin,
          policies: wide,
        },
        'none',
      ],
    ],
  ],
  'the boundary that somebody sets': [
    boundary,
    [
      [
        'is the one that the own boundary leaves him, and allows everything',
        {
          users: { me: { ...user(allow('*')), boundary: policyArn('own') } },
          policies: { ...wide, own: [doc(allow('iam:PutUserPermissionsBoundary', '*', onlyBound))] },
        },
        'proven',
      ],
    ],
  ],
  'a function in another account': [
    arns,
    [
      ['is no place for a role of this one', lambda(allow('iam:PassRole'), run(functions('999922223333'))), 'none'],
      [
        'while one of this account is',
        lambda(allow('iam:PassRole'), run(functions('111122223333', 'dev-*'))),
        'proven',
      ],
      [
        'and one in whose account the caller is',
        lambda(allow('iam:PassRole'), run(functions('${aws:PrincipalAccount}', 'dev-*'))),
        'proven',
      ],
      ['and one in any account', lambda(allow('iam:PassRole'), run(functions('*', 'dev-*'))), 'proven'],
    ],
  ],
  'the resource that a role is handed over for': [
    iamKeys,
    [
      [
        'is of another service',
        lambda(pass(associated('arn:aws:ec2:us-east-1:111122223333:instance/*')), run('*')),
        'none',
      ],
      ['is in another account', lambda(pass(associated(functions('999922223333'))), run('*')), 'none'],
      [
        'has a name that no resource has, because StringEquals knows no wildcards',
        lambda(pass(associated(functions('111122223333'), 'StringEquals')), run('*')),
        'none',
      ],
      ['may be a function', lambda(pass(associated(functions('111122223333', 'dev-*'))), run('*')), 'proven'],
      [
        'must not be an instance',
        lambda(pass(associated('arn:aws:ec2:*:*:instance/*', 'ArnNotLike')), run('*')),
        'proven',
      ],
    ],
  ],
  'an upload to a bucket': [
    templates,
    [
      ['for logs', uploader('my-logs'), 'none'],
      ['for logs, of any name that begins so', uploader('my-logs-*'), 'none'],
      ['of which nothing says that code lies in it', uploader('holiday-photos'), 'none'],
      ['for artifacts', uploader('team-artifacts'), 'possible'],
      ['of any name', uploader('*'), 'possible'],
    ],
  ],
  'credentials for CodeCommit, Keyspaces or Bedrock': [
    specific,
    [
      [
        'of an administrator make none',
        { users: { me: user(allow('iam:CreateServiceSpecificCredential')), boss: { attached: [ADMINISTRATOR] } } },
        'none',
      ],
      [
        'of somebody who may become one do not help either',
        {
          users: {
            me: user(allow('iam:ResetServiceSpecificCredential')),
            other: user(allow('iam:PutUserPolicy', '*')),
          },
        },
        'none',
      ],
    ],
  ],
};

const verdict = (spec: AccountSpec, to?: string, surroundings: Surroundings = {}): string | undefined =>
  findPaths(accountFromDetails(details(spec), surroundings), { to }).principals.find(({ arn }) => arn === me)?.verdict;

describe.each(Object.entries(tables))('%s', (_, [url, cases]) => {
  it.each(cases)(`%s (${url})`, (__, spec, expected) => {
    expect(verdict(spec)).toBe(expected);
  });
});

describe('a log bucket beside one with artifacts', () => {
  it('does not hide the other', () => {
    const spec = uploader('my-logs');
    const both = {
      ...spec,
      users: { me: user(allow('s3:PutObject', ['arn:aws:s3:::my-logs/*', 'arn:aws:s3:::artifacts/*'])) },
    };
    expect(verdict(both)).toBe('possible');
  });
});

describe('the way to what a user may do in a few services', () => {
  const spec: AccountSpec = {
    users: { me: user(allow('iam:CreateServiceSpecificCredential')), boss: { attached: [ADMINISTRATOR] } },
  };

  it.each([
    ['the user himself', iamArn('user/boss'), 'possible'],
    ['a repository', 'arn:aws:codecommit:us-east-1:111122223333:code', 'possible'],
    // no path; what the bucket's policy says, which was not read, may still let him in
    ['a bucket', 'arn:aws:s3:::payroll', 'unknown'],
  ])('%s', (_, to, expected) => {
    expect(verdict(spec, to)).toBe(expected);
  });
});
