import { iamQuota } from '../../src/judgements/quotas/iam.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default iamQuota('servicequotas-iam-server-certificates-below-80', {
  what: 'server certificates',
  counter: 'ServerCertificates',
  settings: quotaSettings,
});
