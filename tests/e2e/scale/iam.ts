import { account, countIn, makes, numberOf } from './population.ts';
import { mark } from './template.ts';

const { own, at } = mark;
const created = '2025-06-01T10:00:00Z';
const arn = (rest: string): string => `arn:aws:iam::${account}:${rest}`;
const document = (...Statement: object[]): string =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));
const allow = (Action: string | string[], Resource: string | string[]): object => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const trust = (service: string): string =>
  document({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });

/** Makes of policies that allow everything. */
export const adminPolicies = [9];

const makers = {
  UserDetailList: (p: number) => ({
    UserName: `person-${own(p)}`,
    UserId: `AIDA0000000${own(p)}`,
    Arn: arn(`user/person-${own(p)}`),
    Path: '/',
    CreateDate: created,
    GroupList: ['developers'],
    AttachedManagedPolicies: [],
  }),
  RoleDetailList: (p: number) => ({
    RoleName: `app-${own(p)}`,
    RoleId: `AROA0000000${own(p)}`,
    Arn: arn(`role/app-${own(p)}`),
    Path: '/',
    CreateDate: created,
    AssumeRolePolicyDocument: trust(p % 2 === 0 ? 'lambda.amazonaws.com' : 'ecs-tasks.amazonaws.com'),
    // The policies of makes that allow everything hang on no role.
    AttachedManagedPolicies: [{ PolicyName: `service-${at(p % 5)}`, PolicyArn: arn(`policy/service-${at(p % 5)}`) }],
    RolePolicyList: [
      {
        PolicyName: 'own',
        PolicyDocument: document(
          allow(['logs:CreateLogStream', 'logs:PutLogEvents'], `arn:aws:logs:*:${account}:log-group:/app/${own(p)}:*`),
          allow(['dynamodb:GetItem', 'dynamodb:PutItem'], `arn:aws:dynamodb:*:${account}:table/orders-${own(p)}`),
        ),
      },
    ],
    InstanceProfileList: [],
    RoleLastUsed: { LastUsedDate: '2026-01-01T00:00:00Z', Region: 'us-east-1' },
    Tags: [{ Key: 'team', Value: `team-${p % makes}` }],
  }),
  Policies: (p: number) => ({
    PolicyName: `service-${own(p)}`,
    PolicyId: `ANPA0000000${own(p)}`,
    Arn: arn(`policy/service-${own(p)}`),
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: p % makes < 5 ? 1 : 0,
    PermissionsBoundaryUsageCount: 0,
    PolicyVersionList: [
      {
        VersionId: 'v1',
        IsDefaultVersion: true,
        CreateDate: created,
        Document: adminPolicies.includes(p % makes)
          ? document(allow('*', '*'))
          : document(
              allow(
                ['s3:GetObject', 's3:ListBucket'],
                [`arn:aws:s3:::acme-${own(p)}`, `arn:aws:s3:::acme-${own(p)}/*`],
              ),
              allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], `arn:aws:sqs:*:${account}:jobs-${own(p)}`),
            ),
      },
    ],
  }),
} as const;

const sections = [
  { list: 'UserDetailList', kind: 'user' },
  { list: 'RoleDetailList', kind: 'role' },
  { list: 'Policies', kind: 'policy' },
] as const;

/** GetAccountAuthorizationDetails gives a kind after the other; pages of it are smaller than asked for, as AWS's are. */
const pageSize = 200;

export interface IamPage {
  readonly key: string;
  readonly from: number;
  readonly output: () => object;
}

/** The page that a marker (`section:from`) names. */
export function iamPage(marker: string | undefined, resources: number): IamPage {
  const [section = 0, from = 0] = (marker ?? '0:0').split(':').map(Number);
  const { list, kind } = sections[section] ?? sections[0];
  const count = countIn(kind, 0, resources);
  const size = Math.min(pageSize, count - from);
  const next = from + size < count ? `${section}:${from + size}` : section < 2 ? `${section + 1}:0` : undefined;
  const groups = [
    {
      GroupName: 'developers',
      GroupId: 'AGPA1',
      Arn: arn('group/developers'),
      Path: '/',
      CreateDate: created,
      GroupPolicyList: [],
      AttachedManagedPolicies: [],
    },
  ];
  return {
    key: `${section} ${size} ${next ?? 'last'}`,
    from,
    output: () => ({
      // Each page has all four lists.
      UserDetailList: [],
      RoleDetailList: [],
      Policies: [],
      [list]: Array.from({ length: size }, (_, p) => makers[list](p)),
      GroupDetailList: section === 0 && from === 0 ? groups : [],
      IsTruncated: next !== undefined,
      ...(next === undefined ? {} : { Marker: next }),
    }),
  };
}

const columns =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';

/** Makes of users that sign in without MFA. */
export const withoutMfa = [0, 10];

/** The credential report: the root user and everybody with a password, no keys. */
export function credentialReport(resources: number, now: Date): string {
  const at_ = now.toISOString();
  const noKeys = 'false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A';
  const people = Array.from({ length: countIn('user', 0, resources) }, (_, index) => {
    const name = `person-${numberOf(0, index)}`;
    const mfa = !withoutMfa.includes(index % makes);
    return `${name},${arn(`user/${name}`)},${created},true,${at_},${at_},N/A,${mfa},${noKeys}`;
  });
  const root = `<root_account>,${arn('root')},${created},not_supported,${created},not_supported,not_supported,true,${noKeys}`;
  return [columns, root, ...people].join('\n');
}
