export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'dsql-cluster-policy-not-public': 'the emulator knows no policies of clusters',
};
