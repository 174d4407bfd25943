import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { monitoredEvents } from '../../src/judgements/logs/cis-filters.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startWorld } from '../../src/stand-in/world.ts';
import { account, daysAgo, regions } from '../../src/stand-in/facts.ts';
import { resident, type Scan } from './faults/run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const { scan } = resident();

const management = '210987654321';
const security = '345678901234';
const kinds = ['alone', 'management', 'member', 'delegated'] as const;
type Kind = (typeof kinds)[number];

/** The checks that ask how an account is watched: all of them hold in the accounts below. */
const watched = ['accessanalyzer-*', 'cloudtrail-*', 'cloudwatch-*', 'config-*', 'guardduty-*', 'securityhub-*'].map(
  (pattern) => pattern.slice(0, -1),
);
const isWatched = (check: string): boolean => watched.some((prefix) => check.startsWith(prefix));

const agents = ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'];
const plans = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'AI_PROTECTION',
];

/** Starts an account that is watched as it should be, from its place in an organisation. */
async function wellRun(kind: Kind): Promise<Front> {
  const front = await startWorld();
  answerServices(front);
  answerTrail(front, kind);
  answerAlarms(front, kind === 'alone' || kind === 'management');
  answerPlace(front, kind);
  return front;
}

function answerServices(front: Front): void {
  const everywhere = (service: string, operation: string, body: (region: string) => object): void => {
    for (const region of regions) front.answer({ service, operation, region }, body(region));
  };
  everywhere('config-service', 'DescribeConfigurationRecorders', (region) => ({
    ConfigurationRecorders: [
      {
        name: 'default',
        roleARN: `arn:aws:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: region === 'us-east-1' },
      },
    ],
  }));
  front.answer(
    { service: 'config-service', operation: 'DescribeComplianceByConfigRule', region: 'us-east-1' },
    {
      ComplianceByConfigRules: [
        'encrypted-volumes',
        's3-bucket-versioning-enabled',
        'redshift-cluster-public-access-check',
      ].map((ConfigRuleName) => ({ ConfigRuleName, Compliance: { ComplianceType: 'COMPLIANT' } })),
    },
  );
  everywhere('config-service', 'DescribeConformancePackStatus', (region) => ({
    ConformancePackStatusDetails: [
      {
        ConformancePackName: 'baseline',
        ConformancePackId: 'conformance-pack-1',
        ConformancePackArn: `arn:aws:config:${region}:${account}:conformance-pack/baseline/conformance-pack-1`,
        ConformancePackState: 'CREATE_COMPLETE',
        StackArn: `arn:aws:cloudformation:${region}:${account}:stack/baseline/1`,
        LastUpdateRequestedTime: daysAgo(90),
      },
    ],
  }));
  front.answer({ service: 'accessanalyzer', operation: 'ListFindings', region: 'us-east-1' }, { findings: [] });
  everywhere('cloudwatch-logs', 'DescribeLogGroups', (region) => ({
    logGroups: ['trail'].map((logGroupName) => ({
      logGroupName,
      arn: `arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`,
      creationTime: daysAgo(100).getTime(),
      logGroupClass: 'STANDARD',
      deletionProtectionEnabled: true,
      kmsKeyId: `arn:aws:kms:${region}:${account}:key/6f1d0c2b-9a3e-4b57-8c14-2d7e5f6a9b80`,
    })),
  }));
  everywhere('config-service', 'DescribeConfigurationRecorderStatus', () => ({
    ConfigurationRecordersStatus: [{ name: 'default', recording: true, lastStatus: 'SUCCESS' }],
  }));
  everywhere('config-service', 'DescribeDeliveryChannels', () => ({
    DeliveryChannels: [{ name: 'default', s3BucketName: 'acme-logs' }],
  }));
  const delivered = { lastStatus: 'SUCCESS', lastSuccessfulTime: daysAgo(0) };
  everywhere('config-service', 'DescribeDeliveryChannelStatus', () => ({
    DeliveryChannelsStatus: [{ name: 'default', configHistoryDeliveryInfo: delivered }],
  }));
  everywhere('guardduty', 'ListDetectors', () => ({ DetectorIds: ['d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0'] }));
  everywhere('guardduty', 'GetDetector', () => ({
    Status: 'ENABLED',
    ServiceRole: 'role',
    FindingPublishingFrequency: 'SIX_HOURS',
    Features: [
      ...plans.map((Name) => ({ Name, Status: 'ENABLED' })),
      {
        Name: 'RUNTIME_MONITORING',
        Status: 'ENABLED',
        AdditionalConfiguration: agents.map((Name) => ({ Name, Status: 'ENABLED' })),
      },
    ],
  }));
  everywhere('guardduty', 'ListFindings', () => ({ FindingIds: [] }));
  everywhere('guardduty', 'ListIPSets', () => ({ IpSetIds: [] }));
  everywhere('eventbridge', 'ListRules', (region) => ({
    Rules: [
      {
        Name: 'guardduty-findings',
        Arn: `arn:aws:events:${region}:${account}:rule/guardduty-findings`,
        State: 'ENABLED',
        EventBusName: 'default',
        EventPattern: JSON.stringify({
          source: ['aws.guardduty'],
          'detail-type': ['GuardDuty Finding'],
          detail: { severity: [{ numeric: ['>=', 7] }] },
        }),
      },
    ],
  }));
  const destination = { DestinationId: 'd1', DestinationType: 'S3', Status: 'PUBLISHING' };
  everywhere('guardduty', 'ListPublishingDestinations', () => ({ Destinations: [destination] }));
  everywhere('guardduty', 'DescribePublishingDestination', () => ({
    ...destination,
    PublishingFailureStartTimestamp: 0,
    DestinationProperties: {
      DestinationArn: 'arn:aws:s3:::acme-logs',
      KmsKeyArn: `arn:aws:kms:us-east-1:${account}:key/6f1d0c2b-9a3e-4b57-8c14-2d7e5f6a9b80`,
    },
  }));
  everywhere('securityhub', 'DescribeHub', (region) => ({
    HubArn: `arn:aws:securityhub:${region}:${account}:hub/default`,
    SubscribedAt: daysAgo(9).toISOString(),
  }));
  everywhere('securityhub', 'DescribeSecurityHubV2', (region) => ({
    HubV2Arn: `arn:aws:securityhub:${region}:${account}:hubv2/0a1b2c3d`,
    SubscribedAt: daysAgo(9).toISOString(),
  }));
  everywhere('accessanalyzer', 'ListAnalyzers', (region) => ({
    analyzers: ['ACCOUNT', 'ACCOUNT_INTERNAL_ACCESS'].map((type) => ({
      arn: `arn:aws:access-analyzer:${region}:${account}:analyzer/${type}`,
      name: type,
      type,
      createdAt: daysAgo(9),
      status: 'ACTIVE',
    })),
  }));
}

/** On its own an account has a trail of its own; else it is recorded by that of the organisation. */
function answerTrail(front: Front, kind: Kind): void {
  const owner = kind === 'alone' || kind === 'management' ? account : management;
  const TrailARN = `arn:aws:cloudtrail:us-east-1:${owner}:trail/whole`;
  const trail = {
    Name: 'whole',
    S3BucketName: 'acme-private',
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    HomeRegion: 'us-east-1',
    TrailARN,
    LogFileValidationEnabled: true,
    KmsKeyId: `arn:aws:kms:us-east-1:${owner}:key/00000000-0000-4000-8000-000000000001`,
    CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${owner}:log-group:trail:*`,
    HasCustomEventSelectors: true,
    IsOrganizationTrail: kind !== 'alone',
  };
  const category = (name: string) => ({ Field: 'eventCategory', Equals: [name] });
  front.answer({ service: 'cloudtrail', operation: 'DescribeTrails' }, { trailList: [trail] });
  front.answer(
    { service: 'cloudtrail', operation: 'GetEventSelectors' },
    {
      TrailARN,
      AdvancedEventSelectors: [
        { FieldSelectors: [category('Management')] },
        {
          FieldSelectors: [
            category('Data'),
            { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
            { Field: 'resources.ARN', NotEquals: ['arn:aws:s3:::acme-logs/'] },
          ],
        },
      ],
    },
  );
}

/** An alarm for each event of the CIS benchmark, or none: then they are in the account that has the trail. */
function answerAlarms(front: Front, all: boolean): void {
  const here = { region: 'us-east-1' } as const;
  const events = all ? Object.entries(monitoredEvents) : [];
  front.answer(
    { service: 'cloudwatch-logs', operation: 'DescribeMetricFilters', ...here },
    {
      metricFilters: events.map(([name, { pattern }]) => ({
        filterName: name,
        filterPattern: pattern,
        logGroupName: 'trail',
        metricTransformations: [{ metricName: name, metricNamespace: 'Trail', metricValue: '1' }],
      })),
    },
  );
  const alarmOf = (name: string) => ({
    AlarmName: name,
    AlarmArn: `arn:aws:cloudwatch:us-east-1:${account}:alarm:${name}`,
    ActionsEnabled: true,
    StateValue: 'OK',
  });
  front.answer(
    { service: 'cloudwatch', operation: 'DescribeAlarms', ...here },
    {
      MetricAlarms: events.map(([name]) => ({
        ...alarmOf(name),
        MetricName: name,
        Namespace: 'Trail',
        Statistic: 'Sum',
        Threshold: 1,
        Period: 300,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
      })),
      CompositeAlarms: all
        ? [
            {
              ...alarmOf('any'),
              AlarmActions: [`arn:aws:sns:us-east-1:${account}:alarms`],
              AlarmRule: events.map(([name]) => `ALARM("${name}")`).join(' OR '),
            },
          ]
        : [],
    },
  );
}

function answerPlace(front: Front, kind: Kind): void {
  const organizations = (operation: string) => ({ service: 'organizations', operation });
  const guardduty = (operation: string) => ({ service: 'guardduty', operation });
  const refusal = { code: 'AccessDeniedException', message: "You don't have permissions to access this resource." };
  front.answer(
    { service: 'config-service', operation: 'DescribeConfigurationAggregators', region: 'us-east-1' },
    {
      ConfigurationAggregators:
        kind === 'delegated'
          ? [
              {
                ConfigurationAggregatorName: 'organization',
                ConfigurationAggregatorArn: `arn:aws:config:us-east-1:${account}:config-aggregator/a`,
                OrganizationAggregationSource: { RoleArn: 'role', AllAwsRegions: true },
              },
            ]
          : [],
    },
  );
  const member = (AccountId: string) => ({
    AccountId,
    MasterId: account,
    Email: 'a@example.com',
    UpdatedAt: 'x',
    RelationshipStatus: 'Enabled',
  });
  front.answer(guardduty('ListMembers'), {
    Members: kind === 'delegated' ? ['210987654321', '345678901234'].map(member) : [],
  });
  front.answer(guardduty('GetMemberDetectors'), ({ input }) => ({
    MemberDataSourceConfigurations: (input['accountIds'] as readonly string[]).map((AccountId) => ({
      AccountId,
      Features: [...plans, 'RUNTIME_MONITORING'].map((Name) => ({ Name, Status: 'ENABLED', UpdatedAt: daysAgo(300) })),
    })),
    UnprocessedAccounts: [],
  }));
  front.answer(guardduty('ListOrganizationAdminAccounts'), {
    AdminAccounts: [{ AdminAccountId: security, AdminStatus: 'ENABLED' }],
  });
  if (kind !== 'delegated')
    front.error(guardduty('DescribeOrganizationConfiguration'), {
      code: 'BadRequestException',
      message: 'The request is rejected because the account is not the delegated administrator.',
    });
  if (kind === 'alone') {
    for (const operation of ['DescribeOrganization', 'ListDelegatedAdministrators', 'ListRoots'])
      front.error(organizations(operation), { code: 'AWSOrganizationsNotInUseException' });
    return;
  }
  const manager = kind === 'management' ? account : management;
  front.answer(organizations('DescribeOrganization'), {
    Organization: { Id: 'o-example', FeatureSet: 'ALL', MasterAccountId: manager },
  });
  if (kind === 'member') {
    for (const operation of ['ListDelegatedAdministrators', 'ListRoots', 'ListParents', 'ListPoliciesForTarget'])
      front.error(organizations(operation), refusal);
    return;
  }
  front.answer(organizations('ListDelegatedAdministrators'), {
    DelegatedAdministrators: [{ Id: kind === 'management' ? security : account }],
  });
}

describe.each(kinds)('an account that is well run: %s', (kind) => {
  let front: Front;
  let asked: readonly string[];
  let whole: Scan;

  beforeAll(async () => {
    front = await wellRun(kind);
    whole = await scan(front, ['--fail-on', 'none']);
    front.record.clear();
    await scan(front, ['--check', 'cloudtrail-*', '--check', 'config-*', '--check', 'guardduty-*']);
    asked = front.record.operations();
  });
  afterAll(() => front.stop());

  it('passes what can be judged there', () => {
    const found = whole.result.findings.filter(({ check }) => isWatched(check));
    expect(found.length).toBeGreaterThan(20);
    const others = found.filter(({ status }) => status !== 'pass');
    expect(others.map(({ check, region, message }) => `${check} ${region}: ${message}`)).toEqual([]);
  });

  it('is complete with all checks', () => {
    const unknown = whole.result.findings.filter(({ status }) => status === 'unknown');
    expect(unknown.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
    expect(whole.result.coverage.gaps).toEqual([]);
    expect(whole.code).toBe(0);
  });

  it('is asked only what accounts of its kind are told', () => {
    expect(asked.includes('guardduty:ListOrganizationAdminAccounts')).toBe(kind === 'management');
    expect(asked.includes('guardduty:DescribeOrganizationConfiguration')).toBe(kind !== 'alone');
    expect(asked.includes('organizations:ListDelegatedAdministrators')).toBe(kind !== 'alone');
  });

  it('leaves to another account what is judged there', () => {
    const applicable = (check: string): boolean =>
      (whole.result.coverage.checks.find((each) => each.check === check)?.judged ?? 0) > 0;
    const own = kind === 'alone' || kind === 'management';
    for (const event of Object.keys(monitoredEvents).filter((name) => name !== 'organizations-changes'))
      expect(applicable(`cloudwatch-monitor-${event}`), event).toBe(own);
    expect(applicable('cloudwatch-monitor-organizations-changes')).toBe(kind === 'management');
    expect(applicable('cloudtrail-trail-kms-encrypted')).toBe(own);
    expect(applicable('config-organization-aggregator-all-regions')).toBe(kind === 'delegated');
    expect(applicable('guardduty-delegated-admin-all-regions')).toBe(kind === 'delegated' || kind === 'management');
    expect(applicable('cloudtrail-organization-trail-enabled')).toBe(kind !== 'alone');
  });
});
