import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'fms-administrator-configured': 'The emulator does not have Firewall Manager',
  'fms-policy-covers-all-accounts': 'There is no command: a policy is written as a whole',
  'fms-policy-accounts-compliant': 'There is no command: resources are mended in their accounts',
  'fms-policy-remediation-enabled': 'There is no command: a policy is written as a whole',
  'fms-security-group-audit-policy-exists': 'There is no command: a policy is written by a person',
  'fms-waf-policy-exists': 'There is no command: a policy is written by a person',
};
