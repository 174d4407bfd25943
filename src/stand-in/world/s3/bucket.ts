import { answers } from '../../answers.ts';
import { daysAgo, iamArn, policy, type regions } from '../../facts.ts';
import { fails, type CannedBody } from '../../front.ts';

interface Bucket {
  readonly region: (typeof regions)[number];
  readonly policy?: string;
  readonly block?: boolean;
  readonly logTo?: string;
}

const buckets: Readonly<Record<string, Bucket>> = {
  'acme-open': {
    region: 'us-east-1',
    policy: policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-open/*' }),
  },
  'acme-private': { region: 'us-east-1', block: true, logTo: 'acme-logs' },
  'acme-trail': { region: 'eu-west-1', block: true },
  'acme-logs': { region: 'eu-west-1', block: true },
};

const of =
  (body: (found: Bucket, partition: string) => object): CannedBody =>
  ({ input, partition }) => {
    const found = buckets[String(input['Bucket'])];
    return found === undefined ? fails({ code: 'NoSuchBucket' }) : body(found, partition);
  };
const owner = { ID: 'c0ffee', DisplayName: 'acme' };

export default answers(
  's3',
  {
    ListBuckets: { Buckets: Object.keys(buckets).map((Name) => ({ Name, CreationDate: daysAgo(100) })) },
    // The region that the API began with has no name here: the commercial partition's first.
    GetBucketLocation: of(({ region }, partition) =>
      region === 'us-east-1' && partition === 'aws' ? {} : { LocationConstraint: region },
    ),
    GetBucketPolicy: of((found) =>
      found.policy === undefined ? fails({ code: 'NoSuchBucketPolicy', status: 404 }) : { Policy: found.policy },
    ),
    GetPublicAccessBlock: of(({ block }) =>
      block === true
        ? {
            PublicAccessBlockConfiguration: {
              BlockPublicAcls: true,
              IgnorePublicAcls: true,
              BlockPublicPolicy: true,
              RestrictPublicBuckets: true,
            },
          }
        : fails({ code: 'NoSuchPublicAccessBlockConfiguration', status: 404 }),
    ),
    GetBucketLogging: of(({ logTo }) =>
      logTo === undefined ? {} : { LoggingEnabled: { TargetBucket: logTo, TargetPrefix: '' } },
    ),
    GetBucketAcl: of(() => ({
      Owner: owner,
      Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }],
    })),
    GetBucketOwnershipControls: of(() => ({
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    })),
    GetBucketEncryption: of(() => ({
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
      },
    })),
    GetBucketVersioning: of(({ block }) => (block === true ? { Status: 'Enabled' } : {})),
    GetObjectLockConfiguration: of(({ block }) =>
      block === true
        ? { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } }
        : fails({ code: 'ObjectLockConfigurationNotFoundError', status: 404 }),
    ),
    GetBucketLifecycleConfiguration: of(({ block }) =>
      block === true
        ? { Rules: [{ ID: 'old', Filter: { Prefix: '' }, Status: 'Enabled', Expiration: { Days: 365 } }] }
        : fails({ code: 'NoSuchLifecycleConfiguration', status: 404 }),
    ),
    GetBucketWebsite: of(({ block }) =>
      block === true
        ? fails({ code: 'NoSuchWebsiteConfiguration', status: 404 })
        : { IndexDocument: { Suffix: 'index.html' } },
    ),
    GetBucketReplication: of(({ block }) =>
      block === true
        ? {
            ReplicationConfiguration: {
              Role: iamArn('role/job'),
              Rules: [
                { ID: 'all', Status: 'Enabled', Priority: 1, Destination: { Bucket: 'arn:aws:s3:::acme-copies' } },
              ],
            },
          }
        : fails({ code: 'ReplicationConfigurationNotFoundError', status: 404 }),
    ),
    GetBucketTagging: fails({ code: 'NoSuchTagSet', status: 404 }),
  },
  { 'AWS::S3::Bucket': 'acme-private' },
);
