export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'documentdb-cluster-snapshot-not-public': 'the emulator makes no clusters of DocumentDB',
};
