export const fixes = {};

const unchanged = 'the emulator does not change clusters';

export const untried: Readonly<Record<string, string>> = {
  'msk-cluster-broker-logging-enabled': unchanged,
  'msk-cluster-encrypted-cmk': 'no command: the key is chosen when a cluster is made, and its topics have to be moved',
  'msk-cluster-encrypted-in-transit': unchanged,
  'msk-cluster-enhanced-monitoring-enabled': unchanged,
  'msk-cluster-not-public': 'the emulator does not change who reaches a cluster',
  'msk-cluster-policy-no-cross-account': 'no command: which other accounts are partners is for a person to say',
  'msk-cluster-policy-not-public': 'the emulator lists clusters with times that are none',
  'msk-cluster-unauthenticated-access-disabled': 'no command: another authentication has to be chosen and used first',
};
