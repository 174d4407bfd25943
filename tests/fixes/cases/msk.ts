export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'msk-cluster-not-public': 'the emulator does not change who reaches a cluster',
};
