import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { volumeStorage } from '../../src/judgements/quotas/region.ts';

export default volumeStorage('servicequotas-ebs-sc1-storage-below-80', {
  type: 'sc1',
  called: 'Cold HDD (sc1)',
  settings: quotaSettings,
});
