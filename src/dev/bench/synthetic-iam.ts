/** Accounts made up for measuring: the shape of GetAccountAuthorizationDetails, the same for the same seed. */

export interface SyntheticPolicy {
  PolicyName: string;
  Arn: string;
  DefaultVersionId: string;
  AttachmentCount: number;
  PolicyVersionList: { VersionId: string; IsDefaultVersion: boolean; Document: unknown }[];
}
export interface SyntheticPrincipal {
  Arn: string;
  Path: string;
  CreateDate: string;
  AttachedManagedPolicies: { PolicyName: string; PolicyArn: string }[];
  PermissionsBoundary?: { PermissionsBoundaryType: 'Policy'; PermissionsBoundaryArn: string };
}
export interface SyntheticUser extends SyntheticPrincipal {
  UserName: string;
  UserId: string;
  GroupList: string[];
  UserPolicyList: { PolicyName: string; PolicyDocument: unknown }[];
}
export interface SyntheticRole extends SyntheticPrincipal {
  RoleName: string;
  RoleId: string;
  AssumeRolePolicyDocument: unknown;
  InstanceProfileList: { Arn: string; InstanceProfileName: string }[];
  RolePolicyList: { PolicyName: string; PolicyDocument: unknown }[];
}
export interface SyntheticAccount {
  UserDetailList: SyntheticUser[];
  GroupDetailList: {
    GroupName: string;
    Arn: string;
    GroupPolicyList: { PolicyName: string; PolicyDocument: unknown }[];
    AttachedManagedPolicies: { PolicyName: string; PolicyArn: string }[];
  }[];
  RoleDetailList: SyntheticRole[];
  Policies: SyntheticPolicy[];
}

const ACCOUNT = '111122223333';
const services =
  'ec2 s3 iam lambda dynamodb sqs sns kms logs cloudwatch rds ecs eks ecr secretsmanager ssm cloudformation cloudtrail config glue athena kinesis states events apigateway route53 elasticloadbalancing autoscaling codebuild sts'.split(
    ' ',
  );
const verbs =
  'Get List Describe BatchGet Search Create Update Delete Put Start Stop Tag Untag Attach Detach Modify'.split(' ');
const nouns =
  'Function Table Queue Topic Key Stack Cluster Task Image Secret Parameter Bucket Object Policy Role Instance Volume Snapshot Subnet Rule'.split(
    ' ',
  );

/** A small generator of numbers (mulberry32): benchmarks have to measure the same thing every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const document = (...statements: unknown[]): unknown => ({ Version: '2012-10-17', Statement: statements });

/** Policies of the sizes and kinds that AWS manages: a thousand patterns of reading, everything but IAM, one service, few resources. */
function managedPolicies(count: number, next: (below: number) => number): SyntheticPolicy[] {
  const readOnly = services.flatMap((service) => [
    ...['Get*', 'List*', 'Describe*', 'BatchGet*'].map((verb) => `${service}:${verb}`),
    ...nouns.flatMap((noun) => [`${service}:Get${noun}`, `${service}:List${noun}s`]),
  ]);
  const documents: [string, unknown][] = [
    ['ReadOnlyAccess', document({ Effect: 'Allow', Action: readOnly, Resource: '*' })],
    [
      'PowerUserAccess',
      document(
        { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
        {
          Effect: 'Allow',
          Action: ['iam:CreateServiceLinkedRole', 'iam:ListRoles', 'organizations:DescribeOrganization'],
          Resource: '*',
        },
      ),
    ],
    ['AdministratorAccess', document({ Effect: 'Allow', Action: '*', Resource: '*' })],
    [
      'Boundary',
      document({ Effect: 'Allow', Action: ['s3:*', 'dynamodb:*', 'lambda:*', 'logs:*', 'ec2:*'], Resource: '*' }),
    ],
  ];
  for (let at = documents.length; at < count; at++) {
    const service = services[next(services.length)] ?? 's3';
    const other = services[next(services.length)] ?? 'ec2';
    documents.push([
      `team-${at}`,
      document(
        {
          Sid: 'Own',
          Effect: 'Allow',
          Action: [`${service}:*`, `${other}:${verbs[next(verbs.length)]}*`],
          Resource: [`arn:aws:${service}:*:${ACCOUNT}:*team-${at}*`, `arn:aws:${other}:us-east-1:${ACCOUNT}:*`],
        },
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: nouns.slice(0, 12).map((noun) => `${other}:Get${noun}`),
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } },
        },
        {
          Sid: 'Home',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject'],
          Resource: `arn:aws:s3:::home/\${aws:username}/*`,
        },
        {
          Sid: 'NoDelete',
          Effect: 'Deny',
          Action: [`${service}:Delete*`],
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ),
    ]);
  }
  return documents.map(([name, text]) => ({
    PolicyName: name,
    Arn: name.startsWith('team-') ? `arn:aws:iam::${ACCOUNT}:policy/${name}` : `arn:aws:iam::aws:policy/${name}`,
    DefaultVersionId: 'v1',
    AttachmentCount: 1,
    PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: text }],
  }));
}

/** An account with this many principals, a third of them users, each with three managed policies and one of its own. */
export function syntheticAccount(principals: number, seed = 1): SyntheticAccount {
  const next = numbers(seed);
  const policies = managedPolicies(Math.max(40, Math.floor(principals / 10)), next);
  const attached = (at: number): { PolicyName: string; PolicyArn: string }[] =>
    [at % 7 === 0 ? 1 : 0, 4 + next(policies.length - 4), 4 + next(policies.length - 4)].map((index) => {
      const policy = policies[at === 3 ? 2 : index];
      return { PolicyName: policy?.PolicyName ?? '', PolicyArn: policy?.Arn ?? '' };
    });
  const inline = (at: number): unknown =>
    document(
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [`arn:aws:s3:::data-${at}`, `arn:aws:s3:::data-${at}/*`],
      },
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${ACCOUNT}:role/role-${next(principals)}` },
      ...(at % 25 === 0
        ? [
            {
              Effect: 'Allow',
              Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
              Resource: '*',
            },
          ]
        : []),
    );
  const users: SyntheticUser[] = [];
  const roles: SyntheticRole[] = [];
  for (let at = 0; at < principals; at++) {
    const common = { Path: '/', CreateDate: '2024-01-01T00:00:00Z', AttachedManagedPolicies: attached(at) };
    if (at % 3 === 0) {
      users.push({
        ...common,
        UserName: `user-${at}`,
        UserId: `AIDA${String(at).padStart(17, '0')}`,
        Arn: `arn:aws:iam::${ACCOUNT}:user/user-${at}`,
        GroupList: [],
        UserPolicyList: [{ PolicyName: 'own', PolicyDocument: inline(at) }],
      });
    } else {
      const service =
        ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'][next(3)] ?? 'ec2.amazonaws.com';
      roles.push({
        ...common,
        RoleName: `role-${at}`,
        RoleId: `AROA${String(at).padStart(17, '0')}`,
        Arn: `arn:aws:iam::${ACCOUNT}:role/role-${at}`,
        AssumeRolePolicyDocument: document(
          at % 5 === 0
            ? { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }
            : { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' },
        ),
        InstanceProfileList: [],
        RolePolicyList: [{ PolicyName: 'own', PolicyDocument: inline(at) }],
        ...(at % 10 === 1
          ? {
              PermissionsBoundary: {
                PermissionsBoundaryType: 'Policy' as const,
                PermissionsBoundaryArn: policies[3]?.Arn ?? '',
              },
            }
          : {}),
      });
    }
  }
  return { UserDetailList: users, GroupDetailList: [], RoleDetailList: roles, Policies: policies };
}
