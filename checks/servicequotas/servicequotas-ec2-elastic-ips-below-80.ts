import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { elasticIps } from '../../src/judgements/quotas/region.ts';

export default elasticIps('servicequotas-ec2-elastic-ips-below-80', { settings: quotaSettings });
