import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { lacking } from '../../src/partitions/partitions.ts';
import { trustedAdvisor } from '../../src/services/support/trusted-advisor.ts';

export default defineCheck({
  id: 'trustedadvisor-premium-support-subscribed',
  title: 'The support plan includes all checks of Trusted Advisor',
  resource: trustedAdvisor,
  needs: ['checks'],
  risk: 'With the plans that AWS gives to everybody nobody at AWS answers technical questions, programs cannot open cases, and Trusted Advisor judges a few of its checks only.',
  fix: {
    text: 'Where the account runs what has to be up, choose a plan from Business on. It is paid by the month, as a share of what the account pays; the plan of an organization is chosen account by account, or for all with AWS.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/aws-support-plans.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/about-support-api.html',
  ],
  evaluate({ partition, checks }) {
    const noApi = lacking(partition, 'Trusted Advisor API');
    if (noApi !== undefined || checks === null)
      return notApplicable(noApi ?? 'the partition has no API of Trusted Advisor');
    // SubscriptionRequiredException is all that makes it absent.
    return checks === undefined
      ? fail(
          'AWS says that the support plan of the account does not include its Support API; expected one from Business on',
        )
      : pass('The support plan of the account includes the Support API');
  },
});
