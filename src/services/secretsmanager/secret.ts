import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { secretsmanager } from './service.ts';

const iso = (date: Date | undefined): string | undefined => date?.toISOString();

/** What is known about a secret; its value is never asked for. */
export const secret = listed(secretsmanager, 'AWS::SecretsManager::Secret', 'ListSecrets', {
  at: 'SecretList',
  input: { MaxResults: 100 },
  narrows: {
    IncludePlannedDeletion: 'hides secrets that are to be deleted: nobody can read them',
    Filters: 'unless given',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html'],
  id: ({ Name }) => Name,
  keep: {
    arn: 'ARN',
    owningService: 'OwningService',
    primaryRegion: 'PrimaryRegion',
    // Left out where it is the AWS managed key: every secret is encrypted.
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
    encryption: () => 'KMS' as const,
    keyId: 'KmsKeyId',
    rotationEnabled: 'RotationEnabled',
    lastRotatedAt: 'LastRotatedDate',
    lastChangedAt: 'LastChangedDate',
    lastAccessedAt: 'LastAccessedDate',
    nextRotationAt: 'NextRotationDate',
    // A secret that was never rotated, or never read, has no such date: counted from its creation.
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
    unrotatedSince: ({ LastRotatedDate, CreatedDate }) => iso(LastRotatedDate ?? CreatedDate),
    unreadSince: ({ LastAccessedDate, CreatedDate }) => iso(LastAccessedDate ?? CreatedDate),
    /** Whether a rotation began that has not ended: a new value is pending, and another one is current. */
    pending: ({ SecretVersionsToStages }) =>
      SecretVersionsToStages === undefined
        ? undefined
        : Object.values(SecretVersionsToStages).some(
            (stages) => stages.includes('AWSPENDING') && !stages.includes('AWSCURRENT'),
          ),
  },
}).facets((facet) => ({
  /** Its copies in other regions; a secret that has none lacks the list. */
  replication: facet.call('DescribeSecret', {
    input: ({ arn }) => ({ SecretId: arn }),
    keep: ({ ReplicationStatus }) => ({
      // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
      replicas: (ReplicationStatus ?? []).map(({ Region, Status, StatusMessage }) => ({
        region: Region ?? 'another region',
        status: Status,
        message: StatusMessage,
      })),
    }),
  }),
  /** Undefined where the secret has none: its answer has a name and an ARN alone. */
  policy: facet.call('GetResourcePolicy', {
    input: ({ arn }) => ({ SecretId: arn }),
    keep: ({ ResourcePolicy }) => ResourcePolicy,
  }),
}));

export const secretPolicy = {
  kind: 'secretsmanager',
  at: 'policy',
  action: 'secretsmanager:GetSecretValue',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws secretsmanager delete-resource-policy --secret-id ${arn}`
      : shell`aws secretsmanager put-resource-policy --secret-id ${arn} --resource-policy ${policy}`,
} as const;

export const secretEncryption = {
  at: 'encryption',
  is: { KMS: 'kms' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its value',
} as const;

interface Rotated {
  readonly name: string;
  readonly region: string;
  readonly owningService: string | undefined;
  readonly primaryRegion: string | undefined;
}

/** Secrets whose rotation is not set up where they are: replicas, and those that a service made for itself. */
export const rotatedElsewhere = [
  {
    such: { owningService: 'rds' },
    when: ({ name, owningService }: Rotated): string | undefined =>
      owningService === undefined ? undefined : `${owningService} made ${name} and looks after it`,
  },
  {
    such: { primaryRegion: 'eu-south-2' },
    when: ({ name, region, primaryRegion }: Rotated): string | undefined =>
      primaryRegion === undefined || primaryRegion === region
        ? undefined
        : `${name} is a replica of the secret in ${primaryRegion}, which is rotated there`,
  },
] as const;
