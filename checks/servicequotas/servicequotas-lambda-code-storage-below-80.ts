import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default ownQuota('servicequotas-lambda-code-storage-below-80', {
  what: 'GiB of code of functions and layers',
  quota: 'ofLambda.code',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html',
});
