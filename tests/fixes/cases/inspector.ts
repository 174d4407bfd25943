export const fixes = {};

const noSwitch = 'the emulator turns nothing on of Inspector that it then tells of';
const noCommand = 'no command: what the finding names has to be mended';

export const untried: Readonly<Record<string, string>> = {
  'inspector-ec2-scanning-enabled': noSwitch,
  'inspector-ecr-scanning-enabled': noSwitch,
  'inspector-lambda-code-scanning-enabled': noSwitch,
  'inspector-lambda-standard-scanning-enabled': noSwitch,
  'inspector-cis-scan-configured': noSwitch,
  'inspector-ec2-deep-inspection-enabled': noSwitch,
  'inspector-ec2-scan-mode-hybrid': noSwitch,
  'inspector-covered-resource-scan-active': noCommand,
  'inspector-code-security-configured': 'no command: the connection is approved where the code is',
  'inspector-no-active-findings': noCommand,
  'inspector-no-network-reachability-findings': noCommand,
  'inspector-no-known-exploited-vulnerabilities': noCommand,
  'inspector-kev-findings-within-due-date': noCommand,
};
