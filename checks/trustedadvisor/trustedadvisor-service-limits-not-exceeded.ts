import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { lacking } from '../../src/partitions/partitions.ts';
import { trustedAdvisor } from '../../src/services/support/trusted-advisor.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'trustedadvisor-service-limits-not-exceeded',
  title: 'Trusted Advisor finds no service limit that is reached',
  resource: trustedAdvisor,
  needs: ['checks'],
  risk: 'Where a limit is reached, what needs more of it fails: deployments, scaling and the way back after a failure.',
  fix: {
    text: 'Open the checks in Trusted Advisor, which name the region and the limit. Delete what nobody uses, or ask for a higher quota in Service Quotas.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/service-limits.html',
    'https://docs.aws.amazon.com/awssupport/latest/APIReference/API_TrustedAdvisorCheckSummary.html',
  ],
  evaluate({ partition, checks }) {
    const noApi = lacking(partition, 'Trusted Advisor API');
    if (noApi !== undefined) return notApplicable(noApi);
    if (checks === undefined || checks === null)
      return notApplicable('the support plan does not let programs ask Trusted Advisor');
    const limits = checks.filter(({ category }) => category === 'service_limits');
    const named = (status: string) => limits.filter((one) => one.status === status).map(({ id, name }) => name ?? id);
    const reached = named('error');
    const near = named('warning');
    const observed = { reached, near };
    if (reached.length > 0)
      return fail(
        `Trusted Advisor finds ${reached.length === 1 ? '1 service limit' : `${reached.length} service limits`} reached: ${few(reached)}; expected none`,
        observed,
      );
    if (limits.length === 0) return unknown('AWS names no check of a service limit of Trusted Advisor');
    const untold = limits.length - near.length - named('ok').length;
    const unsorted = checks.filter(({ category }) => category === undefined).length;
    if (untold + unsorted > 0)
      return unknown(
        `Trusted Advisor does not say of ${untold + unsorted} of its checks whether a service limit is reached`,
      );
    return pass(
      `Trusted Advisor finds none of ${limits.length} service limits reached${near.length === 0 ? '' : `, and ${near.length} nearly`}`,
      observed,
    );
  },
});
