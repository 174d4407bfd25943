import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'sts-vpc-endpoint-exists': async (aws) => ({
    SUBNET_ID: await aws`ec2 describe-subnets --query Subnets[0].SubnetId --output text`,
    GROUP_ID: await aws`ec2 describe-security-groups --query SecurityGroups[0].GroupId --output text`,
  }),
};

export const untried: Readonly<Record<string, string>> = {
  'sts-assume-root-not-used-recently': 'Sessions that were issued stay in the history: there is no command',
  'sts-audit-caller-not-root': 'Who runs the audit decides: there is no command',
  'sts-federation-token-not-used': 'Programs that ask have to be changed: there is no command',
  'sts-global-endpoint-not-used': 'Code and configuration of workloads have to be changed: there is no command',
  'sts-global-endpoint-token-version-2': lacks('iam', 'SetSecurityTokenServicePreferences'),
  'sts-issued-session-duration-limited': 'Programs that ask have to be changed: there is no command',
};
