import { fails, type Front } from '../../stand-in/front.ts';
import {
  account,
  ago,
  arnIn,
  iamArn,
  inRegion,
  organizationId,
  partnerAccount,
  policy,
  tagList,
  tagsOf,
  uuidOf,
  type ByRegion,
  type Region,
  type Team,
} from './company.ts';

const closed = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
const open = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: false, RestrictPublicBuckets: false };

interface Bucket {
  readonly team: Team;
  readonly region?: Region;
  readonly age: number;
  readonly block?: typeof closed | 'none';
  readonly statements?: readonly object[];
  /** Everyone on the internet may read the listing, by ACL. */
  readonly publicAcl?: 'READ' | 'WRITE';
  readonly key?: string;
  readonly versioned?: boolean | 'mfa';
  readonly logTo?: string;
  readonly untagged?: boolean;
  /** Versions are locked for a time. */
  readonly locked?: boolean;
  readonly website?: boolean;
  /** Days after which objects are deleted. */
  readonly expires?: number;
  /** The bucket that copies go to. */
  readonly copiedTo?: string;
}

const inBucket = (name: string) => [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`];
const tls = (name: string): object => ({
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: inBucket(name),
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const grant = (name: string, Principal: unknown, Action: string | string[], more: object = {}): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: inBucket(name),
  ...more,
});

const buckets: Readonly<Record<string, Bucket>> = {
  'marlow-storefront-assets': {
    team: 'storefront',
    age: 1600,
    versioned: true,
    statements: [
      grant('marlow-storefront-assets', { Service: 'cloudfront.amazonaws.com' }, 's3:GetObject', {
        Condition: { StringEquals: { 'aws:SourceArn': `arn:aws:cloudfront::${account}:distribution/E1SHOPEXAMPLE` } },
      }),
      tls('marlow-storefront-assets'),
    ],
  },
  'marlow-www': {
    team: 'marketing',
    age: 2100,
    block: open,
    website: true,
    statements: [grant('marlow-www', '*', 's3:GetObject')],
  },
  'marlow-campaign-uploads': {
    team: 'marketing',
    age: 420,
    block: 'none',
    statements: [grant('marlow-campaign-uploads', '*', ['s3:PutObject', 's3:GetObject'])],
  },
  'marlow-press-kit': { team: 'marketing', age: 1900, block: 'none', publicAcl: 'READ', untagged: true },
  'marlow-orders-archive': {
    team: 'payments',
    age: 1300,
    versioned: 'mfa',
    key: 'orders',
    statements: [tls('marlow-orders-archive')],
    logTo: 'marlow-access-logs',
  },
  'marlow-invoices': {
    team: 'payments',
    age: 1290,
    versioned: true,
    key: 'orders',
    statements: [tls('marlow-invoices')],
    logTo: 'marlow-access-logs',
    copiedTo: 'marlow-invoices-copy',
  },
  'marlow-shipping-labels': {
    team: 'storefront',
    age: 700,
    statements: [grant('marlow-shipping-labels', { AWS: `arn:aws:iam::${partnerAccount}:root` }, 's3:GetObject')],
  },
  'marlow-erp-exchange': { team: 'data', age: 690, versioned: true },
  'marlow-cloudtrail': {
    team: 'platform',
    age: 1500,
    versioned: true,
    key: 'audit',
    statements: [tls('marlow-cloudtrail')],
  },
  'marlow-config-history': { team: 'platform', age: 1100, statements: [tls('marlow-config-history')] },
  'marlow-access-logs': { team: 'platform', age: 1500, expires: 400 },
  'marlow-terraform-state': {
    team: 'platform',
    age: 1400,
    versioned: true,
    key: 'platform',
    statements: [tls('marlow-terraform-state')],
  },
  'marlow-lake-raw': {
    team: 'data',
    region: 'eu-central-1',
    age: 800,
    key: 'lake',
    statements: [tls('marlow-lake-raw')],
  },
  'marlow-lake-curated': {
    team: 'data',
    region: 'eu-central-1',
    age: 800,
    versioned: true,
    key: 'lake',
    statements: [tls('marlow-lake-curated')],
  },
  'marlow-athena-results': { team: 'data', region: 'eu-central-1', age: 640, expires: 14 },
  'marlow-lake-share': {
    team: 'data',
    region: 'eu-central-1',
    age: 210,
    block: open,
    statements: [
      grant('marlow-lake-share', '*', 's3:GetObject', {
        Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
      }),
    ],
  },
  'marlow-legal-hold': { team: 'platform', age: 300, versioned: true, locked: true },
  'marlow-newsletter-images': {
    team: 'marketing',
    region: 'us-east-1',
    age: 1000,
    block: open,
    statements: [grant('marlow-newsletter-images', '*', 's3:GetObject')],
  },
};

interface Key {
  readonly team: Team;
  readonly region?: Region;
  readonly rotation?: boolean;
  readonly statements?: readonly object[];
  readonly state?: 'PendingDeletion' | 'Disabled';
  readonly imported?: number;
  readonly managed?: 'AWS';
  readonly asymmetric?: boolean;
}

const kms = (Principal: unknown, Action: string | string[]): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
});
const use = ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

/** By alias. */
const keys: Readonly<Record<string, Key>> = {
  orders: { team: 'payments', rotation: true, statements: [kms({ AWS: iamArn('role/checkout-task') }, use)] },
  audit: { team: 'platform', rotation: true },
  platform: { team: 'platform' },
  'card-vault': { team: 'payments', imported: -24 },
  'legacy-erp': { team: 'data', state: 'PendingDeletion' },
  'orders-archive': { team: 'payments', state: 'Disabled' },
  'receipt-signing': { team: 'payments', asymmetric: true },
  'partner-exchange': {
    team: 'storefront',
    rotation: true,
    statements: [kms({ AWS: `arn:aws:iam::${partnerAccount}:root` }, use)],
  },
  'aws/ebs': { team: 'platform', managed: 'AWS' },
  lake: { team: 'data', region: 'eu-central-1', statements: [kms({ AWS: iamArn('role/glue-orders') }, 'kms:*')] },
  'lake-share': { team: 'data', region: 'eu-central-1', rotation: true, statements: [kms({ AWS: '*' }, use)] },
  newsletter: { team: 'marketing', region: 'us-east-1', rotation: true },
};

export const keyArn = (alias: string): string =>
  arnIn('kms', keys[alias]?.region ?? 'eu-west-1', `key/${uuidOf(`key/${alias}`)}`);

export function answerStorage(front: Front): void {
  answerBuckets(front);
  answerAccessPoints(front);
  answerKeys(front);
}

function answerBuckets(front: Front): void {
  const of = ({ input }: { readonly input: Readonly<Record<string, unknown>> }): Bucket | undefined =>
    buckets[String(input['Bucket'])];
  const ifAny = <T extends object>(value: T | undefined, code: string) => value ?? fails({ code, status: 404 });
  front.answer(
    { service: 's3', operation: 'ListBuckets' },
    {
      Buckets: Object.entries(buckets).map(([Name, { region = 'eu-west-1', age }]) => ({
        Name,
        BucketRegion: region,
        CreationDate: ago(age),
      })),
    },
  );
  front.answer({ service: 's3', operation: 'GetBucketVersioning' }, (request) => {
    const versioned = of(request)?.versioned;
    return versioned === undefined
      ? {}
      : { Status: 'Enabled', ...(versioned === 'mfa' ? { MFADelete: 'Enabled' } : {}) };
  });
  front.answer({ service: 's3', operation: 'GetBucketTagging' }, (request) => {
    const bucket = of(request);
    return ifAny(
      bucket === undefined || bucket.untagged === true ? undefined : { TagSet: tagList(tagsOf(bucket.team)) },
      'NoSuchTagSet',
    );
  });
  front.answer({ service: 's3', operation: 'GetBucketAcl' }, (request) => {
    const permission = of(request)?.publicAcl;
    const owner = { Grantee: { Type: 'CanonicalUser', ID: 'marlow-owner' }, Permission: 'FULL_CONTROL' };
    const everyone = {
      Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
      Permission: permission,
    };
    return { Owner: { ID: 'marlow-owner' }, Grants: permission === undefined ? [owner] : [owner, everyone] };
  });
  front.answer({ service: 's3', operation: 'GetBucketOwnershipControls' }, (request) => ({
    OwnershipControls: {
      Rules: [{ ObjectOwnership: of(request)?.publicAcl === undefined ? 'BucketOwnerEnforced' : 'ObjectWriter' }],
    },
  }));
  front.answer({ service: 's3', operation: 'GetBucketPolicy' }, (request) => {
    const statements = of(request)?.statements;
    return ifAny(statements === undefined ? undefined : { Policy: policy(...statements) }, 'NoSuchBucketPolicy');
  });
  front.answer({ service: 's3', operation: 'GetPublicAccessBlock' }, (request) => {
    const block = of(request)?.block ?? closed;
    return ifAny(
      block === 'none' ? undefined : { PublicAccessBlockConfiguration: block },
      'NoSuchPublicAccessBlockConfiguration',
    );
  });
  front.answer({ service: 's3', operation: 'GetBucketEncryption' }, (request) => {
    const key = of(request)?.key;
    const byDefault =
      key === undefined ? { SSEAlgorithm: 'AES256' } : { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn(key) };
    return {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: key !== undefined }],
      },
    };
  });
  front.answer({ service: 's3', operation: 'GetObjectLockConfiguration' }, (request) =>
    ifAny(
      of(request)?.locked === true
        ? {
            ObjectLockConfiguration: {
              ObjectLockEnabled: 'Enabled',
              Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 10 } },
            },
          }
        : undefined,
      'ObjectLockConfigurationNotFoundError',
    ),
  );
  front.answer({ service: 's3', operation: 'GetBucketLifecycleConfiguration' }, (request) => {
    const days = of(request)?.expires;
    const rule = { ID: 'expire', Filter: { Prefix: '' }, Status: 'Enabled', Expiration: { Days: days } };
    return ifAny(days === undefined ? undefined : { Rules: [rule] }, 'NoSuchLifecycleConfiguration');
  });
  front.answer({ service: 's3', operation: 'GetBucketWebsite' }, (request) =>
    ifAny(
      of(request)?.website === true ? { IndexDocument: { Suffix: 'index.html' } } : undefined,
      'NoSuchWebsiteConfiguration',
    ),
  );
  front.answer({ service: 's3', operation: 'GetBucketReplication' }, (request) => {
    const to = of(request)?.copiedTo;
    const rule = { ID: 'all', Priority: 1, Status: 'Enabled', Destination: { Bucket: `arn:aws:s3:::${to}` } };
    return ifAny(
      to === undefined
        ? undefined
        : { ReplicationConfiguration: { Role: iamArn('role/invoices-replication'), Rules: [rule] } },
      'ReplicationConfigurationNotFoundError',
    );
  });
  front.answer({ service: 's3', operation: 'GetBucketLogging' }, (request) => {
    const target = of(request)?.logTo;
    return target === undefined
      ? {}
      : { LoggingEnabled: { TargetBucket: target, TargetPrefix: `${String(request.input['Bucket'])}/` } };
  });
}

function answerAccessPoints(front: Front): void {
  front.error(
    { service: 's3-control', operation: 'GetPublicAccessBlock' },
    { code: 'NoSuchPublicAccessBlockConfiguration', status: 404 },
  );
  const points: Readonly<Record<string, { bucket: string; region: Region; block: object; policy?: string }>> = {
    'analysts-read': {
      bucket: 'marlow-lake-curated',
      region: 'eu-central-1',
      block: closed,
      policy: policy({
        Effect: 'Allow',
        Principal: { AWS: iamArn('root') },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:eu-central-1:${account}:accesspoint/analysts-read/object/*`,
      }),
    },
    'agency-drop': {
      bucket: 'marlow-erp-exchange',
      region: 'eu-west-1',
      block: { ...closed, BlockPublicPolicy: false, RestrictPublicBuckets: false },
    },
  };
  const arn = (name: string, region: string) => `arn:aws:s3:${region}:${account}:accesspoint/${name}`;
  front.answer({ service: 's3-control', operation: 'ListAccessPoints' }, ({ region }) => ({
    AccessPointList: Object.entries(points)
      .filter(([, point]) => point.region === region)
      .map(([Name, point]) => ({
        Name,
        Bucket: point.bucket,
        NetworkOrigin: 'Internet',
        AccessPointArn: arn(Name, region),
        BucketAccountId: account,
      })),
  }));
  front.answer({ service: 's3-control', operation: 'GetAccessPoint' }, ({ input, region }) => {
    const Name = String(input['Name']).split('/').at(-1) ?? '';
    return {
      Name,
      Bucket: points[Name]?.bucket,
      NetworkOrigin: 'Internet',
      PublicAccessBlockConfiguration: points[Name]?.block,
      AccessPointArn: arn(Name, region),
    };
  });
  front.answer({ service: 's3-control', operation: 'GetAccessPointPolicy' }, ({ input }) => {
    const found = points[String(input['Name']).split('/').at(-1) ?? '']?.policy;
    return found === undefined ? fails({ code: 'NoSuchAccessPointPolicy', status: 404 }) : { Policy: found };
  });
  front.answer(
    { service: 's3-control', operation: 'ListMultiRegionAccessPoints' },
    {
      AccessPoints: [
        {
          Name: 'lake-global',
          Alias: 'mlake0example.mrap',
          Status: 'READY',
          PublicAccessBlock: closed,
          Regions: [{ Bucket: 'marlow-lake-curated', Region: 'eu-central-1' }],
        },
      ],
    },
  );
}

function answerKeys(front: Front): void {
  const inRegions: ByRegion<string> = Object.fromEntries(
    (['eu-west-1', 'eu-central-1', 'us-east-1'] as const).map((region) => [
      region,
      Object.keys(keys).filter((alias) => (keys[alias]?.region ?? 'eu-west-1') === region),
    ]),
  );
  const idOfKey = (alias: string) => uuidOf(`key/${alias}`);
  const find = ({ input }: { readonly input: Readonly<Record<string, unknown>> }): [string, Key] =>
    Object.entries(keys).find(([alias]) => String(input['KeyId']).endsWith(idOfKey(alias))) ?? [
      '',
      { team: 'platform' },
    ];
  front.answer({ service: 'kms', operation: 'ListKeys' }, ({ region }) => ({
    Truncated: false,
    Keys: inRegion(inRegions, region).map((alias) => ({ KeyId: idOfKey(alias), KeyArn: keyArn(alias) })),
  }));
  front.answer({ service: 'kms', operation: 'ListAliases' }, ({ region }) => ({
    Truncated: false,
    Aliases: inRegion(inRegions, region).map((alias) => ({
      AliasName: `alias/${alias}`,
      AliasArn: arnIn('kms', region, `alias/${alias}`),
      TargetKeyId: idOfKey(alias),
    })),
  }));
  front.answer({ service: 'kms', operation: 'DescribeKey' }, (request) => {
    const [alias, key] = find(request);
    const deleting = key.state === 'PendingDeletion' ? { DeletionDate: ago(-11) } : {};
    const imported =
      key.imported === undefined ? {} : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: ago(key.imported) };
    return {
      KeyMetadata: {
        AWSAccountId: account,
        KeyId: idOfKey(alias),
        Arn: keyArn(alias),
        CreationDate: ago(900),
        Enabled: key.state === undefined,
        KeyState: key.state ?? 'Enabled',
        KeyManager: key.managed ?? 'CUSTOMER',
        KeyUsage: key.asymmetric === true ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT',
        KeySpec: key.asymmetric === true ? 'ECC_NIST_P256' : 'SYMMETRIC_DEFAULT',
        Origin: key.imported === undefined ? 'AWS_KMS' : 'EXTERNAL',
        MultiRegion: false,
        ...deleting,
        ...imported,
      },
    };
  });
  front.answer({ service: 'kms', operation: 'GetKeyPolicy' }, (request) => ({
    PolicyName: 'default',
    Policy: policy(
      { Sid: 'Account', Effect: 'Allow', Principal: { AWS: iamArn('root') }, Action: 'kms:*', Resource: '*' },
      ...(find(request)[1].statements ?? []),
    ),
  }));
  front.answer({ service: 'kms', operation: 'ListGrants' }, (request) => {
    const [alias] = find(request);
    const own = {
      KeyId: keyArn(alias),
      GrantId: uuidOf(`grant/${alias}`).replaceAll('-', '').repeat(2),
      GranteePrincipal: iamArn('role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'),
      IssuingAccount: iamArn('root'),
      CreationDate: ago(200),
      Operations: ['Decrypt', 'GenerateDataKeyWithoutPlaintext', 'CreateGrant'] as const,
    };
    // A job of last year made one each night for a week, and retired none.
    const ofJob = (night: number) => ({
      ...own,
      GrantId: uuidOf(`grant/${alias}/${night}`).replaceAll('-', '').repeat(2),
      GranteePrincipal: iamArn('role/glue-orders'),
      CreationDate: ago(420 - night),
      Operations: ['Decrypt'] as const,
    });
    const forTable = {
      ...own,
      GrantId: uuidOf(`grant/${alias}/table`).replaceAll('-', '').repeat(2),
      GranteePrincipal: 'dynamodb.eu-central-1.amazonaws.com',
      Operations: ['Decrypt', 'GenerateDataKey'] as const,
      Constraints: { EncryptionContextSubset: { 'aws:dynamodb:tableName': 'orders' } },
    };
    const grants = alias === 'lake' ? [ofJob(0), ofJob(1), forTable] : find(request)[1].rotation === true ? [own] : [];
    return { Truncated: false, Grants: grants };
  });
  front.answer({ service: 'kms', operation: 'GetKeyLastUsage' }, ({ input: { KeyId } }) => ({
    KeyId,
    KeyLastUsage: { Operation: 'Decrypt', Timestamp: ago(1) },
    TrackingStartDate: ago(300),
  }));
  front.answer({ service: 'kms', operation: 'GetKeyRotationStatus' }, (request) => {
    const enabled = find(request)[1].rotation === true;
    return { KeyRotationEnabled: enabled, ...(enabled ? { RotationPeriodInDays: 365 } : {}) };
  });
}
