import {
  CreateBucketCommand,
  GetBucketVersioningCommand,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketReplicationCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutBucketWebsiteCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateAccessPointCommand,
  PutPublicAccessBlockCommand as PutAccountPublicAccessBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { accountIds, policy, type AccountName, type Region, type World } from './world.ts';

const closed = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };

export interface Bucket {
  readonly account?: AccountName;
  readonly region?: Region;
  /** Default: all four switches on. */
  readonly block?: typeof closed | 'none';
  readonly policy?: object[];
  /** What everyone on the internet is granted. */
  readonly acl?: readonly ('READ' | 'WRITE')[];
  readonly key?: string;
  readonly logTo?: string;
  readonly versioned?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  /** It has a lifecycle and Object Lock, and copies to this bucket. */
  readonly keptIn?: string;
  readonly website?: boolean;
}

const onBucket = (name: string): string[] => [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`];

export const tlsOnly = (name: string): object => ({
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: onBucket(name),
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const allow = (name: string, Principal: unknown, Action: string): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: onBucket(name),
});

/** The buckets of `main` and `second`, by name. What is not said is as AWS has made new buckets since 2023. */
export const buckets: Readonly<Record<string, Bucket>> = {
  'acme-private': { versioned: true, tags: { team: 'data', owner: 'dana' } },
  'acme-kms': { key: 'alias/acme', policy: [tlsOnly('acme-kms')], versioned: true, keptIn: 'acme-private' },
  'acme-site': {
    block: 'none',
    policy: [allow('acme-site', '*', 's3:GetObject')],
    tags: { team: 'web' },
    website: true,
  },
  'acme-dropbox': { block: 'none', policy: [allow('acme-dropbox', '*', 's3:PutObject')] },
  'acme-shared': {
    policy: [allow('acme-shared', { AWS: 'arn:aws:iam::999988887777:root' }, 's3:GetObject')],
    region: 'eu-west-1',
  },
  'acme-acl-list': { block: 'none', acl: ['READ'] },
  'acme-acl-write': { block: 'none', acl: ['READ', 'WRITE'] },
  'acme-trail-open': { block: 'none', policy: [allow('acme-trail-open', '*', 's3:GetObject')], region: 'eu-west-1' },
  'acme-trail': { logTo: 'acme-access-logs', policy: [tlsOnly('acme-trail')] },
  'acme-access-logs': {},
  'acme-config-open': { block: 'none', policy: [allow('acme-config-open', '*', 's3:GetObject')] },
  'second-trail': { account: 'second', logTo: 'second-access-logs', policy: [tlsOnly('second-trail')] },
  'second-access-logs': { account: 'second' },
  'second-config': { account: 'second' },
};

/** The one bucket whose versions only MFA deletes: the emulator does not take the setting. */
export const mfaDelete = 'acme-private';

export async function buildS3(world: World): Promise<void> {
  for (const [name, bucket] of Object.entries(buckets)) await buildBucket(world, name, bucket);
  const control = (account: AccountName) =>
    // Its own rules put the account in front of the host, which an IP address cannot have.
    new S3ControlClient({ ...world.at(account), endpointProvider: () => ({ url: new URL(world.front.url) }) });
  await control('second').send(
    new PutAccountPublicAccessBlockCommand({ AccountId: accountIds.second, PublicAccessBlockConfiguration: closed }),
  );
  await control('main').send(
    new CreateAccessPointCommand({
      AccountId: accountIds.main,
      Name: 'open-point',
      Bucket: 'acme-private',
      PublicAccessBlockConfiguration: { ...closed, BlockPublicPolicy: false },
    }),
  );
  await control('main').send(
    new CreateAccessPointCommand({
      AccountId: accountIds.main,
      Name: 'closed-point',
      Bucket: 'acme-private',
      PublicAccessBlockConfiguration: closed,
    }),
  );
  cannedS3(world);
}

async function buildBucket(world: World, Bucket: string, bucket: Bucket): Promise<void> {
  const region = bucket.region ?? 'us-east-1';
  const s3 = new S3Client({ ...world.at(bucket.account ?? 'main', region), forcePathStyle: true });
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ...(bucket.acl === undefined ? {} : { ObjectOwnership: 'BucketOwnerPreferred' }),
      ...(region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region } }),
    }),
  );
  // The emulator's new buckets lack what AWS's have had since 2023.
  const byDefault =
    bucket.key === undefined
      ? { SSEAlgorithm: 'AES256' as const }
      : { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: bucket.key };
  await s3.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }] },
    }),
  );
  await s3.send(
    new PutBucketOwnershipControlsCommand({
      Bucket,
      OwnershipControls: {
        Rules: [{ ObjectOwnership: bucket.acl === undefined ? 'BucketOwnerEnforced' : 'BucketOwnerPreferred' }],
      },
    }),
  );
  if (bucket.acl !== undefined) {
    const Grantee = { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' } as const;
    const Grants = bucket.acl.map((Permission) => ({ Grantee, Permission }));
    await s3.send(new PutBucketAclCommand({ Bucket, AccessControlPolicy: { Owner: { ID: 'owner' }, Grants } }));
  }
  if (bucket.policy !== undefined)
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policy(...bucket.policy) }));
  if (bucket.block !== 'none')
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: bucket.block ?? closed }));
  if (bucket.versioned === true)
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  if (bucket.website === true)
    await s3.send(
      new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration: { IndexDocument: { Suffix: 'index.html' } } }),
    );
  if (bucket.keptIn !== undefined) await keep(s3, Bucket, bucket.keptIn);
  if (bucket.tags !== undefined)
    await s3.send(
      new PutBucketTaggingCommand({
        Bucket,
        Tagging: { TagSet: Object.entries(bucket.tags).map(([Key, Value]) => ({ Key, Value })) },
      }),
    );
}

async function keep(s3: S3Client, Bucket: string, copies: string): Promise<void> {
  await s3.send(
    new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } }),
  );
  const all = { Filter: { Prefix: '' }, Status: 'Enabled' } as const;
  await s3.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket,
      LifecycleConfiguration: { Rules: [{ ID: 'old', ...all, Expiration: { Days: 365 } }] },
    }),
  );
  await s3.send(
    new PutBucketReplicationCommand({
      Bucket,
      ReplicationConfiguration: {
        Role: `arn:aws:iam::${accountIds.main}:role/app-server`,
        Rules: [
          {
            ID: 'all',
            Priority: 1,
            ...all,
            DeleteMarkerReplication: { Status: 'Disabled' },
            Destination: { Bucket: `arn:aws:s3:::${copies}` },
          },
        ],
      },
    }),
  );
}

function cannedS3(world: World): void {
  const { front } = world;
  // The emulator refuses to log to a bucket that has no ACL for the log delivery group; AWS takes a policy for it.
  front.answer({ service: 's3', operation: 'GetBucketLogging' }, ({ input }) => {
    const target = buckets[String(input['Bucket'])]?.logTo;
    return target === undefined ? {} : { LoggingEnabled: { TargetBucket: target, TargetPrefix: 'logs/' } };
  });
  front.answer({ service: 's3', operation: 'GetBucketVersioning' }, async ({ input, account, region }) => {
    const Bucket = String(input['Bucket']);
    const s3 = new S3Client({ ...world.behind(account, region), forcePathStyle: true });
    const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket }));
    return { ...(Status === undefined ? {} : { Status }), ...(Bucket === mfaDelete ? { MFADelete: 'Enabled' } : {}) };
  });
  // The emulator lists every access point in every region.
  front.answer({ service: 's3-control', operation: 'ListAccessPoints', region: 'eu-west-1' }, { AccessPointList: [] });
  // The emulator leaves the public-access blocks out of its list.
  front.answer({ service: 's3-control', operation: 'ListMultiRegionAccessPoints' }, ({ account }) =>
    account === accountIds.main
      ? {
          AccessPoints: [
            {
              Name: 'global-open',
              Alias: 'mopen.mrap',
              Status: 'READY',
              PublicAccessBlock: { ...closed, BlockPublicAcls: false },
              Regions: [{ Bucket: 'acme-private' }],
            },
            {
              Name: 'global-closed',
              Alias: 'mclosed.mrap',
              Status: 'READY',
              PublicAccessBlock: closed,
              Regions: [{ Bucket: 'acme-private' }],
            },
          ],
        }
      : { AccessPoints: [] },
  );
}
