import type { Front } from '../../stand-in/front.ts';
import { monitoredEvents } from '../../judgements/logs/cis-filters.ts';
import { ago, arnIn, iamArn } from './company.ts';
import { keyArn } from './storage.ts';

const group = '/audit/cloudtrail';
const topic = (name: string): string => arnIn('sns', 'eu-west-1', name);

/** Which of CIS's events are watched: by an alarm that reaches somebody, or into the void. */
const watched: Partial<Record<keyof typeof monitoredEvents, 'security-alerts' | 'old-ops-list'>> = {
  'root-usage': 'security-alerts',
  'unauthorized-api-calls': 'security-alerts',
  'iam-policy-changes': 'security-alerts',
  'cloudtrail-changes': 'security-alerts',
  'kms-key-deletion': 'security-alerts',
  's3-bucket-policy-changes': 'security-alerts',
  'security-group-changes': 'old-ops-list',
  'network-acl-changes': 'old-ops-list',
};

/** CloudTrail, its alarms, and AWS Config. */
export function answerLogging(front: Front): void {
  const trail = {
    Name: 'marlow-audit',
    TrailARN: arnIn('cloudtrail', 'eu-west-1', 'trail/marlow-audit'),
    HomeRegion: 'eu-west-1',
    IsMultiRegionTrail: true,
    IsOrganizationTrail: false,
    IncludeGlobalServiceEvents: true,
    LogFileValidationEnabled: true,
    S3BucketName: 'marlow-cloudtrail',
    KmsKeyId: keyArn('audit'),
    CloudWatchLogsLogGroupArn: arnIn('logs', 'eu-west-1', `log-group:${group}:*`),
    CloudWatchLogsRoleArn: iamArn('role/trail-to-logs'),
  };
  const lake = {
    Name: 'lake-objects',
    TrailARN: arnIn('cloudtrail', 'eu-central-1', 'trail/lake-objects'),
    HomeRegion: 'eu-central-1',
    IsMultiRegionTrail: false,
    IsOrganizationTrail: false,
    LogFileValidationEnabled: false,
    S3BucketName: 'marlow-lake-raw',
  };
  front.answer({ service: 'cloudtrail', operation: 'DescribeTrails' }, ({ region }) => ({
    trailList: region === 'eu-central-1' ? [trail, lake] : [trail],
  }));
  front.answer({ service: 'cloudtrail', operation: 'GetTrailStatus' }, ({ input }) => ({
    IsLogging: true,
    LatestDeliveryTime: ago(0, 0.1),
    ...(String(input['Name']).endsWith('marlow-audit') ? { LatestCloudWatchLogsDeliveryTime: ago(0, 0.2) } : {}),
  }));
  front.answer({ service: 'cloudtrail', operation: 'GetEventSelectors' }, ({ input }) => ({
    TrailARN: String(input['TrailName']),
    EventSelectors: String(input['TrailName']).endsWith('marlow-audit')
      ? [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }]
      : [
          {
            ReadWriteType: 'WriteOnly',
            IncludeManagementEvents: false,
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::marlow-lake-raw/'] }],
          },
        ],
  }));
  front.answer({ service: 'cloudtrail', operation: 'LookupEvents' }, ({ input }) => {
    const [attribute] = input['LookupAttributes'] as { AttributeValue: string }[];
    return {
      Events:
        attribute?.AttributeValue === 'ConsoleLogin' ? [login(17, 'Success'), login(17, 'Failure')] : [globalRequest],
    };
  });
  answerAlarms(front);
  answerConfig(front);
}

const login = (days: number, outcome: string): object => ({
  EventId: `login-${outcome}`,
  EventName: 'ConsoleLogin',
  EventTime: ago(days),
  CloudTrailEvent: JSON.stringify({
    eventName: 'ConsoleLogin',
    eventTime: ago(days),
    userIdentity: { type: 'Root' },
    responseElements: { ConsoleLogin: outcome },
  }),
});

const globalRequest = {
  EventId: 'sts-1',
  EventName: 'AssumeRole',
  EventTime: ago(0, 2),
  CloudTrailEvent: JSON.stringify({
    eventSource: 'sts.amazonaws.com',
    eventTime: ago(0, 2),
    awsRegion: 'us-east-1',
    additionalEventData: { endpointType: 'global', awsServingRegion: 'eu-west-1' },
  }),
};

function answerAlarms(front: Front): void {
  const names = Object.keys(watched) as (keyof typeof monitoredEvents)[];
  const transformation = (name: string) => [{ metricName: name, metricNamespace: 'AuditEvents', metricValue: '1' }];
  const groups: Readonly<Record<string, boolean>> = {
    [group]: true,
    '/aws/lambda/shop-checkout': false,
    '/marlow/payments-api': false,
  };
  front.answer({ service: 'cloudwatch-logs', operation: 'DescribeLogGroups' }, ({ region }) => ({
    logGroups:
      region === 'eu-west-1'
        ? Object.entries(groups).map(([logGroupName, deletionProtectionEnabled]) => ({
            logGroupName,
            deletionProtectionEnabled,
            arn: arnIn('logs', region, `log-group:${logGroupName}:*`),
            creationTime: Date.parse(ago(900)),
            metricFilterCount: 0,
            storedBytes: 0,
            logGroupClass: 'STANDARD',
          }))
        : [],
  }));
  front.answer({ service: 'cloudwatch-logs', operation: 'DescribeMetricFilters' }, ({ region }) => ({
    metricFilters:
      region === 'eu-west-1'
        ? [
            ...names.map((name) => ({
              filterName: name,
              logGroupName: group,
              filterPattern: monitoredEvents[name].pattern,
              metricTransformations: transformation(name),
            })),
            // It looks for the console's sign-ins, and misses what "without MFA" means.
            {
              filterName: 'console-logins',
              logGroupName: group,
              filterPattern:
                '{ ($.eventName = "ConsoleLogin") && ($.responseElements.ConsoleLogin = "Failure") && ($.userIdentity.userName = "amara*") }',
              metricTransformations: transformation('console-logins'),
            },
          ]
        : [],
  }));
  front.answer({ service: 'cloudwatch', operation: 'DescribeAlarms' }, ({ region }) => ({
    MetricAlarms:
      region === 'eu-west-1'
        ? names.map((name) => ({
            AlarmName: `audit-${name}`,
            AlarmArn: arnIn('cloudwatch', region, `alarm:audit-${name}`),
            ActionsEnabled: true,
            AlarmActions: [topic(watched[name] ?? '')],
            Namespace: 'AuditEvents',
            MetricName: name,
            Statistic: 'Sum',
            Period: 300,
            EvaluationPeriods: 1,
            Threshold: 1,
            ComparisonOperator: 'GreaterThanOrEqualToThreshold',
            TreatMissingData: 'notBreaching',
            StateValue: 'OK',
          }))
        : [],
  }));
  front.answer({ service: 'sns', operation: 'ListTopics' }, ({ region }) => ({
    Topics:
      region === 'eu-west-1'
        ? ['security-alerts', 'old-ops-list', 'order-events'].map((name) => ({ TopicArn: topic(name) }))
        : [],
  }));
  front.answer({ service: 'sns', operation: 'GetTopicAttributes' }, ({ input }) => ({
    Attributes: {
      TopicArn: String(input['TopicArn']),
      SubscriptionsConfirmed: String(input['TopicArn']).endsWith('old-ops-list') ? '0' : '2',
    },
  }));
}

function answerConfig(front: Front): void {
  const role = iamArn('role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig');
  const recorders: Readonly<Record<string, object>> = {
    'eu-west-1': {
      name: 'default',
      roleARN: role,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    },
    'eu-central-1': {
      name: 'default',
      roleARN: iamArn('role/config-recorder'),
      recordingGroup: { allSupported: false, resourceTypes: ['AWS::EC2::Instance', 'AWS::S3::Bucket'] },
    },
  };
  front.answer({ service: 'config-service', operation: 'DescribeConfigurationRecorders' }, ({ region }) => ({
    ConfigurationRecorders: [recorders[region]].filter((found) => found !== undefined),
  }));
  front.answer({ service: 'config-service', operation: 'DescribeConfigurationRecorderStatus' }, ({ region }) => ({
    ConfigurationRecordersStatus:
      region in recorders ? [{ name: 'default', recording: region === 'eu-west-1', lastStatus: 'SUCCESS' }] : [],
  }));
  front.answer({ service: 'config-service', operation: 'DescribeDeliveryChannels' }, ({ region }) => ({
    DeliveryChannels: region in recorders ? [{ name: 'default', s3BucketName: 'marlow-config-history' }] : [],
  }));
  front.answer({ service: 'config-service', operation: 'DescribeDeliveryChannelStatus' }, ({ region }) => ({
    DeliveryChannelsStatus:
      region in recorders
        ? [{ name: 'default', configHistoryDeliveryInfo: { lastStatus: 'Success', lastSuccessfulTime: ago(0, 5) } }]
        : [],
  }));
  front.answer(
    { service: 'config-service', operation: 'DescribeConfigurationAggregators' },
    { ConfigurationAggregators: [] },
  );
}
