import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default ownQuota('servicequotas-autoscaling-groups-below-80', {
  what: 'Auto Scaling groups',
  quota: 'ofAutoScaling.groups',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAccountLimits.html',
});
