import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { address } from '../../src/services/ec2/address.ts';

/**
 * Elastic IP addresses from Amazon's pool. Whether those of an own pool, and those that an AWS service manages, count as well is
 * nowhere documented: where it matters, that is unknown.
 */
export default regionQuota('servicequotas-ec2-elastic-ips-below-80', {
  what: 'Elastic IP addresses',
  quota: 'ec2.elasticIps',
  of: address,
  takes: ({ pool, serviceManaged }) => (pool === 'amazon' && serviceManaged === undefined ? 1 : undefined),
  such: () => ({ counts: { pool: 'amazon' }, unsaid: { pool: 'amazon', serviceManaged: 'alb' } }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
});
