import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { volume } from '../../src/services/ec2/volume.ts';

export default regionQuota('servicequotas-ebs-io1-iops-below-80', {
  what: 'IOPS of Provisioned IOPS SSD (io1) volumes',
  quota: 'ebs.io1Iops',
  of: volume,
  takes: ({ volumeType, iops }) => (volumeType === undefined ? undefined : volumeType === 'io1' ? iops : 0),
  sum: true,
  such: () => ({
    counts: { volumeType: 'io1', iops: 1000 },
    not: { volumeType: 'io2', iops: 1000 },
    unsaid: { volumeType: 'io1' },
  }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-resource-quotas.html',
});
