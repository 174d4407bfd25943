import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { lacking } from '../../src/partitions/partitions.ts';
import { trustedAdvisor } from '../../src/services/support/trusted-advisor.ts';
import { few } from '../../src/text/few.ts';

const day = 86_400_000;

export default defineCheck({
  id: 'trustedadvisor-checks-refreshed-recently',
  title: 'The results of Trusted Advisor are recent',
  resource: trustedAdvisor,
  needs: ['checks'],
  settings: {
    days: { type: 'integer', default: 7, min: 1, describe: 'days after which a result is old' },
  },
  risk: 'Who reads an old result takes for settled what has changed since, and does not see what was opened last week.',
  fix: {
    text: 'Refresh the checks in Trusted Advisor, or by `aws support refresh-trusted-advisor-check` for each. With a plan from Business on AWS refreshes most of them by itself; where it does not, a schedule may.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor.html#refresh-check-results',
    'https://docs.aws.amazon.com/awssupport/latest/APIReference/API_TrustedAdvisorCheckSummary.html',
  ],
  evaluate({ partition, checks }, { settings: { days }, now }) {
    const noApi = lacking(partition, 'Trusted Advisor API');
    if (noApi !== undefined) return notApplicable(noApi);
    if (checks === undefined || checks === null)
      return notApplicable('the support plan does not let programs ask Trusted Advisor');
    const dated = checks.flatMap(({ id, name, checkedAt }) => {
      const at = Date.parse(checkedAt ?? '');
      return Number.isNaN(at) ? [] : [{ name: name ?? id, at, checkedAt }];
    });
    const old = dated.filter(({ at }) => now - at > days * day).sort((a, b) => a.at - b.at);
    if (old.length > 0)
      return fail(
        `${old.length === 1 ? '1 result' : `${old.length} results`} of Trusted Advisor ${old.length === 1 ? 'is' : 'are'} older than ${days} days: ${few(old.map(({ name, checkedAt }) => `${name} (${(checkedAt ?? '').slice(0, 10)})`))}`,
        { old: old.map(({ name, checkedAt }) => ({ name, checkedAt })) },
      );
    if (dated.length === 0) return unknown('Trusted Advisor says of none of its checks when it was refreshed');
    return pass(`The ${dated.length} results of Trusted Advisor are at most ${days} days old`, {
      results: dated.length,
    });
  },
});
