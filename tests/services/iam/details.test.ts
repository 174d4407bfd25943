import { describe, expect, it } from 'vitest';
import { group } from '../../../src/services/iam/group.ts';
import { inlinePolicy } from '../../../src/services/iam/inline-policy.ts';
import { managedPolicy } from '../../../src/services/iam/managed-policy.ts';
import { role } from '../../../src/services/iam/role.ts';
import { user } from '../../../src/services/iam/user.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const at = new Date('2025-03-04T05:06:07Z');
const allow = (Action: string) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const encoded = (document: object) => encodeURIComponent(JSON.stringify(document));
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

const first = {
  IsTruncated: true,
  Marker: 'more',
  UserDetailList: [
    {
      UserName: 'alice',
      UserId: 'AIDA1',
      Arn: 'arn:aws:iam::111122223333:user/dev/alice',
      Path: '/dev/',
      CreateDate: at,
      GroupList: ['admins'],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: encoded(allow('s3:*')) }],
      AttachedManagedPolicies: [{ PolicyName: 'deploy', PolicyArn: 'arn:aws:iam::111122223333:policy/deploy' }],
      PermissionsBoundary: {
        PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/edge',
        PermissionsBoundaryType: 'Policy',
      },
      Tags: [{ Key: 'team', Value: 'web' }],
    },
  ],
  Policies: [
    {
      PolicyName: 'deploy',
      PolicyId: 'ANPA1',
      Arn: 'arn:aws:iam::111122223333:policy/deploy',
      Path: '/',
      DefaultVersionId: 'v2',
      AttachmentCount: 1,
      PermissionsBoundaryUsageCount: 0,
      PolicyVersionList: [
        { VersionId: 'v2', IsDefaultVersion: true, Document: encoded(allow('ec2:RunInstances')), CreateDate: at },
        { VersionId: 'v1', IsDefaultVersion: false, Document: encoded(allow('*')), CreateDate: at },
      ],
    },
  ],
};
const second = {
  IsTruncated: false,
  GroupDetailList: [
    {
      GroupName: 'admins',
      GroupId: 'AGPA1',
      Arn: 'arn:aws:iam::111122223333:group/admins',
      Path: '/',
      CreateDate: at,
      GroupPolicyList: [],
    },
  ],
  RoleDetailList: [
    {
      RoleName: 'app',
      RoleId: 'AROA1',
      Arn: 'arn:aws:iam::111122223333:role/app',
      Path: '/',
      CreateDate: at,
      AssumeRolePolicyDocument: encoded(trust),
      RolePolicyList: [{ PolicyName: 'broken', PolicyDocument: '%7Bnot json' }],
      InstanceProfileList: [{ InstanceProfileName: 'app', Arn: 'arn:aws:iam::111122223333:instance-profile/app' }],
      RoleLastUsed: { LastUsedDate: at, Region: 'eu-west-1' },
    },
  ],
  Policies: [
    {
      PolicyName: 'ReadOnlyAccess',
      Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      DefaultVersionId: 'v9',
      AttachmentCount: 2,
      PolicyVersionList: [
        { VersionId: 'v9', IsDefaultVersion: true, Document: encoded(allow('s3:Get*')) },
        { VersionId: 'v8', IsDefaultVersion: false, Document: encoded(allow('s3:List*')) },
      ],
    },
  ],
};
const answers = {
  GetAccountAuthorizationDetails: ({ Marker }: { Marker?: string }) => (Marker === undefined ? first : second),
};

describe('the types made of the account authorization details', () => {
  it('gives users with groups, policies, boundary and tags', async () => {
    const { records, sent } = await collectType(user, [], answers);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.input).toEqual({ MaxItems: 1000, Marker: 'more' });
    expect(records.map((r) => r.item)).toEqual([
      {
        id: 'alice',
        arn: 'arn:aws:iam::111122223333:user/dev/alice',
        uniqueId: 'AIDA1',
        path: '/dev/',
        createdAt: '2025-03-04T05:06:07.000Z',
        attached: [{ name: 'deploy', arn: 'arn:aws:iam::111122223333:policy/deploy' }],
        inline: [{ name: 'own', document: allow('s3:*') }],
        groups: ['admins'],
        boundary: 'arn:aws:iam::111122223333:policy/edge',
        tags: { team: 'web' },
      },
    ]);
  });

  it('gives groups with members that came on another page', async () => {
    const { records } = await collectType(group, [], answers);
    expect(records.map((r) => r.item)).toMatchObject([{ id: 'admins', members: ['alice'], attached: [], inline: [] }]);
  });

  it('gives roles with trust, instance profiles and last use', async () => {
    const { records } = await collectType(role, [], answers);
    expect(records.map((r) => r.item)).toMatchObject([
      {
        id: 'app',
        trust,
        instanceProfiles: [{ name: 'app', arn: 'arn:aws:iam::111122223333:instance-profile/app' }],
        lastUsedAt: '2025-03-04T05:06:07.000Z',
        lastUsedRegion: 'eu-west-1',
        tags: {},
      },
    ]);
  });

  it("gives managed policies, and every version of the customer's own", async () => {
    const { records } = await collectType(managedPolicy, [], answers);
    expect(records.map((r) => r.item)).toMatchObject([
      {
        name: 'deploy',
        awsManaged: false,
        attachments: 1,
        defaultVersion: 'v2',
        document: allow('ec2:RunInstances'),
        otherVersions: [{ id: 'v1', document: allow('*') }],
      },
      { name: 'ReadOnlyAccess', awsManaged: true, attachments: 2, document: allow('s3:Get*'), otherVersions: [] },
    ]);
  });

  it('gives inline policies an id and an ARN of their own, and leaves text that is no policy as it is', async () => {
    const { records } = await collectType(inlinePolicy, [], answers);
    expect(records.map((r) => [r.item.id, r.arn, 'document' in r.item && r.item.document])).toEqual([
      ['role/app/broken', 'arn:aws:iam::111122223333:role/app:inline-policy/broken', '%7Bnot json'],
      ['user/alice/own', 'arn:aws:iam::111122223333:user/dev/alice:inline-policy/own', allow('s3:*')],
    ]);
  });

  it.each([
    ['user', user],
    ['group', group],
    ['role', role],
    ['managed policy', managedPolicy],
    ['inline policy', inlinePolicy],
  ] as const)('gives the denial as the gap of the %s list', async (_name, type) => {
    const { gap } = await collectType(type, [], {
      GetAccountAuthorizationDetails: awsError('AccessDenied', 'no', 403),
    });
    expect(gap).toMatchObject({ kind: 'denied', actions: ['iam:GetAccountAuthorizationDetails'] });
  });
});
