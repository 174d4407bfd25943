import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'directoryservice-directory-ldaps-certificate-not-expiring': lacks('ds', 'RegisterCertificate'),
  'directoryservice-directory-ldaps-enabled': 'the emulator registers no certificates',
  'directoryservice-directory-log-forwarding-enabled': 'the emulator makes a directory in a VPC of two zones alone',
  'directoryservice-directory-notifications-enabled': lacks('ds', 'RegisterEventTopic'),
  'directoryservice-directory-radius-mfa-enabled': 'the emulator makes a directory in a VPC of two zones alone',
  'directoryservice-directory-radius-protocol-strong': lacks('ds', 'UpdateRadius'),
  'directoryservice-directory-snapshot-quota-available': lacks('ds', 'DeleteSnapshot'),
  'directoryservice-trust-selective-authentication': lacks('ds', 'UpdateTrust'),
  'directoryservice-trust-verified': 'no command: what is between the domains is for a person to see',
};
