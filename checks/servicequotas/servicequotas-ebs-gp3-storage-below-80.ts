import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { volumeStorage } from '../../src/judgements/quotas/region.ts';

export default volumeStorage('servicequotas-ebs-gp3-storage-below-80', {
  type: 'gp3',
  called: 'General Purpose SSD (gp3)',
  settings: quotaSettings,
});
