import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { volumeStorage } from '../../src/judgements/quotas/region.ts';

export default volumeStorage('servicequotas-ebs-io1-storage-below-80', {
  type: 'io1',
  called: 'Provisioned IOPS SSD (io1)',
  settings: quotaSettings,
});
