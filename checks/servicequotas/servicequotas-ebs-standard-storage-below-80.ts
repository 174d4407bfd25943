import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { volumeStorage } from '../../src/judgements/quotas/region.ts';

export default volumeStorage('servicequotas-ebs-standard-storage-below-80', {
  type: 'standard',
  called: 'magnetic (standard)',
  settings: quotaSettings,
});
