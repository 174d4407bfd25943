/** Whose databases answer by RDS's API, by their engine: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html */
export type Owner = 'rds' | 'documentdb' | 'neptune';

export const ownerOf = (engine: string | undefined): Owner =>
  engine === 'docdb' ? 'documentdb' : engine === 'neptune' ? 'neptune' : 'rds';

interface Stored {
  readonly StorageEncrypted?: boolean | undefined;
  readonly StorageEncryptionType?: string | undefined;
}

/**
 * With what something is encrypted at rest, in the words of `StorageEncryptionType`. With a key that AWS owns `StorageEncrypted`
 * is false, and only the type tells; where AWS does not send the type, the flag does
 * (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html).
 */
export function encryptionOf({ StorageEncrypted, StorageEncryptionType: type }: Stored) {
  if (type === 'none' || type === 'sse-rds' || type === 'sse-kms') return type;
  if (type !== undefined) return undefined;
  return StorageEncrypted === undefined ? undefined : StorageEncrypted ? 'sse-kms' : 'none';
}

/** The parameter that makes an engine refuse connections without TLS; undefined: none does. */
export function tlsParameterOf(engine: string | undefined): string | undefined {
  if (engine === undefined) return undefined;
  if (/^(?:aurora-)?postgresql$|^postgres$|^sqlserver-/.test(engine)) return 'rds.force_ssl';
  return /^(?:aurora-)?mysql$|^mariadb$/.test(engine) ? 'require_secure_transport' : undefined;
}

export const storageEncryption = {
  at: 'encryption',
  is: { none: 'none', 'sse-rds': 'aws', 'sse-kms': 'kms' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its storage',
} as const;

/** The same of snapshots: their data. */
export const snapshotEncryption = { ...storageEncryption, what: 'its data' } as const;

/** Engines that know no users of IAM: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html */
export const withoutIam = {
  such: { engine: 'oracle-ee' },
  when: ({ engine, id }: { readonly engine?: string | undefined; readonly id: string }): string | undefined =>
    engine !== undefined && /^(?:oracle|sqlserver|db2|custom)-/.test(engine)
      ? `${id} runs ${engine}, which knows no users of IAM`
      : undefined,
} as const;

/**
 * What AWS Backup calls a database in the region's settings; Multi-AZ clusters of RDS are RDS
 * (https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeRegionSettings.html).
 */
export const backupTypeOf = ({ engine }: { readonly engine?: string | undefined }): 'Aurora' | 'RDS' | undefined =>
  engine === undefined ? undefined : /^aurora(?:-|$)/.test(engine) ? 'Aurora' : 'RDS';

/** The first user, in small letters, since most engines take it in either case. */
export const adminNameOf = ({ MasterUsername }: { readonly MasterUsername?: string | undefined }): string | undefined =>
  MasterUsername?.toLowerCase();

/**
 * RDS Custom exports no logs: they lie on the host
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/custom-setup-orcl.html and its neighbours).
 */
export const withoutExports = {
  such: { engine: 'custom-oracle-ee' },
  when: ({ engine, id }: { readonly engine?: string | undefined; readonly id: string }): string | undefined =>
    engine !== undefined && engine.startsWith('custom-')
      ? `${id} is of RDS Custom, whose logs lie on the host and are exported there`
      : undefined,
} as const;
