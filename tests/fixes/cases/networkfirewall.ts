import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'networkfirewall-firewall-logging-enabled': async (aws) => {
    const policy = 'arn:aws:network-firewall:us-east-1:123456789012:firewall-policy/egress';
    await aws`network-firewall create-firewall --firewall-name egress --firewall-policy-arn ${policy} --vpc-id vpc-1 --subnet-mappings SubnetId=subnet-1`;
    return { LOG_GROUP: 'firewall' };
  },
};

const policy = 'no command: a policy is written whole, with rules that a person has to choose';
const flag = 'the emulator does not change what protects a firewall';

export const untried: Readonly<Record<string, string>> = {
  'networkfirewall-firewall-encrypted-cmk': 'the emulator does not change the key of a firewall',
  'networkfirewall-managed-threat-rule-group-used':
    'no command: which groups fit the order of the policy is for a person to say',
  'networkfirewall-vpc-firewall-exists': 'no command: a firewall needs a policy, subnets and routes',
  'networkfirewall-firewall-deletion-protection-enabled': flag,
  'networkfirewall-firewall-multi-az': 'the emulator adds no subnets to a firewall',
  'networkfirewall-firewall-policy-change-protection-enabled': flag,
  'networkfirewall-firewall-subnet-change-protection-enabled': flag,
  'networkfirewall-policy-fragmented-packets-default-action-safe': policy,
  'networkfirewall-policy-full-packets-default-action-safe': policy,
  'networkfirewall-policy-rule-group-associated': policy,
  'networkfirewall-policy-stateful-default-drop': policy,
  'networkfirewall-stateful-rule-group-no-allow-all': 'no command: what is meant to pass a person has to say',
  'networkfirewall-stateless-rule-group-not-empty': 'no command: what is meant to be stopped a person has to say',
};
