import { fails, startFront, type Front } from '../../src/stand-in/front.ts';
import { hostileTexts, texts } from './hostile-texts.ts';

const account = '123456789012';
const iam = (rest: string): string => `arn:aws:iam::${account}:${rest}`;
const document = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

/** Where the texts stand in the account, and the check that shows each place. */
export const places = {
  'names of buckets': 's3-bucket-mfa-*',
  'keys and values of tags': 'ec2-security-group-no-open-ingress-ssh',
  'names and descriptions of security groups': 'ec2-security-group-no-open-ingress-ssh',
  'Sid, Principal, Resource and Condition of endpoint policies': 'vpc-endpoint-policy-*',
  'names and trust policies of roles': 'iam-role-trust-not-public',
  'names of users': 'iam-user-no-direct-policies',
  'names, Sids and Conditions of IAM policies': 'iam-*-no-not-action',
  'attack paths': 'iam-principal-no-path-to-administrator',
  'patterns of metric filters': 'cloudwatch-monitor-root-usage',
  'names and variables of functions': 'lambda-function-environment-no-secrets',
  'codes and messages of errors': 'kms-key-rotation-enabled',
} as const;

const statement = (text: string) => ({
  Sid: text,
  Effect: 'Allow',
  NotAction: ['iam:GetUser', text],
  Resource: ['*', `arn:aws:s3:::${text}`],
  Condition: { StringNotLike: { [text]: text, 'aws:PrincipalTag/x': text } },
});

const trust = (text: string) => ({
  Sid: text,
  Effect: 'Allow',
  Principal: { AWS: ['*', text], Federated: text },
  Action: 'sts:AssumeRole',
  Condition: { StringLike: { 'aws:PrincipalTag/x': [text, '*'] } },
});

/** `GetAccountAuthorizationDetails` of an account whose names and policies are the texts. */
export const details = (all: readonly string[] = texts) => ({
  IsTruncated: false,
  UserDetailList: all.map((text, at) => ({
    UserName: text,
    UserId: `AIDA${at}`,
    Arn: iam(`user/${text}`),
    Path: '/',
    CreateDate: '2024-01-01T00:00:00Z',
    UserPolicyList: [
      { PolicyName: text, PolicyDocument: document(statement(text)) },
      {
        PolicyName: `may ${text}`,
        PolicyDocument: document({ Sid: text, Effect: 'Allow', Action: 'iam:Attach*', Resource: '*' }),
      },
    ],
    GroupList: [],
    AttachedManagedPolicies: [],
    Tags: [{ Key: text, Value: text }],
  })),
  GroupDetailList: [],
  RoleDetailList: all.map((text, at) => ({
    RoleName: text,
    RoleId: `AROA${at}`,
    Arn: iam(`role/${text}`),
    Path: '/',
    CreateDate: '2024-01-01T00:00:00Z',
    AssumeRolePolicyDocument: document(trust(text)),
    InstanceProfileList: [],
    RolePolicyList: [
      { PolicyName: text, PolicyDocument: document({ Sid: text, Effect: 'Allow', Action: '*', Resource: '*' }) },
    ],
    AttachedManagedPolicies: [],
    Tags: [{ Key: text, Value: text }],
  })),
  Policies: all.map((text, at) => ({
    PolicyName: text,
    PolicyId: `ANPA${at}`,
    Arn: iam(`policy/${text}`),
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: 1,
    PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document(statement(text)) }],
  })),
});

/** AWS gives policy documents of IAM URL-encoded; half a character cannot be. */
const encoded = (value: ReturnType<typeof details>): object =>
  JSON.parse(JSON.stringify(value), (key, entry: unknown) =>
    key.endsWith('Document') ? encodeURIComponent(Buffer.from(String(entry)).toString()) : entry,
  ) as object;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html */
const reportColumns =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service';

/** An account in which every name, tag, description, policy and error that its owner may write is one of the texts. */
export async function startHostileAccount(all: readonly string[] = texts): Promise<Front> {
  const front = await startFront({ otherwise: 'empty' });
  const answer = (service: string, operation: string, body: object): void => front.answer({ service, operation }, body);
  const Tags = all.map((text) => ({ Key: text, Value: text }));
  answer('sts', 'GetCallerIdentity', { Account: account, UserId: 'AIDA', Arn: iam(`user/${all[0] ?? ''}`) });
  answer('ec2', 'DescribeRegions', { Regions: [{ RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' }] });

  answer('s3', 'ListBuckets', {
    Buckets: all.map((Name) => ({ Name, BucketRegion: 'eu-west-1', CreationDate: '2024-01-01T00:00:00Z' })),
  });
  answer('s3', 'GetBucketVersioning', {});

  answer('ec2', 'DescribeSecurityGroups', {
    SecurityGroups: all.map((text, at) => ({
      GroupId: `sg-${at}`,
      GroupName: text,
      Description: text,
      OwnerId: account,
      VpcId: 'vpc-1',
      Tags: [{ Key: 'note', Value: 'x' }, ...Tags.filter(({ Key }) => Key === text)],
      IpPermissions: [
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0', Description: text }] },
      ],
      IpPermissionsEgress: [],
    })),
  });
  answer('ec2', 'DescribeNetworkInterfaces', { NetworkInterfaces: [] });
  answer('ec2', 'DescribeVpcEndpoints', {
    VpcEndpoints: all.map((text, at) => ({
      VpcEndpointId: `vpce-${at}`,
      VpcEndpointType: 'Gateway',
      VpcId: 'vpc-1',
      OwnerId: account,
      State: 'available',
      ServiceName: 'com.amazonaws.eu-west-1.s3',
      PolicyDocument: document({
        ...trust(text),
        Principal: '*',
        Action: '*',
        Resource: ['*', text],
        Condition: { StringLike: { [text]: '*' } },
      }),
      Tags: [{ Key: 'Name', Value: text }],
    })),
  });
  answer('ec2', 'DescribeVpcEndpointServices', {
    ServiceDetails: [{ ServiceName: 'com.amazonaws.eu-west-1.s3', VpcEndpointPolicySupported: true }],
  });

  answer('iam', 'GetAccountAuthorizationDetails', encoded(details(all)));

  answer('iam', 'GenerateCredentialReport', { State: 'COMPLETE' });
  answer('iam', 'GetCredentialReport', {
    Content: `${reportColumns}\n`,
    ReportFormat: 'text/csv',
    GeneratedTime: new Date(),
  });

  answer('lambda', 'ListFunctions', {
    Functions: all.map((text) => ({
      FunctionName: text,
      FunctionArn: `arn:aws:lambda:eu-west-1:${account}:function:${text}`,
      Description: text,
      Environment: { Variables: { [text]: text, DB_PASSWORD: 'Tr0ub4dor&3-and-more' } },
    })),
  });
  answer('lambda', 'ListTags', { Tags: Object.fromEntries(all.map((text) => [text, text])) });

  const trail = `arn:aws:cloudtrail:eu-west-1:${account}:trail/trail`;
  const group = `arn:aws:logs:eu-west-1:${account}:log-group:trail:*`;
  answer('cloudtrail', 'DescribeTrails', {
    trailList: [
      {
        Name: 'trail',
        TrailARN: trail,
        HomeRegion: 'eu-west-1',
        IsMultiRegionTrail: true,
        IncludeGlobalServiceEvents: true,
        S3BucketName: 'logs',
        CloudWatchLogsLogGroupArn: group,
      },
    ],
  });
  answer('cloudtrail', 'GetTrailStatus', { IsLogging: true, LatestCloudWatchLogsDeliveryTime: new Date() });
  answer('cloudtrail', 'GetEventSelectors', {
    TrailARN: trail,
    EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
  });
  answer('cloudwatch-logs', 'DescribeMetricFilters', {
    metricFilters: all.map((text) => ({
      filterName: text,
      logGroupName: 'trail',
      filterPattern: `{ $.userIdentity.type = "Root" && $.eventName != ${JSON.stringify(text)} }`,
      metricTransformations: [{ metricNamespace: text, metricName: text, metricValue: '1' }],
    })),
  });
  answer('cloudwatch', 'DescribeAlarms', { MetricAlarms: [] });

  // One service of each wire format whose errors carry their text: JSON and XML.
  for (const [service, code, from] of [
    ['kms', all[0] ?? '', 0],
    ['sns', hostileTexts['line breaks'], 7],
  ] as const)
    front.error({ service }, { code, message: all.slice(from).join(' '), status: 400 });
  answer('s3', 'GetBucketTagging', () => fails({ code: 'NoSuchTagSet', status: 404 }));
  return front;
}
