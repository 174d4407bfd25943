import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { volumeStorage } from '../../src/judgements/quotas/region.ts';

export default volumeStorage('servicequotas-ebs-st1-storage-below-80', {
  type: 'st1',
  called: 'Throughput Optimized HDD (st1)',
  settings: quotaSettings,
});
