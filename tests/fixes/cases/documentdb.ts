export const fixes = {};

const none = 'the emulator makes no clusters of DocumentDB';

export const untried: Readonly<Record<string, string>> = {
  'documentdb-cluster-audit-log-export-enabled': none,
  'documentdb-cluster-backup-retention-sufficient': none,
  'documentdb-cluster-deletion-protection-enabled': none,
  'documentdb-cluster-multi-az': 'no command: which class the replica has is for a person to say',
  'documentdb-cluster-profiler-log-export-enabled': none,
  'documentdb-cluster-snapshot-not-public': none,
  'documentdb-cluster-storage-encrypted':
    'no command: what is there cannot be changed, and its clients have to be moved to another',
  'documentdb-cluster-tls-required': none,
  'documentdb-instance-ca-certificate-not-expiring': none,
};
