import { authorize, decide } from '../../iam/authorize.ts';
import { exposure } from '../../iam/exposure/exposure.ts';
import type { AuthorizationRequest, PolicySource } from '../../iam/types.ts';
import { syntheticAccount } from './synthetic-iam.ts';

/** One line of the benchmark's table; `target` is the most it may be. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number;
}

const ACCOUNT = '111122223333';

/** Sixty actions across services, each on a resource of its kind. */
const actions: readonly (readonly [string, string])[] = [
  ...['GetObject', 'PutObject', 'DeleteObject'].map((verb) => [`s3:${verb}`, 'arn:aws:s3:::data-7/key'] as const),
  ...['ListBucket', 'PutBucketPolicy', 'GetBucketAcl'].map((verb) => [`s3:${verb}`, 'arn:aws:s3:::data-7'] as const),
  ...['PassRole', 'AttachRolePolicy', 'PutRolePolicy', 'UpdateAssumeRolePolicy', 'GetRole'].map(
    (verb) => [`iam:${verb}`, `arn:aws:iam::${ACCOUNT}:role/role-7`] as const,
  ),
  ...['CreateAccessKey', 'AttachUserPolicy', 'PutUserPolicy', 'UpdateLoginProfile'].map(
    (verb) => [`iam:${verb}`, `arn:aws:iam::${ACCOUNT}:user/user-9`] as const,
  ),
  ...['CreatePolicyVersion', 'SetDefaultPolicyVersion'].map(
    (verb) => [`iam:${verb}`, `arn:aws:iam::${ACCOUNT}:policy/team-9`] as const,
  ),
  ...'lambda dynamodb sqs sns kms logs rds ecs secretsmanager ssm cloudformation glue states'
    .split(' ')
    .flatMap((service) =>
      ['GetFunction', 'CreateTable', 'DeleteKey'].map(
        (verb) => [`${service}:${verb}`, `arn:aws:${service}:us-east-1:${ACCOUNT}:thing/team-9`] as const,
      ),
    ),
  ['ec2:RunInstances', '*'],
  ['ec2:DescribeInstances', '*'],
  ['sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/role-4`],
  ['ssm:SendCommand', '*'],
];

/** The requests of an account: every principal, every action. */
function requests(principals: number): AuthorizationRequest[] {
  const account = syntheticAccount(principals);
  const managed = new Map(account.Policies.map((policy) => [policy.Arn, policy.PolicyVersionList[0]?.Document]));
  const now = new Date('2026-01-01T00:00:00Z');
  const found: AuthorizationRequest[] = [];
  for (const principal of [...account.UserDetailList, ...account.RoleDetailList]) {
    const isUser = 'UserName' in principal;
    const own = isUser ? principal.UserPolicyList : principal.RolePolicyList;
    const identity: PolicySource[] = [
      ...principal.AttachedManagedPolicies.map((one) => ({
        name: one.PolicyName,
        document: managed.get(one.PolicyArn),
      })),
      ...own.map((one) => ({ name: one.PolicyName, document: one.PolicyDocument })),
    ];
    const boundaryArn = principal.PermissionsBoundary?.PermissionsBoundaryArn;
    for (const [action, resource] of actions.slice(0, 60)) {
      found.push({
        caller: { type: isUser ? 'user' : 'role', arn: principal.Arn, account: ACCOUNT },
        action,
        resource,
        identity,
        ...(boundaryArn === undefined ? {} : { boundary: { name: 'boundary', document: managed.get(boundaryArn) } }),
        now,
      });
    }
  }
  return found;
}

const seconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
};

/** Measures the policy engine: decisions, exposure verdicts. CPU seconds of one core. */
export function benchIam(): BenchRow[] {
  const all = requests(1000);
  let allowed = 0;
  const decisions = seconds(() => {
    for (const request of all) if (authorize(request).verdict === 'allowed') allowed++;
  });
  const bare = seconds(() => {
    for (const request of requests(1000)) decide(request);
  });
  if (allowed === 0) throw new Error('the benchmark allows nothing, so it measures nothing');
  const bucketPolicy = (at: number): unknown => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${String(200000000000 + at)}:root` },
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [`arn:aws:s3:::b-${at}`, `arn:aws:s3:::b-${at}/*`],
      },
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::b-${at}/*`,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::b-${at}`, `arn:aws:s3:::b-${at}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  const exposures = seconds(() => {
    for (let at = 0; at < 2000; at++) {
      const found = exposure(
        { kind: 's3', arn: `arn:aws:s3:::b-${at}`, policy: bucketPolicy(at) },
        { account: ACCOUNT, organization: { id: 'o-abcdefghij' } },
      );
      if (found.verdict !== 'cross-account') throw new Error(`the benchmark's bucket is judged ${found.verdict}`);
    }
  });
  return [
    {
      name: `${all.length} decisions with evidence (1,000 principals × 60 actions, 4 policies each)`,
      value: decisions,
      unit: 's CPU',
      target: 1.5,
    },
    {
      name: `${all.length} decisions without evidence, documents compiled anew`,
      value: bare,
      unit: 's CPU',
      target: 1.5,
    },
    { name: '2,000 bucket exposures', value: exposures, unit: 's CPU', target: 2 },
  ];
}
