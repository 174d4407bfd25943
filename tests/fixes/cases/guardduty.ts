import { lacks } from '../lacks.ts';
import type { Aws, Build } from '../world.ts';

/** The emulator lacks what else is read of a detector: nothing is exported, nothing was found. */
const suspended: Build = async (aws, front) => {
  front.answer({ service: 'guardduty', operation: 'ListPublishingDestinations' }, { Destinations: [] });
  front.answer({ service: 'guardduty', operation: 'ListFindings' }, { FindingIds: [] });
  await aws`guardduty create-detector --no-enable`;
};

const create = async (aws: Aws, ...features: readonly object[]): Promise<void> => {
  await aws`guardduty create-detector --enable --features ${features}`;
};
const lacking =
  (name: string, more: object = {}): Build =>
  (aws) =>
    create(aws, { Name: name, Status: 'DISABLED', ...more });
const agent = (name: string, status: string): object => ({ AdditionalConfiguration: [{ Name: name, Status: status }] });

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'guardduty-detector-enabled': suspended,
  'guardduty-ai-protection-enabled': lacking('AI_PROTECTION'),
  'guardduty-ec2-malware-protection-enabled': lacking('EBS_MALWARE_PROTECTION'),
  'guardduty-ec2-runtime-monitoring-enabled': lacking('RUNTIME_MONITORING', agent('EC2_AGENT_MANAGEMENT', 'DISABLED')),
  'guardduty-ecs-runtime-monitoring-enabled': lacking('RUNTIME_MONITORING'),
  'guardduty-eks-audit-log-monitoring-enabled': lacking('EKS_AUDIT_LOGS'),
  'guardduty-eks-runtime-monitoring-enabled': (aws) =>
    create(aws, {
      Name: 'EKS_RUNTIME_MONITORING',
      Status: 'ENABLED',
      ...agent('EKS_ADDON_MANAGEMENT', 'DISABLED'),
    }),
  'guardduty-lambda-protection-enabled': lacking('LAMBDA_NETWORK_LOGS'),
  'guardduty-rds-protection-enabled': lacking('RDS_LOGIN_EVENTS'),
  'guardduty-runtime-monitoring-enabled': lacking('RUNTIME_MONITORING'),
  'guardduty-s3-protection-enabled': [lacking('S3_DATA_EVENTS'), suspended],
};

export const untried: Readonly<Record<string, string>> = {
  'guardduty-members-protection-plans-enabled': lacks('guardduty', 'GetMemberDetectors'),
  'guardduty-organization-accounts-covered': 'no command: the address of each account is asked for',
  'guardduty-all-regions-enabled': 'The same commands as of guardduty-detector-enabled, one for each region',
  'guardduty-delegated-admin-all-regions': lacks('guardduty', 'DescribeOrganizationConfiguration'),
  'guardduty-findings-exported': lacks('guardduty', 'ListPublishingDestinations'),
  'guardduty-exported-findings-encrypted': lacks('guardduty', 'ListPublishingDestinations'),
  'guardduty-findings-notified': 'the emulator tells of no administrator of GuardDuty as AWS does',
  'guardduty-trusted-ip-list-not-broad': 'what is in a list only a person can tell, so nothing fails',
  'guardduty-members-enabled': lacks('guardduty', 'ListMembers'),
  'guardduty-no-high-severity-findings': 'What was found has to be looked into: there is no command',
};
