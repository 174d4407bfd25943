import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { lacking } from '../../src/partitions/partitions.ts';
import { trustedAdvisor } from '../../src/services/support/trusted-advisor.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'trustedadvisor-security-checks-not-excluded',
  title: 'No resource is excluded from security checks of Trusted Advisor',
  resource: trustedAdvisor,
  needs: ['checks'],
  risk: 'An excluded resource counts in no colour and no mail of Trusted Advisor: who opens a port or a bucket there is not told of, for as long as nobody remembers the exclusion.',
  fix: {
    text: 'In each of the checks, show the excluded items and include those again that nobody needs to have excluded. Keep a reason and an end for the rest where they are reviewed.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor.html#exclude-include-trusted-advisor-checks',
    'https://docs.aws.amazon.com/awssupport/latest/APIReference/API_TrustedAdvisorResourcesSummary.html',
  ],
  evaluate({ partition, checks }) {
    const noApi = lacking(partition, 'Trusted Advisor API');
    if (noApi !== undefined) return notApplicable(noApi);
    if (checks === undefined || checks === null)
      return notApplicable('the support plan does not let programs ask Trusted Advisor');
    const security = checks.filter(({ category }) => category === 'security');
    const excluding = security.filter(({ excluded = 0 }) => excluded > 0);
    if (excluding.length > 0) {
      const count = excluding.reduce((sum, { excluded = 0 }) => sum + excluded, 0);
      return fail(
        `${count === 1 ? '1 resource is' : `${count} resources are`} excluded from security checks of Trusted Advisor: ${few(excluding.map(({ id, name, excluded }) => `${name ?? id} (${excluded})`))}; expected none`,
        { excluded: excluding.map(({ id, name, excluded }) => ({ id, name, excluded })) },
      );
    }
    const untold = security.filter(({ excluded }) => excluded === undefined);
    const unsorted = checks.filter(({ category }) => category === undefined);
    if (security.length === 0) return unknown('AWS names no security check of Trusted Advisor');
    if (untold.length > 0 || unsorted.length > 0)
      return unknown(
        `Trusted Advisor does not say of ${untold.length + unsorted.length} of its checks whether a resource is excluded: ${few([...untold, ...unsorted].map(({ id, name }) => name ?? id))}`,
      );
    return pass(`No resource is excluded from the ${security.length} security checks of Trusted Advisor`, {
      securityChecks: security.length,
    });
  },
});
