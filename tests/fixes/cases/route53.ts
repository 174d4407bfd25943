export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'route53-public-zone-query-logging-enabled': 'the emulator asks for the group of logs in a region of its own',
  'route53-resolver-dnssec-validation-enabled': 'the emulator has no validation of DNSSEC',
  'route53-zone-dnssec-enabled': 'the emulator does not sign zones',
  'route53-zone-dnssec-key-active': 'no command: what is wrong with the key decides',
};
