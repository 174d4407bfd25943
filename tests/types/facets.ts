import { defineCheck, along, pass } from '../../src/engine/check.ts';
import { listed } from '../../src/inventory/listed.ts';
import { resource } from '../../src/inventory/resource.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import { acm } from '../../src/services/acm/service.ts';
import { ec2 } from '../../src/services/ec2/service.ts';
import { s3 } from '../../src/services/s3/service.ts';

const texts = {
  title: 'T',
  severity: 'low',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
} as const;

defineCheck({
  ...texts,
  id: 'x-a',
  resource: bucket,
  needs: ['versioning'],
  evaluate(b) {
    const on: boolean = b.versioning.enabled;
    // @ts-expect-error a facet that was not declared cannot be read
    void b.encryption;
    return pass(`${b.name} ${on}`);
  },
});

defineCheck({
  ...texts,
  id: 'x-b',
  resource: bucket,
  needs: ['encryption'],
  evaluate(b) {
    // @ts-expect-error a facet with absentOn may be undefined
    void b.encryption.length;
    return pass(`${b.name} ${b.encryption?.length}`);
  },
});

// @ts-expect-error a misspelt need does not compile
defineCheck({ ...texts, id: 'x-c', resource: bucket, needs: ['versionin'], evaluate: () => pass('x') });

defineCheck({
  ...texts,
  id: 'x-d',
  resource: bucket,
  along: { buckets: along(bucket, { needs: ['versioning'] }) },
  settings: { days: { type: 'integer', default: 3, describe: 'd' } },
  evaluate(_b, { along: { buckets }, settings, now }) {
    const days: number = settings.days + now;
    // @ts-expect-error a facet the companion did not declare cannot be read
    void buckets[0]?.encryption;
    return pass(`${buckets.every((b) => b.versioning.enabled)} ${days}`);
  },
});

// @ts-expect-error a check without a row of the catalogue states severity and category
defineCheck({
  id: 'x-e',
  title: 'T',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
  resource: bucket,
  evaluate: () => pass('x'),
});

// @ts-expect-error of a built-in check the catalogue's row says them
defineCheck({ ...texts, id: 's3-bucket-kms-encrypted', resource: bucket, evaluate: () => pass('x') });

resource(s3, 'AWS::S3::Bucket', {
  calls: ['ListBuckets'],
  narrows: { ListBuckets: { Prefix: 'unless given', BucketRegion: 'unless given' } },
  async *list(api) {
    // @ts-expect-error an operation that was not declared cannot be called
    await api.call('GetBucketLocation', { Bucket: 'b' });
    yield { id: 'b' };
  },
}).facets((facet) => ({
  a: facet({
    calls: ['GetBucketVersioning'],
    async read(api, { id }) {
      // @ts-expect-error inputs are the SDK's
      await api.call('GetBucketVersioning', { Bucke: id });
      return 1;
    },
  }),
}));

// @ts-expect-error a list whose answer a member of its request may narrow says what becomes of it
resource(s3, 'AWS::S3::Bucket', {
  calls: ['ListBuckets'],
  async *list() {
    yield { id: 'b' };
  },
});

resource(s3, 'AWS::S3::Bucket', {
  calls: ['ListBuckets'],
  // @ts-expect-error one such member is left out, as one that the SDK adds would be
  narrows: { ListBuckets: { Prefix: 'unless given' } },
  async *list() {
    yield { id: 'b' };
  },
});

listed(ec2, 'AWS::EC2::Volume', 'DescribeVolumes', {
  at: 'Volumes',
  input: { IncludeManagedResources: true },
  narrows: { VolumeIds: 'unless given', Filters: 'unless given' },
  id: ({ VolumeId }) => VolumeId,
  keep: { encrypted: 'Encrypted' },
});

listed(ec2, 'AWS::EC2::Volume', 'DescribeVolumes', {
  at: 'Volumes',
  // @ts-expect-error a member that may narrow the answer is neither given nor declared
  narrows: { VolumeIds: 'unless given', Filters: 'unless given' },
  id: ({ VolumeId }) => VolumeId,
  keep: { encrypted: 'Encrypted' },
});

listed(ec2, 'AWS::EC2::Volume', 'DescribeVolumes', {
  at: 'Volumes',
  input: { IncludeManagedResources: true },
  narrows: { VolumeIds: 'unless given', Filters: 'unless given' },
  id: ({ VolumeId }) => VolumeId,
  // @ts-expect-error an element has no such member
  keep: { encrypted: 'Encripted' },
});

listed(ec2, 'AWS::EC2::Instance', 'DescribeInstances', {
  at: 'Reservations.Instances',
  narrows: { InstanceIds: 'unless given', Filters: 'unless given', IncludeManagedResources: 'unless given' },
  id: ({ InstanceId }) => InstanceId,
  keep: { vpcId: 'VpcId' },
});

// @ts-expect-error an operation without pages says so
listed(ec2, 'AWS::EC2::EIP', 'DescribeAddresses', {
  at: 'Addresses',
  narrows: { PublicIps: 'unless given', Filters: 'unless given', AllocationIds: 'unless given' },
  id: ({ AllocationId }) => AllocationId,
  keep: {},
});

listed(acm, 'AWS::CertificateManager::Certificate', 'ListCertificates', {
  at: 'CertificateSummaryList',
  // What is asked inside a member counts for that member alone.
  input: { Includes: { keyTypes: ['RSA_2048'] } },
  // @ts-expect-error a member that may narrow the answer is neither given nor declared
  narrows: { CertificateStatuses: 'unless given' },
  id: ({ CertificateArn }) => CertificateArn,
  keep: {},
});
