export const fixes = {};

const started = 'no command: a running cluster keeps its settings';
const made = 'no command: a configuration is made again';

export const untried: Readonly<Record<string, string>> = {
  'emr-block-public-access-enabled': 'the emulator answers nothing of what it was given',
  'emr-cluster-kerberos-enabled': started,
  'emr-cluster-logging-enabled': started,
  'emr-cluster-security-configuration-attached': started,
  'emr-security-configuration-encrypted-at-rest': made,
  'emr-security-configuration-encrypted-in-transit': made,
  'emr-security-configuration-local-disk-encrypted': made,
  'emr-cluster-primary-node-no-public-ip': 'no command: a cluster cannot be moved into another subnet',
};
