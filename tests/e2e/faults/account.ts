import { fails, startFront, type Front, type FrontRequest } from '../../../src/stand-in/front.ts';
import { answerEdge } from './account-edge.ts';
import { account, daysAgo, regions } from './account-facts.ts';
import { answerIam } from './account-iam.ts';
import { answerKeys } from './account-keys.ts';
import { answerLinks } from './account-links.ts';
import { answerNetwork } from './account-network.ts';
import { answerOrganization } from './account-organization.ts';
import { answerWorkloads } from './account-workloads.ts';

/**
 * Starts a server that answers as a small account does: something of every resource type in two regions, good and bad, so that
 * a scan sends every operation that checks declare. Canned, so that a scan takes a second and two scans meet the same answers;
 * what is not canned is an empty list.
 * @param partition where the account is
 */
export async function startAccount(partition = 'aws'): Promise<Front> {
  const front = await startFront({ otherwise: 'empty', defaultAccount: account, partition });
  answerAccount(front, partition);
  answerWorkloads(front);
  answerEdge(front);
  answerKeys(front);
  answerLinks(front);
  answerOrganization(front);
  return front;
}

/** The account's settings and what most accounts have; a larger account begins with it too. */
export function answerAccount(front: Front, partition = 'aws'): void {
  answerSession(front);
  answerIam(front);
  answerNetwork(front);
  answerBuckets(front, partition);
  answerTrails(front);
  answerSecurityServices(front);
}

function answerSession(front: Front): void {
  front.answer(
    { service: 'sts', operation: 'GetCallerIdentity' },
    { Account: account, Arn: `arn:aws:iam::${account}:user/auditor`, UserId: 'AIDAAUDITOR' },
  );
  const optIn = {
    'eu-west-1': 'opt-in-not-required',
    'us-east-1': 'opt-in-not-required',
    'af-south-1': 'not-opted-in',
  };
  front.answer(
    { service: 'ec2', operation: 'DescribeRegions' },
    { Regions: Object.entries(optIn).map(([RegionName, OptInStatus]) => ({ RegionName, OptInStatus })) },
  );
  front.answer(
    { service: 'account', operation: 'ListRegions' },
    { Regions: regions.map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' })) },
  );
  front.answer(
    { service: 'account', operation: 'GetContactInformation' },
    {
      ContactInformation: {
        FullName: 'Acme',
        AddressLine1: '1 Road',
        City: 'X',
        PostalCode: '1',
        CountryCode: 'IE',
        PhoneNumber: '+1555',
      },
    },
  );
  front.error({ service: 'account', operation: 'GetAlternateContact' }, { code: 'ResourceNotFoundException' });
  front.answer(
    { service: 'organizations', operation: 'DescribeOrganization' },
    {
      Organization: {
        Id: 'o-example',
        FeatureSet: 'ALL',
        MasterAccountId: account,
        MasterAccountArn: `arn:aws:organizations::${account}:account/o-example/${account}`,
      },
    },
  );
  front.answer({ service: 'organizations', operation: 'ListDelegatedAdministrators' }, { DelegatedAdministrators: [] });
}

interface BucketAnswer {
  readonly region: (typeof regions)[number];
  readonly policy?: object;
  readonly block?: boolean;
  readonly logTo?: string;
}

const allowAll = (bucket: string): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }],
});

const buckets: Readonly<Record<string, BucketAnswer>> = {
  'acme-open': { region: 'us-east-1', policy: allowAll('acme-open') },
  'acme-private': { region: 'us-east-1', block: true, logTo: 'acme-logs' },
  'acme-trail': { region: 'eu-west-1', block: true },
  'acme-logs': { region: 'eu-west-1', block: true },
};

function answerBuckets(front: Front, partition: string): void {
  const of = (operation: string, body: (found: BucketAnswer) => object | ReturnType<typeof fails>): void =>
    front.answer({ service: 's3', operation }, ({ input }: FrontRequest) => {
      const found = buckets[String(input['Bucket'])];
      return found === undefined ? fails({ code: 'NoSuchBucket' }) : body(found);
    });
  front.answer(
    { service: 's3', operation: 'ListBuckets' },
    { Buckets: Object.keys(buckets).map((Name) => ({ Name, CreationDate: daysAgo(100) })) },
  );
  of('GetBucketLocation', ({ region }) =>
    region === 'us-east-1' && partition === 'aws' ? {} : { LocationConstraint: region },
  );
  of('GetBucketPolicy', ({ policy }) =>
    policy === undefined ? fails({ code: 'NoSuchBucketPolicy', status: 404 }) : { Policy: JSON.stringify(policy) },
  );
  of('GetPublicAccessBlock', ({ block }) =>
    block === true
      ? {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            IgnorePublicAcls: true,
            BlockPublicPolicy: true,
            RestrictPublicBuckets: true,
          },
        }
      : fails({ code: 'NoSuchPublicAccessBlockConfiguration', status: 404 }),
  );
  of('GetBucketLogging', ({ logTo }) =>
    logTo === undefined ? {} : { LoggingEnabled: { TargetBucket: logTo, TargetPrefix: '' } },
  );
  const owner = { ID: 'c0ffee', DisplayName: 'acme' };
  of('GetBucketAcl', () => ({
    Owner: owner,
    Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }],
  }));
  of('GetBucketOwnershipControls', () => ({
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  }));
  of('GetBucketEncryption', () => ({
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
    },
  }));
  of('GetBucketVersioning', ({ block }) => (block === true ? { Status: 'Enabled' } : {}));
  front.error(
    { service: 's3-control', operation: 'GetPublicAccessBlock' },
    { code: 'NoSuchPublicAccessBlockConfiguration', status: 404 },
  );
}

function answerTrails(front: Front): void {
  const trailArn = `arn:aws:cloudtrail:us-east-1:${account}:trail/main`;
  const group = `arn:aws:logs:us-east-1:${account}:log-group:trail:*`;
  const trail = {
    Name: 'main',
    S3BucketName: 'acme-trail',
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    HomeRegion: 'us-east-1',
    TrailARN: trailArn,
    LogFileValidationEnabled: true,
    CloudWatchLogsLogGroupArn: group,
    HasCustomEventSelectors: false,
    IsOrganizationTrail: false,
  };
  front.answer({ service: 'cloudtrail', operation: 'DescribeTrails' }, { trailList: [trail] });
  front.answer(
    { service: 'cloudtrail', operation: 'GetTrailStatus' },
    { IsLogging: true, LatestDeliveryTime: daysAgo(0), LatestCloudWatchLogsDeliveryTime: daysAgo(0) },
  );
  front.answer(
    { service: 'cloudtrail', operation: 'GetEventSelectors' },
    {
      TrailARN: trailArn,
      EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }],
    },
  );
  front.answer({ service: 'cloudtrail', operation: 'LookupEvents' }, { Events: [] });
  const here = { region: 'us-east-1' } as const;
  front.answer(
    { service: 'cloudwatch-logs', operation: 'DescribeMetricFilters', ...here },
    {
      metricFilters: [
        {
          filterName: 'root',
          filterPattern:
            '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
          logGroupName: 'trail',
          metricTransformations: [{ metricName: 'root', metricNamespace: 'Trail', metricValue: '1' }],
        },
      ],
    },
  );
  const topic = `arn:aws:sns:us-east-1:${account}:alarms`;
  front.answer(
    { service: 'cloudwatch', operation: 'DescribeAlarms', ...here },
    {
      MetricAlarms: [
        {
          AlarmName: 'root',
          AlarmArn: `arn:aws:cloudwatch:us-east-1:${account}:alarm:root`,
          MetricName: 'root',
          Namespace: 'Trail',
          Statistic: 'Sum',
          Threshold: 1,
          Period: 300,
          EvaluationPeriods: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          ActionsEnabled: true,
          AlarmActions: [topic],
          StateValue: 'OK',
        },
      ],
    },
  );
  front.answer({ service: 'sns', operation: 'ListTopics', ...here }, { Topics: [{ TopicArn: topic }] });
  front.answer(
    { service: 'sns', operation: 'GetTopicAttributes' },
    {
      Attributes: {
        TopicArn: topic,
        SubscriptionsConfirmed: '1',
        SubscriptionsPending: '0',
        Policy: '{"Version":"2012-10-17","Statement":[]}',
      },
    },
  );
}

function answerSecurityServices(front: Front): void {
  const arnOf = (service: string, region: string, rest: string): string =>
    `arn:aws:${service}:${region}:${account}:${rest}`;
  const here = { region: 'us-east-1' } as const;
  const off = (Name: string): object => ({ Name, Status: 'DISABLED' });
  const detector = 'd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0';
  const member = {
    AccountId: '999999999999',
    MasterId: account,
    Email: 'shop@example.com',
    RelationshipStatus: 'Enabled',
    UpdatedAt: '2026-01-05T10:00:00.000Z',
  };
  front.answer({ service: 'guardduty', operation: 'ListDetectors' }, ({ region }) => ({
    DetectorIds: region === 'us-east-1' ? [detector] : [],
  }));
  front.answer(
    { service: 'guardduty', operation: 'GetDetector' },
    {
      Status: 'ENABLED',
      ServiceRole: 'role',
      FindingPublishingFrequency: 'SIX_HOURS',
      Features: [
        { Name: 'S3_DATA_EVENTS', Status: 'ENABLED' },
        ...['EKS_AUDIT_LOGS', 'EBS_MALWARE_PROTECTION', 'RDS_LOGIN_EVENTS', 'LAMBDA_NETWORK_LOGS'].map(off),
        ...['EKS_RUNTIME_MONITORING', 'RUNTIME_MONITORING', 'AI_PROTECTION'].map(off),
      ],
    },
  );
  front.answer(
    { service: 'guardduty', operation: 'ListPublishingDestinations' },
    { Destinations: [{ DestinationId: 'pd1', DestinationType: 'S3', Status: 'PUBLISHING' }] },
  );
  front.answer(
    { service: 'guardduty', operation: 'DescribePublishingDestination' },
    {
      DestinationId: 'pd1',
      DestinationType: 'S3',
      Status: 'PUBLISHING',
      PublishingFailureStartTimestamp: 0,
      DestinationProperties: { DestinationArn: 'arn:aws:s3:::acme-logs' },
    },
  );
  front.answer({ service: 'guardduty', operation: 'ListFindings' }, { FindingIds: ['f1'] });
  front.answer({ service: 'guardduty', operation: 'ListMembers' }, { Members: [member] });
  front.answer(
    { service: 'guardduty', operation: 'ListOrganizationAdminAccounts' },
    { AdminAccounts: [{ AdminAccountId: account, AdminStatus: 'ENABLED' }] },
  );
  front.answer(
    { service: 'guardduty', operation: 'DescribeOrganizationConfiguration' },
    { AutoEnable: true, AutoEnableOrganizationMembers: 'ALL', MemberAccountLimitReached: false },
  );
  front.answer(
    { service: 'accessanalyzer', operation: 'ListAnalyzers', ...here },
    {
      analyzers: [
        {
          arn: arnOf('access-analyzer', 'us-east-1', 'analyzer/a'),
          name: 'a',
          type: 'ACCOUNT',
          createdAt: daysAgo(9),
          status: 'ACTIVE',
        },
      ],
    },
  );
  front.answer(
    { service: 'config-service', operation: 'DescribeConfigurationRecorders', ...here },
    {
      ConfigurationRecorders: [
        {
          name: 'default',
          roleARN: `arn:aws:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
          recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
        },
      ],
    },
  );
  front.answer(
    { service: 'config-service', operation: 'DescribeConfigurationRecorderStatus', ...here },
    { ConfigurationRecordersStatus: [{ name: 'default', recording: true, lastStatus: 'SUCCESS' }] },
  );
  front.answer(
    { service: 'config-service', operation: 'DescribeDeliveryChannels', ...here },
    { DeliveryChannels: [{ name: 'default', s3BucketName: 'acme-logs' }] },
  );
  front.answer(
    { service: 'config-service', operation: 'DescribeDeliveryChannelStatus', ...here },
    {
      DeliveryChannelsStatus: [
        { name: 'default', configHistoryDeliveryInfo: { lastStatus: 'SUCCESS', lastSuccessfulTime: daysAgo(0) } },
      ],
    },
  );
  front.answer(
    { service: 'securityhub', operation: 'DescribeHub', ...here },
    { HubArn: arnOf('securityhub', 'us-east-1', 'hub/default'), SubscribedAt: daysAgo(9).toISOString() },
  );
  front.error(
    { service: 'securityhub', operation: 'DescribeHub', region: 'eu-west-1' },
    { code: 'InvalidAccessException', message: 'Account is not subscribed to AWS Security Hub' },
  );
  front.answer(
    { service: 'securityhub', operation: 'GetEnabledStandards' },
    {
      StandardsSubscriptions: [
        {
          StandardsSubscriptionArn: arnOf('securityhub', 'us-east-1', 'subscription/fsbp/v/1.0.0'),
          StandardsArn: 'arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0',
          StandardsInput: {},
          StandardsStatus: 'READY',
        },
      ],
    },
  );
  front.answer(
    { service: 'securityhub', operation: 'ListEnabledProductsForImport' },
    { ProductSubscriptions: [arnOf('securityhub', 'us-east-1', 'product-subscription/aws/guardduty')] },
  );
  front.answer({ service: 'shield', operation: 'GetSubscriptionState' }, { SubscriptionState: 'ACTIVE' });
  front.answer(
    { service: 'shield', operation: 'DescribeSubscription' },
    {
      Subscription: {
        StartTime: daysAgo(30),
        EndTime: daysAgo(-300),
        AutoRenew: 'ENABLED',
        SubscriptionLimits: {
          ProtectionLimits: { ProtectedResourceTypeLimits: [] },
          ProtectionGroupLimits: {
            MaxProtectionGroups: 1,
            PatternTypeLimits: { ArbitraryPatternLimits: { MaxMembers: 1 } },
          },
        },
      },
    },
  );
  front.answer({ service: 'shield', operation: 'DescribeEmergencyContactSettings' }, { EmergencyContactList: [] });
  front.answer({ service: 'shield', operation: 'DescribeDRTAccess' }, {});
  front.answer(
    { service: 'shield', operation: 'ListProtections' },
    { Protections: [{ Id: 'p1', Name: 'ip', ResourceArn: arnOf('ec2', 'us-east-1', 'eip-allocation/eipalloc-1') }] },
  );
  front.answer({ service: 'shield', operation: 'DescribeProtection' }, { Protection: { Id: 'p1', Name: 'ip' } });
  front.answer(
    { service: 'route-53', operation: 'ListHostedZones' },
    { HostedZones: [], IsTruncated: false, MaxItems: 100, Marker: '' },
  );
}
