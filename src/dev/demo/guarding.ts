import { fails, type Front } from '../../stand-in/front.ts';
import { quotasOf } from '../../stand-in/quotas.ts';
import { ago, arnIn, iamArn, uuidOf } from './company.ts';
import { keyArn } from './storage.ts';

const detector = (region: string): string => uuidOf(`detector/${region}`).replaceAll('-', '');

/** GuardDuty, Security Hub, Access Analyzer: watching the shop well, the rest less so. */
export function answerGuarding(front: Front): void {
  front.answer({ service: 'guardduty', operation: 'ListDetectors' }, ({ region }) => ({
    DetectorIds: region === 'eu-central-1' ? [] : [detector(region)],
  }));
  front.answer({ service: 'guardduty', operation: 'GetDetector' }, ({ region }) => {
    const shop = region === 'eu-west-1';
    const on = (yes: boolean) => (yes ? 'ENABLED' : 'DISABLED');
    const agents = { EKS_ADDON_MANAGEMENT: false, ECS_FARGATE_AGENT_MANAGEMENT: shop, EC2_AGENT_MANAGEMENT: shop };
    return {
      ServiceRole: iamArn('role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty'),
      Status: 'ENABLED',
      FindingPublishingFrequency: 'FIFTEEN_MINUTES',
      CreatedAt: ago(800),
      Features: [
        { Name: 'S3_DATA_EVENTS', Status: on(true) },
        { Name: 'EKS_AUDIT_LOGS', Status: on(false) },
        { Name: 'EBS_MALWARE_PROTECTION', Status: on(shop) },
        { Name: 'RDS_LOGIN_EVENTS', Status: on(shop) },
        { Name: 'LAMBDA_NETWORK_LOGS', Status: on(shop) },
        { Name: 'AI_PROTECTION', Status: on(false) },
        {
          Name: 'RUNTIME_MONITORING',
          Status: on(shop),
          AdditionalConfiguration: Object.entries(agents).map(([Name, yes]) => ({ Name, Status: on(yes) })),
        },
      ],
    };
  });
  front.answer({ service: 'guardduty', operation: 'ListFindings' }, ({ region }) => ({
    FindingIds:
      region === 'eu-west-1' ? [uuidOf('finding/1'), uuidOf('finding/2')].map((id) => id.replaceAll('-', '')) : [],
  }));
  for (const operation of ['ListServiceQuotas', 'ListAWSDefaultServiceQuotas'])
    front.answer({ service: 'service-quotas', operation }, ({ input }) => quotasOf(input['ServiceCode']));
  front.answer({ service: 'guardduty', operation: 'ListMembers' }, { Members: [] });
  front.answer({ service: 'guardduty', operation: 'ListPublishingDestinations' }, ({ region }) => ({
    Destinations:
      region === 'eu-west-1'
        ? [{ DestinationId: detector('export'), DestinationType: 'S3', Status: 'PUBLISHING' }]
        : [],
  }));
  front.answer(
    { service: 'guardduty', operation: 'DescribePublishingDestination' },
    {
      DestinationId: detector('export'),
      DestinationType: 'S3',
      Status: 'PUBLISHING',
      PublishingFailureStartTimestamp: 0,
      DestinationProperties: { DestinationArn: 'arn:aws:s3:::marlow-cloudtrail/guardduty', KmsKeyArn: keyArn('audit') },
    },
  );
  const notEnabled = {
    code: 'InvalidAccessException',
    status: 401,
    message: 'Account is not subscribed to AWS Security Hub',
  };
  front.answer({ service: 'securityhub', operation: 'DescribeHub' }, ({ region }) =>
    region === 'us-east-1'
      ? fails(notEnabled)
      : { HubArn: arnIn('securityhub', region, 'hub/default'), SubscribedAt: ago(700), AutoEnableControls: true },
  );
  front.answer({ service: 'securityhub', operation: 'GetEnabledStandards' }, ({ region }) => ({
    StandardsSubscriptions:
      region === 'eu-west-1'
        ? [
            {
              StandardsSubscriptionArn: arnIn(
                'securityhub',
                region,
                'subscription/aws-foundational-security-best-practices/v/1.0.0',
              ),
              StandardsArn: `arn:aws:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`,
              StandardsInput: {},
              StandardsStatus: 'READY',
            },
          ]
        : [],
  }));
  front.answer({ service: 'securityhub', operation: 'ListEnabledProductsForImport' }, { ProductSubscriptions: [] });
  front.answer({ service: 'accessanalyzer', operation: 'ListAnalyzers' }, ({ region }) => ({
    analyzers:
      region === 'eu-west-1'
        ? [
            {
              name: 'external-access',
              arn: arnIn('access-analyzer', region, 'analyzer/external-access'),
              type: 'ACCOUNT',
              status: 'ACTIVE',
              createdAt: ago(500),
            },
            {
              name: 'payments-internal-access',
              arn: arnIn('access-analyzer', region, 'analyzer/payments-internal-access'),
              type: 'ACCOUNT_INTERNAL_ACCESS',
              status: 'ACTIVE',
              createdAt: ago(90),
            },
          ]
        : [],
  }));
}
