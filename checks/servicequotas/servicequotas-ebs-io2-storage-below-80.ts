import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { volumeStorage } from '../../src/judgements/quotas/region.ts';

export default volumeStorage('servicequotas-ebs-io2-storage-below-80', {
  type: 'io2',
  called: 'Provisioned IOPS SSD (io2)',
  settings: quotaSettings,
});
