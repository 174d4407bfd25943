import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { vpcsPerRegion } from '../../src/judgements/quotas/region.ts';

export default vpcsPerRegion('servicequotas-vpc-vpcs-below-80', { settings: quotaSettings });
