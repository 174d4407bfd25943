export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'emr-block-public-access-enabled': 'the emulator answers nothing of what it was given',
  'emr-cluster-primary-node-no-public-ip': 'no command: a cluster cannot be moved into another subnet',
};
