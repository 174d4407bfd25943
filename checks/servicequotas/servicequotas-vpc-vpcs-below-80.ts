import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';

/** VPCs of the account, the default one included; those that another account shares are counted there. */
export default regionQuota('servicequotas-vpc-vpcs-below-80', {
  what: 'VPCs',
  quota: 'vpc.vpcs',
  of: vpc,
  takes: ({ ownerId }, account) => (ownerId === undefined ? undefined : Number(ownerId === account)),
  such: (account) => ({ counts: { ownerId: account }, not: { ownerId: '999999999999' }, unsaid: {} }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
});
