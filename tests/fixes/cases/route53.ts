export const fixes = {};

const registrar = 'the emulator keeps domains as they were registered';

export const untried: Readonly<Record<string, string>> = {
  'route53-domain-auto-renew-enabled': registrar,
  'route53-domain-not-expiring-soon': registrar,
  'route53-domain-privacy-protection-enabled': registrar,
  'route53-domain-transfer-lock-enabled': registrar,
  'route53-public-zone-query-logging-enabled': 'the emulator asks for the group of logs in a region of its own',
  'route53-resolver-dnssec-validation-enabled': 'the emulator has no validation of DNSSEC',
  'route53-zone-dnssec-enabled': 'the emulator does not sign zones',
  'route53-zone-dnssec-key-active': 'no command: what is wrong with the key decides',
};
