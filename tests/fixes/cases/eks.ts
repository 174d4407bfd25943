export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'eks-cluster-audit-logging-enabled': 'the emulator does not change what a cluster logs',
  'eks-cluster-auth-mode-api': 'the emulator does not change who reaches a cluster',
  'eks-cluster-deletion-protection-enabled': 'the emulator does not know the protection',
  'eks-cluster-private-endpoint-enabled': 'the emulator does not change who reaches a cluster',
  'eks-cluster-endpoint-not-public': 'the emulator does not change who reaches a cluster',
  'eks-cluster-control-plane-logging-all-types': 'the emulator does not change what a cluster logs',
  'eks-cluster-secrets-encrypted': 'the emulator does not change the encryption of a cluster',
  'eks-cluster-version-supported': 'no command: each minor version is a step of its own, with what it takes away',
  'eks-node-group-version-supported': 'no command: the cluster may have to be upgraded first',
};
