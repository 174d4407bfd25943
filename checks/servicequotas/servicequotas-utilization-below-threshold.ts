import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuotas } from '../../src/services/servicequotas/quotas.ts';
import type { UsedQuota } from '../../src/services/servicequotas/utilization.ts';
import { few } from '../../src/text/few.ts';

const nameOf = ({ service, name, code }: UsedQuota): string =>
  [service, name ?? code].filter((part) => part !== undefined).join(': ') || 'a quota without a name';

export default defineCheck({
  id: 'servicequotas-utilization-below-threshold',
  title: 'Every quota of which AWS counts the use is well below its limit',
  resource: regionQuotas,
  needs: ['used'],
  settings: quotaSettings,
  risk: 'Where a quota is reached, what needs more of it fails: deployments, scaling and the way back after a failure, until AWS has raised it.',
  fix: {
    text: 'Delete what nobody uses, or ask for a higher quota in Service Quotas, in the region, before it is reached.',
  },
  references: [
    'https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetQuotaUtilizationReport.html',
    'https://docs.aws.amazon.com/servicequotas/latest/userguide/intro.html',
  ],
  evaluate({ name: region, used }, { settings: { percent: most } }) {
    if (used.length === 0) return notApplicable(`AWS counts the use of no quota in ${region}`);
    const high = used
      .filter(({ percent }) => percent !== undefined && percent >= most)
      .sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0));
    if (high.length > 0)
      return fail(
        `${region} has ${high.length === 1 ? '1 quota' : `${high.length} quotas`} of which ${most} % or more is used: ${few(high.map((one) => `${nameOf(one)} (${Math.floor(one.percent ?? 0)} % of ${one.value ?? 'a value that AWS does not say'})`))}`,
        { quotas: high },
      );
    const untold = used.filter(({ percent }) => percent === undefined);
    if (untold.length > 0)
      return unknown(`AWS does not say how much is used in ${region} of ${few(untold.map(nameOf))}`);
    const highest = Math.max(...used.map(({ percent = 0 }) => percent));
    return pass(
      `${region} uses less than ${most} % of each of the ${used.length} quotas that AWS counts (at most ${Math.floor(highest)} %)`,
      { quotas: used.length, highest },
    );
  },
});
