import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

const destination = { DestinationId: 'pd1', DestinationType: 'S3', Status: 'PUBLISHING' };

export default answers('guardduty', {
  ListDetectors: ({ region }) => ({
    DetectorIds: region === mainRegion ? ['d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0'] : [],
  }),
  GetDetector: {
    Status: 'ENABLED',
    ServiceRole: 'role',
    FindingPublishingFrequency: 'SIX_HOURS',
    Features: [
      { Name: 'S3_DATA_EVENTS', Status: 'ENABLED' },
      ...[
        'EKS_AUDIT_LOGS',
        'EBS_MALWARE_PROTECTION',
        'RDS_LOGIN_EVENTS',
        'LAMBDA_NETWORK_LOGS',
        'EKS_RUNTIME_MONITORING',
        'RUNTIME_MONITORING',
        'AI_PROTECTION',
      ].map((Name) => ({ Name, Status: 'DISABLED' })),
    ],
  },
  ListPublishingDestinations: { Destinations: [destination] },
  DescribePublishingDestination: {
    ...destination,
    PublishingFailureStartTimestamp: 0,
    DestinationProperties: { DestinationArn: 'arn:aws:s3:::acme-logs' },
  },
  ListFindings: { FindingIds: ['f1'] },
  GetAdministratorAccount: {},
});
