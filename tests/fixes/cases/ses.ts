import { lacks } from '../lacks.ts';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'ses-configuration-set-tls-required': lacks('sesv2', 'PutConfigurationSetDeliveryOptions'),
  'ses-identity-dkim-enabled': lacks('sesv2', 'PutEmailIdentityDkimAttributes'),
  'ses-identity-dkim-verified': 'no command: records are put into the DNS of a domain, wherever that is',
  'ses-identity-policy-not-public':
    'no command: an identity has several policies, and which one is meant a person sees',
};
