import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { volumeStorage } from '../../src/judgements/quotas/region.ts';

export default volumeStorage('servicequotas-ebs-gp2-storage-below-80', {
  type: 'gp2',
  called: 'General Purpose SSD (gp2)',
  settings: quotaSettings,
});
