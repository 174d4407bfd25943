import { CreateDetectorCommand, type DetectorFeatureConfiguration, GuardDutyClient } from '@aws-sdk/client-guardduty';
import { EnableSecurityHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { InRegion } from '../../../src/stand-in/answers.ts';
import { CannedError, fails } from '../../../src/stand-in/front.ts';
import { worldFiles } from '../../../src/stand-in/world.ts';
import { accountIds, regions, type World } from './world.ts';

const plans = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'AI_PROTECTION',
] as const;
const agents = ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'] as const;

/**
 * GuardDuty, Security Hub and Access Analyzer: in `main` off in eu-west-1 and fully on in us-east-1. In `second`
 * GuardDuty is on everywhere, in eu-west-1 without any plan and with open findings; in `bare` nothing is on.
 */
export async function buildGuarding(world: World): Promise<void> {
  await new GuardDutyClient(world.at('main')).send(new CreateDetectorCommand({ Enable: true }));
  for (const region of regions)
    await new GuardDutyClient(world.at('second', region)).send(new CreateDetectorCommand({ Enable: true }));
  await new SecurityHubClient(world.at('main')).send(new EnableSecurityHubCommand({}));
  cannedGuardDuty(world);
  cannedSecurityHub(world);
  await cannedInspection(world);
  // Not in the emulator.
  world.front.answer({ service: 'accessanalyzer', operation: 'ListFindings' }, { findings: [] });
  world.front.answer({ service: 'accessanalyzer', operation: 'ListAnalyzers' }, ({ account, region }) => ({
    analyzers:
      account === accountIds.bare || region === 'eu-west-1'
        ? []
        : [
            {
              name: 'external',
              arn: `arn:aws:access-analyzer:${region}:${account}:analyzer/external`,
              type: 'ACCOUNT',
              status: account === accountIds.main ? 'ACTIVE' : 'FAILED',
              createdAt: '2025-01-01T00:00:00Z',
            },
            ...(account === accountIds.main
              ? [
                  {
                    name: 'internal',
                    arn: `arn:aws:access-analyzer:${region}:${account}:analyzer/internal`,
                    type: 'ACCOUNT_INTERNAL_ACCESS',
                    status: 'ACTIVE',
                    createdAt: '2025-01-01T00:00:00Z',
                  },
                ]
              : []),
          ],
  }));
}

/** What looks into instances, images and buckets, on in `main` in us-east-1 alone, as in the stand-in's world. */
async function cannedInspection({ front }: World): Promise<void> {
  const parts = [
    'inspector/region',
    'inspector/covered-resource',
    'macie/session',
    'macie/bucket',
    'detective/graph',
  ].map((name) => `src/stand-in/world/${name}.ts`);
  for (const [file, { service, answers }] of await worldFiles()) {
    if (!parts.includes(file)) continue;
    for (const [operation, answer] of Object.entries(answers))
      if (!(answer instanceof CannedError))
        front.answer({ service, operation }, answer instanceof InRegion ? answer.body : answer);
  }
}

function cannedGuardDuty({ front }: World): void {
  const trusted = (account: string, region: string): boolean => account === accountIds.main && region === 'us-east-1';
  front.answer({ service: 'guardduty', operation: 'ListIPSets' }, ({ account, region }) => ({
    IpSetIds: trusted(account, region) ? ['1cbd2d4f', '2ac41e07'] : [],
  }));
  front.answer({ service: 'guardduty', operation: 'GetIPSet' }, ({ path }) => ({
    Name: 'offices',
    Format: 'TXT',
    Location: 'https://s3.amazonaws.com/acme-lists/offices.txt',
    Status: path.includes('1cbd2d4f') ? 'ACTIVE' : 'INACTIVE',
  }));
  front.answer({ service: 'guardduty', operation: 'GetAdministratorAccount' }, {});

  const weak = (account: string, region: string): boolean => account === accountIds.second && region === 'eu-west-1';
  // The emulator keeps neither all features nor their additional configuration.
  front.answer({ service: 'guardduty', operation: 'GetDetector' }, ({ account, region }) => {
    const Status = weak(account, region) ? 'DISABLED' : 'ENABLED';
    return {
      ServiceRole: `arn:aws:iam::${account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
      Status: 'ENABLED',
      FindingPublishingFrequency: 'SIX_HOURS',
      Features: [
        ...plans.map((Name) => ({ Name, Status })),
        {
          Name: 'RUNTIME_MONITORING',
          Status,
          AdditionalConfiguration: agents.map((agent) => ({ Name: agent, Status })),
        },
      ] satisfies (DetectorFeatureConfiguration | object)[],
    };
  });
  // Not in the emulator: destinations, findings and members.
  front.answer({ service: 'guardduty', operation: 'ListPublishingDestinations' }, ({ account }) => ({
    Destinations:
      account === accountIds.bare ? [] : [{ DestinationId: 'd1', DestinationType: 'S3', Status: 'PUBLISHING' }],
  }));
  front.answer({ service: 'guardduty', operation: 'DescribePublishingDestination' }, ({ account, region }) => ({
    DestinationId: 'd1',
    DestinationType: 'S3',
    Status: 'PUBLISHING',
    PublishingFailureStartTimestamp: 0,
    DestinationProperties: {
      DestinationArn: `arn:aws:s3:::findings-of-${account}`,
      ...(weak(account, region)
        ? {}
        : { KmsKeyArn: `arn:aws:kms:${region}:${account}:key/00000000-0000-4000-8000-000000000003` }),
    },
  }));
  front.answer({ service: 'guardduty', operation: 'ListFindings' }, ({ account, region }) => ({
    FindingIds: weak(account, region) ? ['finding-1', 'finding-2'] : [],
  }));
  front.answer({ service: 'guardduty', operation: 'ListMembers' }, ({ account, region }) => ({
    Members:
      account !== accountIds.main
        ? []
        : [
            { AccountId: '111100001111', RelationshipStatus: 'Enabled' },
            { AccountId: '222200002222', RelationshipStatus: 'Removed' },
          ].map((member) => ({
            ...member,
            MasterId: account,
            Email: 'member@example.com',
            UpdatedAt: '2026-01-01T00:00:00Z',
            DetectorId: `member-in-${region}`,
          })),
  }));
  front.answer({ service: 'guardduty', operation: 'GetMemberDetectors' }, ({ input }) => ({
    MemberDataSourceConfigurations: (input['accountIds'] as readonly string[]).map((AccountId) => ({
      AccountId,
      DataSources: {
        CloudTrail: { Status: 'ENABLED' },
        DNSLogs: { Status: 'ENABLED' },
        FlowLogs: { Status: 'ENABLED' },
        S3Logs: { Status: 'ENABLED' },
      },
      Features: [...plans.slice(0, 5), 'RUNTIME_MONITORING'].map((Name) => ({
        Name,
        Status: 'ENABLED',
      })),
    })),
    UnprocessedAccounts: [],
  }));
  // The emulator names no administrators of an organization; `main` administers it, `second` manages it.
  front.answer({ service: 'guardduty', operation: 'ListOrganizationAdminAccounts' }, ({ account, region }) => {
    if (account !== accountIds.second) return fails({ code: 'BadRequestException', status: 400 });
    return {
      AdminAccounts: region === 'us-east-1' ? [{ AdminAccountId: accountIds.main, AdminStatus: 'ENABLED' }] : [],
    };
  });
  front.answer({ service: 'guardduty', operation: 'DescribeOrganizationConfiguration' }, ({ account, region }) =>
    account === accountIds.main && region === 'us-east-1'
      ? { MemberAccountLimitReached: false, AutoEnableOrganizationMembers: 'ALL', Features: [] }
      : fails({ code: 'BadRequestException', status: 400 }),
  );
}

function cannedSecurityHub({ front }: World): void {
  front.answer({ service: 'securityhub', operation: 'DescribeSecurityHubV2' }, ({ account, region }) =>
    account === accountIds.main && region === 'us-east-1'
      ? { HubV2Arn: `arn:aws:securityhub:${region}:${account}:hubv2/0a1b2c3d`, SubscribedAt: '2026-01-01T00:00:00Z' }
      : fails({ code: 'ResourceNotFoundException', status: 404 }),
  );
  // Not in the emulator: standards and products.
  front.answer({ service: 'securityhub', operation: 'GetEnabledStandards' }, ({ region, account }) => ({
    StandardsSubscriptions: [
      {
        StandardsSubscriptionArn: `arn:aws:securityhub:${region}:${account}:subscription/aws-foundational-security-best-practices/v/1.0.0`,
        StandardsArn: `arn:aws:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`,
        StandardsInput: {},
        StandardsStatus: 'READY',
      },
    ],
  }));
  front.answer({ service: 'securityhub', operation: 'ListEnabledProductsForImport' }, { ProductSubscriptions: [] });
}
